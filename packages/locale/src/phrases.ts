/*
 * Short phrases about a role's items, made from the plain data of its model: `≥ 5 %`, 25 日（含）前, 次月 5 日（含）,
 * 线性 0 % → 5 %. Parameter types are structural, because this package knows no other.
 */

/** A translator's `t`. */
export type Say = (key: string, params?: Readonly<Record<string, unknown>>) => string;

/** One bound of a target: a JSON Schema keyword and decimal text. */
export interface BoundWords {
  readonly keyword: string;
  readonly value: string;
}

/** When an item is due, as in the role model. */
export interface DueWords {
  readonly day?: number | "last";
  readonly workingDay?: number;
  readonly weekday?: number;
  readonly month?: number;
  readonly monthsAfter: number;
  readonly inclusive: boolean;
  readonly roll: string;
}

/** What the phrases need to know of an item; a role model's item fits. */
export interface ItemWords {
  readonly every?: string;
  readonly unit?: string;
  readonly observation: { readonly kind: string };
  readonly measure?: { readonly kind: string };
  readonly target?: { readonly bounds: readonly BoundWords[]; readonly accepted?: readonly unknown[] };
  readonly due?: DueWords;
  readonly score?: { readonly kind: string; readonly params: Readonly<Record<string, unknown>> };
}

/** What the phrases need to know of a scorecard line. */
export interface LineWords {
  readonly actual: string | null;
  readonly steps: readonly StepWords[];
}

/** What the phrases need to know of one step of a line's arithmetic. */
export interface StepWords {
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly unit?: string;
}

/** A figure with its unit, as written everywhere: `94.74 %`, 1 error, 2 errors. */
export function quantityInWords(value: string, unit: string | undefined): string {
  return unit === undefined || unit === "" ? value : `${value} ${counted(value, unit)}`;
}

/** The unit for so many: templates give an English one in the plural. */
function counted(value: string, unit: string): string {
  return Number(value) === 1 ? singular(unit) : unit;
}

/** One of what a regular English plural counts; units that are no such word (%, pcs, CNY 10,000) stay as they are. */
function singular(unit: string): string {
  if (!/^[a-z]{2,}[^sui]s$/.test(unit)) return unit;
  if (unit.endsWith("ies")) return `${unit.slice(0, -3)}y`;
  return unit.replace(/(?<=ss|x|ch|sh)es$|s$/, "");
}

/** One step of the arithmetic as a sentence: `explain.<code>` with its figures. */
export function stepInWords({ code, params = {} }: StepWords, t: Say): string {
  const said = Object.entries(params).map(([name, value]) => [name, countedAgain(value)]);
  return t(`runtime.explain.${code}`, Object.fromEntries(said));
}

/** Params carry figures with their unit as one text, in the plural the template gives. */
function countedAgain(value: unknown): unknown {
  const [, figure, unit] = typeof value === "string" ? (/^(1(?:\.0+)?) ([a-z]+)$/.exec(value) ?? []) : [];
  return figure === undefined ? value : quantityInWords(figure, unit);
}

/** How often: 每月; empty without a cadence. */
export function cadenceInWords(every: string | undefined, t: Say): string {
  return every === undefined ? "" : t(`runtime.cadence.${every}`);
}

/** A period instance: 2026 年 11 月, 2026 年第 47 周; `short` leaves out the year where the rest is enough. */
export function periodInWords(period: string, t: Say, form: "long" | "short" = "long"): string {
  const found = periodShapes.map(([kind, shape]) => ({ kind, groups: shape.exec(period)?.groups }));
  const match = found.find(({ groups }) => groups !== undefined);
  if (!match) return period;
  const numbers = Object.entries(match.groups ?? {}).map(([name, digits]) => [name, Number(digits)]);
  return t(`runtime.${form === "long" ? "period" : "periodShort"}.${match.kind}`, Object.fromEntries(numbers));
}

const periodShapes: readonly (readonly [kind: string, shape: RegExp])[] = [
  ["year", /^(?<year>\d{4})$/],
  ["half-year", /^(?<year>\d{4})-H(?<half>\d)$/],
  ["quarter", /^(?<year>\d{4})-Q(?<quarter>\d)$/],
  ["month", /^(?<year>\d{4})-(?<month>\d\d)$/],
  ["week", /^(?<year>\d{4})-W(?<week>\d\d)$/],
  ["day", /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/],
];

/** The target: `≥ 5 %`, 25 日（含）前, 每周 ≥ 1 次, 完成; empty without one. */
export function targetInWords(item: ItemWords, t: Say): string {
  const { target, observation } = item;
  if (!target) return untargeted(item, t);
  if (observation.kind === "tick" && !item.measure) return t("runtime.target.done");
  if (target.accepted) return target.accepted.map(String).join(" / ");
  const counted = observation.kind === "events" && (item.measure?.kind ?? "count") === "count";
  const events = counted && item.every !== undefined && item.every !== "event";
  const bounds = target.bounds.map((bound) =>
    isDay(item) ? dayBound(bound, item, t) : figureBound(bound, item.unit, t, events),
  );
  const text = bounds.reduce((first, second) => t("runtime.target.and", { first, second }));
  return events ? t("runtime.target.each", { cadence: cadenceInWords(item.every, t), target: text }) : text;
}

/** A tick without a target is to be set, a date without one to keep its due day. */
function untargeted(item: ItemWords, t: Say): string {
  // The tick of a veto is none to be set.
  if (item.score?.kind === "veto" || item.score?.kind === "bonus") return "";
  if (item.observation.kind === "tick") return t("runtime.target.done");
  if (item.observation.kind !== "date" || !item.due) return "";
  return t("runtime.target.by", { day: dueInWords(item, t) });
}

/** How often something takes place in each period reads shorter: `≥ 1 × weekly`. */
function figureBound({ keyword, value }: BoundWords, unit: string | undefined, t: Say, events: boolean): string {
  const often = events && unit ? t("runtime.target.often", { value, unit: counted(value, unit) }) : undefined;
  return t(`runtime.operators.${keyword}`, { value: often ?? quantityInWords(value, unit) });
}

function dayBound({ keyword, value }: BoundWords, item: ItemWords, t: Say): string {
  const day = dayInWords(value, item.every, t);
  if (keyword === "maximum") return t("runtime.target.by", { day: t("runtime.due.inclusive", { day }) });
  if (keyword === "exclusiveMaximum") return t("runtime.target.by", { day: t("runtime.due.exclusive", { day }) });
  return t("runtime.target.dayAfter", { bound: keyword, day });
}

/** A day of a period: 24 日, 次月 5 日 (36 of a month, which counts 31 days), 第 40 天 of other periods. */
export function dayInWords(day: string, every: string | undefined, t: Say): string {
  const index = Number(day);
  if (every !== "month" || index < 1) return t("runtime.day.ofPeriod", { day });
  const months = Math.floor((index - 1) / 31);
  const params = { day: index - months * 31, months };
  return t(
    months === 0 ? "runtime.day.ofMonth" : months === 1 ? "runtime.day.ofNextMonth" : "runtime.day.ofLaterMonth",
    params,
  );
}

/** The last day in time, always saying whether it counts: 次月 5 日（含）, 周五（含）; empty without a rule. */
export function dueInWords({ every, due }: Pick<ItemWords, "every" | "due">, t: Say): string {
  if (!due) return "";
  const day = t(due.inclusive ? "runtime.due.inclusive" : "runtime.due.exclusive", { day: dueDay(every, due, t) });
  return due.roll === "none" ? day : t("runtime.due.roll", { due: day, roll: due.roll });
}

function dueDay(every: string | undefined, due: DueWords, t: Say): string {
  if (every === "day") return t("runtime.due.sameDay");
  if (due.workingDay) return workingDay(every, { ...due, workingDay: due.workingDay }, t);
  if (every === "week") return t("runtime.due.weekday", { weekday: due.weekday ?? 7 });
  const day = due.day ?? "last";
  if (every === "month" && day !== "last" && due.monthsAfter <= 1) {
    return t(due.monthsAfter === 0 ? "runtime.day.ofMonth" : "runtime.day.ofNextMonth", { day });
  }
  return t("runtime.due.day", { day, month: dueMonth(every, due, t) });
}

function workingDay(every: string | undefined, due: DueWords & { readonly workingDay: number }, t: Say): string {
  const month = every === "week" ? "week" : dueMonth(every, due, t);
  return t("runtime.due.workingDay", { number: due.workingDay, month });
}

const lengths: Readonly<Record<string, number>> = { month: 1, quarter: 3, "half-year": 6, year: 12 };

function dueMonth(every: string | undefined, { month, monthsAfter }: DueWords, t: Say): string {
  const length = lengths[every ?? "month"] ?? 1;
  const index = (month ?? length) + monthsAfter;
  if (every === "year") {
    return index > 12
      ? t("runtime.due.monthOfNextYear", { month: index - 12 })
      : t("runtime.due.monthOfYear", { month: index });
  }
  if (index > length + 1) return t("runtime.due.laterMonth", { months: index - length });
  if (index === length + 1) return t("runtime.due.nextMonth");
  return length === 1 ? t("runtime.due.thisMonth") : t("runtime.due.monthOfPeriod", { month: index });
}

/**
 * How points come, in a few characters: 线性 0 % → 5 %, 比率 · 封顶 100, 分档 · 4 级, 每缺 1 次扣 10, 达标即满分,
 * 每 1 件加 1 · 最多 5, 一票否决 → D.
 */
export function scoreInWords(item: ItemWords, t: Say): string {
  const { kind, params } = item.score ?? { kind: "pass", params: {} };
  const phrase = Object.hasOwn(scorePhrases, kind) ? scorePhrases[kind] : undefined;
  return phrase ? phrase(params, item, t) : t("runtime.score.other", { kind });
}

type ScoreParams = Readonly<Record<string, unknown>>;

const scorePhrases: Readonly<Record<string, (params: ScoreParams, item: ItemWords, t: Say) => string>> = {
  pass: (_params, _item, t) => t("runtime.score.pass"),
  linear: (params, { unit }, t) => {
    const [from, to] = [params.from, params.to].map((value) => quantityInWords(String(value), unit));
    return t("runtime.score.linear", { from, to });
  },
  proportion: ({ cap = 100 }, _item, t) => t("runtime.score.proportion", { cap }),
  bands: (params, _item, t) => t("runtime.score.bands", { levels: countLevels(params.bands, params) }),
  deduct: (params, item, t) => deduction(item, params, t),
  bonus: ({ per, cap }, { unit }, t) => {
    const each = unit === undefined || unit === "" ? "none" : singular(unit);
    return cap === undefined
      ? t("runtime.score.bonus", { per, unit: each })
      : t("runtime.score.bonusCapped", { per, unit: each, cap });
  },
  levels: (params, _item, t) => t("runtime.score.levels", { levels: countLevels(params.levels, params) }),
  veto: ({ grade }, _item, t) =>
    grade === undefined ? t("runtime.score.veto") : t("runtime.score.vetoGrade", { grade }),
  expression: ({ cap = 100 }, _item, t) => t("runtime.score.expression", { cap }),
};

function countLevels(list: unknown, params: ScoreParams): number {
  return (Array.isArray(list) ? list.length : 0) + (params.else === undefined ? 0 : 1);
}

/** Days and weeks are judged one by one in a monthly scorecard, so a miss there is a period missed. */
function deduction({ every, unit = "" }: ItemWords, { per, each }: Readonly<Record<string, unknown>>, t: Say): string {
  const byPeriod = each === "period" || (each === undefined && (every === "week" || every === "day"));
  return byPeriod
    ? t("runtime.score.deductPeriod", { per })
    : t("runtime.score.deductUnit", { per, unit: singular(unit) });
}

/**
 * A line's actual value with the unit it really has: `80.00 %` of the weeks; a day of a month as 24 日, of a longer
 * period as its date, 11 月 26 日; of a choice what was chosen; empty while there is none.
 */
export function actualInWords({ actual, steps }: LineWords, every: string | undefined, t: Say): string {
  if (actual === null) return chosenOf(steps);
  const last = steps.filter(({ code }) => /^(measure|aggregate)\//.test(code)).at(-1);
  if (last?.code !== "measure/day-of-period") return quantityInWords(actual, last?.unit);
  const { date } = last.params ?? {};
  return every !== "month" && typeof date === "string" ? periodInWords(date, t, "short") : dayInWords(actual, every, t);
}

function chosenOf(steps: LineWords["steps"]): string {
  const chosen = steps.find(({ code }) => code === "measure/choice")?.params?.value;
  return typeof chosen === "string" ? chosen : "";
}

function isDay({ measure, observation }: ItemWords): boolean {
  return measure ? measure.kind === "dayOfPeriod" : observation.kind === "date";
}
