import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits } from "@rolewright/runtime";
import { type MovedCopy, mergeCopies } from "./merge-copies.ts";

const base = '"pay": { "title": "收缴物业费用", "weight": 50 }';

/** A copy in which `from` became `to` after it was put there, or before. */
function copy(
  changes: readonly (readonly [from: string, to: string])[],
  when: "since" | "before" = "since",
): MovedCopy {
  const text = changes.reduce((now, [from, to]) => now.replace(from, to), base);
  const changed = changes.flatMap(([from, to]) => {
    const start = text.indexOf(to);
    const written = { start, end: start + to.length };
    return to.includes(from) ? [written] : [{ start, end: start }, written];
  });
  return { text, changed: when === "since" ? changed : [] };
}

function merged(stays: MovedCopy, goes: MovedCopy, before = "") {
  const { edits, lost } = mergeCopies(stays, goes, (words) => (before.includes(words) ? "old" : undefined));
  return { text: applyEdits(stays.text, edits), lost };
}

test("what was written into the copy that goes comes into the one that stays, beside what was written there", () => {
  const stays = copy([["物业", "物业与停车"]]);
  const goes = copy([["50", '50, "note": "按月"']]);
  const expected = base.replace("物业", "物业与停车").replace("50", '50, "note": "按月"');
  assert.deepEqual(merged(stays, goes), { text: expected, lost: [] });
});

test("words that both wrote at one place both stay", () => {
  for (const when of ["since", "before"] as const) {
    const { text } = merged(copy([["物业", "小区物业"]], when), copy([["物业", "商铺物业"]], when));
    assert.equal(text, base.replace("物业", "小区商铺物业"));
  }
});

test("words added to one copy replace none that the other had, of which nothing is known", () => {
  const [added, had] = [copy([["物业", "商铺物业"]]), copy([["物业", "小区物业"]], "before")];
  assert.equal(merged(had, added).text, base.replace("物业", "小区商铺物业"));
  assert.equal(merged(added, had).text, base.replace("物业", "商铺小区物业"));
});

test("a figure that only one replaced is the new one, whichever copy stays", () => {
  const changed = copy([["50", "60"]]);
  assert.equal(merged(copy([]), changed).text, changed.text);
  assert.equal(merged(changed, copy([])).text, changed.text);
});

test("of two figures for one the copy that stays has it, and the other is told", () => {
  const [stays, goes] = [copy([["50", "60"]]), copy([["50", "70"]])];
  assert.deepEqual(merged(stays, goes), { text: stays.text, lost: ["70"] });
});

test("what was replaced before a move counts where what the other copy says is known to have stood there", () => {
  for (const change of [
    ["50", "70"],
    ["收缴物业费用", "当月收齐费用"],
  ] as const) {
    const changed = copy([change], "before");
    assert.equal(merged(copy([]), changed, base).text, changed.text);
    assert.equal(merged(changed, copy([]), base).text, changed.text);
  }
  assert.deepEqual(merged(copy([]), copy([["50", "70"]], "before")), { text: base, lost: [] });
});

test("what was taken out of one copy after the move goes from both, and what was only ever in one stays", () => {
  const without = {
    text: base.replace("物业", ""),
    changed: [{ start: base.indexOf("物业"), end: base.indexOf("物业") }],
  };
  assert.equal(merged(copy([]), without).text, without.text);
  assert.equal(merged(without, copy([])).text, without.text);
  const before = { ...without, changed: [] };
  assert.equal(merged(copy([]), before).text, base);
  assert.equal(merged(before, copy([])).text, base);
});

test("differences in white space alone are none", () => {
  const wide = { text: base.replaceAll(" ", "\n  "), changed: [] };
  assert.deepEqual(merged(copy([]), wide), { text: base, lost: [] });
});
