import assert from "node:assert/strict";
import { test } from "node:test";
import type { Item, Observation, ScorecardLine } from "./index.ts";
import { scorecard } from "./index.ts";
import { date, dates, due, inputs, itemOf, measure, observed, roleOf, score, target } from "./testing/role-builder.ts";

/* The worked month of the design: one supervisor, October 2026, eight standards in all four states. */

const grades = [
  { grade: "A", from: "90" },
  { grade: "B", from: "80" },
  { grade: "C", from: "60" },
  { grade: "D", from: "0" },
];

function rate(key: string, number: string, weight: string, more: Partial<Item>): Item {
  return itemOf(key, {
    number,
    weight,
    unit: "%",
    measure: measure("ratio", { of: "of", to: "to" }),
    score: score("pass"),
    ...more,
  });
}

const planUnits = inputs({ of: ["完成", "项"], to: ["计划", "项"] });

const items: readonly Item[] = [
  itemOf("budgetDeviation", {
    number: "3.1",
    weight: "10",
    unit: "%",
    every: "year",
    observation: inputs({ budget: ["预算", "万元"], actual: ["实际", "万元"] }),
    measure: measure("deviation", { plan: "budget", actual: "actual" }),
    target: target({ exclusiveMaximum: 10 }),
    score: score("bands", {
      bands: [
        { below: 5, points: 100 },
        { below: 10, points: 80 },
      ],
      else: 0,
    }),
  }),
  rate("monthlyPlan", "3.2", "15", { observation: planUnits, target: target({ minimum: 90 }) }),
  itemOf("weeklyMeeting", {
    number: "3.3",
    weight: "10",
    unit: "次",
    every: "week",
    observation: dates(),
    measure: measure("count"),
    target: target({ minimum: 1 }),
    score: score("deduct", { per: 10 }),
  }),
  rate("training", "3.4", "10", {
    observation: inputs({ of: ["完成", "课时"], to: ["计划", "课时"] }),
    target: target({ minimum: 90 }),
  }),
  rate("spotCheck", "3.5", "20", {
    observation: inputs({ of: ["抽查", "件"], to: ["当月总量", "件"] }),
    target: target({ minimum: 5 }),
    score: score("linear", { from: 0, to: 5 }),
    supports: ["complaints"],
  }),
  rate("feeCollection", "3.6", "20", {
    observation: inputs({ of: ["实收", "万元"], to: ["应收", "万元"] }),
    target: target({ minimum: 90 }),
    score: score("bands", {
      bands: [
        { from: 95, points: 100 },
        { from: 90, points: 90 },
        { from: 80, points: 60 },
      ],
      else: 0,
    }),
  }),
  itemOf("stockTake", {
    number: "3.7",
    weight: "10",
    observation: date(),
    due: due({ day: 25 }),
    target: target({ maximum: 25 }),
    score: score("pass"),
  }),
  rate("signs", "3.8", "5", {
    observation: inputs({ of: ["完好", "处"], to: ["总数", "处"] }),
    target: target({ minimum: 98 }),
  }),
];

const observations: readonly Observation[] = [
  observed("monthlyPlan", "2026-10", { of: 36, to: 38 }),
  observed("weeklyMeeting", "2026-W40", ["2026-09-28"]),
  observed("weeklyMeeting", "2026-W41", ["2026-10-09"]),
  observed("weeklyMeeting", "2026-W42", ["2026-10-12"]),
  observed("weeklyMeeting", "2026-W43", []),
  observed("weeklyMeeting", "2026-W44", ["2026-10-26", "2026-10-30"]),
  observed("spotCheck", "2026-10", { of: 11, to: 236 }),
  observed("feeCollection", "2026-10", { of: 128.46, to: 139.24 }),
  observed("stockTake", "2026-10", "2026-10-24"),
  observed("signs", "2026-10", { of: 412, to: 418 }),
];

const role = roleOf(items, { grades });
const card = scorecard(role, "2026-10", observations, { version: 3, holder: { id: "lin", name: "林晓棠" } });

function line(key: string): ScorecardLine {
  const found = card.lines.find(({ item }) => item === key);
  if (!found) throw new Error(`No line ${key}`);
  return found;
}

test("the mock month has the figures, states, points and contributions of the design", () => {
  const figures = card.lines.map((one) => [
    one.number,
    one.actual,
    one.state,
    one.points,
    one.weight,
    one.contribution,
  ]);
  assert.deepEqual(figures, [
    ["3.1", null, "not-applicable", null, "10", null],
    ["3.2", "94.74", "met", "100.00", "15", "15.00"],
    ["3.3", "80.00", "missed", "90.00", "10", "9.00"],
    ["3.4", null, "no-data", null, "10", null],
    ["3.5", "4.66", "missed", "93.20", "20", "18.64"],
    ["3.6", "92.26", "met", "90.00", "20", "18.00"],
    ["3.7", "24", "met", "100.00", "10", "10.00"],
    ["3.8", "98.56", "met", "100.00", "5", "5.00"],
  ]);
});

test("the total is 75.64 ÷ 80 × 100, provisional, with its grade and coverage", () => {
  assert.equal(card.total, "94.55");
  assert.equal(card.grade, "A");
  assert.equal(card.provisional, true);
  assert.deepEqual(card.coverage, { measured: "80", due: "90", notApplicable: "10", missing: "10", percent: "88.89" });
  assert.deepEqual(card.steps, [
    { code: "total/weighted", params: { sum: "75.64", weight: "80", total: "94.55" }, result: "94.55" },
    { code: "total/provisional", params: { count: 1, weight: "10" }, result: null },
    { code: "grade/reached", params: { grade: "A", from: "90", total: "94.55" }, result: null },
  ]);
});

test("the spot check explains itself step by step and says what would meet its target", () => {
  assert.deepEqual(line("spotCheck").steps, [
    {
      code: "measure/ratio",
      params: {
        of: "抽查",
        ofValue: "11 件",
        to: "当月总量",
        toValue: "236 件",
        percent: true,
        digits: 2,
      },
      result: "4.66",
      unit: "%",
    },
    {
      code: "compare/missed",
      params: { actual: "4.66 %", keyword: "minimum", bound: "5 %", upper: "", percent: true, gap: "0.34" },
      result: null,
    },
    {
      code: "score/linear",
      params: {
        from: "0 %",
        to: "5 %",
        low: "0",
        high: "100",
        at: "between",
        formula: "4.66 ÷ 5 × 100",
      },
      result: "93.20",
    },
    { code: "contribute/weight", params: { points: "93.20", weight: "20" }, result: "18.64" },
    {
      code: "hint/ratio-more",
      params: { of: "抽查", count: "1 件", value: "5.08 %" },
      result: null,
    },
  ]);
});

test("the weekly meeting is judged week by week and loses ten points for the week without one", () => {
  const { instances, steps } = line("weeklyMeeting");
  assert.deepEqual(
    instances.map(({ period, state, actual }) => [period, state, actual]),
    [
      ["2026-W40", "met", "1"],
      ["2026-W41", "met", "1"],
      ["2026-W42", "met", "1"],
      ["2026-W43", "missed", "0"],
      ["2026-W44", "met", "2"],
    ],
  );
  assert.deepEqual(
    steps.map(({ code, result }) => [code, result]),
    [
      ["aggregate/share-met", "80.00"],
      ["compare/periods-missed", null],
      ["score/deduct", "90.00"],
      ["contribute/weight", "9.00"],
    ],
  );
  assert.equal(steps[2]?.params.formula, "100 − 10 × 1");
});

test("the same meetings given as dates of the month make the same line", () => {
  const weekly = observations.filter(({ item }) => item === "weeklyMeeting");
  const days = ["2026-10-09", "2026-10-12", "2026-10-26", "2026-10-30"];
  const monthly = [
    observed("weeklyMeeting", "2026-09", ["2026-09-28"]),
    observed("weeklyMeeting", "2026-10", days),
    ...observations.filter((fact) => !weekly.includes(fact)),
  ];
  const again = scorecard(role, "2026-10", monthly).lines.find(({ item }) => item === "weeklyMeeting");
  assert.deepEqual(again, line("weeklyMeeting"));
});

test("a yearly standard is not applicable in October and says when it is due", () => {
  const yearly = line("budgetDeviation");
  assert.deepEqual([yearly.reason, yearly.dueIn], ["not-due", "2026-12"]);
});

test("half a ratio is incomplete, none of it is missing", () => {
  assert.equal(line("training").reason, "missing");
  const half = [...observations, observed("training", "2026-10", { of: 10 })];
  const again = scorecard(role, "2026-10", half).lines.find(({ item }) => item === "training");
  assert.deepEqual([again?.state, again?.reason], ["no-data", "incomplete"]);
});

test("the same input gives the same scorecard and is not changed", () => {
  const before = structuredClone(observations);
  const roleBefore = structuredClone(role);
  const again = scorecard(role, "2026-10", observations, { version: 3, holder: { id: "lin", name: "林晓棠" } });
  assert.deepEqual(again, card);
  assert.deepEqual(observations, before);
  assert.deepEqual(role, roleBefore);
});
