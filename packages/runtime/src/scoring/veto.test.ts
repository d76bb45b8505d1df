import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ScoringContext } from "../arithmetic.ts";
import { choice, figure, inputs, tick } from "../testing/role-builder.ts";
import { codesOf, judged, scorer } from "../testing/scoring.ts";
import { veto } from "./veto.ts";

function known(observation = tick(), more: Partial<ScoringContext["item"]> = {}, grades = ["A", "D"]): ScoringContext {
  return { bounds: [], range: {}, item: { observation, ...more }, grades };
}

test("it gives no points of its own, and says what it does", () => {
  const rule = scorer(veto, { grade: "D", cap: 59 }, known());
  assert.equal(rule.at(1), "0");
  assert.deepEqual(rule.explain(judged(1, { met: false })).params, {
    triggered: true,
    graded: true,
    grade: "D",
    capped: true,
    cap: "59",
  });
});

test("a grade that the role does not have is refused, and so is a veto without effect", () => {
  assert.deepEqual(codesOf(veto, { grade: "E" }, known()), ["score/veto-grade"]);
  assert.deepEqual(codesOf(veto, {}, known(tick(), {}, [])), ["score/veto-nothing"]);
  assert.deepEqual(codesOf(veto, { cap: 0 }, known(tick(), {}, [])), []);
});

test("a weight, a choice without a target and an unknown reason are refused", () => {
  assert.deepEqual(codesOf(veto, {}, known(tick(), { weight: "5" })), ["score/veto-weight"]);
  assert.deepEqual(codesOf(veto, {}, known(choice("有", "无"))), ["score/veto-trigger"]);
  assert.deepEqual(codesOf(veto, { reason: "why" }, known(figure())), ["score/veto-reason"]);
  assert.deepEqual(codesOf(veto, { reason: "why" }, known(inputs({ why: ["", ""] }))), []);
});

test("property: whatever value triggers it or not, it gives no points and asks for none", () => {
  const figures = fc.integer({ min: -100_000, max: 100_000 }).map((cents) => cents / 100);
  const caps = fc.option(fc.integer({ min: 0, max: 10_000 }).map((cents) => cents / 100));
  fc.assert(
    fc.property(figures, caps, fc.boolean(), (value, cap, met) => {
      const rule = scorer(veto, { grade: "D", ...(cap === null ? {} : { cap }) }, known());
      const { params } = rule.explain(judged(value, { met }));
      assert.deepEqual([rule.at(value, { met }), rule.best()], ["0", "0"]);
      assert.deepEqual([params.triggered, params.cap], [!met, cap === null ? "" : String(cap)]);
    }),
  );
});
