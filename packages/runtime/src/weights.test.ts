import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Decimal } from "./decimal.ts";
import { itemOf, roleOf } from "./testing/role-builder.ts";
import { apportioned, effectiveWeights } from "./weights.ts";

test("a third each is 33.33, 33.33 and 33.34", () => {
  const thirds = apportioned([1, 1, 1].map(() => Decimal.of(100).div(3)));
  assert.deepEqual(thirds.map(String), ["33.33", "33.33", "33.34"]);
});

test("property: rounded weights add up to 100 exactly and stay within a hundredth of what was wanted", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 40 }), (parts) => {
      const total = parts.reduce((sum, part) => sum + part, 0);
      const wanted = parts.map((part) => Decimal.of(part).times(100).div(total));
      const rounded = apportioned(wanted);
      assert.equal(rounded.reduce((sum, weight) => sum.plus(weight), Decimal.of(0)).toString(), "100");
      for (const [index, weight] of rounded.entries()) {
        assert.ok(
          weight
            .minus(wanted[index] ?? 0)
            .abs()
            .lessThanOrEqualTo("0.01"),
        );
      }
    }),
  );
});

test("an item's weight is its share of its section, and sums stay exact", () => {
  const third = (key: string, weight: string) => itemOf(key, { weight });
  const [section] = roleOf([third("a", "33.33"), third("b", "33.33"), third("c", "33.34")]).sections;
  assert.ok(section);
  const role = roleOf([], {
    sections: [
      { ...section, weight: "33.33" },
      { ...section, key: "x", weight: "66.67" },
    ],
  });
  const weights = [...effectiveWeights({ ...role, sections: role.sections.slice(0, 1) }).values()];
  assert.deepEqual(
    weights.map(({ weight }) => weight.toFixed()),
    ["11.11", "11.11", "11.11"],
  );
  assert.equal(weights.reduce((sum, { weight }) => sum.plus(weight), Decimal.of(0)).toFixed(), "33.33");
});

test("without section weights the weights are those written", () => {
  const shares = effectiveWeights(roleOf([itemOf("a", { weight: "12.345" })]));
  assert.deepEqual([shares.get("a")?.weight.toFixed(), shares.get("a")?.section], ["12.345", undefined]);
});
