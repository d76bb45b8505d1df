import type { Standard } from "../generated/import-result.ts";
import type { Span } from "../source.ts";
import { remembered } from "../text/remembered.ts";
import { lessIsBetter, noneRule, zeroRuleEnglish, zeroRules } from "../words/measure-words.ts";
import { isAside, isCondition } from "./asides.ts";
import { type Bound, boundOf, duration } from "./bounds.ts";
import { cadenceOf, gapOf } from "./cadence.ts";
import { deadlineOf } from "./deadlines.ts";
import { chineseQuantities, englishQuantities, type Quantity } from "./quantities.ts";

/** What one clause of a sentence asks for. */
export type Measure = Pick<
  Standard,
  "operator" | "target" | "unit" | "of" | "metric" | "cadence" | "interval" | "deadline"
>;

export interface MeasuredClause {
  /** Inside the sentence; together the clauses cover it. */
  readonly span: Span;
  /** The words that state the measure, without those before and behind it; inside the sentence. */
  readonly own: Span;
  readonly measure: Measure;
  /** The words name the bound (不低于, at least), and nothing had to be concluded from the metric. */
  readonly explicit: boolean;
  /** The figure is the time from one to the next, and no other rhythm is told. */
  readonly gap?: true;
  /** Where the day of a deadline stands, inside the sentence. */
  readonly due?: Span;
}

interface Reading {
  readonly measure: Measure;
  /** The rhythm is the figure itself (every two hours). */
  readonly gap?: true;
  readonly explicit: boolean;
  readonly due?: Span;
}

/**
 * The measures of a sentence, one for each clause that states one, in order; none when nothing is to be measured. A
 * clause without a measure belongs to the one behind it, one that begins with 并 to the one before it. Figures that are a
 * weight, a pay, a head count or a condition are no targets. Half-width figures and punctuation are expected.
 */
export const measuresOf: (sentence: string) => MeasuredClause[] = remembered(readMeasures);

function readMeasures(sentence: string): MeasuredClause[] {
  if (!mayMeasure.test(sentence) || weightsOnly.test(sentence)) return [];
  const clauses = clausesOf(sentence);
  const found: MeasuredClause[] = [];
  let start = 0;
  for (const [index, clause] of clauses.entries()) {
    const words = sentence.slice(clause.start, clause.end);
    const reading = readClause(words, sentence.slice(clause.end, clause.end + 24));
    if (!reading) {
      if (goesWithLast(words, found.length > 0)) start = clause.end;
      continue;
    }
    const due = reading.due && { start: clause.start + reading.due.start, end: clause.start + reading.due.end };
    const from = found.length === 0 ? 0 : start;
    const to = clauses[index + 1]?.start ?? sentence.length;
    const measure = { ...reading.measure, ...rhythmOf(reading, words) };
    found.push({ ...reading, measure, span: { start: from, end: to }, own: clause, ...(due ? { due } : {}) });
    start = to;
  }
  return withCadences(sentence, stretched(once(found), sentence.length));
}

/** 并做好记录 belongs to what stands before it, and so does what follows where a bound is not kept (少1次扣3分). */
function goesWithLast(words: string, bounded: boolean): boolean {
  return (bounded && isCondition(words, "", /\p{Script=Han}/u.test(words))) || /^\s*(?:并|且|同时)/u.test(words);
}

/** How often, unless the rhythm is the figure itself. */
function rhythmOf({ gap }: Reading, words: string): Pick<Measure, "cadence" | "interval"> | undefined {
  return gap ? undefined : cadenceOf(words);
}

/**
 * The measure of a table's row from its two cells, where the target is a bare figure (4次) and only its column says that
 * it is to be reached; undefined where it is none.
 */
export function targetOf(metric: string, target: string): Measure | undefined {
  if (/^\s*(?:zero|nil|none|零|无|没有)[.。]?\s*$/iu.test(target))
    return { operator: "=", target: 0, ...cadenceOf(metric) };
  const quantities = /\p{Script=Han}/u.test(metric + target) ? chineseQuantities(target) : englishQuantities(target);
  const [quantity, second] = quantities;
  if (!quantity || second || quantity.span.start > 0 || quantity.span.end < target.trim().length) return undefined;
  const operator = quantity.value === 0 ? "=" : lessIsBetter.test(metric) ? "<=" : ">=";
  const measure = figureOf(
    metric,
    { ...quantity, span: { start: metric.length, end: metric.length } },
    {
      operator,
      explicit: false,
      from: metric.length,
    },
  );
  return { ...measure, ...cadenceOf(metric) };
}

/** 权重：文书20%，满意度30%: how much each counts, for the whole sentence. */
const weightsOnly =
  /^\s*[(]?(?:其中|以上|各项|每项)*(?:考核|评分|指标)?(?:权重|分值|配分|比重)(?:分配|占比)?\s*[:为各均]|^\s*[(]?weight(?:s|ing)?\s*:/iu;

/** Whether a sentence only tells how much the standards count, or what becomes of those not kept. */
export function tellsWeights(sentence: string): boolean {
  return weightsOnly.test(sentence) || scoring.test(sentence);
}

/** 每月考核一次, 满分100分, 每次扣5分: how it is counted, with nothing to reach. */
const scoring =
  /^[^,。;≥≤]{0,6}(?:每个?(?:[月季年周]|季度|半年))?(?:进行)?(?:考核|考评|评分)(?:每[^,。;]{1,4})?(?:进行)?[一1两2]次|^[^,。;≥≤]{0,8}满分\s*\d|^(?:未|没有?|如|凡|若|对|因|发生|出现|收到|违反|迟到|被)[^。;]*(?:扣|罚|加)\s*[\d一二两三五十]|^[^,。;\d]{2,12}[,,]?每(?:次|项|起|发现|出现|发生|低|高|少|超|迟|晚|延)[^,。;]{0,10}(?:扣|罚|加)\s*\d/u;

/** A clause without any of these has neither figure nor day. */
const mayMeasure =
  /[\d〇零一二两三四五六七八九十百千半底末]|最后|(?:无|没有|未发生|不发生|未出现|不出现)\p{Script=Han}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|once|twice|zero|nil|no|by|before|prior)\b/iu;

/** What is said twice (under 15 minutes, no later than 15 minutes) is one measure. */
function once(found: readonly MeasuredClause[]): MeasuredClause[] {
  return found.filter(({ measure: { target, unit, operator, metric, cadence } }, index) => {
    const before = found[index - 1]?.measure;
    const same = before?.target === target && before?.unit === unit && before?.operator === operator;
    return !(same && metric === undefined && cadence === undefined && typeof target === "number");
  });
}

/** 生活垃圾每日清运两次,桶身干净、无异味: how well, told behind the last measure in words of its own; a standard besides. */
export function qualityBehind(sentence: string, found: readonly MeasuredClause[]): Span | undefined {
  const own = found.at(-1)?.own;
  const rest = own && sentence.slice(own.end);
  return own && rest && quality.test(rest) ? { start: own.end, end: sentence.length } : undefined;
}

const quality =
  /^(?!并|且|同时|确保|保证|做好|保持|按|及|逾|如|若|一)[^,;。\d]{2,12}?(?:整齐|干净|整洁|清晰|清楚|完整|准确|真实|畅通|完好|规范|得体|有序|(?<=[\p{Script=Han}]{2})无(?!法|须|需)\p{Script=Han}{1,4})(?:、[^,;。\d]{2,8})*[。;]?$/u;

/** Each clause reaches to the beginning of the next one with a measure. */
function stretched(found: readonly MeasuredClause[], length: number): MeasuredClause[] {
  return found.map((clause, index) => {
    const next = found[index + 1];
    return { ...clause, span: { start: clause.span.start, end: next ? next.span.start : length } };
  });
}

/** 单场时长, 发现问题后24小时内: what one of them must be is no matter of how often there are some. */
const ofOne =
  /^[\s,;、]*(?:单[场次件笔单班单台批]|每[场件笔单台批]|平均每|(?:发现|接到|收到|接获|出现|发生)[^,;。]{0,12}\d+\s*(?:个?小时|分钟|个?工作日|天|日)(?:之|以)?内)|^\W*(?:each|every) (?:one|call|visit|session)\b/iu;

/** A measure without a cadence of its own has that of the words before it. */
function withCadences(sentence: string, found: readonly MeasuredClause[]): MeasuredClause[] {
  let inherited = {};
  return found.map((clause, index) => {
    if (clause.gap) return clause;
    const words = sentence.slice(clause.span.start, clause.span.end);
    const own = toldRhythm(clause.measure) ?? cadenceOf(words);
    const rhythm = own ?? (takesRhythm(sentence, clause, found[index - 1]) ? inherited : {});
    inherited = (own && ofItsOwn.test(words)) || clause.measure.target === undefined ? {} : rhythm;
    return { ...clause, measure: { ...clause.measure, ...rhythm } };
  });
}

/** Whether how often is told by the words before it. */
function takesRhythm(sentence: string, { span, measure }: MeasuredClause, last: MeasuredClause | undefined): boolean {
  const words = sentence.slice(span.start, span.end);
  const gap = sentence.slice((last?.span.end ?? 0) - 2, span.start + 1);
  if (/[;。(]/u.test(gap) || ofOne.test(words)) return false;
  if (last && duration.test(measure.unit ?? "")) return /^[\s,;、]*其中/u.test(words);
  // 每周检查一次,保证整改率90%以上: what something done so often is to bring about.
  return measure.unit !== "%" || sharesRhythm(last, sentence) || /^[\s,;、]*(?:并|以)?(?:保证|确保)/u.test(words);
}

/** 每月A率90%,B率95%: of shares only those have one rhythm of which the first is told with 每. */
function sharesRhythm(last: MeasuredClause | undefined, sentence: string): boolean {
  if (last?.measure.unit !== "%") return false;
  const words = sentence.slice(last.own.start, last.own.end);
  return !/\p{Script=Han}/u.test(words) || /每|全年|逐|均/u.test(words);
}

/** "90% a month, …" and 月业绩… are said of the one, "each month 90%, …" and 每月… of all that follow. */
const ofItsOwn = /[\d%a-z] (?:an?|per) [a-z]+\W*$|^[\s,;、]*[年月日](?![度均])(?![^,。;]*(?:每|全年|当|本))/iu;

function toldRhythm({ cadence, interval }: Measure): Pick<Measure, "cadence" | "interval"> | undefined {
  return cadence && { cadence, ...(interval ? { interval } : {}) };
}

const clauseEnd = /(?:,(?!\d{3}(?!\d))|[;。]|(?<=[^\d]),|(?<=[a-z)]{3})\.(?=\s+[A-Z]))\s*/gu;
const englishJoin =
  /(?<!\bbetween\s+[$£€]?[\d.,]+\s*(?:%|percent)?)\s+(?:and|plus|while|with)\s+(?=(?:[a-z-]+\s+){0,6}?(?:at least|no more|no less|not|a minimum|below|under|within|above|over|\d))/giu;

/** 80% of calls answered within 20 seconds: which share, and in what time. */
const shareInTime =
  /\s(?=within (?:\d+|an?|one|two|three|four|five|ten|fifteen|twenty|thirty) (?:(?:business|working|calendar) )?(?:seconds?|minutes?|hours?|days?|weeks?)\b)(?<=\d\s?(?:%|percent|per cent)[^.;%]{0,60})/giu;

function clausesOf(sentence: string): Span[] {
  const han = /\p{Script=Han}/u.test(sentence);
  const cuts = [...sentence.matchAll(clauseEnd)].map(({ 0: sign, index }) => index + sign.length);
  if (han) cuts.push(...listCuts(sentence));
  else cuts.push(...[...sentence.matchAll(englishJoin), ...sentence.matchAll(shareInTime)].map(({ index }) => index));
  const open = han ? bracketed(sentence) : [];
  cuts.push(...open.map(({ start }) => start + 1));
  const inside = (at: number) => open.some(({ start, end }) => at > start && at < end);
  const ends = [...new Set([...cuts, sentence.length])].sort((left, right) => left - right);
  let start = 0;
  const clauses: Span[] = [];
  for (const end of ends) {
    if (end > start && (inside(end) || !insideBrackets(sentence, end))) {
      clauses.push({ start, end });
      start = end;
    }
  }
  return clauses;
}

/** (温度18~26℃,湿度45%~65%): brackets in which each piece names what it bounds. */
const measuresInBrackets =
  /[(]((?:\p{Script=Han}{2,8}(?:≥|≤|<|>)?[\d.~-]+[^,()\d]{0,3}(?:[~-][\d.]+[^,()\d]{0,3})?,?){2,})[)]/gu;

function bracketed(sentence: string): readonly Span[] {
  if (!sentence.includes("(")) return [];
  return [...sentence.matchAll(measuresInBrackets)].map(({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
  }));
}

/** 差错率低于1%、投诉不超过2次: the sign of a list parts clauses where each side has a figure. */
function listCuts(sentence: string): number[] {
  return [...sentence.matchAll(/、|且(?!不)|并且|及(?=[^,。;]{2,16}(?:不|达|低|高|≥|≤|控制))/gu)].flatMap(
    ({ 0: sign, index }) => {
      const left = /[\d%成][^、,。;]{0,6}$/u.test(sentence.slice(Math.max(0, index - 12), index));
      const right = /^[^、,。;]{0,24}?[\d百]/u.test(sentence.slice(index + sign.length, index + sign.length + 26));
      return left && right && /[^\d]/u.test(sentence.charAt(index - 1)) ? [index + (sign === "、" ? 1 : 0)] : [];
    },
  );
}

function insideBrackets(sentence: string, at: number): boolean {
  const before = sentence.slice(0, at);
  return before.lastIndexOf("(") > before.lastIndexOf(")") && sentence.indexOf(")", at) >= 0;
}

function readClause(clause: string, behind: string): Reading | undefined {
  if (!mayMeasure.test(clause)) return undefined;
  const han = /\p{Script=Han}/u.test(clause);
  if (isCondition(clause, behind, han)) return undefined;
  const due = deadlineOf(clause);
  const quantities = (han ? chineseQuantities(clause) : englishQuantities(clause)).filter(
    (each) => !(due && overlap(each.span, due.span)) && !isAside(clause, each, han),
  );
  const zero = zeroOf(clause, han);
  const bounded = quantities.flatMap((quantity) => {
    const bound = boundOf(clause, quantity, han);
    return bound ? [{ quantity, bound }] : [];
  });
  const best = chosen(clause, bounded);
  const none = best || zero || !han ? undefined : noneIn(clause);
  const figure = best ? figureOf(clause, best.quantity, best.bound) : (zero ?? none);
  if (!figure && !due) return gapIn(clause);
  const measure: Measure = {
    ...figure,
    ...(due ? { deadline: due.deadline } : {}),
    ...(due?.cadence ? { cadence: due.cadence } : {}),
  };
  return { measure, explicit: best ? best.bound.explicit : none === undefined, ...(due ? { due: due.span } : {}) };
}

/** Checked every two hours: at most two hours go by. */
function gapIn(clause: string): Reading | undefined {
  const gap = gapOf(clause);
  if (!gap) return undefined;
  return { measure: { operator: "<=", target: gap.value, unit: gap.unit }, explicit: true, gap: true };
}

function overlap(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}

interface Bounded {
  readonly quantity: Quantity;
  readonly bound: Bound;
}

/** One figure a clause: the share before the number before the duration, since durations often name the metric. */
function chosen(clause: string, bounded: readonly Bounded[]): Bounded | undefined {
  const rank = ({ quantity: { unit, span }, bound }: Bounded) => {
    const duration =
      /^(?:分钟|小时|天|日|工作日|自然日|秒|月|周|年|个月|min|h|s|(?:business |working |calendar )?(?:days?|hours?|minutes?|seconds?|weeks?|months?|years?))$/iu.test(
        unit ?? "",
      );
    const share = unit === "%" || unit === "‰";
    const attached =
      duration &&
      /^(?:以内|之内|内|之前)?的?[\p{Script=Han}]{0,10}(?:率|比例|完成|数)/u.test(clause.slice(span.end)) &&
      bounded.length > 1;
    const later = bounded.some((other) => other.quantity.span.start > span.end);
    const qualifies = later && /^\s*(?:及|含)?(?:以上|以下|以内|之内)的?\p{Script=Han}/u.test(clause.slice(span.end));
    return (share ? 4 : duration ? 1 : 2) + (bound.explicit ? 2.5 : 0) - (attached || qualifies ? 5 : 0);
  };
  return [...bounded].sort((left, right) => rank(right) - rank(left))[0];
}

/** 92分/月: how often, and no part of the unit. */
const perPeriod = /(?<=^[次起件例宗单条份场户家人篇笔批分])\/(?:每)?(?:[月周年天日]|季度?)$/u;

function figureOf(clause: string, { value, to, unit, span }: Quantity, { operator, of, from }: Bound): Measure {
  const metric = metricOf(clause.slice(0, Math.min(from, span.start)));
  // PPM≤300: what is measured names its unit.
  const named = unit?.replace(perPeriod, "") ?? /(?:PPM|DPPM)$/iu.exec(metric)?.[0];
  return {
    operator: to !== undefined ? "between" : operator,
    target: to !== undefined ? { from: value, to } : value,
    ...(named ? { unit: named } : {}),
    ...(of ? { of } : {}),
    ...(metric ? { metric } : {}),
  };
}

/** The words before the bound, without what only introduces them; none where they are a verb (每周组织召开). */
function metricOf(words: string): string {
  const metric = bareMetric(words);
  return /(?:进行|组织|召开|开展|完成|实施|安排|举办|举行|提交|上报|检查)$|^(?:每|当|本)[\p{Script=Han}]{1,4}$/u.test(
    metric,
  )
    ? ""
    : metric;
}

function bareMetric(words: string): string {
  return words
    .replace(/^\s*(?:and|with|plus)\b\s*/iu, "")
    .replace(/^[\s,;]*(?:并|且|同时|确保|保证|保持|力争|使|做到|要求|其中)*/u, "")
    .replace(
      /(?:应|须|需|要|均|必须|应当|需要|为|是|在|的|:|=|\s|\bof|\bis|\bare|\bat|\bto|\bof the|\bremains?|\bstays?|\bshould|\bmust(?: be)?)+$/u,
      "",
    )
    .trim();
}

/** 全年无安全事故: only over a time it is a count; 账目无差错 is a quality. */
function noneIn(clause: string): Measure | undefined {
  if (cadenceOf(clause) === undefined) return undefined;
  const metric = noneRule.exec(clause)?.[0].replace(/^(?:无|没有|未发生|不发生|未出现|不出现)/u, "");
  return metric === undefined ? undefined : { operator: "=", target: 0, metric };
}

function zeroOf(clause: string, han: boolean): Measure | undefined {
  const rules = han ? zeroRules : [zeroRuleEnglish];
  const match = rules.map((rule) => rule.exec(clause)).find((found) => found !== null);
  if (!match) return undefined;
  const unit = han ? /0\s*(次|起|件|例|宗|%|人)/u.exec(match[0])?.[1] : zeroNoun(match[0]);
  const metric = match[0]
    .replace(/(?:零|0\s*(?:次|起|件|例|宗|%|人)?|应|须|必须|保持|控制|为|是|在|到|:|\bzero\b|\bno\b)/giu, "")
    .trim();
  return { operator: "=", target: 0, ...(unit ? { unit } : {}), ...(metric ? { metric } : {}) };
}

/** Zero rooms released, no reportable workplace accidents: what there is none of. */
function zeroNoun(words: string): string | undefined {
  const counted =
    /^(?:zero|no|nil|0) ((?:[a-z-]+ ){0,4}?[a-z-]{3,}s)\b/iu.exec(words)?.[1] ?? /^[a-z-]+/iu.exec(words)?.[0];
  return counted?.split(" ").at(-1)?.toLowerCase();
}
