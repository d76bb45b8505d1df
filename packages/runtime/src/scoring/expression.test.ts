import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { codesOf, context, judged, scorer } from "../testing/scoring.ts";
import { expression } from "./expression.ts";

test("a formula over value and target gives the points, within floor and cap", () => {
  const rule = scorer(expression, { formula: "value >= target ? 100 : value / target * 90" }, context({ minimum: 50 }));
  assert.deepEqual(
    [50, 25, 0, -5].map((value) => rule.at(value)),
    ["100", "45", "0", "0"],
  );
  const capped = scorer(expression, { formula: "value * 2", floor: 10, cap: 120 });
  assert.deepEqual(
    [1, 40, 70].map((value) => capped.at(value)),
    ["10", "80", "120"],
  );
});

test("it knows whether the target was met, by how much not, and in how many periods not", () => {
  const rule = scorer(expression, { formula: "met ? 100 : 100 - shortfall * 10 - missed" });
  assert.equal(rule.at(3, { met: true }), "100");
  assert.equal(rule.points(judged(3, { met: false, missed: 2 })).toFixed(), "98");
});

test("where it divides by zero it gives the floor, and says so", () => {
  const rule = scorer(expression, { formula: "100 / value", floor: 5 });
  assert.equal(rule.at(0), "5");
  assert.equal(rule.explain(judged(0)).params.at, "nowhere");
});

test("target is a name only where the target has one bound, and points are a number", () => {
  assert.deepEqual(codesOf(expression, { formula: "target" }), ["expression/unknown-name"]);
  assert.deepEqual(codesOf(expression, { formula: "target" }, context({ minimum: 1, maximum: 2 })), [
    "expression/unknown-name",
  ]);
  assert.deepEqual(codesOf(expression, { formula: "met" }), ["expression/result"]);
  assert.deepEqual(codesOf(expression, { formula: "value", floor: 100 }), ["score/expression-cap"]);
});

test("property: points stay within floor and cap, and rise with a rising formula", () => {
  const figure = fc.integer({ min: -100_000, max: 100_000 }).map((cents) => cents / 100);
  const rule = scorer(expression, { formula: "value * 3 - 20", floor: 0, cap: 100 });
  fc.assert(
    fc.property(figure, figure, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)].map((value) => rule.points(judged(value)));
      assert.ok(
        low && high && low.greaterThanOrEqualTo(0) && high.lessThanOrEqualTo(100) && low.lessThanOrEqualTo(high),
      );
    }),
  );
});
