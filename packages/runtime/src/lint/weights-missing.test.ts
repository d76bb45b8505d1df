import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "../inspect.ts";
import { compiled, fixed, standard, supervisorText, supervisorWith } from "../testing/template-text.ts";

function weights(text: string): (string | undefined)[] {
  return compiled(text).sections[2]?.items.map(({ weight }) => weight) ?? [];
}

function found(text: string): unknown[] {
  return inspect(text)
    .diagnostics.filter(({ code }) => code === "weights/missing")
    .map(({ params }) => params);
}

const unweighted = supervisorWith(standard("spotCheck", "x-item", "weight"), undefined);

test("that a role with ways of scoring and no weights scores nothing is said once, and equal weights are offered", () => {
  const text = supervisorText.replaceAll(/"weight": \d+,/g, "");
  assert.deepEqual(found(text), [{ count: 4, title: "年度预算执行偏差率", all: true }]);
  const mended = fixed(text, "weights/missing");
  assert.deepEqual([weights(mended), found(mended)], [["25", "25", "25", "25"], []]);
});

test("one item left out is named, and gets an average share while the others keep their proportions", () => {
  assert.deepEqual(found(unweighted), [{ count: 1, title: "投诉、报事抽查比例", all: false }]);
  const mended = fixed(unweighted, "weights/missing");
  assert.deepEqual([weights(mended), found(mended)], [["32.14", "21.43", "25", "21.43"], []]);
});

test("items that are not meant to count are left alone: those without a way of scoring, and vetoes", () => {
  assert.deepEqual(found(supervisorText), []);
  assert.deepEqual(found(supervisorWith(standard("spotCheck", "x-item"), { every: "month" })), []);
  assert.deepEqual(found(unweighted.replace(/"score": \{ "kind": "linear"[^}]*\}/, '"score": { "kind": "veto" }')), []);
});
