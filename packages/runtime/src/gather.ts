import { toDecimal } from "./decimal.ts";
import type { Observation } from "./generated/records.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import { isObject } from "./json-kind.ts";
import type { Item } from "./model.ts";
import { type Period, parsePeriod } from "./period.ts";

/** A span of days whose observations stand together for one instance. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** What a span of observations adds up to. */
export interface Gathered {
  readonly data: JsonValue;
  /** The observations it is made of, in time. */
  readonly parts: readonly Observation[];
}

/**
 * What was recorded of an item (`recorded`, all of it) within a span, as one observation (累计): figures and inputs are added up, lists joined,
 * ticks set when any is. With `aggregate: "last"` the latest counts instead, as for a number of residents.
 *
 * An observation for a longer period says all about it: those inside it are left out, so that a quarter and its months
 * are not counted twice. Undefined when nothing was recorded.
 */
export function gather(item: Item, recorded: Iterable<Observation>, span: Span): Gathered | undefined {
  const parts = partsWithin(recorded, span);
  const [first, ...rest] = parts.map(({ data }) => data as JsonValue);
  if (first === undefined) return undefined;
  const latest = item.aggregate === "last";
  return { data: rest.reduce((sum, data) => (latest ? data : joined(sum, data)), first), parts };
}

interface Dated {
  readonly observation: Observation;
  readonly period: Period;
}

function partsWithin(recorded: Iterable<Observation>, span: Span): readonly Observation[] {
  const dated: Dated[] = [];
  for (const observation of recorded) {
    if (observation.data === null) continue;
    const period = parsePeriod(observation.period);
    if (period && isInside(period, span)) dated.push({ observation, period });
  }
  const outer = dated.filter(
    ({ period }) => !dated.some((other) => other.period !== period && isInside(period, other.period)),
  );
  return outer.sort((a, b) => a.period.last - b.period.last).map(({ observation }) => observation);
}

/** A week belongs where its Thursday lies, as everywhere. */
function isInside(period: Period, span: Span): boolean {
  const thursday = period.first + 3;
  if (period.kind === "week") return span.first <= thursday && thursday <= span.last;
  return span.first <= period.first && period.last <= span.last;
}

function joined(before: JsonValue, data: JsonValue): JsonValue {
  if (Array.isArray(before) && Array.isArray(data)) return [...before, ...data];
  if (typeof before === "boolean" && typeof data === "boolean") return before || data;
  if (isObject(before) && isObject(data)) return joinedInputs(before, data);
  return added(before, data);
}

function joinedInputs(before: JsonObject, data: JsonObject): JsonObject {
  const keys = new Set([...Object.keys(before), ...Object.keys(data)]);
  const entries = [...keys].map((key) => {
    const [old, now] = [before[key] ?? null, data[key] ?? null];
    return [key, now === null ? old : old === null ? now : joined(old, now)];
  });
  return Object.fromEntries(entries);
}

/** Figures as decimals, so that 0.1 and 0.2 are 0.3; of words the later. */
function added(before: JsonValue, data: JsonValue): JsonValue {
  const [a, b] = [toDecimal(before), toDecimal(data)];
  return typeof before === "number" && typeof data === "number" && a && b ? a.plus(b).toNumber() : data;
}
