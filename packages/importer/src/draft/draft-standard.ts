import type { Standard } from "../generated/import-result.ts";
import { type DraftItem, tick } from "./draft-item.ts";
import { dayOfPeriod, isDue, rhythm, timing, timingComment } from "./draft-timing.ts";
import type { SayWord } from "./draft-words.ts";

/** What is recorded, and how the figure comes of it. */
interface Observed {
  readonly schema: object;
  readonly item: object;
}

/** Kinds in the order they are tried; each says no by undefined. */
const kinds: readonly ((standard: Standard, words: SayWord) => Observed | undefined)[] = [
  onDay,
  deviation,
  ratio,
  zero,
  count,
  figure,
];

/**
 * A standard with the observation that fits its measure: a date, several dates, two figures that make a share or a
 * deviation, or one figure; a tick where the words hold no measure. Figures stay as the source has them.
 */
export function draftStandard(standard: Standard, supports: string | undefined, words: SayWord): DraftItem {
  const observed = kinds.map((kind) => kind(standard, words)).find((found) => found !== undefined);
  const weight = standard.weight && standard.weight > 0 ? { weight: standard.weight } : {};
  const shared = { ...timing(standard), ...weight, ...(supports === undefined ? {} : { supports: [supports] }) };
  const drafted = observed
    ? { schema: { title: standard.text, ...observed.schema, "x-item": { ...shared, ...observed.item } } }
    : tick(standard.text, shared);
  const comment = timingComment(standard, words);
  return comment === undefined ? drafted : { ...drafted, comment };
}

const pass = { kind: "pass" };

/**
 * A day and nothing else to reach (每月25日前上报): the date it was done. A day of the year has no target but `due`: its
 * place differs in leap years.
 */
function onDay(standard: Standard, words: SayWord): Observed | undefined {
  if (standard.target !== undefined || !isDue(standard)) return undefined;
  const schema = { type: "string", format: "date" };
  const day = dayOfPeriod(standard);
  if (day === undefined) return { schema, item: { unit: words("day"), score: pass } };
  const target = standard.deadline?.inclusive === false ? { exclusiveMaximum: day } : { maximum: day };
  return {
    schema,
    item: { unit: words("day"), measure: { kind: "dayOfPeriod" }, target, score: pass },
  };
}

/** 预算执行偏差率: how far the actual is from the plan. */
function deviation(standard: Standard, words: SayWord): Observed | undefined {
  const target = targetOf(standard);
  if (!target || standard.unit !== "%" || !/偏差|\b(?:deviation|variance)\b/iu.test(standard.metric ?? ""))
    return undefined;
  const properties = {
    plan: { title: words("plan"), type: "number", exclusiveMinimum: 0 },
    actual: { title: words("actual"), type: "number", minimum: 0 },
  };
  const measure = { kind: "deviation", plan: "plan", actual: "actual" };
  return { schema: inputs(properties), item: { unit: "%", measure, target } };
}

/** Rates that are no part of a whole: they may be negative, or are made of more than two figures. */
const noShare = /增长|增幅|同比|环比|利润|毛利|回报|收益|周转|growth|margin|profit|return|turnover/iu;

/** Shares of money, time or weight, which are no whole numbers. */
const uncounted =
  /费|额|款|金|成本|价|损|耗|可用率|停机|工时|贷|预算|\b(?:cost|fees?|sales|budget|loss|availability|spend)\b/iu;

function ratio(standard: Standard, words: SayWord): Observed | undefined {
  const { unit, of, metric = "", text } = standard;
  const target = targetOf(standard);
  const named = /(?:率|比例|占比)$|\b(?:rate|ratio|percentage|proportion)\b/iu.test(metric);
  if (!target || unit !== "%" || noShare.test(metric) || !(named || of !== undefined)) return undefined;
  const type = uncounted.test(of ?? metric) ? "number" : "integer";
  const titles = shareTitles(metric, text, of);
  const properties = {
    part: { title: titles.part ?? words("part"), type, minimum: 0 },
    whole: { title: titles.whole ?? words("whole"), type, minimum: 0 },
  };
  const measure = { kind: "ratio", of: "part", to: "whole", whenZero: "not-applicable" };
  return { schema: inputs(properties), item: { unit: "%", measure, target: wholly(standard) ?? target } };
}

/** All of a whole is reached at 100 %; doing more than planned is no failure. */
function wholly({ operator, target }: Standard): object | undefined {
  return operator === "=" && target === 100 ? { minimum: 100 } : undefined;
}

/** Verbs of Chinese rates whose two figures go by names everyone uses. */
const shares: readonly (readonly [RegExp, string, string])[] = [
  [/(?:收缴|收费|回收|回款)率$/u, "实收", "应收"],
  [/(完成|整改|办结|落实|执行|兑现|处理|响应|出勤|参与|参加|回复|解决|归档|申报)率$/u, "$1", "应$1"],
  [/(?:抽查|检查|巡查|回访)(?:比例|率)$/u, "$0", "总量"],
  [/(合格|完好|及时|准确|达标|满意|优良|准时|按期|正常|有效|成功)率$/u, "$1", "总数"],
];

interface ShareTitles {
  readonly part?: string;
  readonly whole?: string;
}

function shareTitles(metric: string, text: string, of: string | undefined): ShareTitles {
  for (const [pattern, part, whole] of shares) {
    const found = pattern.exec(metric);
    if (!found) continue;
    const verb = found[1] ?? found[0].replace(/比例|率/gu, "");
    const say = (words: string) => words.replace(/\$[01]/u, verb);
    return { part: say(part), whole: of ?? say(whole) };
  }
  const part = /抽查|检查|回访|走访|巡查/u.exec(of === undefined ? "" : text)?.[0] ?? stemOf(metric);
  return { ...(part ? { part } : {}), ...(of === undefined ? {} : { whole: of }) };
}

/** 月度业主投诉率 → 业主投诉; Occupancy rate → Occupancy: what the part of the whole is. */
function stemOf(metric: string): string {
  return metric
    .replace(/^(?:每?[月年季]度?|全年|半年|monthly|weekly|yearly|annual|quarterly)\s*/iu, "")
    .replace(/\s*(?:率|比例|占比|\b(?:rate|ratio|percentage|proportion)\b).*$/iu, "");
}

function inputs(properties: object): object {
  return { type: "object", properties, required: Object.keys(properties) };
}

/** 零差错: how many there were. */
function zero({ operator, target, unit }: Standard): Observed | undefined {
  if (target !== 0 || (operator !== "=" && operator !== "<=") || unit === "%" || unit === "‰") return undefined;
  return {
    schema: { type: "integer", minimum: 0 },
    item: { ...(unit ? { unit } : {}), target: { maximum: 0 }, score: pass },
  };
}

const events = /^(?:次|场|回|遍|times?|meetings?|visits?)$/iu;

/** Up to so many dates a person will list; more are counted as a figure. Several on one day cannot be told by dates. */
const listed: Readonly<Record<string, number>> = { week: 5, month: 12, quarter: 12, "half-year": 12, year: 12 };

/** 每周至少一次: the dates on which it was done. */
function count(standard: Standard): Observed | undefined {
  const { operator, unit = "", target: least } = standard;
  const most = listed[rhythm(standard) ?? ""] ?? 0;
  if (!events.test(unit) || operator !== ">=" || typeof least !== "number") return undefined;
  if (!Number.isInteger(least) || least < 1 || least > most) return undefined;
  return {
    schema: { type: "array", items: { type: "string", format: "date" }, uniqueItems: true },
    item: { unit, measure: { kind: "count" }, target: { minimum: least }, score: pass },
  };
}

/** Any other figure, e.g. minutes or a score. */
function figure(standard: Standard): Observed | undefined {
  const target = targetOf(standard);
  if (!target) return undefined;
  const { unit, metric = "" } = standard;
  const floor = noShare.test(metric) || Object.values(target).some((bound) => bound < 0) ? {} : { minimum: 0 };
  return { schema: { type: "number", ...floor }, item: { ...(unit ? { unit } : {}), target } };
}

const keywords = {
  ">=": "minimum",
  ">": "exclusiveMinimum",
  "<=": "maximum",
  "<": "exclusiveMaximum",
  "=": "const",
} as const;

function targetOf({ operator, target }: Standard): Readonly<Record<string, number>> | undefined {
  if (operator === undefined || target === undefined) return undefined;
  if (typeof target === "object") return { minimum: target.from, maximum: target.to };
  return operator === "between" ? undefined : { [keywords[operator]]: target };
}
