import type { Span } from "../source.ts";
import { chineseNumber, englishNumbers } from "../words/figures.ts";
import { chineseUnits } from "../words/measure-words.ts";

/** A figure with its unit. */
export interface Quantity {
  readonly span: Span;
  readonly value: number;
  /** The upper end, where it is a range. */
  readonly to?: number;
  /** As written; `%` and `‰` for all ways to say per cent and per mille. */
  readonly unit?: string;
}

const digits = "\\d+(?:,\\d{3})*(?:\\.\\d+)?";
const hanziDigits = "[〇零一二两三四五六七八九十百千]";
const between = "\\s*(?:-|~|—|–|至|到|to)\\s*";
const compound =
  "(?:/(?:人|天|日|月|年|小时|分钟|次|件|户|单|间夜|间|㎡|平方米|平米|台|班|周|吨|桌|车|班次|人/天|人/月|千人|百人|万元|(?:m[lL]|[mk]?[gmLlhs]|min|dL|cm|km)[²³23]?(?![A-Za-z]))+)?";

const patterns: readonly (readonly [kind: keyof typeof signs, pattern: RegExp])[] = [
  ["share", new RegExp(`(?<of>百|千|万)分之(?<a>${digits}|${hanziDigits}+(?:点${hanziDigits}+)?)`, "gu")],
  ["tenths", /(?<a>[一二三四五六七八九])成(?<half>[半一二三四五六七八九])?(?![员立为功果本长熟交都品绩])/gu],
  [
    "plain",
    new RegExp(
      `(?<![A-Za-z\\d.])(?<around>±\\s*|正负)?(?<a>${digits})(?:\\s*(?<ua>%|‰|${chineseUnits})?${between}(?<b>${digits}))?\\s*(?<scale>[万亿千](?!元|人))?\\s*(?<unit>%|‰|(?:${chineseUnits})${compound})?`,
      "gu",
    ),
  ],
  [
    "hanzi",
    new RegExp(
      `(?<![第每一二两三四五六七八九十百千])(?<a>半|${hanziDigits}+)(?:${between}(?<b>${hanziDigits}+))?\\s*(?<unit>%|‰|(?:${chineseUnits})${compound})(?:(?<=[次遍回])|(?!并))(?!性|致|切|定|般|律|旦|样|体|线|手)`,
      "gu",
    ),
  ],
];

/** Without these signs a clause has no figure of the kind; most clauses have none. */
const signs = { share: /分之/u, tenths: /成/u, plain: /\d/u, hanzi: new RegExp(`半|${hanziDigits}`, "u") } as const;

/** All figures of a Chinese clause, in order, none overlapping another. */
export function chineseQuantities(clause: string): Quantity[] {
  const found = patterns
    .filter(([kind]) => signs[kind].test(clause))
    .flatMap(([kind, pattern]) =>
      [...clause.matchAll(pattern)].map((match) => withNoun(quantity(kind, match), clause)),
    );
  const kept: Quantity[] = [];
  for (const one of found.filter((each) => each !== undefined)) {
    if (!kept.some(({ span }) => span.start < one.span.end && one.span.start < span.end)) kept.push(one);
  }
  return kept.sort((left, right) => left.span.start - right.span.start);
}

/** 28自然箱: any short noun that ends the clause is what is counted, though no list knows it. */
const noun =
  /^(?:\p{Script=Han}{1,3}|[A-Za-z]{2,8})(?=[,。;(]|$|以[上下内]|之内)(?<![上下内前后起者间右多]|合格|达标|及格|优秀|完成|要求|标准)/u;

function withNoun(found: Quantity | undefined, clause: string): Quantity | undefined {
  if (!found || found.unit !== undefined) return found;
  const unit = noun.exec(clause.slice(found.span.end))?.[0];
  return unit === undefined ? found : { ...found, unit, span: { ...found.span, end: found.span.end + unit.length } };
}

function quantity(kind: string, match: RegExpExecArray): Quantity | undefined {
  const span = { start: match.index, end: match.index + match[0].trimEnd().length };
  const groups = match.groups ?? {};
  if (kind === "share") return shareOf(span, groups);
  if (kind === "tenths")
    return {
      span,
      value:
        (chineseNumber(groups.a ?? "") ?? 0) * 10 +
        (groups.half === "半" ? 5 : (chineseNumber(groups.half ?? "") ?? 0)),
      unit: "%",
    };
  return plainQuantity(span, groups);
}

type Groups = Readonly<Record<string, string | undefined>>;

function shareOf(span: Span, { of, a = "" }: Groups): Quantity | undefined {
  const value = /\d/u.test(a) ? Number(a) : decimalWords(a);
  if (value === undefined) return undefined;
  if (of === "万") return { span, value: value / 100, unit: "%" };
  return { span, value, unit: of === "百" ? "%" : "‰" };
}

function plainQuantity(span: Span, { around, a = "", b, ua, scale, unit }: Groups): Quantity | undefined {
  const value = a === "半" ? 0.5 : numberOf(a);
  const to = b === undefined ? undefined : numberOf(b);
  if (value === undefined || (b !== undefined && to === undefined)) return undefined;
  if (around !== undefined) return withUnit(span, -scaled(value, scale), scaled(value, scale), unit ?? ua);
  return withUnit(span, scaled(value, scale), to === undefined ? undefined : scaled(to, scale), unit ?? ua);
}

function withUnit(span: Span, value: number, to: number | undefined, unit: string | undefined): Quantity {
  const plain = unit
    ?.replace("工作天", "工作日")
    .replace(/^个(?=工作日|自然日|小时|百分点)/u, "")
    .replace("秒钟", "秒");
  return { span, value, ...(to !== undefined && to > value ? { to } : {}), ...(plain ? { unit: plain } : {}) };
}

function numberOf(words: string): number | undefined {
  if (/^\d/u.test(words)) return Number(words.replaceAll(",", ""));
  return chineseNumber(words);
}

function scaled(value: number, scale: string | undefined): number {
  return value * (scale === "万" ? 10_000 : scale === "亿" ? 100_000_000 : scale === "千" ? 1000 : 1);
}

/** 九十五点五 */
function decimalWords(words: string): number | undefined {
  const [whole = "", part] = words.split("点");
  const value = chineseNumber(whole);
  if (value === undefined || part === undefined) return value;
  const figures = [...part].map((sign) => chineseNumber(sign) ?? 0).join("");
  return Number(`${value}.${figures}`);
}

const word = `(?:${Object.keys(englishNumbers)
  .filter((name) => !["once", "twice", "half"].includes(name))
  .join("|")})`;
const englishPattern = new RegExp(
  `(?<![A-Za-z\\d.#-]|\\d:)(?<around>±\\s*|\\+\\s?/\\s?-\\s*|plus or minus )?(?<currency>(?:[A-Z]{1,2})?[$£€¥₹]\\s?|R(?=\\s?\\d)|(?:RM|Rs\\.?|USD|EUR|GBP|CNY|RMB|MYR|SGD|INR|AED|CHF)\\s?)?(?<minus>(?<=\\s)-(?=\\d))?(?<a>(?<=[$£€¥₹R]\\s?)\\d{1,3}(?: \\d{3})+(?!\\d)|${digits}|\\b${word}\\b|\\b(?:once|twice)\\b)(?<k>k\\b|\\s?(?:thousand|million|billion|bn)\\b|(?<=[$£€]\\s?[\\d.,]+)m\\b)?(?:\\s+out of\\s+(?:\\d+|${word})\\b)?(?:(?:\\s*(?:-|–|to|and)|%\\s*(?:-|–|to|(?<=\\bbetween [\\d.]+%\\s*)and)(?=\\s*[\\d.]+\\s*%))\\s*(?:[$£€]\\s?)?(?<b>(?:(?<=\\s)-)?${digits}|${word})(?=\\s*(?:%|percent|[a-z]|°)))?\\s*(?<unit>%|‰|°\\s?[CF]\\b|[a-z]{1,3}/[a-z]{1,3}\\b|percent\\b|per ?cent\\b|(?:-(?=[a-z]))?(?:(?:business|working|calendar|consecutive|clock|full|college|contact|cpd|training)[ -])?[a-z]+(?:-[a-z]+)*(?=[\\s.,;:)']|$))?`,
  "giu",
);
/** Words after a figure that are no unit of it. */
const noUnit =
  /^-?(?:p|or|and|of|to|per|a|an|in|at|by|for|with|from|each|every|on|is|are|the|above|below|than|plus|minimum|maximum|max|th|st|nd|rd|pm|am|if|when|as|that|which)$/iu;

/** All figures of an English clause. */
export function englishQuantities(clause: string): Quantity[] {
  return [...clause.matchAll(englishPattern)].flatMap((match) => englishQuantity(match) ?? []);
}

function englishQuantity(match: RegExpExecArray): Quantity | undefined {
  const { around, currency, minus, a = "", k, b, unit = "" } = match.groups ?? {};
  const lower = a.toLowerCase();
  const plain = unit.startsWith("°") ? unit : unit.toLowerCase().replace(/^-/u, "");
  if (/^(?:st|nd|rd|th|pm|am)$/u.test(plain)) return undefined;
  const own = plain !== "" && !noUnit.test(plain);
  const noun = own ? nounAfter(match, plain, lower === "one" || lower === "1") : undefined;
  const length = own ? match[0].length : match[0].length - unit.length;
  const span = { start: match.index, end: match.index + match[0].slice(0, length).trimEnd().length };
  const value = englishFigure(a) * scaleOf(k) * (minus ? -1 : 1);
  const said = /^(?:once|twice)$/u.test(lower)
    ? "times"
    : (currency?.trim() ?? (own ? (noun ?? unitName(plain)) : unitBehindBound(match)));
  if (around !== undefined) return withUnit(span, -value, value, said);
  return withUnit(span, value, b === undefined ? undefined : englishFigure(b), said);
}

/** 12 million, 85k, £1.2m */
function scaleOf(words = ""): number {
  const scale = words.trim().toLowerCase();
  if (scale === "") return 1;
  return scale === "k" || scale === "thousand" ? 1e3 : scale === "m" || scale === "million" ? 1e6 : 1e9;
}

function englishFigure(words: string): number {
  return englishNumbers[words.toLowerCase()] ?? Number(words.replaceAll(/[, ]/gu, ""));
}

/** 25 or more tickets */
function unitBehindBound(match: RegExpExecArray): string | undefined {
  const behind = match.input.slice(match.index + (match[0].length - (match.groups?.unit?.length ?? 0)));
  return /^\s*or (?:more|fewer|less)\s+((?:[a-z]+ )?[a-z]{3,}s)\b/u.exec(behind)?.[1];
}

/** "two customer complaints" counts complaints. */
function pluralAfter(match: RegExpExecArray): string | undefined {
  const behind = match.input.slice(match.index + match[0].length);
  return /^(?:\s+[a-z-]+)?\s+([a-z]{3,}s)\b/u.exec(behind)?.[1];
}

/** What is counted, where the word right behind the figure only says more of it; undefined where it is counted itself. */
function nounAfter(match: RegExpExecArray, plain: string, single: boolean): string | undefined {
  if (/[s%‰]$/u.test(plain) || timeOrShare.test(plain)) return undefined;
  return single ? singularAfter(match) : pluralAfter(match);
}

const timeOrShare =
  /^(?:(?:(?:business|working|calendar) )?(?:second|minute|hour|day|week|month|quarter|year|time)|per ?cent)$/u;
const stop = "(?:per|an?|each|every|of|in|during|with|to|for|at|on|by|and|or|is|are)\\b";
const lastNoun = new RegExp(
  `^(?:\\s+(?!${stop})[a-z-]+){0,2}?\\s+(?!${stop})([a-z]{3,})(?=\\s+${stop}|\\s+(?:daily|weekly|monthly|quarterly|yearly|annually)\\b|\\s*[.,;]|$)`,
  "u",
);

/** "one documented supervision meeting per month" counts meetings. */
function singularAfter(match: RegExpExecArray): string | undefined {
  const behind = match.input.slice(match.index + match[0].length);
  return lastNoun.exec(behind)?.[1];
}

function unitName(unit: string): string {
  return /^(?:percent|per ?cent)$/u.test(unit) ? "%" : unit;
}
