import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Item, Observation, ScorecardLine } from "./index.ts";
import { observationProblems, scorecard } from "./index.ts";
import {
  dates,
  figure,
  inputs,
  itemOf,
  measure,
  observed,
  roleOf,
  score,
  target,
  tick,
} from "./testing/role-builder.ts";

/* Scorecards over several periods: to date, aggregated, weighted by section, and filled in from ticks. */

function lineOf(item: Item, observations: readonly Observation[], period: string): ScorecardLine {
  const [line] = scorecard(roleOf([item]), period, observations).lines;
  assert.ok(line);
  return line;
}

const collected = itemOf("a", {
  every: "year",
  unit: "%",
  cumulative: true,
  observation: inputs({ of: ["实收", "元"], to: ["应收", "元"] }),
  measure: measure("ratio", { of: "of", to: "to" }),
  target: target({ minimum: 90 }),
});
const months = [
  observed("a", "2026-01", { of: 90, to: 100 }),
  observed("a", "2026-02", { of: 60, to: 100 }),
  observed("a", "2026-03", { of: 300, to: 300 }),
  observed("a", "2025-12", { of: 0, to: 1000 }),
];

test("a cumulative item is judged in every month on what was recorded since its period began", () => {
  const actuals = ["2026-01", "2026-02", "2026-03", "2026-11"].map(
    (period) => lineOf(collected, months, period).actual,
  );
  assert.deepEqual(actuals, ["90.00", "75.00", "90.00", "90.00"]);
  const { steps, instances } = lineOf(collected, months, "2026-03");
  assert.deepEqual([steps[0]?.code, steps[0]?.params.count, instances[0]?.period], ["origin/to-date", 3, "2026-03"]);
});

test("the scorecard of its whole period, and a longer one, add up what was recorded within it", () => {
  assert.equal(lineOf(collected, months, "2026").actual, "90.00");
  assert.equal(lineOf(collected, [...months, observed("a", "2026", { of: 1, to: 2 })], "2026").actual, "50.00");
  const quarterly = { ...collected, every: "quarter" } as const;
  const line = lineOf(quarterly, [...months, observed("a", "2026-05", { of: 95, to: 100 })], "2026-H1");
  assert.deepEqual(
    line.instances.map(({ period, actual }) => [period, actual]),
    [
      ["2026-Q1", "90.00"],
      ["2026-Q2", "95.00"],
    ],
  );
});

test("a list of dates for a month covers the weeks of a cumulative item, too", () => {
  const weekly = itemOf("a", { every: "week", cumulative: true, observation: dates(), target: target({ minimum: 1 }) });
  const line = lineOf(weekly, [observed("a", "2026-11", ["2026-11-03", "2026-11-10"])], "2026-11");
  assert.deepEqual(
    line.instances.map(({ actual }) => actual),
    ["1", "1", "0", "0"],
  );
});

test("without cumulative the same item is not due before its last month", () => {
  const { cumulative: _cumulative, ...plain } = collected;
  const line = lineOf(plain, months, "2026-03");
  assert.deepEqual([line.state, line.reason, line.dueIn], ["not-applicable", "not-due", "2026-12"]);
});

test("a record of the whole period says it all in the scorecard that ends it, and nothing before", () => {
  const facts = [...months, observed("a", "2026", { of: 1, to: 2 })];
  assert.deepEqual(
    [lineOf(collected, facts, "2026-12").actual, lineOf(collected, facts, "2026-03").actual],
    ["50.00", "90.00"],
  );
});

test("a quarter recorded beside its months is not counted twice", () => {
  const facts = [...months, observed("a", "2026-Q1", { of: 50, to: 100 })];
  assert.equal(lineOf(collected, facts, "2026-06").actual, "50.00");
});

test("figures are added exactly, lists joined, and with last the latest counts", () => {
  const sums = itemOf("a", { every: "quarter", cumulative: true });
  const facts = [observed("a", "2026-10", 0.1), observed("a", "2026-11", 0.2)];
  assert.equal(lineOf(sums, facts, "2026-11").actual, "0.3");
  assert.equal(lineOf({ ...sums, aggregate: "last" }, facts, "2026-11").actual, "0.2");
  const events = itemOf("a", { every: "year", cumulative: true, observation: dates(), measure: measure("count") });
  const days = [observed("a", "2026-10", ["2026-10-01"]), observed("a", "2026-11", ["2026-11-01", "2026-11-02"])];
  assert.equal(lineOf(events, days, "2026-11").actual, "3");
});

test("a cumulative item may be recorded month by month, another yearly one may not", () => {
  const { cumulative: _cumulative, ...plain } = collected;
  const problems = [collected, plain].map((item) =>
    observationProblems(roleOf([item]), months[0] ?? observed("a", "2026", 1)),
  );
  assert.deepEqual(
    problems.map((found) => found.map(({ code }) => code)),
    [[], ["observation/period"]],
  );
});

test("nothing recorded to date is missing data, which blocks", () => {
  const card = scorecard(roleOf([collected]), "2026-05", []);
  assert.deepEqual([card.lines[0]?.state, card.provisional], ["no-data", true]);
});

test("quarters, half-years and years judge every month and week inside", () => {
  const monthly = itemOf("a", { target: target({ minimum: 3 }), observation: figure() });
  const year = Array.from({ length: 12 }, (_, index) =>
    observed("a", `2026-${String(index + 1).padStart(2, "0")}`, index + 1),
  );
  const shares = ["2026-Q1", "2026-H1", "2026-H2", "2026"].map((period) => lineOf(monthly, year, period).actual);
  assert.deepEqual(shares, ["33.33", "66.67", "100.00", "83.33"]);
  const weekly = itemOf("w", { every: "week", observation: tick(), score: score("deduct", { per: 5 }) });
  const weeks = lineOf(weekly, [], "2026-Q4").instances;
  assert.deepEqual([weeks.length, weeks[0]?.period, weeks.at(-1)?.period], [14, "2026-W40", "2026-W53"]);
});

test("every aggregate makes its own line of a quarter's months", () => {
  const facts = [4, 1, 7].map((value, index) => observed("a", `2026-${10 + index}`, value));
  const actuals = (["share-met", "mean", "sum", "last", "worst"] as const).map((aggregate) =>
    lineOf(itemOf("a", { aggregate, target: target({ minimum: 4 }) }), facts, "2026-Q4"),
  );
  assert.deepEqual(
    actuals.map(({ actual, state }) => [actual, state]),
    [
      ["66.67", "missed"],
      ["4.00", "met"],
      ["12", "met"],
      ["7", "met"],
      ["1", "missed"],
    ],
  );
});

test("section weights stand over item weights, and the contribution says how", () => {
  const [section] = roleOf([]).sections;
  assert.ok(section);
  const part = (key: string, weight: string, items: readonly Item[]) => ({ ...section, key, weight, items });
  const role = roleOf([], {
    sections: [
      part("service", "60", [itemOf("a", { weight: "50" }), itemOf("b", { weight: "50" })]),
      part("conduct", "40", [itemOf("c", { weight: "100", score: score("linear", { from: 0, to: 100 }) })]),
    ],
  });
  const card = scorecard(role, "2026-11", [
    observed("a", "2026-11", 1),
    observed("b", "2026-11", 1),
    observed("c", "2026-11", 50),
  ]);
  assert.deepEqual(
    card.lines.map(({ weight, contribution }) => [weight, contribution]),
    [
      ["30", "30.00"],
      ["30", "30.00"],
      ["40", "20.00"],
    ],
  );
  assert.equal(card.total, "80.00");
  assert.deepEqual(card.lines[0]?.steps.at(-1), {
    code: "contribute/section",
    params: { points: "100.00", weight: "30", section: "60", own: "50" },
    result: "30.00",
  });
});

test("property: full points in every line are a total of exactly 100, whatever the section and item weights", () => {
  const split = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 }).map((parts) => {
    const sum = parts.reduce((all, one) => all + one, 0);
    const cents = parts.map((one) => Math.floor((one * 10_000) / sum));
    const rest = 10_000 - cents.reduce((all, one) => all + one, 0);
    return cents.map((one, index) => ((index === 0 ? one + rest : one) / 100).toFixed(2));
  });
  const [section] = roleOf([]).sections;
  assert.ok(section);
  fc.assert(
    fc.property(split, split, (parts, weights) => {
      const sections = parts.map((weight, place) => ({
        ...section,
        key: `s${place}`,
        weight,
        items: weights.map((own, index) => itemOf(`i${place}x${index}`, { weight: own })),
      }));
      const facts = sections.flatMap(({ items }) => items.map(({ key }) => observed(key, "2026-11", 1)));
      const card = scorecard(roleOf([], { sections }), "2026-11", facts);
      assert.deepEqual([card.total, card.coverage.due], ["100.00", "100"]);
    }),
    { numRuns: 60 },
  );
});

const duty: Item = (({ weight: _weight, ...item }) => item)(itemOf("patrol", { every: "week", observation: tick() }));

function fedLine(standard: Partial<Item>, facts: readonly Observation[], of: Item = duty): ScorecardLine | undefined {
  const item = itemOf("a", { fromTicks: true, supports: ["patrol"], ...standard });
  return scorecard(roleOf([of, item]), "2026-11", facts).lines[0];
}

const share = {
  unit: "%",
  observation: inputs({ done: ["已做", "次"], due: ["应做", "次"] }),
  measure: measure("ratio", { of: "done", to: "due" }),
};
const ticks = [
  observed("patrol", "2026-W45", true),
  { ...observed("patrol", "2026-W46", true), at: "2026-11-12T08:00:00Z" },
  observed("patrol", "2026-W47", false),
];

test("the ticks of a duty fill in the share, count, figure and tick of the standard that supports it", () => {
  assert.equal(fedLine(share, ticks)?.actual, "50.00");
  assert.equal(fedLine({ observation: dates(), measure: measure("count") }, ticks)?.actual, "2");
  assert.equal(fedLine({}, ticks)?.actual, "2");
  assert.equal(fedLine({ observation: tick() }, ticks)?.state, "missed");
  assert.equal(fedLine(share, ticks)?.steps[0]?.code, "origin/ticks");
});

test("a day of the period comes from the last tick once all are set: the day it was made, else its last", () => {
  const monthly = { ...duty, every: "month" } as const;
  const dated = { ...observed("patrol", "2026-11", true), at: "2026-11-20T01:00:00Z" };
  const day = { observation: { ...dates(), kind: "date" as const, schema: { type: "string", format: "date" } } };
  assert.equal(fedLine(day, [dated], monthly)?.actual, "20");
  assert.equal(fedLine(day, [observed("patrol", "2026-11", true)], monthly)?.actual, "30");
  assert.equal(fedLine(day, ticks)?.state, "no-data");
});

test("what is recorded for the standard comes before its ticks, and no tick at all is no data", () => {
  assert.equal(fedLine(share, [...ticks, observed("a", "2026-11", { done: 9, due: 10 })])?.actual, "90.00");
  assert.equal(fedLine(share, [])?.state, "no-data");
});

test("a standard that does not ask for ticks is not filled in by them", () => {
  const { fromTicks: _fromTicks, ...plain } = itemOf("a", { fromTicks: true, supports: ["patrol"], ...share });
  assert.equal(scorecard(roleOf([duty, plain]), "2026-11", ticks).lines[0]?.state, "no-data");
});

test("daily ticks are due on working days", () => {
  const daily = { ...duty, every: "day" } as const;
  const line = fedLine(share, [observed("patrol", "2026-11-02", true)], daily);
  assert.match(String(line?.steps[1]?.params.toValue), /^21 /);
});
