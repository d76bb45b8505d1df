import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, inspect } from "@rolewright/runtime";
import { fixAll } from "./fix-all.ts";

const text = `{
  "$schema": "https://rolewright.dev/role/1", "$id": "https://example.com/roles/r", "title": "客服主管", "type": "object",
  "properties": {
    "standards": {
      "title": "工作标准", "type": "object", "x-section": { "kind": "standards" },
      "properties": {
        "rate": {
          "title": "收缴率", "type": "object",
          "properties": { "paid": { "type": "number" }, "due": { "type": "number" } }, "required": ["paid", "due"],
          "x-item": {
            "every": "month", "unit": "%", "weight": 90, "source": "台账", "target": { "minimum": 90 },
            "measure": { "kind": "ratio", "of": "paid", "to": "due" },
            "due": { "day": 5 }, "score": { "kind": "pass" },
          },
          "x-lint-ignore": [{ "code": "wording/vague", "reason": "不再有的措辞" }],
        },
      },
    },
  },
}
`;

test("repairs that need no decision are made together, and those with a choice are left to people", () => {
  const { diagnostics } = inspect(text);
  const several = diagnostics.filter(({ fixes }) => fixes.length > 1).map(({ code }) => code);
  assert.ok(several.includes("weights/sum"), several.join());
  const all = fixAll(diagnostics);
  const single = diagnostics.filter(({ fixes }) => fixes.length === 1);
  assert.ok(single.length > 0);
  assert.equal(all?.count ?? 0, single.length);
  const after = applyEdits(text, all?.fix.edits ?? []);
  const left = inspect(after).diagnostics.map(({ code }) => code);
  for (const { code } of single) assert.ok(!left.includes(code), code);
  assert.ok(left.includes("weights/sum"));
});

test("of two repairs of one place the second waits, and where there is none nothing is offered", () => {
  const at = { path: [], range: { start: 0, end: 1 }, severity: "warning" as const, params: {} };
  const fix = { code: "x", params: {}, edits: [{ offset: 3, length: 2, text: "a" }] };
  const found = { ...at, code: "wording/vague", fixes: [fix] } as never;
  assert.equal(fixAll([found, found])?.count, 1);
  assert.equal(fixAll([{ ...at, code: "wording/vague", fixes: [] } as never]), undefined);
});
