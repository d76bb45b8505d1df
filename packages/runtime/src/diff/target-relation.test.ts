import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Decimal } from "../decimal.ts";
import type { JsonValue } from "../json.ts";
import type { Bound, Target } from "../model.ts";
import { compareWithAccepted, compareWithBounds } from "../verdict.ts";
import { targetRelation } from "./target-relation.ts";

const keywords = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "const"] as const;

function bounded(bounds: Readonly<Partial<Record<Bound["keyword"], number>>>, accepted?: JsonValue[]): Target {
  const list = Object.entries(bounds).map(([keyword, value]) => ({ keyword, value: String(value) }) as Bound);
  return { schema: {}, bounds: list, ...(accepted ? { accepted } : {}) };
}

/** The scorecard's own judgement. */
function isMet({ bounds, accepted }: Target, value: number): boolean {
  const decimal = Decimal.of(value);
  const exact = bounds.map((bound) => ({ keyword: bound.keyword, value: Decimal.of(bound.value) }));
  const chosen = !accepted || compareWithAccepted(value, decimal, accepted).met;
  return chosen && compareWithBounds(decimal, exact).met;
}

const edge = fc.integer({ min: -2, max: 2 });
const bounds = fc.dictionary(fc.constantFrom(...keywords), edge, { maxKeys: 3 });
const target = fc
  .record({ bounds, accepted: fc.option(fc.uniqueArray(edge, { maxLength: 4 }), { nil: undefined }) })
  .filter((made) => Object.keys(made.bounds).length > 0 || made.accepted !== undefined)
  .map((made) => bounded(made.bounds, made.accepted));

/** Every edge, the middles between them, and beyond both ends: edges are whole numbers, so no case is missed. */
const samples = Array.from({ length: 15 }, (_, index) => index / 2 - 3.5);

test("tightened and loosened are what judging every value before and after comes to", () => {
  fc.assert(
    fc.property(target, target, (before, after) => {
      const refuses = samples.some((value) => isMet(before, value) && !isMet(after, value));
      const accepts = samples.some((value) => !isMet(before, value) && isMet(after, value));
      const expected = refuses && accepts ? "changed" : refuses ? "tightened" : accepts ? "loosened" : "same";
      assert.equal(targetRelation(before, after), expected);
    }),
    { numRuns: 3000 },
  );
});

test("an exclusive bound is tighter than the same bound inclusive, on both sides", () => {
  assert.equal(targetRelation(bounded({ minimum: 5 }), bounded({ exclusiveMinimum: 5 })), "tightened");
  assert.equal(targetRelation(bounded({ exclusiveMaximum: 5 }), bounded({ maximum: 5 })), "loosened");
});

test("decimals are compared exactly", () => {
  const [tenths, sum] = [bounded({ minimum: 0.3 }), bounded({ minimum: 0.1 + 0.2 })];
  assert.equal(targetRelation(tenths, sum), "tightened");
  assert.equal(
    targetRelation(bounded({ minimum: 90 }), { schema: {}, bounds: [{ keyword: "minimum", value: "90.0" }] }),
    "same",
  );
});

test("fewer accepted choices are tighter, others are a change, another order is none", () => {
  const accepted = (...values: JsonValue[]) => bounded({}, values);
  assert.equal(targetRelation(accepted("专科", "本科", "硕士"), accepted("本科", "硕士")), "tightened");
  assert.equal(targetRelation(accepted("本科"), accepted("本科", "专科")), "loosened");
  assert.equal(targetRelation(accepted("本科"), accepted("硕士")), "changed");
  assert.equal(targetRelation(accepted("本科", "硕士"), accepted("硕士", "本科")), "same");
  assert.equal(targetRelation(accepted(90), accepted("90")), "changed");
});

test("a range that moves refuses some and accepts others", () => {
  assert.equal(targetRelation(bounded({ minimum: 1, maximum: 3 }), bounded({ minimum: 2, maximum: 4 })), "changed");
  assert.equal(targetRelation(bounded({ minimum: 1 }), bounded({ minimum: 1, maximum: 4 })), "tightened");
});
