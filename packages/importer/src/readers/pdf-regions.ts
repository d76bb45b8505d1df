import type { Grid, GridCell } from "./pdf-grid.ts";
import { type PdfRow, rowsOfWords } from "./pdf-lines.ts";
import type { PdfRule, PdfWord } from "./pdf-page.ts";

/** Words that belong together: read line by line, column by column, or cell by cell. */
export type PdfRegion =
  | { readonly kind: "lines"; readonly words: readonly PdfWord[] }
  | { readonly kind: "columns"; readonly columns: readonly PdfColumn[]; readonly top: number }
  | { readonly kind: "table"; readonly grid: Grid; readonly words: ReadonlyMap<GridCell, readonly PdfWord[]> };

/** Text that stands beside other text. */
export interface PdfColumn {
  readonly words: readonly PdfWord[];
  readonly right: number;
}

interface Stretch {
  readonly left: number;
  readonly right: number;
}

/** Neighbouring rows with white space that runs down between their words. */
interface Band {
  readonly rows: readonly PdfRow[];
  readonly gutters: readonly Stretch[];
}

/** White space is a gutter from this width on, in sizes of the letters. */
const widest = 1;
/** So many rows must have words on both sides of a gutter. */
const leastRows = 3;

/**
 * Finds columns and tables that no line encloses, by the white space that runs down between words: a page in columns is
 * read one column behind the other, a table cell by cell.
 *
 * @param rules Lines across the page part the rows of a table.
 */
export function regionsOf(words: readonly PdfWord[], rules: readonly PdfRule[]): PdfRegion[] {
  const rows = withNeighbours(rowsOfWords(words));
  const regions: PdfRegion[] = [];
  for (let at = 0; at < rows.length; ) {
    const band = bandAt(rows, at);
    const region = band && regionOf(band, rules);
    if (!band || !region) regions.push({ kind: "lines", words: rows[at++] ?? [] });
    else {
      regions.push(region);
      at += band.rows.length;
    }
  }
  return regions;
}

/** Columns need not share their lines: words that stand beside others, a little lower, are of the same row. */
function withNeighbours(rows: readonly PdfRow[]): PdfRow[] {
  const joined: PdfRow[] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    const both = above && [...above, ...row].sort((one, other) => one.x - other.x);
    if (above && both && areBeside(above, row) && gapsIn(both).length > gapsIn(above).length + gapsIn(row).length)
      joined[joined.length - 1] = both;
    else joined.push(row);
  }
  return joined;
}

function areBeside(above: PdfRow, row: PdfRow): boolean {
  const [one, other] = [above[0], row[0]];
  const [left, right] = [extentOf(above), extentOf(row)];
  const apart = left.right < right.left || right.right < left.left;
  return one !== undefined && other !== undefined && apart && one.y - other.y < 0.9 * Math.min(one.size, other.size);
}

/** The rows from one on between whose words the same white space runs down. */
function bandAt(rows: readonly PdfRow[], from: number): Band | undefined {
  let gutters: readonly Stretch[] = gapsIn(rows[from] ?? []);
  if (gutters.length === 0) return undefined;
  let end = from + 1;
  let parted = 1;
  for (; end < rows.length; end++) {
    const row = rows[end] ?? [];
    const left = gutters.flatMap((gutter) => clearPart(gutter, row) ?? []);
    const lost = left.length < gutters.length;
    if (left.length === 0 || (lost && parted >= leastRows) || isFar(rows[end - 1], row)) break;
    gutters = left;
    if (isParted(row, gutters)) parted++;
  }
  if (parted < leastRows) return undefined;
  const band = withoutNumbers({ rows: rows.slice(from, end), gutters });
  return band.gutters.length === 0 ? undefined : band;
}

/** The white space between the words of a row. */
function gapsIn(row: PdfRow): Stretch[] {
  const gaps: Stretch[] = [];
  let right = row[0] ? endOf(row[0]) : 0;
  for (const word of row.slice(1)) {
    if (word.x - right >= widest * word.size) gaps.push({ left: right, right: word.x });
    right = Math.max(right, endOf(word));
  }
  return gaps;
}

/** What a row leaves of a gutter; undefined where too little. */
function clearPart({ left, right }: Stretch, row: PdfRow): Stretch | undefined {
  const free = { left, right };
  for (const word of row) {
    const middle = (free.left + free.right) / 2;
    if (endOf(word) > free.left && word.x <= middle) free.left = Math.min(endOf(word), free.right);
    else if (word.x < free.right && word.x > middle) free.right = word.x;
  }
  return free.right - free.left >= widest * 0.8 * (row[0]?.size ?? 10) ? free : undefined;
}

function isFar(above: PdfRow | undefined, below: PdfRow): boolean {
  const [one, other] = [above?.[0], below[0]];
  return one !== undefined && other !== undefined && one.y - other.y > 5 * Math.max(one.size, other.size);
}

/** Whether words stand on both sides of a gutter. */
function isParted(row: PdfRow, gutters: readonly Stretch[]): boolean {
  return gutters.some(
    ({ left, right }) => row.some((word) => word.x < left) && row.some((word) => endOf(word) > right),
  );
}

const numbered =
  /^[(（]?(?:\d{1,3}(?:\.\d{1,3})*|[一二三四五六七八九十]{1,3}|[a-zA-Z])[)）、.．]?$|^[^\p{L}\p{N}]{1,2}$/u;
const numberHeading = /^(?:序号?|编号|项次|No\.?|#)$/iu;

/** A column of nothing but numbers and bullets belongs to the list that it numbers, unless it has a heading. */
function withoutNumbers(band: Band): Band {
  const first = columnsOf(band)[0] ?? [];
  const words = first.map((row) => textOf(row)).filter((text) => text !== "");
  const numbers = words.filter((text) => numbered.test(text)).length;
  if (numberHeading.test(words[0] ?? "") || numbers < words.length * 0.8) return band;
  return { ...band, gutters: band.gutters.slice(1) };
}

/** For each column its words in each row. */
function columnsOf({ rows, gutters }: Band): PdfRow[][] {
  const edges = [Number.NEGATIVE_INFINITY, ...gutters.map(({ left, right }) => (left + right) / 2)];
  return edges.map((edge, column) => {
    const next = edges[column + 1] ?? Number.POSITIVE_INFINITY;
    return rows.map((row) => row.filter((word) => word.x >= edge && word.x < next));
  });
}

function regionOf(band: Band, rules: readonly PdfRule[]): PdfRegion | undefined {
  const columns = columnsOf(band);
  return areColumns(band, columns) ? columnRegion(band, columns) : tableRegion(band, columns, rules);
}

/** Texts beside one another: both wide, both with lines that were broken at their ends. */
function areColumns({ rows }: Band, columns: readonly (readonly PdfRow[])[]): boolean {
  if (columns.length !== 2) return false;
  const whole = extentOf(rows.flat());
  return columns.every((column) => {
    const lines = column.filter((row) => row.length > 0);
    const extent = extentOf(lines.flat());
    const width = extent.right - extent.left;
    const full = lines.filter((row) => extentOf(row).right > extent.left + width * 0.8).length;
    return width > (whole.right - whole.left) * 0.3 && lines.length >= 5 && full >= lines.length * 0.25;
  });
}

function columnRegion({ rows }: Band, columns: readonly (readonly PdfRow[])[]): PdfRegion {
  const sides = columns.map((column) => ({ words: column.flat(), right: extentOf(column.flat()).right }));
  return { kind: "columns", columns: sides, top: rows[0]?.[0]?.y ?? 0 };
}

/** A table, where its rows can be told apart and there are at least two. */
function tableRegion(
  band: Band,
  columns: readonly (readonly PdfRow[])[],
  rules: readonly PdfRule[],
): PdfRegion | undefined {
  const starts = rowStarts(band, columns[0] ?? [], rules);
  if (starts.length < 2) return undefined;
  const words = new Map<GridCell, PdfWord[]>();
  const rights = columns.map((column) => extentOf(column.flat()).right);
  for (const [row, start] of starts.entries())
    for (const [column, parts] of columns.entries()) {
      const own = parts.slice(start, starts[row + 1]).flat();
      const cell = { row, column, rowSpan: 1, columnSpan: 1, ...boxOf(own), right: rights[column] ?? 0 };
      if (own.length > 0) words.set(cell, own);
    }
  const all = boxOf(band.rows.flat());
  return { kind: "table", grid: { ...all, cells: [...words.keys()] }, words };
}

/** Where the rows of a table begin: under a line, behind more white space than between lines, else by its first column. */
function rowStarts({ rows }: Band, first: readonly PdfRow[], rules: readonly PdfRule[]): number[] {
  const heights = rows.map((row, index) => (rows[index - 1]?.[0]?.y ?? 0) - (row[0]?.y ?? 0)).slice(1);
  const low = Math.min(...heights);
  const apart = heights.map((height, index) => height > low * 1.35 || isRuled(rows[index], rows[index + 1], rules));
  const spaced = apart.some(Boolean) && !apart.every(Boolean);
  return rows.flatMap((_, index) => {
    const begins = spaced ? apart[index - 1] === true : (first[index]?.length ?? 0) > 0;
    return index === 0 || begins ? [index] : [];
  });
}

function isRuled(above: PdfRow | undefined, below: PdfRow | undefined, rules: readonly PdfRule[]): boolean {
  const [top, bottom] = [above?.[0]?.y ?? 0, below?.[0]?.y ?? 0];
  const { left, right } = extentOf([...(above ?? []), ...(below ?? [])]);
  return rules.some(
    ({ upright, at, from, to }) => !upright && at < top && at > bottom && to - from > (right - left) * 0.5,
  );
}

function boxOf(words: readonly PdfWord[]): Omit<Grid, "cells"> {
  const ys = words.map(({ y }) => y);
  return { ...extentOf(words), top: Math.max(...ys), bottom: Math.min(...ys) };
}

function extentOf(words: readonly PdfWord[]): Stretch {
  return { left: Math.min(...words.map(({ x }) => x)), right: Math.max(...words.map(endOf)) };
}

function endOf({ x, width }: PdfWord): number {
  return x + width;
}

function textOf(row: PdfRow): string {
  return row
    .map(({ text }) => text)
    .join("")
    .trim();
}
