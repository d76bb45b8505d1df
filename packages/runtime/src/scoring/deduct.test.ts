import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Decimal } from "../decimal.ts";
import { codesOf, context, judged, scorer } from "../testing/scoring.ts";
import { deduct } from "./deduct.ts";

function short(by: number | string) {
  return { met: false, missed: 1, shortfall: Decimal.of(by) };
}

test("every missed period of several takes its points", () => {
  const rule = scorer(deduct, { per: 10 });
  assert.equal(rule.at(80, { several: true, missed: 1, met: false }), "90");
  assert.equal(rule.at(0, { several: true, missed: 5, met: false }), "50");
});

test("a single period loses by the unit it falls short, parts in proportion", () => {
  const rule = scorer(deduct, { per: 25 }, context({ maximum: 0 }));
  assert.deepEqual(
    [rule.at(0), rule.at(1, short(1)), rule.at(3, short(3)), rule.at(9, short(9))],
    ["100", "75", "25", "0"],
  );
  assert.equal(scorer(deduct, { per: 10 }, context({ minimum: 5 })).at("4.7", short("0.3")), "97");
});

test("a stated unit counts units even over several periods, and a stated period counts one", () => {
  assert.equal(
    scorer(deduct, { per: 10, each: "unit" }, context({ minimum: 1 })).at(50, { several: true, ...short(3) }),
    "70",
  );
  assert.equal(scorer(deduct, { per: 10, each: "period" }).at(1, short(3)), "90");
});

test("a missed choice, which has no number, counts once", () => {
  assert.equal(scorer(deduct, { per: 30 }).at(null, { met: false, missed: 1 }), "70");
});

test("deducting nothing, a floor of full points and units without a target are refused", () => {
  assert.deepEqual(codesOf(deduct, { per: 0 }), ["score/deduct-nothing"]);
  assert.deepEqual(codesOf(deduct, { per: 10, floor: 100 }), ["score/deduct-floor"]);
  assert.deepEqual(codesOf(deduct, { per: 10, each: "unit" }), ["score/deduct-target"]);
});

test("points lie between floor and 100 and fall with every further miss", () => {
  const count = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 0, max: 99 }),
      count,
      count,
      (tenths, floor, a, b) => {
        const rule = scorer(deduct, { per: tenths / 10, floor });
        const points = (missed: number) => rule.points(judged(0, { several: true, missed, met: missed === 0 }));
        const [fewer, more] = [points(Math.min(a, b)), points(Math.max(a, b))];
        assert.ok(more.lessThanOrEqualTo(fewer));
        assert.ok(more.greaterThanOrEqualTo(floor) && fewer.lessThanOrEqualTo(100));
      },
    ),
  );
});
