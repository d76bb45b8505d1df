import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Decimal } from "../decimal.ts";
import { inspect } from "../inspect.ts";
import { compiled, findings, fixed, standard, supervisorText, supervisorWith } from "../testing/template-text.ts";
import { roundedTo100 } from "./weights-sum.ts";

const short = supervisorWith(standard("spotCheck", "x-item", "weight"), 25);

function weights(text: string): (string | undefined)[] {
  return compiled(text).sections[2]?.items.map(({ weight }) => weight) ?? [];
}

test("weights that do not add up to 100 are found at their section, with the gap", () => {
  assert.deepEqual(findings(short), ['weights/sum at "standards"']);
  assert.deepEqual(inspect(short).diagnostics[0]?.params, { sum: "95", gap: "5", short: true, items: 4 });
});

test("the remainder is distributed evenly, by edits of the weights alone", () => {
  const mended = fixed(short, "weights/even");
  assert.deepEqual(weights(mended), ["31.25", "21.25", "26.25", "21.25"]);
  assert.equal(mended.replaceAll(/"weight": [\d.]+/g, ""), supervisorText.replaceAll(/"weight": [\d.]+/g, ""));
  assert.deepEqual(findings(mended), []);
});

test("or every weight keeps its proportion", () => {
  const mended = fixed(short, "weights/proportional");
  assert.deepEqual(weights(mended), ["31.58", "21.05", "26.32", "21.05"]);
  assert.deepEqual(findings(mended), []);
});

test("a third each is 33.33, 33.33 and 33.34", () => {
  const thirds = roundedTo100([1, 1, 1].map(() => new Decimal(100).div(3)));
  assert.deepEqual(thirds.map(String), ["33.33", "33.33", "33.34"]);
});

test("a role without weights has nothing to add up", () => {
  assert.equal(
    findings(short.replaceAll(/"weight": \d+,/g, "")).some((found) => found.startsWith("weights")),
    false,
  );
});

test("property: rounded weights add up to 100 exactly and stay within a hundredth of what was wanted", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 40 }), (parts) => {
      const total = parts.reduce((sum, part) => sum + part, 0);
      const wanted = parts.map((part) => new Decimal(part).times(100).div(total));
      const rounded = roundedTo100(wanted);
      assert.equal(rounded.reduce((sum, weight) => sum.plus(weight), new Decimal(0)).toString(), "100");
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
