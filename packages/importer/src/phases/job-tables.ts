import type { Span } from "../source.ts";
import { fieldOf, type HeadingMeaning, headingMeaning } from "../words/heading-words.ts";
import type { FieldKind } from "../words/labels.ts";
import type { LinedText } from "./lines.ts";
import { type Row, rowAt, wordsOf } from "./table-rows.ts";

/** What a column of a table of jobs holds, as its heading says. */
export type JobColumn =
  | { readonly field: FieldKind }
  | { readonly meaning: HeadingMeaning; readonly words: string }
  | undefined;

/** A table in which each row is a job: its name, what it does, what it asks for. */
export interface JobTable {
  readonly heading: readonly Span[];
  readonly columns: readonly JobColumn[];
  readonly rows: readonly Row[];
  /** Indexes of the lines it takes up: `from` up to and without `to`. */
  readonly from: number;
  readonly to: number;
}

const named =
  /^(?:岗位|职位|职务|工种)(?:名称)?$|^(?:招聘|拟聘|需求)(?:岗位|职位)(?:名称)?$|^(?:positions?|job(?: title)?|role|post|vacancy)$/iu;

/** The table of jobs that begins at the line; undefined where none does. */
export function jobTable(text: LinedText, at: number): JobTable | undefined {
  const heading = rowAt(text, at);
  if (heading.cells.length < 3) return undefined;
  const columns = heading.cells.map((cell) => columnOf(wordsOf(text, cell)));
  const titles = columns.filter((column) => column && "field" in column && column.field === "title").length;
  if (titles !== 1 || !columns.some((column) => column && "meaning" in column)) return undefined;
  const rows: Row[] = [];
  let next = heading.to;
  while (next < text.lines.length) {
    const row = rowAt(text, next);
    if (row.table !== heading.table || row.cells.length !== heading.cells.length) break;
    rows.push(row);
    next = row.to;
  }
  return rows.length < 2 ? undefined : { heading: heading.cells.flat(), columns, rows, from: at, to: next };
}

function columnOf(words: string): JobColumn {
  if (named.test(words)) return { field: "title" };
  const meaning = words.length <= 30 ? headingMeaning(words) : undefined;
  if (meaning && /^(?:duties|qualifications|standards)$/u.test(meaning.kind)) return { meaning, words };
  const field = fieldOf(words);
  return field && field !== "title" ? { field } : undefined;
}
