import type { JsonObject, JsonValue } from "./json.ts";
import { isObject } from "./json-kind.ts";

/** Whether data is valid under one schema. */
export type Validity = (data: JsonValue) => boolean;

/**
 * The answer for the plainest schemas, which are most of them: ticks, figures within bounds, and objects of such.
 * Undefined for every schema that says anything else; data-check.ts then asks the library. A quarter of a million
 * figures are checked for ten thousand scorecards.
 */
export function plainCheck(schema: JsonValue): Validity | undefined {
  if (!isObject(schema)) return undefined;
  const { type, ...rest } = schema;
  if (type === "boolean") return saysOnly(rest, []) ? (data) => typeof data === "boolean" : undefined;
  if (type === "number" || type === "integer") return figureCheck(type, rest);
  return type === "object" ? objectCheck(rest) : undefined;
}

function saysOnly(schema: JsonObject, keywords: readonly string[]): boolean {
  return Object.keys(schema).every((keyword) => keywords.includes(keyword));
}

const limits = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"];

function figureCheck(type: "number" | "integer", schema: JsonObject): Validity | undefined {
  if (!saysOnly(schema, limits)) return undefined;
  const isFigure: (data: JsonValue) => boolean = type === "integer" ? Number.isInteger : Number.isFinite;
  const [least, most] = [limit(schema.minimum, -Infinity), limit(schema.maximum, Infinity)];
  const [above, below] = [limit(schema.exclusiveMinimum, -Infinity), limit(schema.exclusiveMaximum, Infinity)];
  return (data) => {
    if (typeof data !== "number" || !isFigure(data)) return false;
    return data >= least && data <= most && data > above && data < below;
  };
}

function limit(value: JsonValue | undefined, none: number): number {
  return typeof value === "number" ? value : none;
}

function objectCheck(schema: JsonObject): Validity | undefined {
  const { properties = {}, additionalProperties = true } = schema;
  const plain = saysOnly(schema, ["properties", "additionalProperties"]) && typeof additionalProperties === "boolean";
  if (!plain || !isObject(properties)) return undefined;
  const checks = new Map<string, Validity>();
  for (const [key, member] of Object.entries(properties)) {
    const check = plainCheck(member);
    if (!check) return undefined;
    checks.set(key, check);
  }
  return (data) =>
    isObject(data) && Object.entries(data).every(([key, member]) => checks.get(key)?.(member) ?? additionalProperties);
}
