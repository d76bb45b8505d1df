import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { JsonValue } from "./json.ts";
import { layOver, orderOf, partAt, plainOf, written } from "./layered.ts";
import type { Origin } from "./model.ts";

const parent: Origin = { id: "https://rolewright.dev/roles/test/parent", version: 1, title: "上级", titles: {} };

function patched(target: JsonValue, patch: JsonValue): JsonValue {
  return plainOf(layOver(written(target, parent), written(patch, undefined)));
}

/** The examples of RFC 7396, appendix A: original, patch, result. */
const examples: readonly (readonly [JsonValue, JsonValue, JsonValue])[] = [
  [{ a: "b" }, { a: "c" }, { a: "c" }],
  [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
  [{ a: "b" }, { a: null }, {}],
  [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
  [{ a: ["b"] }, { a: "c" }, { a: "c" }],
  [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
  [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
  [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
  [
    ["a", "b"],
    ["c", "d"],
    ["c", "d"],
  ],
  [{ a: "b" }, ["c"], ["c"]],
  [{ a: "foo" }, null, null],
  [{ a: "foo" }, "bar", "bar"],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: "b", c: null }, { a: "b" }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

for (const [target, patch, result] of examples) {
  test(`${JSON.stringify(target)} patched by ${JSON.stringify(patch)} is as in RFC 7396`, () => {
    assert.deepEqual(patched(target, patch), result);
  });
}

/** The algorithm of RFC 7396, section 2, word for word. */
function mergePatch(target: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isRecord(patch)) return patch;
  const result: Record<string, JsonValue> = isRecord(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = mergePatch(Object.hasOwn(result, name) ? result[name] : undefined, value);
  }
  return result;
}

function isRecord(value: JsonValue | undefined): value is Record<string, JsonValue> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const key = fc.constantFrom("a", "b", "c", "d");
const json = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<JsonValue>(null, true, 1, "x"),
    fc.array(fc.constantFrom<JsonValue>(1, "y"), { maxLength: 2 }),
    fc.dictionary(key, tie("value"), { maxKeys: 3 }) as fc.Arbitrary<JsonValue>,
  ),
})).value;

test("property: any patch of any value is what the algorithm of RFC 7396 gives", () => {
  fc.assert(
    fc.property(json, json, (target, patch) => {
      assert.deepEqual(patched(target, patch), mergePatch(target, patch));
    }),
    { numRuns: 2000 },
  );
});

test("property: what the patch names is its author's, what it does not name stays the parent's", () => {
  fc.assert(
    fc.property(fc.dictionary(key, json), fc.dictionary(key, json), (target, patch) => {
      const merged = layOver(written(target, parent), written(patch, undefined));
      for (const name of Object.keys(plainOf(merged) as object)) {
        const part = partAt(merged, name);
        assert.equal(part?.last, Object.hasOwn(patch, name) ? undefined : parent, name);
        assert.equal(part?.first, Object.hasOwn(target, name) ? parent : undefined, name);
      }
    }),
  );
});

test("members come in the order written, unnamed inherited ones behind the inherited one before them", () => {
  assert.deepEqual(orderOf(["a", "b", "c"], []), ["a", "b", "c"]);
  assert.deepEqual(orderOf(["a", "b", "c"], ["x", "y"]), ["a", "b", "c", "x", "y"]);
  assert.deepEqual(orderOf(["a", "b", "c"], ["b"]), ["a", "b", "c"]);
  assert.deepEqual(orderOf(["a", "b", "c"], ["x", "b", "y"]), ["a", "x", "b", "c", "y"]);
  assert.deepEqual(orderOf(["a", "b", "c"], ["c", "x", "a"]), ["c", "x", "a", "b"]);
});

test("property: an order holds every key once, and those written in the order they are written", () => {
  const keys = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"));
  fc.assert(
    fc.property(keys, keys, (inherited, own) => {
      const order = orderOf(inherited, own);
      assert.deepEqual([...order].sort(), [...new Set([...inherited, ...own])].sort());
      assert.deepEqual(
        order.filter((name) => (own as string[]).includes(name)),
        own,
      );
    }),
  );
});
