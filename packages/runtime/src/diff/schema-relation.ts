import { toDecimal } from "../decimal.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import { isObject, memberAt, objectAt, textsAt } from "../json-kind.ts";
import { same } from "./same.ts";

/**
 * Whether every value that is valid under `before` is surely valid under `after`: old records stay valid.
 *
 * Decided keyword by keyword, on the safe side: a keyword that came or changed counts as stricter unless it can be
 * shown not to be. So `false` means "may not", never "will not".
 */
export function staysValid(before: JsonValue | undefined, after: JsonValue | undefined): boolean {
  if (after === undefined || after === true || before === false || same(before, after)) return true;
  if (!isObject(after)) return false;
  const old = isObject(before) ? before : {};
  if (entangled(old) || entangled(after)) return false;
  return Object.keys(after).every((keyword) => keeps(keyword, old, after));
}

/** Keywords whose meaning hangs on others beside them; where they occur only equality is sure. */
function entangled(schema: JsonObject): boolean {
  return ["if", "contains", "minContains", "maxContains", "prefixItems", "propertyNames"].some(
    (keyword) => memberAt(schema, keyword) !== undefined,
  );
}

type Rule = (before: JsonObject, after: JsonObject) => boolean;

function keeps(keyword: string, before: JsonObject, after: JsonObject): boolean {
  const rule = rules[keyword];
  return rule ? rule(before, after) : same(memberAt(before, keyword), memberAt(after, keyword));
}

const rules: Readonly<Record<string, Rule>> = {
  type: (before, after) => typesOf(before).every((type) => takes(typesOf(after), type)),
  enum: (before, after) => valuesOf(before)?.every((value) => listed(after.enum, value)) === true,
  const: (before, after) => valuesOf(before)?.every((value) => same(value, after.const)) === true,
  minimum: (before, after) => compare(lowest(before, "minimum", "exclusiveMinimum"), after.minimum) >= 0,
  exclusiveMinimum: (before, after) =>
    compare(before.exclusiveMinimum, after.exclusiveMinimum) >= 0 ||
    compare(before.minimum, after.exclusiveMinimum) > 0,
  maximum: (before, after) => compare(after.maximum, lowest(before, "maximum", "exclusiveMaximum")) >= 0,
  exclusiveMaximum: (before, after) =>
    compare(after.exclusiveMaximum, before.exclusiveMaximum) >= 0 ||
    compare(after.exclusiveMaximum, before.maximum) > 0,
  minLength: (before, after) => compare(before.minLength ?? 0, after.minLength) >= 0,
  maxLength: (before, after) => compare(after.maxLength, before.maxLength) >= 0,
  minItems: (before, after) => compare(before.minItems ?? 0, after.minItems) >= 0,
  maxItems: (before, after) => compare(after.maxItems, before.maxItems) >= 0,
  minProperties: (before, after) => compare(before.minProperties ?? 0, after.minProperties) >= 0,
  maxProperties: (before, after) => compare(after.maxProperties, before.maxProperties) >= 0,
  uniqueItems: (before, after) => after.uniqueItems === false || before.uniqueItems === true,
  multipleOf: (before, after) => isMultiple(before.multipleOf, after.multipleOf),
  required: (before, after) => textsAt(after, "required").every((key) => textsAt(before, "required").includes(key)),
  items: (before, after) => staysValid(before.items ?? true, after.items),
  properties: propertiesKeep,
  additionalProperties: othersKeep,
  $ref: (before, after) => staysValid(before.$ref ?? true, after.$ref),
};

/** The types a value may have; all of them when nothing is said, those of the listed values when only these are. */
function typesOf(schema: JsonObject): readonly string[] {
  const { type } = schema;
  if (typeof type === "string") return [type];
  if (Array.isArray(type)) return type.map(String);
  return valuesOf(schema)?.map(typeOf) ?? ["null", "boolean", "number", "string", "array", "object"];
}

function typeOf(value: JsonValue): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

function takes(types: readonly string[], type: string): boolean {
  return types.includes(type) || (type === "integer" && types.includes("number"));
}

/** The only values a schema takes, where it lists them. */
function valuesOf(schema: JsonObject): readonly JsonValue[] | undefined {
  if (Array.isArray(schema.enum)) return schema.enum;
  return schema.const === undefined ? undefined : [schema.const];
}

function listed(list: JsonValue | undefined, value: JsonValue): boolean {
  return Array.isArray(list) && list.some((member) => same(member, value));
}

/** Of an inclusive and an exclusive bound of one side, the one that is there: an exclusive one is the stricter. */
function lowest(schema: JsonObject, inclusive: string, exclusive: string): JsonValue | undefined {
  return memberAt(schema, inclusive) ?? memberAt(schema, exclusive);
}

/** Sign of a − b; NaN, for which every comparison is false, where one of them is no number. */
function compare(a: JsonValue | undefined, b: JsonValue | undefined): number {
  const [left, right] = [toDecimal(a), toDecimal(b)];
  return left && right ? left.comparedTo(right) : Number.NaN;
}

function isMultiple(of: JsonValue | undefined, by: JsonValue | undefined): boolean {
  const [value, step] = [toDecimal(of), toDecimal(by)];
  return value !== undefined && step !== undefined && !step.isZero() && value.mod(step).isZero();
}

function propertiesKeep(before: JsonObject, after: JsonObject): boolean {
  const old = objectAt(before, "properties");
  const others = before.additionalProperties ?? true;
  return Object.entries(objectAt(after, "properties")).every(([key, schema]) =>
    staysValid(memberAt(old, key) ?? others, schema),
  );
}

/** What is no longer named falls under the rule for all others. */
function othersKeep(before: JsonObject, after: JsonObject): boolean {
  const named = objectAt(after, "properties");
  const unnamed = Object.entries(objectAt(before, "properties")).filter(([key]) => !Object.hasOwn(named, key));
  const others = after.additionalProperties;
  return staysValid(before.additionalProperties ?? true, others) && unnamed.every(([, old]) => staysValid(old, others));
}
