import { Check, Errors } from "typebox/schema";
import { Decimal, toDecimal } from "./decimal.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import { isObject } from "./json-kind.ts";
import { patternEngine } from "./pattern.ts";
import { plainCheck } from "./plain-check.ts";

/** One rule of a schema that the data breaks. */
export interface DataError {
  readonly keyword: string;
  /** JSON Pointer of the value that breaks it. */
  readonly pointer: string;
  /** The bound that was broken, the type or format expected, or the name of a member that may not be there. */
  readonly expected: string;
}

/** Answers for one schema; made once, asked often. */
export interface DataCheck {
  readonly isValid: (data: JsonValue) => boolean;
  /** The first eight or so; none when the data is valid. */
  readonly errors: (data: JsonValue) => readonly DataError[];
}

/**
 * Checks recorded data against an observation's schema: the part of JSON Schema 2020-12 that the dialect takes.
 *
 * Schemas are walked, never turned into code: pages forbid `eval`, and templates are untrusted. Two keywords are not
 * left to the library: `pattern` runs on RE2, in linear time, and `multipleOf` is exact in decimals, so that
 * 123456789.12 is a multiple of 0.01. `test/conformance/` holds the answers to the standard's own test suite and to a
 * second validator.
 */
export function dataCheck(schema: JsonObject | boolean): DataCheck {
  const prepared = prepare(schema) as object | boolean;
  return {
    isValid: plainCheck(schema) ?? ((data) => Check(prepared, ownMembers(data))),
    errors: (data) => {
      const [valid, found] = Errors(prepared, ownMembers(data));
      return valid ? [] : found.flatMap(dataErrors);
    },
  };
}

/** A copy of objects without a prototype: otherwise `toString` would count as a member of every object. */
function ownMembers(data: JsonValue): JsonValue {
  if (data === null || typeof data !== "object") return data;
  if (Array.isArray(data)) return data.map(ownMembers);
  const copy: Record<string, JsonValue> = Object.create(null);
  for (const [key, value] of Object.entries(data)) copy[key] = ownMembers(value);
  return copy;
}

/** A check of our own inside a schema; the library calls both functions. */
interface Refinement {
  readonly check: (data: unknown) => boolean;
  /** The keyword and its value, by which `dataErrors` knows it again. */
  readonly error: () => string;
}

const schemaMaps = new Set(["properties", "$defs", "dependentSchemas"]);
const schemaLists = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const schemas = new Set(["items", "contains", "additionalProperties", "propertyNames", "not", "if", "then", "else"]);

/** The schema with our own checks in place of the keywords that are ours to check. */
function prepare(schema: JsonValue): unknown {
  if (!isObject(schema)) return schema;
  const { pattern, multipleOf, ...rest } = schema;
  const refinements = [
    ...(typeof pattern === "string" ? [patternRefinement(pattern)] : []),
    ...(typeof multipleOf === "number" ? [multipleRefinement(multipleOf)] : []),
  ];
  const members = Object.entries(rest).map(([key, value]) => [key, prepareMember(key, value)]);
  return { ...Object.fromEntries(members), ...(refinements.length > 0 ? { "~refine": refinements } : {}) };
}

/** Values of other keywords are data, and stay as they are. */
function prepareMember(key: string, value: JsonValue): unknown {
  if (schemas.has(key)) return prepare(value);
  if (schemaLists.has(key) && Array.isArray(value)) return value.map(prepare);
  if (!schemaMaps.has(key) || !isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, prepare(schema)]));
}

function patternRefinement(pattern: string): Refinement {
  const engine = patternEngine(pattern);
  return { check: (data) => typeof data !== "string" || engine.test(data), error: () => `pattern ${pattern}` };
}

function multipleRefinement(step: number): Refinement {
  const divisor = Decimal.of(step);
  const check = (data: unknown) => typeof data !== "number" || (toDecimal(data)?.mod(divisor).isZero() ?? false);
  return { check, error: () => `multipleOf ${step}` };
}

type LibraryError = ReturnType<typeof Errors>[1][number];

/** Members that may not be there come as one error of their owner and one each; the owner's is taken apart. */
function dataErrors({ keyword, instancePath: pointer, schemaPath, params }: LibraryError): DataError[] {
  if (keyword === "boolean" && schemaPath.endsWith("/additionalProperties")) return [];
  const facts = params as Readonly<Record<string, unknown>>;
  if (keyword === "~refine") {
    const [rule = "", ...words] = String(facts.message).split(" ");
    return [{ keyword: rule, pointer, expected: words.join(" ") }];
  }
  if (Array.isArray(facts.additionalProperties)) {
    return facts.additionalProperties.map((name) => ({ keyword, pointer, expected: String(name) }));
  }
  const expected = facts.limit ?? facts.type ?? facts.format ?? "";
  return [{ keyword, pointer, expected: String(expected) }];
}
