import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { codesOf, context, judged, scorer } from "../testing/scoring.ts";
import { proportion } from "./proportion.ts";

const amount = fc.integer({ min: 1, max: 1_000_000 }).map((value) => value / 100);

test("more is better: value ÷ target, up to the cap", () => {
  const rule = scorer(proportion, {}, context({ minimum: 90 }));
  assert.deepEqual([rule.at(45), rule.at(90), rule.at(99)], ["50", "100", "100"]);
  assert.equal(scorer(proportion, { cap: 120 }, context({ minimum: 90 })).at(99), "110");
});

test("less is better: target ÷ value, and nothing at all is as good as it gets", () => {
  const rule = scorer(proportion, {}, context({ maximum: 30 }));
  assert.deepEqual([rule.at(60), rule.at(30), rule.at(15), rule.at(0)], ["50", "100", "100", "100"]);
  assert.equal(rule.explain(judged(0)).params.at, "best");
});

test("near is better: 2 − value ÷ target, down to the floor", () => {
  const rule = scorer(proportion, { direction: "deviation", floor: 10 }, context({ maximum: 100 }));
  assert.deepEqual([rule.at(100), rule.at(150), rule.at(300)], ["100", "50", "10"]);
});

test("the direction follows the target unless it is stated", () => {
  const direction = (bounds: Parameters<typeof context>[0]) =>
    scorer(proportion, {}, context(bounds)).explain(judged(1)).params.direction;
  assert.deepEqual(
    [{ minimum: 5 }, { exclusiveMinimum: 5 }, { maximum: 5 }, { exclusiveMaximum: 5 }, { const: 5 }].map(direction),
    ["higher", "higher", "lower", "lower", "deviation"],
  );
});

test("it needs a target of its direction that is above zero, and a cap above the floor", () => {
  assert.deepEqual(codesOf(proportion, {}), ["score/proportion-target"]);
  assert.deepEqual(codesOf(proportion, { direction: "lower" }, context({ minimum: 5 })), ["score/proportion-target"]);
  assert.deepEqual(codesOf(proportion, {}, context({ maximum: 0 })), ["score/proportion-zero"]);
  assert.deepEqual(codesOf(proportion, { cap: 10, floor: 10 }, context({ minimum: 5 })), ["score/proportion-cap"]);
});

test("points lie between floor and cap, and move with the direction", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("higher", "lower", "deviation"),
      amount,
      fc.integer({ min: -100_000, max: 1_000_000 }),
      amount,
      (direction, target, hundredths, step) => {
        const bound = direction === "lower" ? { maximum: target } : { minimum: target };
        const rule = scorer(proportion, { direction, cap: 120, floor: 5 }, context(bound));
        const value = hundredths / 100;
        const [before, after] = [rule.points(judged(value)), rule.points(judged(value + step))];
        assert.ok(before.greaterThanOrEqualTo(5) && before.lessThanOrEqualTo(120));
        assert.ok(direction === "higher" ? after.greaterThanOrEqualTo(before) : after.lessThanOrEqualTo(before));
      },
    ),
  );
});
