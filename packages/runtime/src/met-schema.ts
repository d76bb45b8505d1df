import { Decimal, round } from "./decimal.ts";
import type { Describe } from "./dialect/names.ts";
import { inferredMeasure } from "./item-plan.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import { isObject, objectAt } from "./json-kind.ts";
import type { Bound, Item, RoleModel, Rounding } from "./model.ts";

/**
 * One ordinary JSON Schema (2020-12) for any validator: a record of the role in which every item is optional, is a
 * valid observation, and meets its target.
 *
 * A target speaks of the derived value. Where that is the figure, the tick, the choice or the number of entries itself,
 * the schema says all of it, rounding included: with two digits and a target of 90, 89.995 meets it. A ratio, a
 * deviation, a duration, a day of its period, a rating and a formula are arithmetic, which JSON Schema does not have:
 * those items are only checked to be valid. Each item's description says which it is, in the words of `describe` under
 * `met.`; the root's `$comment` lists the items that are only checked to be valid.
 *
 * It speaks of one observation. How several periods make one line of a scorecard is not in it.
 */
export function metSchema(role: RoleModel, describe: Describe = () => undefined): JsonObject {
  const items = role.sections.flatMap((section) => section.items);
  const parts = items.map((item) => ({ item, part: metPart(item, role.rounding) }));
  const onlyValid = parts.filter(({ part }) => part.state !== "met").map(({ item }) => item.key);
  const definitions = Object.fromEntries(parts.flatMap(({ item }) => definitionsOf(item)));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${role.id}/met`,
    title: role.title,
    ...described(describe("met.role")),
    $comment: `only checked to be valid: ${onlyValid.join(", ") || "none"}`,
    type: "object",
    properties: Object.fromEntries(
      parts.map(({ item, part }) => [
        item.key,
        { title: item.title, ...described(describe(`met.${part.state}`)), ...observationOf(item), ...part.rule },
      ]),
    ),
    additionalProperties: false,
    ...(Object.keys(definitions).length > 0 ? { $defs: definitions } : {}),
  };
}

function described(description: string | undefined): JsonObject {
  return description === undefined ? {} : { description };
}

/** Whether a part says that the target is met, that there is none, or that it cannot be said; and how it says so. */
interface MetPart {
  readonly state: "met" | "no-target" | "arithmetic";
  readonly rule: JsonObject;
}

function metPart(item: Item, rounding: Rounding): MetPart {
  if (!item.target) return { state: "no-target", rule: {} };
  const rule = ruleOf(item, rounding);
  return rule ? { state: "met", rule: { allOf: [rule] } } : { state: "arithmetic", rule: {} };
}

function ruleOf(item: Item, rounding: Rounding): JsonObject | undefined {
  const { target, observation } = item;
  if (!target) return undefined;
  const measure = item.measure?.kind ?? inferredMeasure(observation.kind);
  if (measure === "count") return item.measure?.params.distinct === true ? undefined : countRule(target.bounds);
  if (measure !== "value") return undefined;
  if (observation.kind === "tick") return { enum: [true, false].filter((tick) => tickMeets(tick, item, rounding)) };
  if (target.accepted) return acceptedRule(item, target.accepted, rounding);
  return observation.kind === "figure" ? figureRule(target.bounds, rounding) : undefined;
}

function tickMeets(tick: boolean, { target }: Item, rounding: Rounding): boolean {
  if (target?.accepted) return target.accepted.includes(tick);
  const value = round(Decimal.of(tick ? 1 : 0), rounding);
  return (target?.bounds ?? []).every((bound) => holds(value, bound));
}

/** For figures the accepted values are amounts, and a range of figures is rounded to each. */
function acceptedRule(item: Item, accepted: readonly JsonValue[], rounding: Rounding): JsonObject {
  if (item.observation.kind !== "figure") return { enum: accepted };
  const amounts = accepted.filter((value) => typeof value === "number");
  return { anyOf: amounts.map((value) => figureRule([{ keyword: "const", value: String(value) }], rounding)) };
}

/** Whole numbers only: a list of 3.5 entries does not exist. */
function countRule(bounds: readonly Bound[]): JsonObject {
  return { allOf: bounds.map(countBound) };
}

function countBound({ keyword, value }: Bound): JsonObject {
  const bound = Decimal.of(value);
  const [up, down] = [bound.ceil().toNumber(), bound.floor().toNumber()];
  if (keyword === "minimum") return { minItems: Math.max(0, up) };
  if (keyword === "exclusiveMinimum") return { minItems: Math.max(0, down + 1) };
  if (keyword === "maximum") return atMost(down);
  if (keyword === "exclusiveMaximum") return atMost(up - 1);
  return up === down ? { minItems: Math.max(0, up), ...atMost(up) } : { not: {} };
}

function atMost(count: number): JsonObject {
  return count < 0 ? { not: {} } : { maxItems: count };
}

/** Bounds of the figure as it is written for bounds of the figure as it is rounded. */
function figureRule(bounds: readonly Bound[], rounding: Rounding): JsonObject {
  return { allOf: bounds.map((bound) => rawBound(bound, rounding)) };
}

/**
 * The rounded values are the multiples of a step. A bound holds from one of them on, and that one is reached where
 * rounding to it begins: half a step (or, cutting off, up to a whole one) before it.
 */
function rawBound({ keyword, value }: Bound, rounding: Rounding): JsonObject {
  const bound = Decimal.of(value);
  const step = Decimal.tenTo(-rounding.digits);
  const up = bound.div(step).ceil().times(step);
  const down = bound.div(step).floor().times(step);
  if (keyword === "minimum") return from(up, step, rounding);
  if (keyword === "exclusiveMinimum") return from(down.plus(step), step, rounding);
  if (keyword === "maximum") return upTo(down, step, rounding);
  if (keyword === "exclusiveMaximum") return upTo(up.minus(step), step, rounding);
  return up.equals(down) ? { allOf: [from(up, step, rounding), upTo(up, step, rounding)] } : { not: {} };
}

/** What rounds to `lowest` or more. */
function from(lowest: Decimal, step: Decimal, rounding: Rounding): JsonObject {
  const edge = edgeBetween(lowest.minus(step), lowest, rounding);
  return round(edge, rounding).greaterThanOrEqualTo(lowest)
    ? { minimum: edge.toNumber() }
    : { exclusiveMinimum: edge.toNumber() };
}

/** What rounds to `highest` or less. */
function upTo(highest: Decimal, step: Decimal, rounding: Rounding): JsonObject {
  const edge = edgeBetween(highest, highest.plus(step), rounding);
  return round(edge, rounding).lessThanOrEqualTo(highest)
    ? { maximum: edge.toNumber() }
    : { exclusiveMaximum: edge.toNumber() };
}

/** Where rounding changes from one multiple to the next: cut off, at the one further from zero, else half way. */
function edgeBetween(below: Decimal, above: Decimal, { mode }: Rounding): Decimal {
  if (mode !== "down") return below.plus(above).div(2);
  return above.greaterThan(0) ? above : below;
}

function holds(value: Decimal, { keyword, value: text }: Bound): boolean {
  const bound = Decimal.of(text);
  if (keyword === "minimum") return value.greaterThanOrEqualTo(bound);
  if (keyword === "exclusiveMinimum") return value.greaterThan(bound);
  if (keyword === "maximum") return value.lessThanOrEqualTo(bound);
  return keyword === "const" ? value.equals(bound) : value.lessThan(bound);
}

/** The observation's schema; its definitions move to the root, under the item's name. */
function observationOf(item: Item): JsonObject {
  const { $defs: _, ...schema } = item.observation.schema;
  return renamed(schema, item.key) as JsonObject;
}

function definitionsOf(item: Item): [string, JsonValue][] {
  const definitions = Object.entries(objectAt(item.observation.schema, "$defs"));
  return definitions.map(([name, schema]) => [`${item.key}.${name}`, renamed(schema, item.key)]);
}

const values = new Set(["const", "enum"]);

function renamed(schema: JsonValue, prefix: string): JsonValue {
  if (Array.isArray(schema)) return schema.map((part) => renamed(part, prefix));
  if (!isObject(schema)) return schema;
  const members = Object.entries(schema).map(([key, value]) => {
    if (key === "$ref" && typeof value === "string") {
      return [key, value.replace("#/$defs/", `#/$defs/${prefix}.`)];
    }
    return [key, values.has(key) ? value : renamed(value, prefix)];
  });
  return Object.fromEntries(members);
}
