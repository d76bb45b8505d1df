import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits } from "../edit.ts";
import { inspect } from "../inspect.ts";
import { library } from "../testing/library.ts";
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

test("weights of several items that are inherited are written together, whatever stands there already", () => {
  const parent = supervisorText.replaceAll(/"weight": \d+,/g, "");
  const [id = ""] = /(?<="\$id": ")[^"]+/.exec(parent) ?? [];
  const host = library({ [id]: parent });
  const own = [
    "",
    ', "properties": { "standards": { "properties": {} } }',
    ', "properties": { "standards": { "properties": { "spotCheck": { "title": "抽查比例" } } } }',
    ',\n "properties": {\n "standards": { "properties": {\n "spotCheck": { "x-item": { "owner": "甲" } } // 抽查\n} } }',
  ];
  for (const more of own) {
    const text = `{ "$schema": "https://rolewright.dev/role/1", "$id": "${id}-night", "title": "夜班主管",
      "x-role": {}, "x-extends": "${id}@1"${more} }`;
    const [fix] = inspect(text, host).diagnostics.find(({ code }) => code === "weights/missing")?.fixes ?? [];
    const { role } = inspect(applyEdits(text, fix?.edits ?? []), host);
    assert.deepEqual(
      role?.sections[2]?.items.map(({ weight }) => weight),
      ["25", "25", "25", "25"],
      more,
    );
  }
});
