import type { Span } from "../source.ts";
import { fieldOf, headingMeaning } from "../words/heading-words.ts";
import { type ColumnKind, columnHeadings } from "../words/labels.ts";
import { type JobTable, jobTable } from "./job-tables.ts";
import type { LinedText } from "./lines.ts";
import { lineAt, type Row, rowAt, wordsOf } from "./table-rows.ts";
import { labelledRow, numberedTable, spacedTable } from "./unruled-tables.ts";

export interface RowCell {
  readonly kind: ColumnKind;
  readonly spans: readonly Span[];
}

/** One row of a table whose column headings say what each cell is. */
export interface TableRow {
  readonly cells: readonly RowCell[];
  /** Index of its first line. */
  readonly line: number;
}

export interface FoundTable {
  /** The column headings. */
  readonly heading: readonly Span[];
  readonly rows: readonly TableRow[];
  /** Each row is a job. */
  readonly jobs?: JobTable;
  /** Indexes of the lines it takes up: `from` up to and without `to`. */
  readonly from: number;
  readonly to: number;
}

const total = /^(?:合计|总计|小计|总分|total)/iu;

/**
 * Finds tables of standards or duties by their column headings: as cells that a reader knows, as columns set apart by
 * white space, or flattened into one cell a line.
 */
export function findTables(text: LinedText): FoundTable[] {
  const tables: FoundTable[] = [];
  for (let at = 0; at < text.lines.length; ) {
    const table = tableOfJobs(text, at) ?? knownTable(text, at) ?? unruledTable(text, at) ?? flattenedTable(text, at);
    if (table) tables.push(table);
    at = table?.to ?? at + 1;
  }
  return tables;
}

function unruledTable(text: LinedText, at: number): FoundTable | undefined {
  const found = spacedTable(text, at) ?? numberedTable(text, at) ?? labelledRow(text, at);
  if (!found) return undefined;
  const rows = found.rows.map((cells, index) => ({
    cells: cells.flatMap((span, column) =>
      span ? [{ kind: found.kinds[column] ?? ("note" as const), spans: [span] }] : [],
    ),
    line: found.to - found.rows.length + index,
  }));
  return { heading: found.heading, rows, from: found.from, to: found.to };
}

function tableOfJobs(text: LinedText, at: number): FoundTable | undefined {
  const jobs = jobTable(text, at);
  return jobs && { heading: jobs.heading, rows: [], jobs, from: jobs.from, to: jobs.to };
}

/** A row of headings in one line or one row of cells, and the rows below it. */
function knownTable(text: LinedText, at: number): FoundTable | undefined {
  const heading = rowAt(text, at);
  if (heading.cells.length < 2) return undefined;
  const kinds = toldApart(heading.cells.map((cell) => columnKind(wordsOf(text, cell))));
  if (!describesItems(kinds)) return undefined;
  const rows: TableRow[] = [];
  let next = heading.to;
  while (next < text.lines.length) {
    const row = rowAt(text, next);
    if (row.table !== heading.table || row.cells.length < 2) break;
    rows.push(...tableRow(text, row, kinds, missingFirst(text, row, kinds)));
    next = row.to;
  }
  if (rows.length === 0 || isForm(text, rows)) return undefined;
  return { heading: heading.cells.flat(), rows, from: at, to: next };
}

/** A table of 项目 and 内容 whose rows are title, superior and the like is a form, read by its labels. */
function isForm(text: LinedText, rows: readonly TableRow[]): boolean {
  return rows.some(({ cells }) => {
    const named = cells.find(({ kind }) => kind === "metric");
    const field = named && fieldOf(wordsOf(text, named.spans));
    return field === "title" || field === "superior" || field === "subordinates" || field === "department";
  });
}

/**
 * Columns whose headings may mean either: of 项目 | 指标 the second says what is asked of the first, of 标准 | 目标 the
 * first names what the second asks, and 标准 beside 频次 alone says both.
 */
function toldApart(kinds: readonly (ColumnKind | undefined)[]): (ColumnKind | undefined)[] {
  const placesOf = (wanted: ColumnKind) => [...kinds.keys()].filter((at) => kinds[at] === wanted);
  const as = (place: number | undefined, kind: ColumnKind) => kinds.map((each, at) => (at === place ? kind : each));
  const [metrics, targets] = [placesOf("metric"), placesOf("target")];
  if (metrics.length > 1 && targets.length === 0 && !kinds.includes("weight") && !kinds.includes("duty"))
    return as(metrics[1], "target");
  // KPA | activities | KPI: the first only groups the duties.
  if (metrics.length > 1 && targets.length === 0 && kinds.includes("duty")) return as(metrics[0], "note");
  if (metrics.length > 0 || kinds.includes("duty")) return [...kinds];
  const isMetric = targets.length > 1 || kinds.includes("cadence");
  return isMetric ? as(targets[0], "metric") : [...kinds];
}

/** Cells one under the other: as many headings as columns, then the cells row by row. */
function flattenedTable(text: LinedText, at: number): FoundTable | undefined {
  const headings: ColumnKind[] = [];
  let first = at;
  while (first < text.lines.length && headings.length < 8) {
    const kind = columnKind(wordsOf(text, [lineAt(text, first).span]));
    const often = headings.filter((each) => each === kind).length;
    if (kind === undefined || often > (kind === "target" ? 1 : 0)) break;
    headings.push(kind);
    first++;
  }
  const kinds = toldApart(headings);
  if (kinds.length < 2 || !describesItems(kinds)) return undefined;
  const rows: TableRow[] = [];
  let next = first;
  while (next + kinds.length <= text.lines.length) {
    const cells = kinds.map((_, column) => [lineAt(text, next + column).span]);
    if (!fits(text, cells, kinds)) break;
    rows.push(...tableRow(text, { cells, from: next, to: next + kinds.length }, kinds, 0));
    next += kinds.length;
  }
  if (rows.length === 0) return undefined;
  const heading = text.lines.slice(at, first).map(({ span }) => span);
  return { heading, rows, from: at, to: next };
}

function fits(
  text: LinedText,
  cells: readonly (readonly Span[])[],
  kinds: readonly (ColumnKind | undefined)[],
): boolean {
  return kinds.every((kind, column) => {
    const words = wordsOf(text, cells[column] ?? []);
    if (total.test(words) || headingMeaning(words) || words.length > 90) return false;
    if (kind === "weight") return /^[\d.]+\s*[%分]?$/u.test(words);
    if (kind === "number") return /^\d{1,3}[.、]?$/u.test(words);
    // A number in front of each row shows where rows begin; without one the figures do.
    if (kind === "target" && kinds[0] === "number" && kinds.includes("duty")) return true;
    return kind !== "target" || /[\d一二两三四五六七八九十百零无]/u.test(words);
  });
}

/** How many of a short row's first cells are missing: none where its target stands in its own column. */
function missingFirst(text: LinedText, { cells }: Row, kinds: readonly (ColumnKind | undefined)[]): number {
  const missing = kinds.length - cells.length;
  const target = kinds.indexOf("target");
  const figured = (column: number) => /\d/u.test(wordsOf(text, cells[column] ?? []));
  return missing > 0 && target >= 0 && figured(target) && !figured(target - missing) ? 0 : missing;
}

/** Rows with fewer cells than columns lack the first ones: merged cells are told once. */
function tableRow(text: LinedText, row: Row, kinds: readonly (ColumnKind | undefined)[], missing: number): TableRow[] {
  const cells = row.cells
    .map((spans, column) => ({ kind: kinds[column + Math.max(0, missing)] ?? ("note" as const), spans }))
    .filter(({ spans }) => spans.length > 0);
  const first = wordsOf(text, cells[0]?.spans ?? []);
  if (cells.length === 0 || total.test(first)) return [];
  return [{ cells, line: row.from }];
}

function columnKind(words: string): ColumnKind | undefined {
  return words.length <= 50 ? columnHeadings.find(([, pattern]) => pattern.test(words))?.[0] : undefined;
}

function describesItems(kinds: readonly (ColumnKind | undefined)[]): boolean {
  const has = (kind: ColumnKind) => kinds.includes(kind);
  const known = kinds.filter((kind) => kind !== undefined).length;
  return (
    known * 2 > kinds.length &&
    known >= 2 &&
    ((has("metric") && (has("target") || has("weight") || has("cadence"))) || has("duty"))
  );
}
