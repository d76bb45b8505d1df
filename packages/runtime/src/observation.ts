import type { Calendar } from "./calendar.ts";
import { type DataCheck, type DataError, dataCheck } from "./data-check.ts";
import type { Facts } from "./facts.ts";
import { gather, type Span } from "./gather.ts";
import type { Observation } from "./generated/records.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import { isObject } from "./json-kind.ts";
import { isOnScale, ratingScale } from "./measures/rating.ts";
import type { Item, RoleModel } from "./model.ts";
import { nearestName } from "./nearest.ts";
import { instancesWithin, parseDate, parsePeriod } from "./period.ts";
import type { ScheduledInstance } from "./schedule.ts";
import { dataFromTicks } from "./ticks.ts";

/** What is wrong with an observation, as data; its sentence is the message `runtime.<code>`. */
export interface ObservationProblem {
  /** `observation/problem`, e.g. `observation/range`. */
  readonly code: string;
  readonly params: Readonly<Record<string, JsonValue>>;
}

/**
 * Whether an observation can be recorded: its item exists, its period suits the item, its data is valid under the
 * item's schema and names no other inputs than the item has. Empty when it can.
 *
 * Inputs that are not filled in yet, and null as a whole, are no problem: half a ratio is worth keeping, and the
 * scorecard says what is missing.
 */
export function observationProblems(role: RoleModel, observation: Observation): readonly ObservationProblem[] {
  const item = itemOf(role, observation.item);
  if (!item) return [{ code: "observation/unknown-item", params: { item: observation.item } }];
  const data = observation.data as JsonValue;
  return [
    ...exemptionProblems(item, observation),
    ...periodProblems(item, observation),
    ...dataProblems(item, data),
    ...scaleProblems(item, data),
  ];
}

/** A rating that is no place on its scale: 5.9 on a scale of 5. */
function scaleProblems(item: Item, data: JsonValue): ObservationProblem[] {
  if (item.measure?.kind !== "rating" || typeof data !== "number") return [];
  const scale = ratingScale(item);
  if (!scale || isOnScale(scale, data)) return [];
  const { from, to, step } = scale;
  const limits = { from: from.toFixed(), to: to.toFixed(), step: step?.toFixed() ?? "" };
  return [{ code: "observation/scale", params: { item: item.title, field: item.title, ...limits } }];
}

/** Whether data is valid under the item's schema, unfilled inputs apart. */
export function isValidData(item: Item, data: JsonValue): boolean {
  return data === null || checkOf(item).isValid(filled(item, data));
}

/** What was recorded, and the calendar it is read by. */
export interface Recorded {
  readonly facts: Facts;
  readonly calendar: Calendar;
}

/** What was observed for one period instance; `valid` is about the recorded data it comes from. */
export interface Observed {
  readonly data: JsonValue;
  readonly valid: boolean;
  /** How it came about, where it was not recorded for this very instance. */
  readonly origin?: Gathering;
}

/** Data that other records gave: so many observations to date, or the ticks of duties. */
export type Gathering = { readonly kind: "to-date" | "gathered"; readonly count: number } | { readonly kind: "ticks" };

/**
 * The data of an instance: its own observation, else what gather.ts adds up where a span counts as one, else, for lists
 * of dates, those of its dates that were given for a longer period, else what ticks.ts reads from duties. A list for
 * the whole month covers all its weeks: a week without a date then counts none.
 */
export function observedData(role: RoleModel, item: Item, instance: ScheduledInstance, recorded: Recorded): Observed {
  const { facts } = recorded;
  const whole = instance.whole === undefined ? undefined : facts.of(item.key, instance.whole);
  const own = whole ?? (item.cumulative && instance.gathered ? undefined : facts.of(item.key, instance.period.name));
  if (own) return { data: own.data as JsonValue, valid: isValidData(item, own.data as JsonValue) };
  const span = instance.gathered && gathered(item, instance.gathered, facts);
  const observed = span && span.data !== null ? span : listed(item, instance, facts);
  if (observed.data !== null || !item.fromTicks) return observed;
  const data = dataFromTicks(role, item, instance.period, facts, recorded.calendar);
  return data === null ? observed : { data, valid: isValidData(item, data), origin: { kind: "ticks" } };
}

function gathered(item: Item, span: Span, facts: Facts): Observed {
  const found = gather(item, facts.all(item.key), span);
  if (!found) return { data: null, valid: true };
  const valid = found.parts.every(({ data }) => isValidData(item, data as JsonValue));
  return {
    data: found.data,
    valid,
    origin: { kind: item.cumulative ? "to-date" : "gathered", count: found.parts.length },
  };
}

function listed(item: Item, instance: ScheduledInstance, facts: Facts): Observed {
  if (item.observation.kind !== "events" || instance.covering.length === 0) return { data: null, valid: true };
  const lists = (names: readonly string[]) =>
    names.map((name) => facts.of(item.key, name)?.data as JsonValue | undefined).filter(Array.isArray);
  const covering = lists(instance.covering);
  const all: JsonValue[][] = [...covering, ...lists(instance.touching)];
  const dates = [...new Set(all.flat())].filter((entry) => isWithin(entry, instance));
  const observed = covering.length > 0 || dates.length > 0;
  return { data: observed ? dates : null, valid: all.every((list) => isValidData(item, list)) };
}

function isWithin(entry: JsonValue, { period }: ScheduledInstance): boolean {
  const day = typeof entry === "string" ? parseDate(entry) : undefined;
  return day !== undefined && period.first <= day && day <= period.last;
}

function exemptionProblems({ title }: Item, { exempt }: Observation): ObservationProblem[] {
  return exempt === undefined || exempt.trim() !== ""
    ? []
    : [{ code: "observation/exempt-reason", params: { item: title } }];
}

function periodProblems(item: Item, { period: name, data, exempt }: Observation): ObservationProblem[] {
  const period = parsePeriod(name);
  if (!period) return [{ code: "observation/no-period", params: { period: name } }];
  const { every } = item;
  const free =
    every === undefined || every === "once" || every === "event" || every === period.kind || item.cumulative === true;
  if (free || (item.observation.kind === "events" && period.kind !== "day")) return [];
  // Without data, an exemption may be for a longer period, and stands in all that lie in it.
  if (data === null && exempt !== undefined && instancesWithin(every, period).length > 0) return [];
  return [{ code: "observation/period", params: { item: item.title, period: name, every } }];
}

function dataProblems(item: Item, data: JsonValue): ObservationProblem[] {
  const errors = isValidData(item, data) ? [] : checkOf(item).errors(filled(item, data));
  const told = errors.filter(({ keyword }) => keyword === "additionalProperties").map(({ expected }) => expected);
  const strays = strayInputs(item, data).filter((name) => !told.includes(name));
  const unknown = strays.map((expected): DataError => ({ keyword: "additionalProperties", pointer: "", expected }));
  return [...errors, ...unknown].map((error) => dataProblem(item, error));
}

/**
 * Filled-in inputs that the item does not declare. JSON Schema takes them where `additionalProperties` is not stated,
 * yet nothing would ever show or score them: they are refused unless the template lets them in.
 */
function strayInputs(item: Item, data: JsonValue): string[] {
  const { kind, fields, schema } = item.observation;
  const open = schema.additionalProperties !== undefined && schema.additionalProperties !== false;
  if (kind !== "inputs" || open || fields.length === 0 || !isObject(data)) return [];
  return Object.keys(filled(item, data) as JsonObject).filter((name) => !fields.some(({ key }) => key === name));
}

const codes: Readonly<Record<string, string>> = {
  type: "type",
  minimum: "minimum",
  exclusiveMinimum: "exclusive-minimum",
  maximum: "maximum",
  exclusiveMaximum: "exclusive-maximum",
  multipleOf: "multiple",
  enum: "choice",
  const: "choice",
  format: "format",
  pattern: "format",
  uniqueItems: "repeated",
  additionalProperties: "unknown-input",
};

const limitKeywords = new Set(["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"]);

function dataProblem(item: Item, { keyword, pointer, expected }: DataError): ObservationProblem {
  const place = pointer.split("/")[1];
  const field = item.observation.fields.find(({ key }) => key === place)?.title ?? item.title;
  const [limit, form] = limitKeywords.has(keyword) ? [expected, ""] : ["", expected];
  const params = { item: item.title, field, limit, expected: form };
  const choice = keyword === "additionalProperties" ? declared(item, expected) : {};
  return { code: `observation/${codes[keyword] ?? "invalid"}`, params: { ...params, ...choice } };
}

/** The inputs there are, and the one that was probably meant. */
function declared({ observation: { fields, entryFields } }: Item, name: string): ObservationProblem["params"] {
  const known = (entryFields ?? fields).map(({ key }) => key);
  const nearest = nearestName(name, known) ?? "";
  return { known, guess: nearest !== "", nearest };
}

/** Inputs that are null are inputs that are not filled in. */
function filled(item: Item, data: JsonValue): JsonValue {
  if (item.observation.kind !== "inputs" || data === null || typeof data !== "object" || Array.isArray(data))
    return data;
  const entries = Object.entries(data);
  return entries.some(([, value]) => value === null)
    ? Object.fromEntries(entries.filter(([, value]) => value !== null))
    : data;
}

const items = new WeakMap<RoleModel, ReadonlyMap<string, Item>>();

function itemOf(role: RoleModel, key: string): Item | undefined {
  let known = items.get(role);
  if (!known) {
    known = new Map(role.sections.flatMap((section) => section.items.map((item) => [item.key, item])));
    items.set(role, known);
  }
  return known.get(key);
}

const checks = new WeakMap<Item, DataCheck>();

function checkOf(item: Item): DataCheck {
  let known = checks.get(item);
  if (!known) {
    known = dataCheck(withoutRequired(item));
    checks.set(item, known);
  }
  return known;
}

function withoutRequired(item: Item): JsonObject {
  const { required, ...schema } = item.observation.schema;
  return item.observation.kind === "inputs" ? schema : item.observation.schema;
}
