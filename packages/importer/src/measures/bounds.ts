import type { Span } from "../source.ts";
import {
  countingUnits,
  leadingOperators,
  leadingOperatorsEnglish,
  lessIsBetter,
  metricBefore,
  type Operator,
  type OperatorRow,
  trailingOperators,
  trailingOperatorsEnglish,
} from "../words/measure-words.ts";
import { cadenceOf } from "./cadence.ts";
import type { Quantity } from "./quantities.ts";

/** What a figure bounds, and how. */
export interface Bound {
  readonly operator: Operator;
  readonly of?: string;
  /** Where the words of the operator begin. */
  readonly from: number;
  readonly explicit: boolean;
}

/** 客户询价4小时内回复: how long one may take is no matter of how often, either. */
export const duration =
  /^(?:秒|分钟|小时|工作日|自然日|天|日|(?:seconds?|minutes?|hours?|(?:business |working |calendar )?days?))$/iu;

/** The bound that the words around a figure set; undefined where it bounds nothing. */
export function boundOf(clause: string, quantity: Quantity, han: boolean): Bound | undefined {
  if (quantity.to !== undefined) return rangeBound(clause, quantity, han);
  const before = clause.slice(0, quantity.span.start);
  const behind = clause.slice(quantity.span.end);
  const trail = hit(han ? trailingOperators : trailingOperatorsEnglish, behind);
  // The words of an operator stand right before the figure; what stands further off need not be looked through.
  const near = before.slice(-90);
  const lead = hit(han ? leadingOperators : leadingOperatorsEnglish, near);
  // 达到90%以上 is bounded by its last word, 不低于90%以上 by its first.
  const said = lead && !(trail && weak(lead.match[0])) ? lead : trail;
  if (!said) return impliedBound(clause, quantity, before, behind, han);
  // No agent has more than three chats: at most three.
  if (!han && said.operator === ">" && /^\W*(?:no|nobody|none|never)\b[^.;]*$/iu.test(before))
    return { operator: "<=", explicit: true, from: before.length };
  const of = said.match.groups?.of?.trim();
  const from = lead ? before.length - near.length + lead.match.index : quantity.span.start;
  return { operator: said.operator, explicit: true, from, ...(of ? { of } : {}) };
}

interface Hit {
  readonly operator: Operator;
  readonly match: RegExpExecArray;
}

function hit(rows: readonly OperatorRow[], words: string): Hit | undefined {
  for (const [operator, pattern] of rows) {
    const match = pattern.exec(words);
    if (match) return { operator, match };
  }
  return undefined;
}

/** 达到, 控制在 and the like give way to a word behind the figure. */
function weak(words: string): boolean {
  return /^(?:达|保持|维持|稳定|提升|提高|实现|控制|压缩|降|减少|限|achiev|maintain|reach|attain|hit)/iu.test(words);
}

function rangeBound(clause: string, { span, unit, value }: Quantity, han: boolean): Bound | undefined {
  // ±2%
  if (value < 0) return { operator: "between", explicit: true, from: span.start };
  const before = clause.slice(0, span.start);
  const behind = clause.slice(span.end);
  const said = han
    ? /(?:控制|保持|维持|稳定|介于|为|在)[^\d,]{0,6}$/u.test(before) || /^\s*(?:之间|范围内?|以内)/u.test(behind)
    : /\b(?:between|from|in the range of|of|range|stays? at|kept at|held at|remains? at|maintained at)\s*$/iu.test(
        before,
      );
  const counted = (han ? countingUnits.test(unit ?? "") : true) && cadenceOf(clause) !== undefined;
  const implied = metricBefore.test(before);
  return said || counted || implied ? { operator: "between", explicit: said, from: span.start } : undefined;
}

/** A bare figure: behind a metric, or so many a week. */
function impliedBound(
  clause: string,
  { span, value, unit }: Quantity,
  before: string,
  behind: string,
  han: boolean,
): Bound | undefined {
  const less = lessIsBetter.test(before) && !fallBy.test(before);
  const bound: Bound = { operator: less ? "<=" : ">=", explicit: false, from: span.start };
  const exact = {
    ...bound,
    operator: value === 0 || (value === 100 && unit === "%") ? ("=" as const) : bound.operator,
  };
  if (!han) return impliedEnglish(clause, { value, unit, before, behind, span }, exact.operator);
  if (unit === undefined) return undefined;
  if (/[%‰]/u.test(unit)) return statesShare(before, behind, value) ? exact : undefined;
  // 投诉24小时闭环: done in that time, or sooner.
  if (duration.test(unit) && doneIn.test(behind)) return { ...bound, operator: "<=" };
  const states = figureAfterMetric.test(before) || isNone(value, unit, behind);
  return states || isCounted(clause, unit, before) ? exact : undefined;
}

/** 丢货0起: none. */
function isNone(value: number, unit: string, behind: string): boolean {
  return value === 0 && countingUnits.test(unit) && !/[\p{L}\d]/u.test(behind);
}

/** So many a week, or an hour. */
function isCounted(clause: string, unit: string, before: string): boolean {
  const often = cadenceOf(clause) !== undefined || /每个?小时/u.test(clause);
  return countingUnits.test(unit) && often && !/第\s*$/u.test(before);
}

/** 能耗同比下降 3 %, reduce waste by 3 %: the fall itself is the more the better. */
const fallBy =
  /(?:下降|降低|减少|缩短|节约|节省|压缩|压降|压减|降幅)(?:率|幅度)?(?:为|达)?\s*$|\b(?:reduc|cut|lower|decreas|sav|short)[a-z]*\b[^.;]*\bby\s*$/iu;

const doneIn = /^\s*(?:必须|须|要|需)?(?:闭环|办结|结案|答复|回复|响应|到场|到达|完成|处理|上报|反馈|解决|送达|修复)/u;

const figureAfterMetric =
  /(?:得分|评分|分数|平均分|均分|指标|目标值?|时长|时间|时效|成本|费用|次数|数量|额|量|率|≥)(?:应|须|需|要求)?(?:为|是|:|=)?\s*$/u;

function statesShare(before: string, behind: string, value: number): boolean {
  if (value === 100 || metricBefore.test(before)) return true;
  return /(?:确保|保证|做到)[^,。;]{0,16}$/u.test(before) || /^\s*(?:$|[,。;)])/u.test(behind);
}

interface EnglishFigure {
  readonly value: number;
  readonly unit: string | undefined;
  readonly before: string;
  readonly behind: string;
  readonly span: Span;
}

function impliedEnglish(
  clause: string,
  { unit, before, behind, span }: EnglishFigure,
  operator: Operator,
): Bound | undefined {
  const bound: Bound = { operator, explicit: false, from: span.start };
  if (unit === "%") return bound;
  if (
    /(?:\b(?:of|is|at|to|target|score|rate|equals?|averages?|averaging)|[:=])\s*$/iu.test(before) &&
    unit !== "year" &&
    unit !== "years"
  )
    return /\b(?:score|rate|target|average|time|ratio|per)\b|[:=]/iu.test(before + behind) ? bound : undefined;
  const recurring = /^\s*(?:[a-z-]+\s+){0,5}?(?:per|a|an|each|every|daily|weekly|monthly|quarterly|annually)\b/iu.test(
    behind,
  );
  return recurring && (cadenceOf(clause) !== undefined || /\b(?:per|an|each) hour\b/iu.test(behind))
    ? bound
    : undefined;
}
