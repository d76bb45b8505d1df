import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { scorecard } from "./index.ts";
import { inputs, itemOf, measure, observed, roleOf, target } from "./testing/role-builder.ts";

const observation = inputs({ of: ["抽查", "件"], to: ["总量", "件"] });

function cardOf(bounds: Parameters<typeof target>[0], of: number, to: number) {
  const item = itemOf("a", {
    unit: "%",
    observation,
    measure: measure("ratio", { of: "of", to: "to" }),
    target: target(bounds),
  });
  return scorecard(roleOf([item]), "2026-11", [observed("a", "2026-11", { of, to })]);
}

function hintOf(bounds: Parameters<typeof target>[0], of: number, to: number) {
  return cardOf(bounds, of, to).lines[0]?.steps.find(({ code }) => code.startsWith("hint/"));
}

test("one more of 236 reaches 5 %, and too many complaints say how many less", () => {
  assert.deepEqual(hintOf({ minimum: 5 }, 11, 236)?.params, { of: "抽查", count: "1 件", value: "5.08 %" });
  const less = hintOf({ maximum: 5 }, 20, 200);
  assert.deepEqual([less?.code, less?.params.count], ["hint/ratio-less", "10 件"]);
});

test("rounding counts: 89,995 of 100,000 already is 90.00 %", () => {
  assert.equal(hintOf({ minimum: 90 }, 89_990, 100_000)?.params.count, "5 件");
});

test("no hint where the target is met, where parts are no whole numbers, or where none can help", () => {
  assert.equal(hintOf({ minimum: 5 }, 12, 236), undefined);
  assert.equal(hintOf({ minimum: 90 }, 12.5, 139.24), undefined);
  assert.equal(hintOf({ exclusiveMaximum: 0 }, 3, 100), undefined);
});

test("the hint is the nearest number that meets the target: one less does not", () => {
  const bound = fc.constantFrom("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum");
  fc.assert(
    fc.property(
      bound,
      fc.integer({ min: 1, max: 9999 }),
      fc.nat(500),
      fc.integer({ min: 1, max: 500 }),
      (keyword, hundredths, of, to) => {
        const bounds = { [keyword]: hundredths / 100 };
        const hint = hintOf(bounds, of, to);
        if (!hint) return;
        const change = Number.parseInt(String(hint.params.count), 10) * (hint.code === "hint/ratio-more" ? 1 : -1);
        const state = (count: number) => cardOf(bounds, count, to).lines[0]?.state;
        assert.equal(state(of + change), "met");
        assert.equal(state(of + change - Math.sign(change)), "missed");
      },
    ),
  );
});
