import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, edit } from "../edit.ts";
import type { JsonValue } from "../json.ts";
import { advice, findings, fixed, standard, supervisorText, supervisorWith } from "../testing/template-text.ts";

const duty = ["properties", "duties", "properties", "complaints"];
const vague = supervisorWith([...duty, "title"], "及时检查日常投诉。");

function ignoring(text: string, path: readonly string[], entries: JsonValue): string {
  const result = edit(text, [...path, "x-lint-ignore"], entries);
  assert.ok("edits" in result);
  return applyEdits(text, result.edits);
}

test("a reason silences a finding on the item, its section or the whole role, by code or by area", () => {
  for (const path of [duty, ["properties", "duties"], []]) {
    for (const code of ["wording/vague", "wording"]) {
      const text = ignoring(vague, path, [{ code, reason: "业主公约的原话" }]);
      assert.deepEqual([...findings(text), ...advice(text)], [], `${path.join("/")} ${code}`);
    }
  }
});

test("without a reason nothing is silenced, and that is said", () => {
  for (const entry of [{ code: "wording/vague" }, { code: "wording/vague", reason: "  " }]) {
    const text = ignoring(vague, duty, [entry]);
    assert.deepEqual(advice(text), ["wording/vague at 及时"]);
    assert.deepEqual(findings(text), ['ignore/no-reason at "wording/vague"']);
  }
});

test("an entry that silences nothing is to be removed", () => {
  const text = ignoring(supervisorText, duty, [{ code: "wording/vague", reason: "曾经有过" }]);
  assert.deepEqual(findings(text), ['ignore/unused at "wording/vague"']);
  const elsewhere = ignoring(vague, ["properties", "standards"], [{ code: "wording/vague", reason: "别处" }]);
  assert.deepEqual(findings(elsewhere), ['ignore/unused at "wording/vague"']);
  assert.equal(fixed(elsewhere, "ignore/remove"), vague);
});

test("an error cannot be silenced", () => {
  const short = supervisorWith(standard("stockTake", "x-item", "weight"), 10);
  const text = ignoring(short, [], [{ code: "weights/sum", reason: "以后再补" }]);
  assert.deepEqual(findings(text).sort(), ['ignore/error at "weights/sum"', 'weights/sum at "standards"']);
});
