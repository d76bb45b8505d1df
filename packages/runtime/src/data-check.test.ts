import assert from "node:assert/strict";
import { test } from "node:test";
import { registerSchema, type SchemaObject, unregisterSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import fc from "fast-check";
import { dataCheck } from "./data-check.ts";
import type { JsonObject, JsonValue } from "./json.ts";

function accepts(schema: JsonObject, data: JsonValue): boolean {
  return dataCheck(schema).isValid(data);
}

test("multiples are exact in decimals, however large the amount", () => {
  for (const amount of [4.7, 123_456_789.12, 90_071_992_547.01]) {
    assert.equal(accepts({ multipleOf: 0.01 }, amount), true, String(amount));
  }
  assert.equal(accepts({ multipleOf: 0.01 }, 123_456_789.125), false);
  assert.equal(accepts({ multipleOf: 0.1 }, 0.30000000000000004), false);
});

test("what every object inherits is no member of the data", () => {
  assert.equal(accepts({ required: ["toString"] }, {}), false);
  assert.equal(accepts({ properties: { valueOf: { type: "number" } } }, {}), true);
  assert.equal(accepts({ additionalProperties: false }, JSON.parse('{"__proto__":1}') as JsonValue), false);
  assert.equal(accepts({ properties: { constructor: { type: "number" } } }, { constructor: "x" }), false);
});

test("a pattern anywhere in the schema runs in linear time", () => {
  const schema = { anyOf: [{ items: { not: { pattern: "^(a+)+$" } } }, { type: "null" }] };
  assert.equal(accepts(schema, [`${"a".repeat(50_000)}b`]), true);
  assert.equal(accepts(schema, ["a".repeat(50_000)]), false);
});

test("values that look like schemas are data", () => {
  assert.equal(accepts({ const: { pattern: "a" } }, { pattern: "a" }), true);
  assert.equal(accepts({ enum: [{ multipleOf: 2 }] }, { multipleOf: 2 }), true);
});

test("each error names its rule, its place and what was expected", () => {
  const properties = { a: { maximum: 5 }, b: { multipleOf: 2 }, e: { pattern: "^x" } };
  assert.deepEqual(dataCheck({ properties, additionalProperties: false }).errors({ a: 7, b: 3, c: 1, d: 2, e: "y" }), [
    { keyword: "additionalProperties", pointer: "", expected: "c" },
    { keyword: "additionalProperties", pointer: "", expected: "d" },
    { keyword: "maximum", pointer: "/a", expected: "5" },
    { keyword: "multipleOf", pointer: "/b", expected: "2" },
    { keyword: "pattern", pointer: "/e", expected: "^x" },
  ]);
});

test("whatever is refused has an error", () => {
  assert.equal(dataCheck(false).errors(1).length, 1);
  assert.equal(dataCheck({ properties: { a: false } }).errors({ a: 1 }).length, 1);
});

const number = fc.integer({ min: -3, max: 6 });
const leaf: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.record(
    {
      type: fc.constantFrom("number", "integer", "string", "boolean", "null", "object", "array"),
      minimum: number,
      exclusiveMaximum: number,
      multipleOf: fc.constantFrom(1, 2, 0.5),
      minLength: fc.nat(3),
      pattern: fc.constantFrom("^a", "b$", "^[ab]+$"),
    },
    { requiredKeys: [] },
  ),
  fc.record({ enum: fc.array(fc.constantFrom<JsonValue>(0, 1, "a", null, [], {}), { minLength: 1, maxLength: 3 }) }),
);

const { schema: anySchema } = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.record(
      {
        properties: fc.dictionary(fc.constantFrom("a", "b"), tie("schema")),
        required: fc.uniqueArray(fc.constantFrom("a", "b", "toString")),
        additionalProperties: fc.oneof(fc.boolean(), tie("schema")),
        items: tie("schema"),
        prefixItems: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
        uniqueItems: fc.boolean(),
        contains: tie("schema"),
        not: tie("schema"),
        anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
        oneOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
        if: tie("schema"),
        else: tie("schema"),
      },
      { requiredKeys: [] },
    ),
  ),
}));

const { data: anyData } = fc.letrec<{ data: JsonValue }>((tie) => ({
  data: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<JsonValue>(null, true, 0, 1, 2.5, -1, "", "a", "ab", "2026-11-23", "10:00:00Z"),
    fc.array(tie("data"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "c", "toString"), tie("data"), { maxKeys: 3 }),
  ),
}));

test("property: a second validator gives the same answer for the same schema and data", async () => {
  let count = 0;
  const property = fc.asyncProperty(anySchema, anyData, async (schema, data) => {
    count += 1;
    const name = `https://rolewright.dev/test/${count}`;
    registerSchema(schema as SchemaObject, name, "https://json-schema.org/draft/2020-12/schema");
    const { valid } = await validate(name, data as never);
    unregisterSchema(name);
    assert.equal(accepts(schema, data), valid);
    assert.equal(dataCheck(schema).errors(data).length === 0, valid);
  });
  await fc.assert(property, { numRuns: 60 });
});

/** Schemas that are answered without the library, and some that look alike and are not. */
const bound = fc.integer({ min: -3, max: 3 });
const figureSchema = fc.record(
  {
    type: fc.constantFrom("number", "integer"),
    minimum: bound,
    maximum: bound,
    exclusiveMinimum: bound,
    exclusiveMaximum: bound,
  },
  { requiredKeys: ["type"] },
);
const memberSchema = fc.oneof(
  figureSchema,
  fc.constant({ type: "boolean" }),
  fc.constant({ type: ["boolean", "null"] }),
  fc.constant({ type: "number", multipleOf: 0.5 }),
);
const objectSchema = fc.record(
  {
    type: fc.constant("object"),
    properties: fc.dictionary(fc.constantFrom("a", "b", "toString"), memberSchema),
    additionalProperties: fc.oneof(fc.boolean(), fc.constant({ type: "number" })),
    required: fc.subarray(["a", "b"]),
  },
  { requiredKeys: ["type"] },
);
const figureData = fc.oneof(bound, fc.double({ min: -4, max: 4, noNaN: true }), fc.boolean(), fc.constant(null));
const plainData = fc.oneof(
  figureData,
  fc.constantFrom("1", "true", ""),
  fc.array(figureData),
  fc.dictionary(fc.constantFrom("a", "b", "c", "toString"), figureData),
);

test("property: whether data is valid is the same answer as whether it has errors", () => {
  fc.assert(
    fc.property(fc.oneof(memberSchema, objectSchema), plainData, (schema, data) => {
      const check = dataCheck(schema as JsonObject);
      assert.equal(check.isValid(data as JsonValue), check.errors(data as JsonValue).length === 0);
    }),
    { numRuns: 5000 },
  );
});
