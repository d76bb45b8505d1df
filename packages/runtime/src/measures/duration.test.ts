import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { workingDays } from "../calendar.ts";
import { arithmeticProblems, itemPlan } from "../item-plan.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import type { Item, Observable } from "../model.ts";
import { dateText, periodOf } from "../period.ts";
import { dates, inputs, itemOf, measure } from "../testing/role-builder.ts";

function span(format: string): Observable {
  const schema = { type: "string", format };
  const made = inputs({ from: ["受理", ""], to: ["办结", ""] });
  return { ...made, fields: made.fields.map((field) => ({ ...field, schema })) };
}

function listOf(entry: JsonObject): Observable {
  return { ...dates(), schema: { type: "array", items: entry } };
}

const ends = { from: "from", to: "to" };
const calendar = workingDays({
  holidays: ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
  workdays: ["2026-10-10"],
});

function measured(observation: Observable, params: JsonObject, data: JsonValue): string {
  const item = itemOf("a", { observation, measure: measure("duration", params) });
  const plan = itemPlan(item);
  if (!plan) throw new Error(codes(observation, params).join());
  const rounding = { digits: 2, mode: "half-up" } as const;
  const result = plan.measure.kind.measure(plan.measure.compiled, data, {
    item,
    period: periodOf("2026-10"),
    rounding,
    calendar,
  });
  return result.state === "measured" ? (result.value?.toFixed() ?? "null") : `${result.state}: ${result.reason}`;
}

function codes(observation: Observable, params: JsonObject): string[] {
  const item: Item = itemOf("a", { observation, measure: measure("duration", params) });
  return arithmeticProblems(item).map(({ code }) => code);
}

test("between dates the first day does not count and the last does", () => {
  const days = (from: string, to: string) => measured(span("date"), ends, { from, to });
  assert.equal(days("2026-10-02", "2026-10-05"), "3");
  assert.equal(days("2026-10-02", "2026-10-02"), "0");
  assert.equal(days("2025-12-31", "2026-01-01"), "1");
});

test("working days leave out weekends and holidays and take in make-up days", () => {
  const worked = (from: string, to: string) => measured(span("date"), { ...ends, unit: "working-day" }, { from, to });
  assert.equal(worked("2026-09-30", "2026-10-10"), "3");
  assert.equal(worked("2026-10-16", "2026-10-19"), "1");
});

test("between times hours are exact, across midnight and time zones", () => {
  const hours = (from: string, to: string) => measured(span("date-time"), { ...ends, unit: "hour" }, { from, to });
  assert.equal(hours("2026-10-12T22:30:00+08:00", "2026-10-13T01:00:00+08:00"), "2.5");
  assert.equal(
    hours("2026-10-12T08:00:00+08:00", "2026-10-12T00:20:00Z"),
    "0.3333333333333333333333333333333333333333",
  );
  assert.equal(
    measured(span("date-time"), { ...ends, unit: "day" }, { from: "2026-10-12T08:00:00Z", to: "2026-10-13T20:00:00Z" }),
    "1.5",
  );
});

test("an end before its start is invalid, half a span incomplete, none missing", () => {
  const days = (data: JsonValue) => measured(span("date"), ends, data);
  assert.equal(days({ from: "2026-10-05", to: "2026-10-02" }), "no-data: invalid");
  assert.equal(days({ from: "2026-10-05" }), "no-data: incomplete");
  assert.equal(days({}), "no-data: missing");
});

test("a list gives its mean, median, longest or sum", () => {
  const numbers = listOf({ type: "number" });
  const taken = (take: string) => measured(numbers, { take }, [1, 2, 9, 0.1]);
  assert.deepEqual(["mean", "median", "max", "sum"].map(taken), ["3.025", "1.5", "9", "12.1"]);
  assert.equal(measured(numbers, {}, []), "not-applicable: zero-denominator");
  const spans = listOf({
    type: "object",
    properties: { from: { type: "string", format: "date" }, to: { type: "string", format: "date" } },
  });
  const data = [
    { from: "2026-10-01", to: "2026-10-02" },
    { from: "2026-10-01", to: "2026-10-04" },
  ];
  assert.equal(measured(spans, { ...ends, take: "mean" }, data), "2");
  assert.equal(measured(spans, ends, [{ from: "2026-10-01" }]), "no-data: invalid");
});

test("hours need times, both ends the same form, and a list something to measure", () => {
  assert.deepEqual(codes(span("date"), { ...ends, unit: "hour" }), ["measure/duration-hours"]);
  assert.deepEqual(codes(inputs({ from: ["", ""], to: ["", ""] }), ends), ["measure/duration-format"]);
  assert.deepEqual(codes(dates(), {}), ["measure/duration-list"]);
  assert.deepEqual(codes(span("date"), { from: "from", to: "until" }), ["measure/unknown-input"]);
});

test("property: working days never outnumber days, and adjoining spans add up", () => {
  const day = fc.integer({ min: 20_000, max: 21_000 });
  fc.assert(
    fc.property(day, day, day, (...given) => {
      const [a, b, c] = given.toSorted((x, y) => x - y).map(dateText);
      const length = (unit: string, from = "", to = "") =>
        Number(measured(span("date"), { ...ends, unit }, { from, to }));
      for (const unit of ["day", "working-day"])
        assert.equal(length(unit, a, b) + length(unit, b, c), length(unit, a, c));
      assert.ok(length("working-day", a, c) <= length("day", a, c));
    }),
    { numRuns: 50 },
  );
});
