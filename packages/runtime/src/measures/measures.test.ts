import assert from "node:assert/strict";
import { test } from "node:test";
import { workingDays } from "../calendar.ts";
import { arithmeticProblems, itemPlan } from "../item-plan.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import type { Item } from "../model.ts";
import { periodOf } from "../period.ts";
import { choice, date, dates, figure, inputs, itemOf, measure, score, tick } from "../testing/role-builder.ts";

const pair = inputs({ a: ["甲", "件"], b: ["乙", ""] });

function measured(item: Item, data: JsonValue, period = "2026-11"): string | null | undefined {
  const plan = itemPlan(item);
  if (!plan) throw new Error("refused");
  const rounding = { digits: 2, mode: "half-up" } as const;
  const result = plan.measure.kind.measure(plan.measure.compiled, data, {
    item,
    period: periodOf(period),
    rounding,
    calendar: workingDays(),
  });
  return result.state === "measured" ? (result.value?.toFixed() ?? null) : result.reason;
}

function withMeasure(kind: string, params: JsonObject, more: Partial<Item> = {}): Item {
  return itemOf("a", { observation: pair, measure: measure(kind, params), ...more });
}

function codes(item: Item): string[] {
  return arithmeticProblems(item).map(({ code }) => code);
}

test("without a stated measure the observation tells it: figure, tick, date, events", () => {
  assert.equal(measured(itemOf("a"), 4.5), "4.5");
  assert.equal(measured(itemOf("a", { observation: tick() }), true), "1");
  assert.equal(measured(itemOf("a", { observation: date() }), "2026-11-24"), "24");
  assert.equal(measured(itemOf("a", { observation: dates() }), ["2026-11-01", "2026-11-02"]), "2");
  assert.equal(measured(itemOf("a", { observation: choice("优") }), "优"), null);
  assert.deepEqual(codes(itemOf("a", { observation: pair })), ["measure/needed"]);
});

test("a ratio is exact, in per cent where the unit is %", () => {
  const params = { of: "a", to: "b" };
  assert.equal(measured(withMeasure("ratio", params), { a: 0.3, b: 0.1 }), "3");
  assert.equal(measured(withMeasure("ratio", params, { unit: "%" }), { a: 36, b: 48 }), "75");
  assert.equal(measured(withMeasure("ratio", params), { a: 1 }), "incomplete");
  assert.equal(measured(withMeasure("ratio", params), {}), "missing");
});

test("a deviation is a share of the plan, with its sign when asked for", () => {
  const params = { plan: "a", actual: "b" };
  assert.equal(measured(withMeasure("deviation", params), { a: 200, b: 180 }), "10");
  assert.equal(measured(withMeasure("deviation", { ...params, absolute: false }), { a: 200, b: 180 }), "-10");
  assert.equal(measured(withMeasure("deviation", params), { a: -200, b: -150 }), "25");
  assert.equal(measured(withMeasure("deviation", params), { a: 0, b: 180 }), "zero-denominator");
});

test("a count takes equal entries once when told to", () => {
  const entries = ["2026-11-01", "2026-11-01", "2026-11-02"];
  assert.equal(measured(itemOf("a", { observation: dates(), measure: measure("count") }), entries), "3");
  assert.equal(
    measured(itemOf("a", { observation: dates(), measure: measure("count", { distinct: true }) }), entries),
    "2",
  );
});

test("days count on beyond the period: in months by 31 each, elsewhere by the calendar", () => {
  const item = itemOf("a", { observation: date() });
  assert.deepEqual(
    ["2026-11-01", "2026-11-30", "2026-12-05", "2027-01-01", "2026-10-31"].map((day) => measured(item, day)),
    ["1", "30", "36", "63", "0"],
  );
  assert.equal(measured(item, "2026-11-18", "2026-W47"), "3");
  assert.equal(measured(item, "2027-01-15", "2026"), "380");
});

test("unknown inputs, kinds that do not exist and kinds that do not fit are named with their place", () => {
  assert.deepEqual(arithmeticProblems(withMeasure("ratio", { of: "a", to: "c" })), [
    { code: "measure/unknown-input", path: ["measure", "to"], params: { name: "c", known: ["a", "b"] } },
  ]);
  assert.deepEqual(codes(withMeasure("ratio", { of: "a", to: "b" }, { observation: figure() })), ["measure/unfit"]);
  assert.equal(codes(withMeasure("magic", {})).length, 1);
  assert.equal(codes(itemOf("a", { score: score("magic") })).length, 1);
  assert.deepEqual(codes(itemOf("a", { observation: choice("优"), score: score("linear", { from: 0, to: 1 }) })), [
    "score/needs-value",
  ]);
});
