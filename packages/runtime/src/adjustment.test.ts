import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Item, Observation, RoleModel, Scorecard } from "./index.ts";
import { scorecard } from "./index.ts";
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

const grades = [
  { grade: "A", from: "90" },
  { grade: "B", from: "80" },
  { grade: "D", from: "0" },
];

function unweighted(key: string, more: Partial<Item>): Item {
  const { weight: _weight, ...item } = itemOf(key, more);
  return item;
}

const line = itemOf("line", { score: score("linear", { from: 0, to: 100 }) });
const praise = unweighted("praise", { title: "业主书面表扬", unit: "件", score: score("bonus", { per: 1, cap: 5 }) });
const leak = unweighted("leak", { title: "泄露客户重要信息", observation: tick(), score: score("veto") });
const role: RoleModel = roleOf([line, praise, leak], { grades });

function card(...more: readonly Observation[]): Scorecard {
  return scorecard(role, "2026-11", [observed("line", "2026-11", 94.55), ...more]);
}

function leaked(evidence?: string): Observation {
  return { ...observed("leak", "2026-11", true), ...(evidence === undefined ? {} : { evidence }) };
}

test("a bonus is added to the total, outside the weights, with its own step", () => {
  const { total, lines, coverage, adjustments, steps } = card(observed("praise", "2026-11", 1));
  assert.equal(total, "95.55");
  assert.deepEqual(
    [lines.length, coverage.measured, adjustments[0]?.points, adjustments[0]?.state],
    [1, "100", "1.00", "applied"],
  );
  const { code, params, result } = steps[1] ?? {};
  assert.deepEqual([code, params, result], ["total/bonus", { bonus: "1.00", count: 1, total: "95.55" }, "95.55"]);
});

test("bonuses may lift the total above 100 and the grade with it", () => {
  const full = scorecard(role, "2026-11", [observed("line", "2026-11", 100), observed("praise", "2026-11", 9)]);
  assert.equal(full.total, "105.00");
  const lifted = scorecard(role, "2026-11", [observed("line", "2026-11", 88), observed("praise", "2026-11", 2)]);
  assert.deepEqual([lifted.total, lifted.grade], ["90.00", "A"]);
});

test("nothing recorded is no bonus and no veto, and leaves nothing open", () => {
  const { total, provisional, adjustments } = card();
  assert.deepEqual([total, provisional], ["94.55", false]);
  assert.deepEqual(
    adjustments.map(({ kind, state, reason }) => [kind, state, reason]),
    [
      ["bonus", "no-data", "missing"],
      ["veto", "no-data", "missing"],
    ],
  );
});

test("without any measured line a bonus makes no total", () => {
  const { total, grade } = scorecard(role, "2026-11", [observed("praise", "2026-11", 1)]);
  assert.deepEqual([total, grade], [null, null]);
});

test("a veto with a reason forces the lowest grade and leaves the sum as it is", () => {
  const { total, grade, steps, adjustments } = card(leaked("投诉函 12 号"));
  assert.deepEqual([total, grade], ["94.55", "D"]);
  assert.deepEqual(steps.at(-1)?.params, { grade: "D", title: "泄露客户重要信息", because: "投诉函 12 号" });
  assert.deepEqual(
    [adjustments[1]?.state, adjustments[1]?.because, adjustments[1]?.grade],
    ["applied", "投诉函 12 号", "D"],
  );
});

test("a veto without a reason is not in force; the result stays provisional", () => {
  for (const evidence of [undefined, "  "]) {
    const { grade, provisional, adjustments } = card(leaked(evidence));
    assert.deepEqual([grade, provisional, adjustments[1]?.reason], ["A", true, "no-reason"]);
  }
});

test("a veto that is not triggered changes nothing", () => {
  const { grade, adjustments } = card(observed("leak", "2026-11", false));
  assert.deepEqual([grade, adjustments[1]?.state, adjustments[1]?.instances[0]?.state], ["A", "none", "met"]);
});

test("the reason may be an input, the grade another one, and the total capped", () => {
  const accident = unweighted("accident", {
    observation: inputs({ count: ["次数", "次"], reason: ["理由", ""] }),
    measure: measure("expression", { formula: "count" }),
    target: target({ maximum: 0 }),
    score: score("veto", { grade: "B", cap: 85 }),
  });
  const { observation, ...rest } = accident;
  const schema = { type: "string" };
  const fields = observation.fields.map((field) => (field.key === "reason" ? { ...field, schema } : field));
  const given = { ...rest, observation: { ...observation, fields, schema: { type: "object" } } };
  const made = (data: object) =>
    scorecard(roleOf([line, given], { grades }), "2026-11", [
      observed("line", "2026-11", 95),
      observed("accident", "2026-11", data as never),
    ]);
  const vetoed = made({ count: 1, reason: "脚手架倒塌" });
  assert.deepEqual([vetoed.total, vetoed.grade, vetoed.adjustments[0]?.because], ["85.00", "B", "脚手架倒塌"]);
  assert.equal(vetoed.steps.find(({ code }) => code === "total/veto")?.result, "85.00");
  assert.deepEqual([made({ count: 0 }).total, made({ count: 0 }).grade], ["95.00", "A"]);
  assert.equal(made({ count: 1 }).provisional, true);
});

test("a grade already lower than the veto's stays", () => {
  const mild = unweighted("leak", { observation: tick(), score: score("veto", { grade: "B" }) });
  const result = scorecard(roleOf([line, mild], { grades }), "2026-11", [
    observed("line", "2026-11", 40),
    leaked("有据"),
  ]);
  assert.equal(result.grade, "D");
});

test("bonuses of several weeks are added up, and vetoes of any day count", () => {
  const weekly = unweighted("praise", { every: "week", observation: dates(), score: score("bonus", { per: 2 }) });
  const daily = unweighted("leak", { every: "day", observation: tick(), score: score("veto") });
  const result = scorecard(roleOf([line, weekly, daily], { grades }), "2026-11", [
    observed("line", "2026-11", 50),
    observed("praise", "2026-W45", ["2026-11-03"]),
    observed("praise", "2026-W47", ["2026-11-17", "2026-11-18"]),
    { ...observed("leak", "2026-11-19", true), evidence: "监控录像" },
  ]);
  assert.deepEqual([result.total, result.grade], ["56.00", "D"]);
});

test("events recorded month by month count in the scorecard of their quarter", () => {
  const events = unweighted("praise", { every: "event", observation: figure(), score: score("bonus", { per: 1 }) });
  const result = scorecard(roleOf([itemOf("line", { every: "quarter" }), events]), "2026-Q4", [
    observed("line", "2026-Q4", 1),
    observed("praise", "2026-10", 1),
    observed("praise", "2026-12", 2),
  ]);
  assert.equal(result.total, "103.00");
});

test("a bonus that is written wrong has an entry that says so", () => {
  const broken = unweighted("praise", { score: score("bonus", { per: 0 }) });
  const [adjustment] = scorecard(roleOf([line, broken]), "2026-11", []).adjustments;
  assert.deepEqual([adjustment?.state, adjustment?.reason], ["no-data", "invalid"]);
});

test("property: the total is the weighted total plus the bonus, and a veto never lifts the grade", () => {
  const cents = fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100);
  const rank = (grade: string | null) => grades.findIndex((known) => known.grade === grade);
  fc.assert(
    fc.property(cents, fc.integer({ min: 0, max: 8 }), fc.boolean(), (points, praises, vetoed) => {
      const facts = [observed("line", "2026-11", points), observed("praise", "2026-11", praises)];
      const free = scorecard(role, "2026-11", facts);
      const bound = scorecard(role, "2026-11", vetoed ? [...facts, leaked("有据")] : facts);
      assert.equal(Math.round(Number(free.total) * 100), Math.round(points * 100) + Math.min(praises, 5) * 100);
      assert.equal(bound.total, free.total);
      assert.ok(rank(bound.grade) >= rank(free.grade));
    }),
  );
});

test("property: a capped veto lowers the total to its cap and never lifts it, on both sides of the cap", () => {
  const cents = fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100);
  fc.assert(
    fc.property(cents, cents, fc.boolean(), (points, cap, triggered) => {
      const capped = roleOf([line, { ...leak, score: score("veto", { cap }) }], { grades });
      const { total } = scorecard(capped, "2026-11", [
        observed("line", "2026-11", points),
        ...(triggered ? [leaked("投诉函 12 号")] : []),
      ]);
      assert.equal(Number(total), triggered ? Math.min(points, cap) : points);
    }),
  );
});
