import { type Decimal, toDecimal } from "../decimal.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { JsonValue } from "../json.ts";
import type { Bound, Item } from "../model.ts";
import { infoPath, type LintContext, type LintRule } from "./rule.ts";
import { firstMatches } from "./sentence.ts";
import type { RoleText } from "./texts.ts";

/**
 * A figure in the words of an item is the one in its target, and the day in the words the one in `due`: two figures for
 * one standard are settled in a dispute, not in the scorecard. Found only where the words state a limit in the item's
 * own unit and direction, and nothing of the item (target, score) holds that figure.
 */
export const wordingFigure: LintRule = {
  id: "wording/figure",
  scope: "item",
  check: (context) =>
    context.texts
      .filter(({ item, translated, field }) => item && !translated && field !== "other")
      .flatMap((text) => [...limitFindings(text, context), ...dayFindings(text, context)]),
};

const number = "(?<value>\\d{1,12}(?:\\.\\d{1,6})?|[一两二三四五六七八九十])";
const unit = "\\s?(?<unit>%|％|[一-龥]{1,3}|[a-z]{1,12})?";
const lowest = "不低于|不少于|不小于|至少|达到|≥|at least|no less than|not less than|minimum of";
const highest = "不高于|不超过|不多于|不大于|至多|最多|≤|at most|no more than|not more than|up to|maximum of";
const limits = new RegExp(
  `(?<low>${lowest})\\s?${number}${unit}|(?<high>${highest})\\s?${number.replace("value", "value2")}${unit.replace("unit", "unit2")}|` +
    `${number.replace("value", "value3")}\\s?(?<unit3>%|％)\\s?(?:（含）)?(?<side>以上|以下|以内)`,
  "giu",
);

interface Limit {
  readonly value: Decimal;
  readonly unit: string;
  readonly side: "lower" | "upper";
  readonly from: number;
  readonly to: number;
}

function limitsIn(text: string): Limit[] {
  return firstMatches(limits, text).flatMap((match): Limit[] => {
    const { low, value, value2, value3, unit, unit2, unit3, side } = match.groups ?? {};
    const figure = figureOf(value ?? value2 ?? value3 ?? "");
    if (!figure) return [];
    const lower = low !== undefined || side === "以上";
    return [
      {
        value: figure,
        unit: (unit ?? unit2 ?? unit3 ?? "").replace("％", "%"),
        side: lower ? "lower" : "upper",
        from: match.index,
        to: match.index + match[0].length,
      },
    ];
  });
}

const hanDigits = "零一二三四五六七八九十";

function figureOf(text: string): Decimal | undefined {
  return toDecimal(text) ?? toDecimal(text === "两" ? "2" : String(hanDigits.indexOf(text)));
}

function limitFindings(text: RoleText, context: LintContext): Diagnostic[] {
  const { item } = text;
  if (!item?.target || item.target.bounds.length === 0 || !item.unit) return [];
  const own = item.unit;
  const stated = limitsIn(text.text).filter((limit) => (own === "%" ? limit.unit === "%" : limit.unit.startsWith(own)));
  const known = figuresOf(item);
  if (stated.some(({ value }) => known.some((figure) => figure.equals(value)))) return [];
  return stated.slice(0, 1).flatMap((limit) => {
    const bound = boundOn(limit.side, item);
    return bound ? [limitFinding(limit, bound, text, item, context)] : [];
  });
}

/** Every figure that the target or the score holds: bands, the ends of a line. */
function figuresOf({ target, score }: Item): Decimal[] {
  return numbersIn({ target: target?.schema ?? {}, score: score?.params ?? {} });
}

function numbersIn(value: JsonValue): Decimal[] {
  if (typeof value === "number") return [toDecimal(value)].filter((figure) => figure !== undefined);
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
}

function boundOn(side: Limit["side"], { target }: Item): Bound | undefined {
  const keywords = side === "lower" ? ["minimum", "exclusiveMinimum"] : ["maximum", "exclusiveMaximum"];
  return target?.bounds.find(({ keyword }) => keywords.includes(keyword));
}

function limitFinding(limit: Limit, bound: Bound, text: RoleText, item: Item, context: LintContext): Diagnostic {
  const path = infoPath(item, "target", bound.keyword);
  const said = limit.value.toFixed();
  const written = text.text
    .slice(limit.from, limit.to)
    .replace(/\d[\d.]*|[一两二三四五六七八九十](?!含)/u, bound.value);
  const value = text.text.slice(0, limit.from) + written + text.text.slice(limit.to);
  const fixes = [
    ...context.fix(
      "wording/figure-target",
      { value: said, unit: item.unit ?? "" },
      { path, value: limit.value.toNumber() },
    ),
    ...context.fix("wording/figure-words", { value: bound.value, unit: item.unit ?? "" }, { path: text.path, value }),
  ];
  const params = {
    title: item.title,
    words: text.text.slice(limit.from, limit.to),
    target: bound.value,
    unit: item.unit ?? "",
  };
  return context.reportWords("wording/figure", "warning", { in: text, from: limit.from, to: limit.to }, params, fixes);
}

const days =
  /(?<!\d)(?<day>[1-9]|[12]\d|3[01])\s?[日号](?=\s?(?:（[不]?含）)?\s?(?:之)?前)|\b(?:by|on or before|before) the (?<en>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b/giu;

function dayFindings(text: RoleText, context: LintContext): Diagnostic[] {
  const { item } = text;
  const own = item?.due?.day;
  if (!item || typeof own !== "number") return [];
  const stated = firstMatches(days, text.text).map((match) => ({
    match,
    day: Number(match.groups?.day ?? match.groups?.en),
  }));
  const known = [own, ...(item.target?.bounds ?? []).map(({ value }) => Number(value))];
  const [first] = stated;
  if (!first || stated.some(({ day }) => known.includes(day))) return [];
  const { match, day } = first;
  const fixes = context.fix("wording/day-due", { day }, { path: infoPath(item, "due", "day"), value: day });
  const params = { title: item.title, day, due: own };
  const words = { in: text, from: match.index, to: match.index + match[0].length };
  return [context.reportWords("wording/day", "warning", words, params, fixes)];
}
