import assert from "node:assert/strict";
import { test } from "node:test";
import { checklist } from "./checklist.ts";
import type { Observation } from "./generated/records.ts";
import { observationProblems } from "./observation.ts";
import { scorecard } from "./scorecard.ts";
import { itemOf, measure, observed, roleOf, score, tick } from "./testing/role-builder.ts";

const role = roleOf([
  itemOf("collection", { weight: "60" }),
  itemOf("meeting", { weight: "40", every: "week", observation: tick() }),
]);
const weeks = ["2026-W45", "2026-W46", "2026-W47", "2026-W48"];
const kept = weeks.map((week) => observed("meeting", week, true));

function exempt(item: string, period: string, data: Observation["data"] = null): Observation {
  return { ...observed(item, period, data as never), exempt: "产假" };
}

test("an exempt item is out of the total and of the coverage, and says why", () => {
  const card = scorecard(role, "2026-11", [exempt("collection", "2026-11"), ...kept]);
  const [line] = card.lines;
  assert.deepEqual([line?.state, line?.reason, line?.because], ["not-applicable", "exempt", "产假"]);
  assert.deepEqual(line?.steps, [{ code: "state/exempt", params: { because: "产假" }, result: null }]);
  assert.deepEqual([card.total, card.provisional, card.coverage.percent], ["100.00", false, "100.00"]);
  assert.equal(card.coverage.notApplicable, "60");
});

test("what was recorded for an exempt item is kept, and counts again without the exemption", () => {
  const facts = [observed("collection", "2026-11", 1), ...kept];
  const card = scorecard(role, "2026-11", [exempt("collection", "2026-11", 1), ...kept]);
  assert.equal(card.lines[0]?.state, "not-applicable");
  assert.equal(scorecard(role, "2026-11", facts).lines[0]?.state, "met");
});

test("one exempt week leaves the others to be judged; an exempt month leaves none", () => {
  const [first, , ...rest] = kept;
  const meeting = (facts: readonly (Observation | undefined)[]) =>
    scorecard(
      role,
      "2026-11",
      facts.flatMap((fact) => fact ?? []),
    ).lines[1];
  const week = meeting([first, exempt("meeting", "2026-W46"), ...rest]);
  assert.deepEqual([week?.state, week?.actual], ["met", "100.00"]);
  assert.deepEqual(
    week?.instances.map(({ state }) => state),
    ["met", "not-applicable", "met", "met"],
  );
  const month = meeting([exempt("meeting", "2026-11"), first]);
  assert.deepEqual([month?.state, month?.reason], ["not-applicable", "exempt"]);
});

test("an exempt veto or bonus does nothing, and says why", () => {
  const bonus = roleOf([
    itemOf("a"),
    itemOf("praise", { weight: undefined as never, score: score("bonus", { per: 2 }) }),
  ]);
  const card = scorecard(bonus, "2026-11", [observed("a", "2026-11", 1), exempt("praise", "2026-11", 3)]);
  const [praise] = card.adjustments;
  assert.deepEqual(
    [praise?.state, praise?.reason, praise?.because, praise?.points],
    ["not-applicable", "exempt", "产假", null],
  );
  assert.equal(card.total, "100.00");
});

test("exempt occurrences are never overdue, and are not counted as due where ticks make the figure", () => {
  const days = roleOf([
    itemOf("round", { every: "week", weight: undefined as never, observation: tick() }),
    itemOf("share", {
      supports: ["round"],
      fromTicks: true,
      observation: {
        kind: "inputs",
        fields: [
          { key: "of", title: "of", required: true, schema: { type: "number" } },
          { key: "to", title: "to", required: true, schema: { type: "number" } },
        ],
        schema: { type: "object", properties: { of: { type: "number" }, to: { type: "number" } } },
      } as never,
      measure: measure("ratio", { of: "of", to: "to" }),
    }),
  ]);
  const facts = [
    exempt("round", "2026-W45"),
    ...weeks.slice(1).map((week, index) => observed("round", week, index > 0)),
  ];
  const line = scorecard(days, "2026-11", facts).lines[0];
  assert.equal(line?.actual, "0.67");
  const states = checklist(days, "2026-11", undefined, { observations: facts, today: "2026-12-01" }).occurrences.filter(
    ({ item }) => item === "round",
  );
  assert.deepEqual(
    states.map(({ state }) => state),
    ["exempt", "overdue", "done", "done"],
  );
});

test("what happens when it happens, and is exempt, is not counted as left undone", () => {
  const visits = roleOf([
    itemOf("visit", { every: "event", weight: undefined as never, observation: tick() }),
    itemOf("all", { supports: ["visit"], fromTicks: true, observation: tick() }),
  ]);
  const facts = [observed("visit", "2026-11-03", true), exempt("visit", "2026-11-10")];
  assert.equal(scorecard(visits, "2026-11", facts).lines[0]?.state, "met");
});

test("an exemption needs its reason, and may be for a longer period than the item's own", () => {
  const codes = (observation: Observation) => observationProblems(role, observation).map(({ code }) => code);
  assert.deepEqual(codes({ ...exempt("collection", "2026-11"), exempt: " " }), ["observation/exempt-reason"]);
  assert.deepEqual(codes(exempt("meeting", "2026-11")), []);
  assert.deepEqual(codes(exempt("meeting", "2026-11", true)), ["observation/period"]);
  assert.deepEqual(codes(exempt("collection", "2026-W47")), ["observation/period"]);
});
