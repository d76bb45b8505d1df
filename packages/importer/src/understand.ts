import { type MarkedItem, splitMarked, trimmed } from "./markers.ts";
import { type FoundMeasure, findMeasure } from "./measure.ts";
import type { SourceDocument, Span } from "./source.ts";

/** A value with the words it came from. */
export interface Found<Value> {
  readonly value: Value;
  readonly span: Span;
  /** 0–1: how sure the reading is. */
  readonly confidence: number;
}

/** What one job description says, every field tied to its source. */
export interface DraftRole {
  readonly title?: Found<string>;
  readonly reportsTo?: Found<string>;
  readonly supervises: readonly Found<string>[];
  readonly qualifications: readonly Found<string>[];
  readonly duties: readonly Found<string>[];
  readonly standards: readonly (Found<string> & { readonly measure: FoundMeasure })[];
  /** Words that found no place. Nothing of the source is dropped: it is in a field, a heading, or here. */
  readonly unplaced: readonly Span[];
}

type Part = "qualifications" | "duties" | "standards";

interface Heading {
  readonly part: Part | "other";
  readonly span: Span;
}

const headingWords: readonly (readonly [Heading["part"], string])[] = [
  ["standards", "工作标准|绩效标准|考核标准|考核指标|performance standards|work standards|kpis"],
  ["qualifications", "任职标准|任职要求|任职资格|任职条件|职位要求|岗位要求|能力要求|qualifications|requirements"],
  ["duties", "岗位职责|工作职责|主要职责|岗位描述|工作内容|职责|essential functions|responsibilities|duties"],
  ["other", "薪资待遇|福利待遇|工作时间|工作地点|compensation|benefits"],
];

const headingLine = new RegExp(
  `^[ \\t\\u3000]*(?:[一二三四五六七八九十]{1,3}、|\\d{1,2}[.．、]?)?[ \\t\\u3000]*(?:(${headingWords.map(([, words]) => words).join(")|(")}))[ \\t\\u3000]*(?:[:：]|$)`,
  "gimu",
);

const superiorPattern = /(?:直属上级|直接上级|汇报对象|上级岗位|reports to)[ \t\u3000]*[:：]?\s*([^\s，。；;]{2,40})/iu;
const subordinatesPattern = /(?:直属下级|直接下级|下属岗位|supervises)[ \t\u3000]*[:：]?\s*([^\n。；;]{2,120})/iu;
const titlePattern = /([\p{Script=Han}A-Za-z]{2,20}?)(?:岗位职责|岗位说明书|工作职责|职位说明书)/u;

/** Reads one job description. Text of any kind is accepted; what is not understood comes back as `unplaced`. */
export function understand(source: SourceDocument): DraftRole {
  const { text } = source;
  const headings = findHeadings(text);
  const parts: Record<Part, MarkedItem[]> = { qualifications: [], duties: [], standards: [] };
  for (const [index, heading] of headings.entries()) {
    if (heading.part === "other") continue;
    const end = headings[index + 1]?.span.start ?? text.length;
    const items = splitMarked(text, { start: heading.span.end, end });
    parts[heading.part].push(...items.filter(({ words }) => hasWords(text, words)));
  }
  const title = field(text, titlePattern, 0.9);
  const reportsTo = field(text, superiorPattern, 0.95);
  const found = {
    ...(title ? { title } : {}),
    ...(reportsTo ? { reportsTo } : {}),
    supervises: subordinates(text),
    qualifications: parts.qualifications.map((item) => entry(text, item)),
    duties: parts.duties.map((item) => entry(text, item)),
    standards: parts.standards.map((item) => standard(text, item)),
  };
  return { ...found, unplaced: unplaced(text, headings, found) };
}

function findHeadings(text: string): Heading[] {
  return [...text.matchAll(headingLine)].map((match) => {
    const which = match.slice(1).findIndex((group) => group !== undefined);
    return {
      part: headingWords[which]?.[0] ?? "other",
      span: { start: match.index, end: match.index + match[0].length },
    };
  });
}

function entry(text: string, item: MarkedItem): Found<string> {
  return {
    value: cleaned(text.slice(item.words.start, item.words.end)),
    span: item.span,
    confidence: item.label ? 0.95 : 0.6,
  };
}

function standard(text: string, item: MarkedItem): Found<string> & { measure: FoundMeasure } {
  const found = entry(text, item);
  return { ...found, measure: findMeasure(found.value) };
}

/** A number that lost its sentence ("3.24。") is no entry. */
function hasWords(text: string, span: Span): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end));
}

/** Words broken over lines are joined; a full stop at the end of an entry is no part of its name. */
function cleaned(words: string): string {
  return words
    .replace(/\s*\n\s*/gu, "")
    .replace(/[；;。]$/u, "")
    .trim();
}

function field(text: string, pattern: RegExp, confidence: number): Found<string> | undefined {
  const match = pattern.exec(text);
  const value = match?.[1]?.trim();
  if (!match || !value) return undefined;
  const start = match.index + match[0].indexOf(value);
  return { value, span: { start, end: start + value.length }, confidence };
}

function subordinates(text: string): Found<string>[] {
  const list = field(text, subordinatesPattern, 0.9);
  if (!list) return [];
  return [...list.value.matchAll(/[^、，,\s]+/gu)].map((match) => {
    const start = list.span.start + match.index;
    return { value: match[0], span: { start, end: start + match[0].length }, confidence: list.confidence };
  });
}

function unplaced(text: string, headings: readonly Heading[], found: Omit<DraftRole, "unplaced">): Span[] {
  const { title, reportsTo, ...lists } = found;
  const fields = [...Object.values(lists).flat(), ...(title ? [title] : []), ...(reportsTo ? [reportsTo] : [])];
  const placed = [...fields, ...headings].map(({ span }) => span).sort((left, right) => left.start - right.start);
  const gaps: Span[] = [];
  let at = 0;
  for (const span of [...placed, { start: text.length, end: text.length }]) {
    const gap = trimmed(text, { start: at, end: Math.max(at, span.start) });
    if (gap.end > gap.start) gaps.push(gap);
    at = Math.max(at, span.end);
  }
  return gaps;
}
