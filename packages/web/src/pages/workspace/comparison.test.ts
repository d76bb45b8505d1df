import assert from "node:assert/strict";
import { test } from "node:test";
import { betweenRoles, compareTexts, grouped } from "./comparison.ts";

const text = (title: string, target: number, extra = "") => `{
  "$schema": "https://rolewright.dev/role/1",
  "$id": "https://example.org/roles/clerk",
  "title": "${title}",
  "type": "object",
  "x-role": { "language": "zh-CN" },
  "properties": {
    "duties": {
      "title": "岗位职责", "type": "object", "x-section": { "kind": "duties" },
      "properties": { "call": { "title": "回访业主", "type": "boolean" }${extra} }
    },
    "standards": {
      "title": "工作标准", "type": "object", "x-section": { "kind": "standards" },
      "properties": {
        "rate": { "title": "回访率", "type": "number", "x-item": { "every": "month", "unit": "%", "target": { "minimum": ${target} } } }
      }
    }
  }
}`;

test("changes come by the part they are in, the role itself first", async () => {
  const compared = await compareTexts(
    text("文员", 90),
    text("客服文员", 95, ', "visit": { "title": "上门走访", "type": "boolean" }'),
  );
  assert.ok(compared);
  assert.deepEqual(
    grouped(compared).map(({ title, changes }) => [title, changes.map(({ code }) => code)]),
    [
      [undefined, ["role/renamed"]],
      ["岗位职责", ["item/added"]],
      ["工作标准", ["target/tightened"]],
    ],
  );
});

test("a comment changes nothing", async () => {
  const compared = await compareTexts(text("文员", 90), `// 第二版\n${text("文员", 90)}`);
  assert.deepEqual(compared?.changes, []);
});

test("a text that cannot be read is not compared", async () => {
  assert.equal(await compareTexts(text("文员", 90), "{"), undefined);
});

test("between two roles it is no change that they are two", async () => {
  const compared = await compareTexts(text("文员", 90), text("文员", 95).replace("roles/clerk", "roles/other"));
  assert.deepEqual(
    compared?.changes.map(({ code }) => code),
    ["role/id", "target/tightened"],
  );
  assert.deepEqual(compared && betweenRoles(compared).changes.map(({ code, breaking }) => [code, breaking]), [
    ["target/tightened", false],
  ]);
});
