import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { codesOf, judged, scorer } from "../testing/scoring.ts";
import { linear } from "./linear.ts";

const cents = fc.integer({ min: -100_000, max: 100_000 }).map((value) => value / 100);
const line = fc
  .record({ from: cents, to: cents, low: fc.integer({ min: 0, max: 60 }), rise: fc.integer({ min: 1, max: 60 }) })
  .filter(({ from, to }) => from !== to)
  .map(({ from, to, low, rise }) => ({ from, to, low, high: low + rise }));

test("4.66 on the line from 0 to 5 gives 93.2 points", () => {
  const rule = scorer(linear, { from: 0, to: 5 });
  assert.equal(rule.at("4.66"), "93.2");
  assert.equal(rule.explain(judged("4.66", { unit: "%" })).params.formula, "4.66 ÷ 5 × 100");
});

test("the points stay at both ends", () => {
  const rule = scorer(linear, { from: 60, to: 90 });
  assert.deepEqual([rule.at(59.99), rule.at(60), rule.at(90), rule.at(90.01)], ["0", "0", "100", "100"]);
  assert.equal(rule.explain(judged(95)).params.at, "high");
  assert.equal(rule.explain(judged(10)).params.at, "low");
});

test("less is better where from is above to", () => {
  const rule = scorer(linear, { from: 48, to: 24, low: 60 });
  assert.deepEqual([rule.at(50), rule.at(36), rule.at(24), rule.at(0)], ["60", "80", "100", "100"]);
  assert.equal(rule.explain(judged(36)).params.formula, "60 + (36 − 48) ÷ (24 − 48) × 40");
});

test("decimals are exact: 0.1 + 0.2 on the line from 0 to 0.3 is the end of it", () => {
  assert.equal(scorer(linear, { from: 0, to: 0.3 }).at("0.3"), "100");
  assert.equal(scorer(linear, { from: 0, to: 0.3 }).at("0.1").slice(0, 8), "33.33333");
});

test("a line without length or without rise is refused", () => {
  assert.deepEqual(codesOf(linear, { from: 5, to: 5 }), ["score/linear-level"]);
  assert.deepEqual(codesOf(linear, { from: 0, to: 5, low: 100, high: 100 }), ["score/linear-points"]);
});

test("points lie between low and high, whatever the value", () => {
  fc.assert(
    fc.property(line, cents, (params, value) => {
      const points = scorer(linear, params).points(judged(value));
      assert.ok(points.greaterThanOrEqualTo(params.low) && points.lessThanOrEqualTo(params.high));
    }),
  );
});

test("a value nearer to the good end never gets fewer points", () => {
  fc.assert(
    fc.property(line, cents, cents, (params, one, other) => {
      const rule = scorer(linear, params);
      const [less, more] = one < other ? [one, other] : [other, one];
      const [worse, better] = params.from < params.to ? [less, more] : [more, less];
      assert.ok(rule.points(judged(worse)).lessThanOrEqualTo(rule.points(judged(better))));
    }),
  );
});

test("the formula in the explanation gives the points it explains", () => {
  fc.assert(
    fc.property(line, cents, (params, value) => {
      const rule = scorer(linear, params);
      const { formula, at } = rule.explain(judged(value)).params;
      if (at !== "between") return;
      const script = String(formula).replaceAll("−", "-").replaceAll("×", "*").replaceAll("÷", "/");
      const calculated = Number(new Function(`return ${script}`)());
      assert.ok(Math.abs(calculated - rule.points(judged(value)).toNumber()) < 1e-6, String(formula));
    }),
  );
});

test("the curve runs from left to right between the two ends", () => {
  assert.deepEqual(scorer(linear, { from: 48, to: 24 }).curve(), [
    { value: "24", points: "100" },
    { value: "48", points: "0" },
  ]);
});
