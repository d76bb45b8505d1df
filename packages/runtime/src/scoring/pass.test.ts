import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { judged, scorer } from "../testing/scoring.ts";
import { pass } from "./pass.ts";

test("a met target gives all points and a missed one none", () => {
  const rule = scorer(pass, {});
  assert.equal(rule.at(5), "100");
  assert.equal(rule.at(5, { met: false }), "0");
  assert.equal(rule.best(), "100");
});

test("both amounts can be stated, and a choice without a number is scored as well", () => {
  const rule = scorer(pass, { points: 80.5, else: 20 });
  assert.equal(rule.at(null), "80.5");
  assert.equal(rule.at(null, { met: false }), "20");
  assert.deepEqual(rule.explain(judged(null)), {
    code: "score/pass",
    params: { met: true, points: "80.5", otherwise: "20" },
  });
});

test("property: it gives one of its two amounts, and meeting the target never the lesser where it is the greater", () => {
  const cents = fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100);
  fc.assert(
    fc.property(cents, cents, fc.boolean(), (a, b, met) => {
      const [points, otherwise] = [Math.max(a, b), Math.min(a, b)];
      assert.equal(scorer(pass, { points, else: otherwise }).at(1, { met }), String(met ? points : otherwise));
    }),
  );
});
