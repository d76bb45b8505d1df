import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, type EditResult, inspect, type RoleModel } from "@rolewright/runtime";
import * as inheritance from "../inheritance.ts";
import { brokenLinks, copiedItems, copyText, freshKeys, pasteItems } from "./copied-items.ts";

const from = `{
  "$schema": "https://rolewright.dev/role/1", "$id": "https://example.com/roles/from", "title": "甲", "type": "object",
  "properties": {
    "duties": { "title": "职责", "type": "object", "x-section": { "kind": "duties" }, "properties": {
      "visit": { "title": "走访", "type": "boolean" },
    } },
    "standards": {
      "title": "标准", "type": "object", "x-section": { "kind": "standards" },
      "properties": {
        // 口径与财务部一致
        "rate": {
          "title": "收缴率", // 月度
          "type": "number",
          "x-item": { "every": "month", "supports": ["visit"] },
        },
        "count": { "title": "例会", "type": "integer" },
      },
    },
  },
}
`;
const into = `{
  "$schema": "https://rolewright.dev/role/1", "$id": "https://example.com/roles/into", "title": "乙", "type": "object",
  "properties": {
    "standards": {
      "title": "标准", "type": "object", "x-section": { "kind": "standards" },
      "properties": {
        "rate": { "title": "别的", "type": "number" }, // 已有
      },
    },
  },
}
`;
const parent = `{
  "$schema": "https://rolewright.dev/role/1", "$id": "https://example.com/roles/parent", "title": "上级", "type": "object",
  "properties": { "standards": { "title": "标准", "type": "object", "x-section": { "kind": "standards" }, "properties": {
    "rate": { "title": "收缴率", "type": "number", "x-item": { "every": "month", "unit": "%" } }
  } } }
}`;
const child = `{
  "$schema": "https://rolewright.dev/role/1", "$id": "https://example.com/roles/child", "title": "下级", "type": "object",
  "x-extends": "https://example.com/roles/parent@1",
  "properties": { "standards": { "properties": { "rate": { "x-item": { "weight": 20 } } } } },
}`;
const host = { template: () => parent };

function roleOf(text: string): RoleModel {
  const { role, diagnostics } = inspect(text, host);
  assert.ok(role, JSON.stringify(diagnostics));
  return role;
}

function copied(text: string, ...keys: string[]): string {
  const role = roleOf(text);
  const items = role.sections.flatMap((section) => section.items).filter(({ key }) => keys.includes(key));
  return copyText(text, { host, role, inheritance }, items);
}

function done(text: string, result: EditResult): string {
  assert.ok("edits" in result, JSON.stringify(result));
  return applyEdits(text, result.edits);
}

function pasted(text: string, clipboard: string, section = "standards", before?: string): string {
  const role = roleOf(text);
  const [read, target] = [copiedItems(clipboard), role.sections.find(({ key }) => key === section)];
  assert.ok(read && target);
  return done(text, pasteItems(text, target, read, freshKeys(role, read), before));
}

test("copied items are members of a template with their comments, as code to be pasted", () => {
  const text = copied(from, "rate", "count");
  assert.equal(
    text,
    `// 口径与财务部一致
"rate": {
  "title": "收缴率", // 月度
  "type": "number",
  "x-item": { "every": "month", "supports": ["visit"] },
},
"count": { "title": "例会", "type": "integer" },`,
  );
});

test("pasted into another role they keep their comments and get keys nobody has; all else stays", () => {
  const after = pasted(into, copied(from, "rate", "count"));
  const items = roleOf(after).sections[0]?.items ?? [];
  assert.deepEqual(
    items.map(({ key, title }) => [key, title]),
    [
      ["rate", "别的"],
      ["rate2", "收缴率"],
      ["count", "例会"],
    ],
  );
  assert.match(after, /\/\/ 已有\n {8}\/\/ 口径与财务部一致\n {8}"rate2": \{\n {10}"title": "收缴率", \/\/ 月度/);
});

test("they go in front of the item that is named", () => {
  const items = roleOf(pasted(into, copied(from, "count"), "standards", "rate")).sections[0]?.items ?? [];
  assert.deepEqual(
    items.map(({ key }) => key),
    ["count", "rate"],
  );
});

test("links among pasted items follow their new keys, links to duties that are not there are counted", () => {
  const clipboard = copied(from, "rate", "visit");
  const role = roleOf(into);
  const [alone, both] = [copiedItems(copied(from, "rate")), copiedItems(clipboard)];
  assert.ok(alone && both);
  assert.deepEqual([brokenLinks(role, alone), brokenLinks(role, both)], [1, 0]);
  const again = pasted(from, clipboard);
  const links = roleOf(again).sections[1]?.items.find(({ key }) => key === "rate2")?.supports;
  assert.deepEqual(links, ["visit2"]);
});

test("of an inherited item everything is copied, as another role has another parent", () => {
  const clipboard = copiedItems(copied(child, "rate"));
  assert.deepEqual(clipboard?.items, [
    ["rate", { title: "收缴率", type: "number", "x-item": { every: "month", unit: "%", weight: 20 } }],
  ]);
});

test("only items are taken for items", () => {
  const others = [
    "物业费收缴率 90% 以上",
    "{}",
    '{ "a": 1 }',
    '"a": { "title": "无类型" }',
    '{ "a": { "title": ',
    "// x",
  ];
  for (const text of others) assert.equal(copiedItems(text), undefined, text);
  const section = '"s": { "title": "标准", "type": "object", "x-section": { "kind": "standards" } }';
  assert.equal(copiedItems(section), undefined);
  assert.equal(copiedItems('{ "x": { "x-extends": "https://example.com/kpis/a@1" } }')?.items.length, 1);
});
