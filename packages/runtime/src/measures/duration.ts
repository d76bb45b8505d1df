import {
  type MeasureContext,
  type Measured,
  type MeasureKind,
  type Problem,
  quantity,
  refused,
} from "../arithmetic.ts";
import type { Calendar } from "../calendar.ts";
import { Decimal, toDecimal, zero } from "../decimal.ts";
import { type Instant, parseInstant } from "../instant.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import { isObject, objectAt, textAt } from "../json-kind.ts";
import type { Item } from "../model.ts";
import { namedFields } from "./inputs.ts";

type Unit = "minute" | "hour" | "day" | "working-day";
type Take = "mean" | "median" | "max" | "sum";

interface DurationRule {
  readonly unit: Unit;
  readonly take: Take;
  /** Keys of start and end; undefined for a list of durations that are figures already. */
  readonly ends: { readonly from: string; readonly to: string } | undefined;
  /** Titles of start and end, for the step. */
  readonly titles: { readonly from: string; readonly to: string };
}

const units: readonly Unit[] = ["minute", "hour", "day", "working-day"];
const takes: readonly Take[] = ["mean", "median", "max", "sum"];
const seconds: Readonly<Record<Exclude<Unit, "working-day">, number>> = { minute: 60, hour: 3600, day: 86_400 };

/**
 * How long something took (时长): from one date or time to another, e.g. response time, or time to hire; of a list, the
 * mean, median, longest or sum.
 *
 * Between dates the first day does not count and the last does (PRC Civil Code, art. 201): from the 2nd to the 5th are
 * three days. Working days are those of the calendar, counted the same way. Between times, days are spans of 24 hours.
 * An end before its start is invalid data.
 */
export const duration: MeasureKind<DurationRule> = {
  id: "duration",
  params: {
    description: "How long it took from one date or time to another; of a list, the mean, median, longest or sum.",
    type: "object",
    properties: {
      from: { type: "string", description: "Key of the start: a date or date-time." },
      to: { type: "string", description: "Key of the end." },
      unit: { enum: units, default: "day", description: "What is counted." },
      take: { enum: takes, default: "mean", description: "What a list of durations gives." },
    },
    additionalProperties: false,
  },
  fits: ["inputs", "events"],
  compile(params, item) {
    const unit = units.find((known) => known === params.unit) ?? "day";
    const take = takes.find((known) => known === params.take) ?? "mean";
    const [from, to] = [String(params.from ?? ""), String(params.to ?? "")];
    if (item.observation.kind === "inputs") {
      const { fields, problems } = namedFields(params, ["from", "to"], item);
      const [start, end] = fields;
      if (!start || !end) return { problems };
      const titles = { from: start.title, to: end.title };
      return checked({ unit, take, ends: { from, to }, titles }, [start.schema, end.schema]);
    }
    return ofList({ unit, take }, params, item);
  },
  measure(rule, data, { calendar }): Measured {
    return Array.isArray(data) ? listed(rule, data, calendar) : single(rule, data, calendar);
  },
  explain: (rule, data, context) => {
    return Array.isArray(data) ? explainList(rule, data, context) : explainSingle(rule, data, context);
  },
  range: () => ({ from: zero }),
};

function ofList({ unit, take }: Pick<DurationRule, "unit" | "take">, params: JsonObject, item: Item) {
  const entry = objectAt(item.observation.schema, "items");
  if (params.from === undefined && params.to === undefined) {
    const numeric = entry.type === "number" || entry.type === "integer";
    const titles = { from: "", to: "" };
    return numeric ? { compiled: { unit, take, ends: undefined, titles } } : refused("measure/duration-list", []);
  }
  const properties = objectAt(entry, "properties");
  const ends = { from: String(params.from ?? ""), to: String(params.to ?? "") };
  const problems = (["from", "to"] as const).flatMap((name): Problem[] => {
    if (isObject(properties[ends[name]])) return [];
    const known = Object.keys(properties);
    return [{ code: "measure/unknown-input", path: [name], params: { name: params[name] ?? null, known } }];
  });
  if (problems.length > 0) return { problems };
  const schemas = [objectAt(properties, ends.from), objectAt(properties, ends.to)];
  return checked({ unit, take, ends, titles: ends }, schemas);
}

/** Dates know no hours; a date against a time would be off by up to a day. */
function checked(rule: DurationRule, schemas: readonly JsonObject[]) {
  const formats = schemas.map((schema) => textAt(schema, "format") ?? "");
  const known = formats.every((format) => format === "date" || format === "date-time");
  const timed = formats.every((format) => format === "date-time");
  const [first, second] = formats;
  if (!known || first !== second) return refused("measure/duration-format", ["from"], { formats });
  if (!timed && (rule.unit === "hour" || rule.unit === "minute"))
    return refused("measure/duration-hours", ["unit"], { unit: rule.unit });
  return { compiled: rule };
}

function single(rule: DurationRule, data: JsonValue, calendar: Calendar): Measured {
  const [from, to] = endTexts(rule, data);
  if (from === undefined || to === undefined) {
    return { state: "no-data", reason: from === to ? "missing" : "incomplete" };
  }
  const value = between(rule, from, to, calendar);
  return value ? { state: "measured", value } : { state: "no-data", reason: "invalid" };
}

function explainSingle(rule: DurationRule, data: JsonValue, { item, calendar }: MeasureContext) {
  const [from = "", to = ""] = endTexts(rule, data);
  const worked = quantity(between(rule, from, to, calendar)?.toFixed() ?? "", item.unit);
  const { titles } = rule;
  const params = { from: titles.from, fromValue: from, to: titles.to, toValue: to, unit: unitWord(rule), worked };
  return { code: "measure/duration", params };
}

function listed(rule: DurationRule, data: readonly JsonValue[], calendar: Calendar): Measured {
  if (data.length === 0) return { state: "not-applicable", reason: "zero-denominator" };
  const values = lengthsOf(rule, data, calendar);
  if (values.length < data.length) return { state: "no-data", reason: "invalid" };
  return { state: "measured", value: taken(rule.take, values) };
}

function explainList(rule: DurationRule, data: readonly JsonValue[], { item, calendar }: MeasureContext) {
  const values = lengthsOf(rule, data, calendar);
  const longest = quantity(Decimal.max(zero, ...values).toFixed(), item.unit);
  return {
    code: "measure/durations",
    params: { count: values.length, take: rule.take, unit: unitWord(rule), longest },
  };
}

/** The valid ones of a list. */
function lengthsOf(rule: DurationRule, data: readonly JsonValue[], calendar: Calendar): Decimal[] {
  const found = data.map((entry) => {
    if (!rule.ends) return toDecimal(entry);
    const [from, to] = endTexts(rule, entry);
    return from === undefined || to === undefined ? undefined : between(rule, from, to, calendar);
  });
  return found.filter((value) => value !== undefined).filter((value) => !value.isNegative());
}

function taken(take: Take, values: readonly Decimal[]): Decimal {
  const sum = values.reduce((total, value) => total.plus(value), zero);
  if (take === "sum") return sum;
  if (take === "mean") return sum.div(values.length);
  const sorted = values.toSorted((a, b) => a.comparedTo(b));
  if (take === "max") return sorted.at(-1) ?? zero;
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)] ?? zero, sorted[Math.ceil(middle)] ?? zero];
  return low.plus(high).div(2);
}

/** Start and end as written; undefined while they are not filled in. */
function endTexts({ ends }: DurationRule, data: JsonValue): readonly [string | undefined, string | undefined] {
  const values = isObject(data) && ends ? data : {};
  const text = (key: string) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  return [text(ends?.from ?? ""), text(ends?.to ?? "")];
}

function between(rule: DurationRule, from: string, to: string, calendar: Calendar): Decimal | undefined {
  const [start, end] = [parseInstant(from), parseInstant(to)];
  if (!start || !end) return undefined;
  const length = rule.unit === "working-day" ? workedDays(start, end, calendar) : elapsed(rule.unit, start, end);
  return length?.isNegative() ? undefined : length;
}

function elapsed(unit: Exclude<Unit, "working-day">, start: Instant, end: Instant): Decimal | undefined {
  if (start.seconds && end.seconds) return end.seconds.minus(start.seconds).div(seconds[unit]);
  return unit === "day" ? Decimal.of(end.day - start.day) : undefined;
}

/** Longer spans than this say that a year was mistyped. */
const longestSpan = 40_000;

function workedDays(start: Instant, end: Instant, calendar: Calendar): Decimal | undefined {
  const span = end.day - start.day;
  if (span < 0 || span > longestSpan || (start.seconds && end.seconds?.lessThan(start.seconds))) return undefined;
  let worked = 0;
  for (let day = start.day + 1; day <= end.day; day += 1) if (calendar.isWorkingDay(day)) worked += 1;
  return Decimal.of(worked);
}

/** The unit as a word that messages can choose by; a hyphen would break their syntax. */
function unitWord({ unit }: DurationRule): string {
  return unit === "working-day" ? "workingDays" : `${unit}s`;
}
