import assert from "node:assert/strict";
import { test } from "node:test";
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
