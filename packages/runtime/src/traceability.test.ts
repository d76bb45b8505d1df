import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits } from "./edit.ts";
import { inspect } from "./inspect.ts";
import type { RoleModel } from "./model.ts";
import { setSupport, traceability } from "./traceability.ts";

const text = `{
  "$schema": "https://rolewright.dev/role/1",
  "$id": "https://example.org/roles/cashier",
  "title": "收银员",
  "type": "object",
  "properties": {
    "duties": {
      "title": "岗位职责", "type": "object", "x-section": { "kind": "duties" },
      "properties": {
        "collect": { "title": "每月收取物业费。", "type": "boolean" },
        "file": { "title": "每周归档票据。", "type": "boolean" } // by hand
      }
    },
    "standards": {
      "title": "工作标准", "type": "object", "x-section": { "kind": "standards" },
      "properties": {
        "rate": { "title": "收缴率", "type": "number", "x-item": { "unit": "%", "supports": ["collect"] } },
        "errors": { "title": "差错数", "type": "number" }
      }
    }
  }
}`;

const roleOf = (source: string): RoleModel => inspect(source).role ?? assert.fail("does not compile");
const standard = (source: string, key: string) =>
  traceability(roleOf(source)).standards.find((item) => item.key === key) ?? assert.fail(key);

function set(source: string, key: string, duty: string, supported: boolean): string {
  const result = setSupport(source, standard(source, key), duty, supported);
  return "edits" in result ? applyEdits(source, result.edits) : assert.fail("refused");
}

test("duties without a standard and standards without a duty are the gaps", () => {
  const { duties, standards, unmeasured, unfounded } = traceability(roleOf(text));
  assert.deepEqual(
    [duties, standards].map((items) => items.map(({ key }) => key)),
    [
      ["collect", "file"],
      ["rate", "errors"],
    ],
  );
  assert.deepEqual([...unmeasured], ["file"]);
  assert.deepEqual([...unfounded], ["errors"]);
});

test("a standard that names only duties the role does not have is without a duty", () => {
  assert.ok(traceability(roleOf(text.replace('["collect"]', '["gone"]'))).unfounded.has("rate"));
});

test("linking closes both gaps and touches nothing else", () => {
  const linked = set(text, "errors", "file", true);
  const { unmeasured, unfounded } = traceability(roleOf(linked));
  assert.deepEqual([unmeasured.size, unfounded.size], [0, 0]);
  assert.ok(linked.includes("// by hand"));
});

test("a link is added to those there are, and taken away without them", () => {
  const two = set(text, "rate", "file", true);
  assert.deepEqual(standard(two, "rate").supports, ["collect", "file"]);
  assert.deepEqual(standard(set(two, "rate", "collect", false), "rate").supports, ["file"]);
});

test("the last link taken away leaves no empty list behind", () => {
  const none = set(text, "rate", "collect", false);
  assert.deepEqual(standard(none, "rate").supports, []);
  assert.ok(!none.includes("supports"));
});
