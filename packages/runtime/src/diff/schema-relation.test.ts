import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import type { JsonObject, JsonValue } from "../json.ts";
import { staysValid } from "./schema-relation.ts";
import { writtenOut } from "./written-out.ts";

const wider: readonly (readonly [JsonObject, JsonObject])[] = [
  [{ type: "integer" }, { type: "number" }],
  [
    { type: "number", minimum: 5 },
    { type: "number", minimum: 0 },
  ],
  [
    { type: "number", exclusiveMinimum: 5 },
    { type: "number", minimum: 5 },
  ],
  [
    { type: "number", minimum: 5 },
    { type: "number", exclusiveMinimum: 4 },
  ],
  [{ type: "number", maximum: 5 }, { type: "number" }],
  [{ enum: ["a"] }, { enum: ["b", "a"] }],
  [{ const: "a" }, { enum: ["b", "a"], type: "string" }],
  [
    { type: "number", multipleOf: 0.5 },
    { type: "number", multipleOf: 0.1 },
  ],
  [
    { type: "array", uniqueItems: true, minItems: 2 },
    { type: "array", minItems: 1 },
  ],
  [
    { type: "array", items: { type: "integer" } },
    { type: "array", items: { type: "number" } },
  ],
  [
    { type: "object", properties: { a: { type: "integer" } }, required: ["a"], additionalProperties: false },
    { type: "object", properties: { a: { type: "number" }, b: {} }, additionalProperties: false },
  ],
];

test("what takes all that was taken before keeps old records valid, the other way round not", () => {
  for (const [narrow, wide] of wider) {
    assert.equal(staysValid(narrow, wide), true, JSON.stringify([narrow, wide]));
    assert.equal(staysValid(wide, narrow), false, JSON.stringify([wide, narrow]));
  }
});

test("an input that is no longer named falls under the rule for all others", () => {
  const before = { type: "object", properties: { a: { type: "integer" }, b: {} }, additionalProperties: false };
  assert.equal(staysValid(before, { ...before, properties: { a: { type: "integer" } } }), false);
});

const numeric = fc.record(
  {
    type: fc.constantFrom("integer", "number"),
    minimum: fc.integer({ min: -2, max: 2 }),
    exclusiveMinimum: fc.integer({ min: -2, max: 2 }),
    maximum: fc.integer({ min: -2, max: 2 }),
    exclusiveMaximum: fc.integer({ min: -2, max: 2 }),
    multipleOf: fc.constantFrom(0.5, 1, 2),
    enum: fc.uniqueArray(fc.constantFrom(-1, 0, 0.5, 1, 2), { minLength: 1 }),
  },
  { requiredKeys: ["type"] },
);
const objects = fc.record(
  {
    type: fc.constant("object"),
    properties: fc.dictionary(fc.constantFrom("a", "b"), numeric, { maxKeys: 2 }),
    required: fc.uniqueArray(fc.constantFrom("a", "b")),
    additionalProperties: fc.oneof(fc.boolean(), numeric),
  },
  { requiredKeys: ["type"] },
);
const figures: JsonValue[] = [-3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3];
const records: JsonValue[] = [
  {},
  ...[-1, 0.5, 2].flatMap((a) => [{ a }, { b: a }, { c: a }, { a, b: 1 }, { a, b: -0.5 }, { a, c: 0 }]),
];

test("no record that was valid is refused where old records are said to stay valid", () => {
  const ajv = new Ajv2020({ strict: false, validateSchema: false });
  const check = (schema: unknown) => ajv.compile(schema as JsonObject);
  const holds = (before: unknown, after: unknown, values: readonly JsonValue[]) => {
    if (!staysValid(before as JsonValue, after as JsonValue)) return;
    const [old, now] = [check(before), check(after)];
    for (const value of values) assert.ok(!old(value) || now(value), JSON.stringify([before, after, value]));
  };
  fc.assert(
    fc.property(numeric, numeric, (before, after) => holds(before, after, figures)),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(objects, objects, (before, after) => holds(before, after, records)),
    { numRuns: 300 },
  );
});

test("a definition is compared where it is used, not where it stands", () => {
  const before = { type: "array", items: { $ref: "#/$defs/day" }, $defs: { day: { type: "string", format: "date" } } };
  const more = { ...before, $defs: { ...before.$defs, unused: { type: "null" } } };
  assert.deepEqual(writtenOut(before), writtenOut(more));
  assert.deepEqual(writtenOut(before), { type: "array", items: { type: "string", format: "date" } });
  const strict = { ...before, $defs: { day: { type: "string", format: "date", minLength: 20 } } };
  assert.equal(staysValid(writtenOut(before), writtenOut(strict)), false);
  assert.equal(staysValid(writtenOut(strict), writtenOut(before)), true);
});
