import type { Span } from "../source.ts";
import type { Line, LinedText } from "./lines.ts";

/** Cells of one row, each of one span or more. */
export interface Row {
  readonly cells: readonly (readonly Span[])[];
  readonly from: number;
  readonly to: number;
  /** The table that a reader found it in; undefined for rows of plain text. */
  readonly table?: number;
}

/** The row of cells that begins at the line: of a table that a reader knows, else the columns of the line. */
export function rowAt(text: LinedText, at: number): Row {
  const line = lineAt(text, at);
  const place = line.block.cell;
  if (!place) return { cells: columnsOf(text, line), from: at, to: at + 1 };
  const cells = new Map<number, Span[]>();
  let next = at;
  for (; next < text.lines.length; next++) {
    const { block, span } = lineAt(text, next);
    if (block.cell?.table !== place.table || block.cell.row !== place.row) break;
    const { column } = block.cell;
    cells.set(column, [...(cells.get(column) ?? []), span]);
  }
  return { cells: [...cells.values()], from: at, to: next, table: place.table };
}

/** The columns of a line that white space or bars set apart; between bars a column may be empty. */
function columnsOf({ chars }: LinedText, { span }: Line): Span[][] {
  const words = chars.slice(span.start, span.end);
  const bars = /^\|.*\|$/u.test(words);
  const pattern = bars ? /(?<=\|)[^|]*(?=\|)/gu : /\s\|\s/u.test(words) ? /[^|\s][^|]*/gu : /[^\t]+/gu;
  return [...words.matchAll(pattern)].map(({ 0: cell, index }, column) => cellOf(cell, span.start + index, column));
}

/** What a cell holds, without white space around it and a number of the row; nothing where it is empty or a rule. */
function cellOf(cell: string, start: number, column: number): Span[] {
  if (/^[\s:-]*$/u.test(cell)) return [];
  const lead = (column === 0 ? /^\s*(?:\d{1,2}[.、)]\s*(?=\S))?/u : /^\s*/u).exec(cell)?.[0].length ?? 0;
  return [{ start: start + lead, end: start + cell.trimEnd().length }];
}

/** The words of a cell. */
export function wordsOf({ chars }: LinedText, spans: readonly Span[]): string {
  return spans
    .map(({ start, end }) => chars.slice(start, end))
    .join("")
    .trim();
}

/** The line with this index, which there must be. */
export function lineAt({ lines }: LinedText, at: number): Line {
  const line = lines[at];
  if (!line) throw new RangeError(`No line ${at}`);
  return line;
}
