import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonValue } from "./index.ts";
import { observationProblems } from "./index.ts";
import { choice, date, dates, figure, inputs, itemOf, observed, roleOf } from "./testing/role-builder.ts";

const role = roleOf([
  itemOf("figure", {
    title: "满意度",
    observation: figure({ type: "number", minimum: 0, maximum: 5, multipleOf: 0.1 }),
  }),
  itemOf("ratio", { observation: inputs({ of: ["完成", "项"], to: ["计划", "项"] }) }),
  itemOf("meeting", { every: "week", observation: dates() }),
  itemOf("rating", { observation: choice("良", "优") }),
  itemOf("done", { observation: date() }),
  itemOf("code", { observation: { kind: "text", fields: [], schema: { type: "string", pattern: "^(a+)+$" } } }),
]);

function codes(item: string, data: JsonValue, period = "2026-11"): string[] {
  return observationProblems(role, observed(item, period, data)).map(({ code }) => code);
}

test("data that fits its item's schema has no problems", () => {
  assert.deepEqual(codes("figure", 4.7), []);
  assert.deepEqual(codes("ratio", { of: 1, to: 2 }), []);
  assert.deepEqual(codes("meeting", ["2026-11-23"], "2026-W48"), []);
  assert.deepEqual(codes("done", "2026-11-24"), []);
});

test("what is not filled in yet is no problem", () => {
  assert.deepEqual(codes("ratio", { of: 1 }), []);
  assert.deepEqual(codes("ratio", { of: 1, to: null }), []);
  assert.deepEqual(codes("figure", null), []);
});

test("every problem names its field and limit", () => {
  assert.deepEqual(observationProblems(role, observed("figure", "2026-11", 6)), [
    { code: "observation/maximum", params: { item: "满意度", field: "满意度", limit: "5", expected: "" } },
  ]);
  assert.deepEqual(observationProblems(role, observed("ratio", "2026-11", { of: -1, to: 2 })), [
    { code: "observation/minimum", params: { item: "ratio", field: "完成", limit: "0", expected: "" } },
  ]);
});

test("wrong types, choices, formats, repeats and unknown inputs are told apart", () => {
  assert.deepEqual(codes("figure", "4.7"), ["observation/type"]);
  assert.deepEqual(codes("figure", 4.75), ["observation/multiple"]);
  assert.deepEqual(codes("rating", "差"), ["observation/choice"]);
  assert.deepEqual(codes("done", "2026-02-30"), ["observation/format"]);
  assert.deepEqual(codes("meeting", ["2026-11-23", "2026-11-23"], "2026-W48"), ["observation/repeated"]);
  assert.deepEqual(codes("ratio", { of: 1, to: 2, more: 3 }), ["observation/unknown-input"]);
});

test("inputs that the item does not declare are refused with those it has, though its schema is open", () => {
  const closed = inputs({ due: ["应收", "户"], collected: ["实收", "户"] });
  const { additionalProperties, ...open } = closed.schema;
  const problemsOf = (schema: typeof closed.schema, data: JsonValue) =>
    observationProblems(
      roleOf([itemOf("collection", { title: "收缴率", observation: { ...closed, schema } })]),
      observed("collection", "2026-11", data),
    );
  const unknown = (expected: string, nearest: string) => ({
    code: "observation/unknown-input",
    params: {
      ...{ item: "收缴率", field: "收缴率", limit: "", expected },
      ...{ known: ["due", "collected"], guess: nearest !== "", nearest },
    },
  });
  const data = { due: 100, paid: 92, colected: 92 };
  for (const schema of [open, closed.schema]) {
    assert.deepEqual(problemsOf(schema, data), [unknown("paid", ""), unknown("colected", "collected")]);
    assert.deepEqual(problemsOf(schema, { due: 100, collected: 92 }), []);
  }
  assert.deepEqual(problemsOf({ ...open, additionalProperties: true }, data), [], "the template lets them in");
});

test("a prototype key is an unknown input like any other", () => {
  assert.deepEqual(codes("ratio", JSON.parse('{"of":1,"to":2,"__proto__":{"x":1}}')), ["observation/unknown-input"]);
});

test("the item must exist and the period must be one of its cadence, longer ones only for lists", () => {
  assert.deepEqual(codes("nowhere", 1), ["observation/unknown-item"]);
  assert.deepEqual(codes("figure", 1, "2026-13"), ["observation/no-period"]);
  assert.deepEqual(codes("figure", 1, "2026-W48"), ["observation/period"]);
  assert.deepEqual(codes("meeting", [], "2026-11"), []);
});

test("a pattern that would hang another engine is answered at once", () => {
  assert.deepEqual(codes("code", `${"a".repeat(5000)}b`), ["observation/format"]);
  assert.deepEqual(codes("code", "aaa"), []);
});
