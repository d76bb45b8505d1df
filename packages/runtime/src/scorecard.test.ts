/* Long, as every rule of a scorecard is tried on the same small roles, made by one builder. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { workingDays } from "./calendar.ts";
import { Decimal } from "./decimal.ts";
import type { DueRule, Item, Observation, ScorecardLine } from "./index.ts";
import { scorecard } from "./index.ts";
import {
  choice,
  date,
  dates,
  due,
  inputs,
  itemOf,
  measure,
  observed,
  roleOf,
  score,
  target,
  tick,
} from "./testing/role-builder.ts";

const ratioOf = inputs({ of: ["完成", "项"], to: ["计划", "项"] });

function ratioItem(key: string, more: Partial<Item> = {}): Item {
  return itemOf(key, {
    unit: "%",
    observation: ratioOf,
    measure: measure("ratio", { of: "of", to: "to" }),
    target: target({ minimum: 90 }),
    ...more,
  });
}

/** The only line of a role with this one item. */
function lineOf(item: Item, observations: readonly Observation[], period = "2026-11"): ScorecardLine {
  const [line] = scorecard(roleOf([item]), period, observations).lines;
  if (!line) throw new Error("No line");
  return line;
}

function figures(line: ScorecardLine) {
  return [line.state, line.actual, line.points];
}

test("without observations every due line lacks data, and there is no total and no grade", () => {
  const card = scorecard(roleOf([ratioItem("a")], { grades: [{ grade: "D", from: "0" }] }), "2026-11", []);
  assert.deepEqual([card.total, card.grade, card.provisional], [null, null, true]);
  assert.deepEqual(card.coverage, { measured: "0", due: "100", notApplicable: "0", missing: "100", percent: "0.00" });
});

test("a period that is none is refused", () => {
  assert.throws(() => scorecard(roleOf([ratioItem("a")]), "2026-13", []), RangeError);
});

test("items without weight have no line, and an item of weight zero has one", () => {
  const { weight: _weight, ...unscored } = itemOf("unscored");
  const card = scorecard(roleOf([unscored, itemOf("zero", { weight: "0" })]), "2026-11", []);
  assert.deepEqual(
    card.lines.map(({ item, weight }) => [item, weight]),
    [["zero", "0"]],
  );
});

test("missing data blocks the total, counts zero, or stays out, as the item says", () => {
  const known = itemOf("known", { weight: "50", target: target({ minimum: 1 }) });
  const totals = (["block", "zero", "exclude"] as const).map((noData) => {
    const card = scorecard(roleOf([known, itemOf("open", { weight: "50", noData })]), "2026-11", [
      observed("known", "2026-11", 1),
    ]);
    return [noData, card.total, card.provisional, card.lines[1]?.state, card.lines[1]?.points];
  });
  assert.deepEqual(totals, [
    ["block", "100.00", true, "no-data", null],
    ["zero", "50.00", false, "no-data", "0.00"],
    ["exclude", "100.00", false, "no-data", null],
  ]);
});

test("a divisor of zero does not apply, counts as met, or is no data, as the measure says", () => {
  const facts = [observed("a", "2026-11", { of: 0, to: 0 })];
  const lines = ["not-applicable", "met", "no-data"].map((whenZero) =>
    lineOf(
      ratioItem("a", {
        measure: measure("ratio", { of: "of", to: "to", whenZero }),
        score: score("linear", { from: 60, to: 90 }),
      }),
      facts,
    ),
  );
  assert.deepEqual(
    lines.map((line) => [...figures(line), line.reason]),
    [
      ["not-applicable", null, null, "zero-denominator"],
      ["met", null, "100.00", undefined],
      ["no-data", null, null, "missing"],
    ],
  );
});

test("the value is rounded before it is compared: 89.996 % meets 90 %, 89.994 % does not", () => {
  const states = [89_996, 89_994].map((of) => lineOf(ratioItem("a"), [observed("a", "2026-11", { of, to: 100_000 })]));
  assert.deepEqual(states.map(figures), [
    ["met", "90.00", "100.00"],
    ["missed", "89.99", "0.00"],
  ]);
});

test("the rounding rule of the template holds for value, points and total", () => {
  const item = ratioItem("a", { score: score("linear", { from: 0, to: 90 }) });
  const role = roleOf([item], { rounding: { digits: 1, mode: "down" } });
  const card = scorecard(role, "2026-11", [observed("a", "2026-11", { of: 2, to: 3 })]);
  assert.deepEqual([card.lines[0]?.actual, card.lines[0]?.points, card.total], ["66.6", "74.0", "74.0"]);
});

test("bounds hold on both sides of their value", () => {
  const cases: readonly [Parameters<typeof target>[0], number, string][] = [
    [{ minimum: 5 }, 5, "met"],
    [{ minimum: 5 }, 4.99, "missed"],
    [{ exclusiveMinimum: 5 }, 5, "missed"],
    [{ exclusiveMinimum: 5 }, 5.01, "met"],
    [{ maximum: 5 }, 5, "met"],
    [{ maximum: 5 }, 5.01, "missed"],
    [{ exclusiveMaximum: 5 }, 5, "missed"],
    [{ exclusiveMaximum: 5 }, 4.99, "met"],
    [{ const: 0.3 }, 0.3, "met"],
    [{ minimum: 1, maximum: 3 }, 3, "met"],
    [{ minimum: 1, maximum: 3 }, 4, "missed"],
  ];
  for (const [bounds, value, state] of cases) {
    const line = lineOf(itemOf("a", { target: target(bounds) }), [observed("a", "2026-11", value)]);
    assert.equal(line.state, state, JSON.stringify([bounds, value]));
  }
});

test("ticks, choices and figures without a target are judged by what they are", () => {
  const item = (more: Partial<Item>) => itemOf("a", more);
  const accepted = { schema: {}, bounds: [], accepted: ["良", "优"] };
  const judged = (more: Partial<Item>, data: Observation["data"]) =>
    figures(lineOf(item(more), [observed("a", "2026-11", data as string)]));
  assert.deepEqual(judged({ observation: tick() }, true), ["met", "1", "100.00"]);
  assert.deepEqual(judged({ observation: tick() }, false), ["missed", "0", "0.00"]);
  assert.deepEqual(judged({ observation: tick(), target: { schema: {}, bounds: [], accepted: [true] } }, false), [
    "missed",
    "0",
    "0.00",
  ]);
  assert.deepEqual(judged({ observation: choice("差", "良", "优"), target: accepted }, "良"), ["met", null, "100.00"]);
  assert.deepEqual(judged({ observation: choice("差", "良", "优"), target: accepted }, "差"), ["missed", null, "0.00"]);
  assert.deepEqual(judged({ target: { schema: {}, bounds: [], accepted: [1, 2] } }, 2), ["met", "2", "100.00"]);
  assert.deepEqual(judged({ score: score("linear", { from: 0, to: 5 }) }, 4.5), ["met", "4.5", "90.00"]);
});

test("invalid data is no data, and says so", () => {
  const line = lineOf(itemOf("a"), [observed("a", "2026-11", -1)]);
  assert.deepEqual([line.state, line.reason, line.points], ["no-data", "invalid", null]);
});

test("the last observation of a period counts, and those of other holders do not", () => {
  const facts = [
    observed("a", "2026-11", 1),
    observed("a", "2026-11", 2),
    { ...observed("a", "2026-11", 9), holder: "other" },
  ];
  const card = scorecard(roleOf([itemOf("a")]), "2026-11", facts, { holder: { id: "lin", name: "林晓棠" } });
  assert.equal(card.lines[0]?.actual, "2");
});

test("an item that cannot be judged as written keeps its line and blocks the total", () => {
  const broken = itemOf("a", { score: score("bands", { bands: [] }) });
  const card = scorecard(roleOf([broken]), "2026-11", [observed("a", "2026-11", 1)]);
  assert.deepEqual(
    [card.lines[0]?.state, card.lines[0]?.steps[0]?.code, card.provisional],
    ["no-data", "state/broken", true],
  );
});

test("longer cadences are judged in the month that ends theirs, with observations of their own period", () => {
  const cases: readonly [Item["every"], string, string, string][] = [
    ["year", "2026-12", "2026", "2026-12"],
    ["half-year", "2026-06", "2026-H1", "2026-06"],
    ["quarter", "2026-09", "2026-Q3", "2026-09"],
  ];
  for (const [every, month, instance, dueIn] of cases) {
    if (!every) continue;
    const item = itemOf("a", { every });
    assert.equal(lineOf(item, [observed("a", instance, 1)], month).actual, "1");
    const early = lineOf(item, [], `${month.slice(0, 5)}${String(Number(month.slice(5)) - 1).padStart(2, "0")}`);
    assert.deepEqual([early.state, early.reason, early.dueIn], ["not-applicable", "not-due", dueIn]);
  }
});

test("a yearly item with a stated month is judged in that month and no other", () => {
  const item = itemOf("a", { every: "year", due: due({ month: 11, day: "last" }) });
  assert.equal(lineOf(item, [observed("a", "2026", 1)], "2026-11").actual, "1");
  assert.equal(lineOf(item, [observed("a", "2026", 1)], "2026-12").dueIn, "2026-11");
  assert.equal(lineOf(item, [observed("a", "2026", 1)], "2026-Q4").actual, "1");
});

test("an item without cadence, or of events, is judged on what was observed for the scorecard's own period", () => {
  const { every: _every, ...free } = itemOf("a");
  assert.equal(lineOf(free, [observed("a", "2026-11", 1)]).actual, "1");
  const events = itemOf("a", { every: "event", observation: dates() });
  assert.equal(lineOf(events, [observed("a", "2026-11", ["2026-11-02", "2026-11-03"])]).actual, "2");
});

const weekly = itemOf("a", {
  every: "week",
  unit: "次",
  observation: dates(),
  measure: measure("count"),
  target: target({ minimum: 1 }),
  score: score("deduct", { per: 10 }),
});
const weeks = ["2026-W45", "2026-W46", "2026-W47", "2026-W48"] as const;

test("a week that was not recorded leaves the line without data, unless the item says otherwise", () => {
  const facts = weeks.slice(0, 3).map((week) => observed("a", week, ["2026-11-03"]));
  const lines = (["block", "zero", "exclude"] as const).map((noData) => lineOf({ ...weekly, noData }, facts));
  assert.deepEqual(
    lines.map((line) => [...figures(line), line.reason]),
    [
      ["no-data", null, null, "incomplete"],
      ["missed", "75.00", "90.00", undefined],
      ["met", "100.00", "100.00", undefined],
    ],
  );
  assert.deepEqual(
    lines[0]?.instances.map(({ state }) => state),
    ["met", "met", "met", "no-data"],
  );
});

test("dates of the month fall into their weeks, and a week of two months takes them from both", () => {
  const november = observed("a", "2026-11", ["2026-11-03", "2026-11-10", "2026-11-18", "2026-11-29", "2026-11-30"]);
  const line = lineOf(weekly, [november]);
  assert.deepEqual(
    line.instances.map(({ actual }) => actual),
    ["1", "1", "1", "1"],
  );
  const december = lineOf(weekly, [november, observed("a", "2026-12", [])], "2026-12");
  assert.deepEqual(december.instances.map(({ period, actual }) => [period, actual])[0], ["2026-W49", "1"]);
  assert.equal(december.actual, "20.00");
});

test("a week's own record wins over the dates of its month", () => {
  const line = lineOf(weekly, [
    observed("a", "2026-11", ["2026-11-03"]),
    observed("a", "2026-W46", ["2026-11-12", "2026-11-13"]),
  ]);
  assert.deepEqual(
    line.instances.map(({ actual }) => actual),
    ["1", "2", "0", "0"],
  );
});

test("every aggregate makes its own value of several periods", () => {
  const months = [observed("a", "2026-10", 80), observed("a", "2026-11", 95), observed("a", "2026-12", 90)];
  const item = (aggregate: NonNullable<Item["aggregate"]>) =>
    itemOf("a", { aggregate, unit: "分", target: target({ minimum: 90 }) });
  const lines = (["share-met", "mean", "sum", "last", "worst"] as const).map((aggregate) =>
    lineOf(item(aggregate), months, "2026-Q4"),
  );
  assert.deepEqual(lines.map(figures), [
    ["missed", "66.67", "0.00"],
    ["missed", "88.33", "0.00"],
    ["met", "265", "100.00"],
    ["met", "90", "100.00"],
    ["missed", "80", "0.00"],
  ]);
  const upper = itemOf("a", { aggregate: "worst", target: target({ maximum: 100 }) });
  assert.equal(lineOf(upper, months, "2026-Q4").actual, "95");
});

test("a mean is taken of exact values and rounded once", () => {
  const item = ratioItem("a", { aggregate: "mean", target: target({ minimum: 0 }) });
  const months = ["2026-10", "2026-11", "2026-12"].map((month, index) =>
    observed("a", month, { of: index === 2 ? 0 : 1, to: 3 }),
  );
  assert.equal(lineOf(item, months, "2026-Q4").actual, "22.22");
});

test("by default a method about one period's value scores every period, and the line gets the mean", () => {
  const item = ratioItem("a", { target: target({ minimum: 5 }), score: score("linear", { from: 0, to: 5 }) });
  const months = [5, 4, 1].map((of, index) => observed("a", `2026-${10 + index}`, { of, to: 100 }));
  const line = lineOf(item, months, "2026-Q4");
  assert.deepEqual(figures(line), ["missed", "33.33", "66.67"]);
  assert.deepEqual(line.steps.find(({ code }) => code === "score/mean")?.params, {
    points: "100.00 + 80.00 + 20.00",
    count: 3,
    periods: "months",
  });
});

test("a stated share-met is scored itself", () => {
  const item = ratioItem("a", { aggregate: "share-met", score: score("linear", { from: 0, to: 100 }) });
  const months = [95, 95, 10].map((of, index) => observed("a", `2026-${10 + index}`, { of, to: 100 }));
  assert.deepEqual(figures(lineOf(item, months, "2026-Q4")), ["missed", "66.67", "66.67"]);
});

test("daily items are judged on the days that were recorded", () => {
  const item = itemOf("a", { every: "day", observation: tick(), score: score("deduct", { per: 5 }) });
  const line = lineOf(item, [observed("a", "2026-11-02", true), observed("a", "2026-11-03", false)]);
  assert.deepEqual([line.state, line.actual, line.points, line.instances.length], ["missed", "50.00", "95.00", 2]);
  assert.equal(lineOf(item, []).reason, "missing");
});

test("a date is the day of its month; days of the next month count on from 31", () => {
  const item = itemOf("a", { observation: date(), target: target({ maximum: 36 }) });
  assert.equal(lineOf(item, [observed("a", "2026-11", "2026-12-05")]).state, "met");
  assert.deepEqual(figures(lineOf(item, [observed("a", "2026-11", "2026-12-06")])), ["missed", "37", "0.00"]);
});

test("lateness counts in days of the calendar, also beyond a month of 30 days", () => {
  const item = itemOf("a", {
    observation: date(),
    target: target({ maximum: 30 }),
    score: score("deduct", { per: 10 }),
  });
  const points = ["2026-11-30", "2026-12-01", "2026-12-03"].map(
    (day) => lineOf(item, [observed("a", "2026-11", day)]).points,
  );
  assert.deepEqual(points, ["100.00", "90.00", "70.00"]);
});

test("a date without target is held to the due day of its own period", () => {
  const item = itemOf("a", {
    every: "quarter",
    observation: date(),
    due: due({ day: 10, monthsAfter: 1, inclusive: false }),
  });
  const late = lineOf(item, [observed("a", "2026-Q3", "2026-10-10")], "2026-09");
  assert.deepEqual([late.state, late.target], ["missed", [{ keyword: "maximum", value: "101" }]]);
  assert.equal(lineOf(item, [observed("a", "2026-Q3", "2026-10-09")], "2026-09").state, "met");
});

test("a due day that moves past days off, or is a working day, holds a date to the workspace's calendar", () => {
  const nationalDay = workingDays({
    holidays: ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
    workdays: ["2026-10-10"],
  });
  const stateOn = (rule: Partial<DueRule>, day: string) =>
    scorecard(
      roleOf([itemOf("a", { observation: date(), due: due(rule) })]),
      "2026-10",
      [observed("a", "2026-10", day)],
      {
        calendar: nationalDay,
      },
    ).lines[0]?.state;
  assert.equal(stateOn({ day: 1, roll: "next" }, "2026-10-08"), "met");
  assert.equal(stateOn({ day: 1, roll: "next" }, "2026-10-09"), "missed");
  assert.equal(stateOn({ workingDay: 3 }, "2026-10-10"), "met");
  assert.equal(stateOn({ workingDay: 3 }, "2026-10-12"), "missed");
});

test("three weights of 33.33 and one of 0.01 make a hundred, exactly", () => {
  const items = ["33.33", "33.33", "33.33", "0.01"].map((weight, index) =>
    itemOf(`i${index}`, { weight, target: target({ minimum: 1 }) }),
  );
  const card = scorecard(
    roleOf(items),
    "2026-11",
    items.map(({ key }) => observed(key, "2026-11", 1)),
  );
  assert.deepEqual([card.total, card.coverage.measured, card.coverage.percent], ["100.00", "100", "100.00"]);
});

test("a grade is reached from its points on, whatever the order the grades are written in", () => {
  const grades = [
    { grade: "B", from: "80" },
    { grade: "A", from: "90" },
    { grade: "C", from: "60" },
  ];
  const item = itemOf("a", { score: score("linear", { from: 0, to: 100 }) });
  const gradeOf = (value: number) =>
    scorecard(roleOf([item], { grades }), "2026-11", [observed("a", "2026-11", value)]).grade;
  assert.deepEqual([90, 89.99, 80, 60, 59.99].map(gradeOf), ["A", "B", "B", "C", null]);
});

test("whatever is recorded, states and coverage add up and the total stays between 0 and 100", () => {
  const data = fc.option(fc.record({ of: fc.nat(120), to: fc.nat(100) }), { nil: undefined });
  const weights = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      weights,
      fc.array(data, { minLength: 8, maxLength: 8 }),
      fc.constantFrom("block", "zero", "exclude"),
      (hundredths, recorded, noData) => {
        const items = hundredths.map((weight, index) =>
          ratioItem(`i${index}`, {
            weight: String(weight / 100),
            noData: noData as Item["noData"],
            score: score("linear", { from: 0, to: 90 }),
          }),
        );
        const facts = items.flatMap(({ key }, index) =>
          recorded[index] ? [observed(key, "2026-11", recorded[index])] : [],
        );
        const card = scorecard(roleOf(items), "2026-11", facts);
        const sum = (texts: readonly (string | null)[]) =>
          texts.reduce((total, text) => total.plus(text ?? 0), Decimal.of(0));
        const { measured, missing, notApplicable, due: applies } = card.coverage;
        assert.ok(sum([measured, missing]).equals(applies));
        assert.ok(sum([applies, notApplicable]).equals(sum(card.lines.map(({ weight }) => weight))));
        if (card.total !== null) assert.ok(Number(card.total) >= 0 && Number(card.total) <= 101);
        assert.deepEqual(scorecard(roleOf(items), "2026-11", facts), card);
      },
    ),
  );
});
