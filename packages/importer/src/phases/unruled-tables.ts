import { measuresOf } from "../measures/find-measures.ts";
import type { Span } from "../source.ts";
import { fieldOf, headingMeaning } from "../words/heading-words.ts";
import { type ColumnKind, columnHeadings } from "../words/labels.ts";
import type { LinedText } from "./lines.ts";
import { lineAt, rowAt, wordsOf } from "./table-rows.ts";

/** Rows that stand in a text as a table did which lost its rules or its heading. */
export interface UnruledTable {
  readonly heading: readonly Span[];
  readonly kinds: readonly ColumnKind[];
  /** The cells of each row, one span each, in order of `kinds`; undefined where a row lacks one. */
  readonly rows: readonly (readonly (Span | undefined)[])[];
  /** Indexes of the lines it takes up: `from` up to and without `to`. */
  readonly from: number;
  readonly to: number;
}

/** 序号 考核项目 考核标准 分值 周期 with single spaces, and rows below whose cells run together (2毛利率不低于32% 15月). */
export function spacedTable(text: LinedText, at: number): UnruledTable | undefined {
  const { span } = lineAt(text, at);
  const words = text.chars.slice(span.start, span.end);
  if (words.length > 60 || !/^\p{Script=Han}+ \p{Script=Han}[^\t\d]+$/u.test(words)) return undefined;
  const kinds = words.split(" ").map((word) => columnHeadings.find(([, pattern]) => pattern.test(word))?.[0]);
  const known = kinds.filter((kind) => kind !== undefined);
  if (known.length < 3 || known.length < kinds.length || !inOrder(known)) return undefined;
  const rows: (Span | undefined)[][] = [];
  let next = at + 1;
  for (; next < text.lines.length; next++) {
    const row = rowOf(text, next, known);
    if (!row) break;
    rows.push(row);
  }
  return rows.length < 2 ? undefined : { heading: [span], kinds: known, rows, from: at, to: next };
}

/** Columns as such rows can be taken apart: what and how much side by side, then only how much it counts and how often. */
function inOrder(kinds: readonly ColumnKind[]): boolean {
  return /^(?:number )?metric target(?: weight)?(?: cadence)?(?: weight)?$/u.test(kinds.join(" "));
}

const spacedRow =
  /^(?<number>\d{1,2}[.、]?\s?)?(?<metric>[^\d≥≤<>=]*?[\p{Script=Han}A-Za-z)])\s?(?<target>(?:[≥≤<>=]|不|达|低于|高于|控制|少于|至少|零|无|\d)[^\t]*?)(?:\s(?<weight>\d{1,3}[%分]?))?\s?(?<cadence>半年|[年季月周日天班](?:度)?|每\p{Script=Han}{1,2})?$/du;

function rowOf(text: LinedText, at: number, kinds: readonly ColumnKind[]): (Span | undefined)[] | undefined {
  const { span } = lineAt(text, at);
  const found = spacedRow.exec(text.chars.slice(span.start, span.end));
  if (!found) return undefined;
  const cells = kinds.map((kind) => {
    const place = found.indices?.groups?.[kind];
    return place && { start: span.start + place[0], end: span.start + place[1] };
  });
  return kinds.every((kind, column) => kind !== "target" || cells[column]) ? cells : undefined;
}

/** Lines of a number, a duty or what is measured, and how well, in columns under no heading. */
export function numberedTable(text: LinedText, at: number): UnruledTable | undefined {
  const { span } = lineAt(text, at);
  if (!/^1[.、]?\t/u.test(text.chars.slice(span.start, span.start + 4))) return undefined;
  const rows: Span[][] = [];
  let next = at;
  while (next < text.lines.length) {
    const cells = rowAt(text, next).cells.flat();
    const [first] = cells;
    if (cells.length !== 3 || !first || Number.parseInt(wordsOf(text, [first]), 10) !== rows.length + 1) break;
    rows.push(cells);
    next++;
  }
  if (rows.length < 3) return undefined;
  const told = (column: number) => rows.map((row) => wordsOf(text, row.slice(column, column + 1)));
  const measured = told(2).filter((words) => measuresOf(words).length > 0).length;
  const form = told(1).some((words) => fieldOf(words) ?? headingMeaning(words));
  if (form || measured * 5 < rows.length * 3) return undefined;
  const brief = told(1).filter((words) => words.length <= 8).length * 2 > rows.length;
  return { heading: [], kinds: ["number", brief ? "metric" : "duty", "target"], rows, from: at, to: next };
}

const labelledLine =
  /^[^\p{L}]{0,4}(?:(?:performance |key )?(?:indicator|measure|metric|kpi)|(?:考核|绩效)?(?:指标|项目)(?:名称)?)\s*:\s*(?<metric>[^:]{2,120}?)[\s.,;。|]*(?:(?:annual |performance )?(?:target|goal)|(?:考核)?(?:目标|标准)值?)\s*:\s*(?<target>[^:]{1,60}?)\s*$/diu;

/** Indicator: order errors. Target: 2%. What is measured and how much under labels of their own, on one line. */
export function labelledRow(text: LinedText, at: number): UnruledTable | undefined {
  const { span } = lineAt(text, at);
  const words = span.end - span.start > 240 ? "" : text.chars.slice(span.start, span.end);
  const { metric, target } = labelledLine.exec(words)?.indices?.groups ?? {};
  if (!metric || !target) return undefined;
  const [from, to] = [metric, target].map(([start, end]) => ({ start: span.start + start, end: span.start + end }));
  const heading = [
    { start: span.start, end: from?.start ?? span.start },
    { start: from?.end ?? span.start, end: to?.start ?? span.start },
  ];
  return { heading, kinds: ["metric", "target"], rows: [[from, to]], from: at, to: at + 1 };
}
