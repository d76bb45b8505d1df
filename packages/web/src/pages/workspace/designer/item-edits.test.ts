import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, type EditResult, type Item, inspect, type RoleModel, valueAt } from "@rolewright/runtime";
import * as inheritance from "../inheritance.ts";
import { addItems, duplicateItems, moveItems, newKey, removeItems, setInItems } from "./item-edits.ts";
import { kindChange, newItem } from "./item-kinds.ts";
import { resetInPart, setInPart, setManyInPart } from "./part-edits.ts";
import { pastedLines } from "./pasted-lines.ts";

const parent = `{
  "$schema": "https://rolewright.dev/role/1", "$id": "https://example.com/roles/parent", "title": "主管", "type": "object",
  "x-role": { "language": "zh-CN" },
  "properties": { "standards": { "title": "工作标准", "type": "object", "x-section": { "kind": "standards" }, "properties": {
    "first": { "title": "甲", "type": "number", "x-item": { "every": "month", "unit": "%", "target": { "minimum": 90 } } },
    "second": { "title": "乙", "type": "number", "x-item": { "every": "month" } },
    "third": { "title": "丙", "type": "boolean" }
  } } }
}`;
const text = `{
  "$schema": "https://rolewright.dev/role/1",
  "$id": "https://example.com/roles/child",
  "title": "客服主管",
  "type": "object",
  "x-extends": "https://example.com/roles/parent@1",
  "properties": {
    "standards": {
      "properties": {
        // 本店自定
        "own": { "title": "自有", "type": "number", "x-item": { "every": "week", "target": { "minimum": 3 } } },
      },
    },
  },
}
`;
const host = { template: () => parent };
const context = (source: string) => ({ host, role: roleOf(source), inheritance });

function roleOf(source: string): RoleModel {
  const { role, diagnostics } = inspect(source, host);
  assert.ok(role, JSON.stringify(diagnostics));
  return role;
}

function item(source: string, key: string): Item {
  const found = roleOf(source)
    .sections.flatMap(({ items }) => items)
    .find((one) => one.key === key);
  assert.ok(found, key);
  return found;
}

function done(result: EditResult, before = text): string {
  assert.ok("edits" in result, JSON.stringify(result));
  return applyEdits(before, result.edits);
}

const order = (source: string) => roleOf(source).sections[0]?.items.map(({ key }) => key);
const standards = roleOf(text).sections[0];
assert.ok(standards);

test("changing an operator takes the inherited bound out and says no more than that", () => {
  const after = done(
    setInPart(text, context(text), item(text, "first"), ["x-item", "target"], { exclusiveMinimum: 80 }),
  );
  assert.deepEqual(valueAt(after, ["properties", "standards", "properties", "first", "x-item"]), {
    target: { minimum: null, exclusiveMinimum: 80 },
  });
  assert.deepEqual(item(after, "first").target?.schema, { exclusiveMinimum: 80 });
  assert.deepEqual(order(after), ["first", "second", "third", "own"]);
  assert.match(after, /\/\/ 本店自定\n/);
});

test("setting what is inherited anyway writes nothing, and a reset brings it back", () => {
  assert.equal(done(setInPart(text, context(text), item(text, "first"), ["x-item", "unit"], "%")), text);
  const changed = done(setInPart(text, context(text), item(text, "first"), ["title"], "甲改"));
  assert.equal(item(changed, "first").title, "甲改");
  assert.equal(item(done(resetInPart(changed, item(changed, "first"), ["title"]), changed), "first").title, "甲");
});

test("removing an inherited item says null, removing an own one says nothing", () => {
  assert.deepEqual(order(done(removeItems(text, context(text), [item(text, "second")]))), ["first", "third", "own"]);
  const without = done(removeItems(text, context(text), [item(text, "own")]));
  assert.equal(valueAt(without, ["properties", "standards", "properties", "own"]), undefined);
});

test("an inherited item moves among inherited and own ones", () => {
  const role = roleOf(text);
  const after = done(moveItems(text, role, [item(text, "third")], "standards", "first"));
  assert.deepEqual(order(after), ["third", "first", "second", "own"]);
  assert.deepEqual(order(done(moveItems(after, roleOf(after), [item(after, "own")], "standards", "first"), after)), [
    "third",
    "own",
    "first",
    "second",
  ]);
});

test("new items go where they are told, under keys nobody has", () => {
  const role = roleOf(text);
  const words = { choices: ["优"], part: "完成数", whole: "总数" };
  const made = newItem("standards", "新标准", words);
  assert.equal(newKey(role, "own"), "own2");
  const numbers = [0.5, 0.5, 0.25];
  const chance = () => numbers.shift() ?? 0;
  assert.deepEqual([newKey(role, "own", new Set(["own550"]), chance), numbers.length], ["own325", 0]);
  assert.deepEqual(order(done(addItems(text, standards, [["standard", made]], "second"))), [
    "first",
    "standard",
    "second",
    "third",
    "own",
  ]);
  const several = done(
    addItems(text, standards, [
      ["a", made],
      ["b", made],
    ]),
  );
  assert.deepEqual(order(several), ["first", "second", "third", "own", "a", "b"]);
});

test("a copy stands behind its original and counts as an item of its own", () => {
  const after = done(
    duplicateItems(text, context(text), [{ item: item(text, "own"), key: "own2", title: "自有（副本）" }]),
  );
  assert.deepEqual(order(after), ["first", "second", "third", "own", "own2"]);
  assert.equal(item(after, "own2").title, "自有（副本）");
  assert.equal(after.match(/\/\/ 本店自定/g)?.length, 2);
});

test("another kind of observation leaves a valid item without what no longer fits", () => {
  const words = { choices: ["优", "良"], part: "完成数", whole: "总数" };
  for (const kind of ["tick", "choice", "date", "events", "inputs", "text"] as const) {
    const { changes } = kindChange(item(text, "own"), kind, words);
    const after = done(setManyInPart(text, context(text), item(text, "own"), changes));
    assert.equal(item(after, "own").observation.kind, kind);
    assert.match(after, /\/\/ 本店自定\n {8}"own": \{ "title": "自有"/);
  }
  const { dropped } = kindChange(item(text, "own"), "choice", words);
  assert.deepEqual(dropped, ["target"]);
});

test("pasted lines lose their numbering and give up their figures", () => {
  const lines = pastedLines(
    "一、工作标准\r\n1. 物业费收缴率90%以上（权重 15）；\n（二）培训计划完成率不低于 90 %\n③ 投诉处理超过24小时\n\n- 完成上级交办的其他工作",
  );
  assert.deepEqual(lines, [
    { title: "工作标准" },
    { title: "物业费收缴率90%以上", bound: { keyword: "minimum", value: 90 }, unit: "%", weight: 15 },
    { title: "培训计划完成率不低于 90 %", bound: { keyword: "minimum", value: 90 }, unit: "%" },
    { title: "投诉处理超过24小时", bound: { keyword: "exclusiveMinimum", value: 24 }, unit: "小时" },
    { title: "完成上级交办的其他工作" },
  ]);
});

test("several items move together, in their order, also out of two sections", () => {
  const role = roleOf(text);
  const after = done(moveItems(text, role, [item(text, "first"), item(text, "own")], "standards", "third"));
  assert.deepEqual(order(after), ["second", "first", "own", "third"]);
});

test("several items go at once, each as it has to", () => {
  assert.deepEqual(order(done(removeItems(text, context(text), [item(text, "second"), item(text, "own")]))), [
    "first",
    "third",
  ]);
});

test("the same field of several items is one change, and what is inherited is overridden by no more than that", () => {
  const items = [item(text, "first"), item(text, "own")];
  const after = done(setInItems(text, context(text), items, () => [[["x-item", "owner"], "manager"]]));
  assert.deepEqual([item(after, "first").owner, item(after, "own").owner], ["manager", "manager"]);
  assert.deepEqual(valueAt(after, ["properties", "standards", "properties", "first"]), {
    "x-item": { owner: "manager" },
  });
  assert.ok(after.includes("// 本店自定"));
});

test("the copy of an item that is only inherited says everything", () => {
  const copies = [{ item: item(text, "second"), key: "second2", title: "乙（副本）" }];
  const after = done(duplicateItems(text, context(text), copies));
  assert.deepEqual(order(after), ["first", "second", "second2", "third", "own"]);
  assert.equal(item(after, "second2").every, "month");
});
