import type { JsonObject } from "../json.ts";
import { closed, ref } from "./definitions.ts";
import { formats, keyPattern } from "./names.ts";

/*
 * The part of JSON Schema 2020-12 that an observation's schema may use. Left out is what could fetch, loop, or run
 * away (`$dynamicRef`, nested `$id`, anchors, `patternProperties`), and what the scorecard could not explain.
 */

const count: JsonObject = { type: "integer", minimum: 0 };
const number: JsonObject = { type: "number" };
const text: JsonObject = { type: "string" };
const flag: JsonObject = { type: "boolean" };
const names: JsonObject = { type: "array", items: text, uniqueItems: true };
const schema = ref("Schema");
const schemas: JsonObject = { type: "array", minItems: 1, items: schema };
const schemaMap: JsonObject = { type: "object", additionalProperties: schema };
const typeName: JsonObject = { enum: ["array", "boolean", "integer", "null", "number", "object", "string"] };

/** Keys of members that become fields of a form and names in generated types. */
export function keyed(of: JsonObject): JsonObject {
  return { type: "object", propertyNames: { pattern: keyPattern }, additionalProperties: of };
}

/** Texts that explain and do not check. */
export const annotations: JsonObject = {
  title: { type: "string", minLength: 1 },
  description: text,
  $comment: text,
};

/** The standard keywords of an observation's schema. */
export const standardKeywords: JsonObject = {
  ...annotations,
  type: { anyOf: [typeName, { type: "array", items: typeName, minItems: 1, uniqueItems: true }] },
  enum: { type: "array", minItems: 1 },
  const: {},
  default: {},
  examples: { type: "array" },
  deprecated: flag,
  format: { enum: formats },
  minimum: number,
  maximum: number,
  exclusiveMinimum: number,
  exclusiveMaximum: number,
  multipleOf: { type: "number", exclusiveMinimum: 0 },
  minLength: count,
  maxLength: count,
  pattern: text,
  items: schema,
  prefixItems: schemas,
  contains: schema,
  minContains: count,
  maxContains: count,
  minItems: count,
  maxItems: count,
  uniqueItems: flag,
  properties: keyed(ref("Input")),
  required: names,
  additionalProperties: schema,
  propertyNames: schema,
  minProperties: count,
  maxProperties: count,
  dependentRequired: { type: "object", additionalProperties: names },
  dependentSchemas: schemaMap,
  allOf: schemas,
  anyOf: schemas,
  oneOf: schemas,
  not: schema,
  if: schema,
  // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema
  then: schema,
  else: schema,
  $ref: text,
};

/** Standard keywords that templates must not use, each refused under its own code before the grammar is asked. */
export const refusedKeywords = [
  "patternProperties",
  "$dynamicRef",
  "$dynamicAnchor",
  "$anchor",
  "$vocabulary",
  "unevaluatedItems",
  "unevaluatedProperties",
  "contentEncoding",
  "contentMediaType",
  "contentSchema",
] as const;

/** Any schema below an item: an object that takes these keywords and no others, or a plain true or false. */
export function schemaDefinition(): JsonObject {
  return { ...closed(standardKeywords), type: ["object", "boolean"] };
}
