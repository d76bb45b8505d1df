import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Decimal } from "../decimal.ts";
import { codesOf, judged, scorer } from "../testing/scoring.ts";
import { bonus } from "./bonus.ts";

test("every event adds its points, up to the cap", () => {
  const praise = scorer(bonus, { per: 0.5, cap: 2 });
  assert.deepEqual(
    [0, 1, 3, 4, 5].map((value) => praise.at(value)),
    ["0", "0.5", "1.5", "2", "2"],
  );
  assert.equal(praise.best(), "2");
});

test("only what exceeds the threshold counts", () => {
  const above = scorer(bonus, { per: 2, over: 100 });
  assert.deepEqual(
    [99, 100, 100.5, 103].map((value) => above.at(value)),
    ["0", "0", "1", "6"],
  );
});

test("the arithmetic names times, formula and cap", () => {
  const { params } = scorer(bonus, { per: 1, cap: 2 }).explain(judged(3, { unit: "件" }));
  assert.deepEqual([params.times, params.formula, params.capped, params.cap], ["3 件", "1 × 3", true, "2"]);
});

test("nothing to add, a cap of nothing and a weight are refused", () => {
  assert.deepEqual(codesOf(bonus, { per: 0 }), ["score/bonus-nothing"]);
  assert.deepEqual(codesOf(bonus, { per: 1, cap: 0 }), ["score/bonus-nothing"]);
  const item = { weight: "10", observation: { kind: "figure", fields: [], schema: {} } } as const;
  assert.deepEqual(codesOf(bonus, { per: 1 }, { bounds: [], range: {}, item }), ["score/bonus-weight"]);
});

test("property: it is never negative, never above its cap, and more is never worth less", () => {
  const amount = fc.integer({ min: -5000, max: 5000 }).map((cents) => cents / 100);
  const positive = fc.integer({ min: 1, max: 5000 }).map((cents) => cents / 100);
  fc.assert(
    fc.property(positive, positive, amount, amount, amount, (per, cap, over, a, b) => {
      const rule = scorer(bonus, { per, cap, over });
      const [low, high] = [Math.min(a, b), Math.max(a, b)].map((value) => rule.points(judged(value)));
      assert.ok(low?.greaterThanOrEqualTo(0) && high?.lessThanOrEqualTo(cap) && low.lessThanOrEqualTo(high));
    }),
  );
});

test("property: below its cap it is exactly per × value", () => {
  const cents = fc.integer({ min: 1, max: 100_000 }).map((value) => value / 100);
  fc.assert(
    fc.property(cents, cents, (per, value) => {
      assert.equal(scorer(bonus, { per }).at(value), Decimal.of(per).times(value).toFixed());
    }),
  );
});
