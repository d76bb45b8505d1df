import assert from "node:assert/strict";
import { test } from "node:test";
import { type Item, inspect } from "@rolewright/runtime";
import { draftOf, readDraft, readNumber } from "./observation-draft.ts";

/** One item of a small role, made from its schema as an author writes it. */
function item(schema: object): Item {
  const text = JSON.stringify({
    $schema: "https://rolewright.dev/role/1",
    $id: "https://example.com/roles/draft",
    title: "客服主管",
    type: "object",
    "x-role": { language: "zh-CN" },
    properties: {
      standards: { title: "标准", type: "object", "x-section": { kind: "standards" }, properties: { one: schema } },
    },
  });
  const { role, diagnostics } = inspect(text);
  const found = role?.sections[0]?.items[0];
  assert.ok(found, JSON.stringify(diagnostics));
  return found;
}

const ratio = item({
  title: "完成率",
  type: "object",
  properties: { done: { title: "完成", type: "integer" }, planned: { title: "计划", type: "number" } },
  required: ["done", "planned"],
  "x-item": {
    every: "month",
    unit: "%",
    measure: { kind: "ratio", of: "done", to: "planned" },
    target: { minimum: 90 },
  },
});
const figure = item({ title: "差错", type: "integer", "x-item": { every: "month", target: { maximum: 0 } } });
const tick = item({ title: "已盘点", type: "boolean", "x-item": { every: "month" } });

test("typed figures become data of the item", () => {
  assert.deepEqual(readDraft(ratio, { done: "36", planned: " 38.5 " }), {
    kind: "value",
    data: { done: 36, planned: 38.5 },
  });
  assert.deepEqual(readDraft(figure, { one: "0" }), { kind: "value", data: 0 });
  assert.deepEqual(readDraft(tick, { one: "false" }), { kind: "value", data: false });
});

test("half a ratio is kept, an empty one is withdrawn", () => {
  assert.deepEqual(readDraft(ratio, { done: "36", planned: "" }), { kind: "value", data: { done: 36 } });
  assert.deepEqual(readDraft(ratio, { done: " ", planned: "" }), { kind: "empty" });
});

test("what is no number is named by its field", () => {
  const reading = readDraft(ratio, { done: "36", planned: "三十八" });
  assert.equal(reading.kind === "unreadable" && reading.field.key, "planned");
});

test("numbers may come with full-width digits and thousands separators", () => {
  assert.equal(readNumber("１，２３４．５"), 1234.5);
  assert.equal(readNumber("-3"), -3);
  assert.equal(readNumber("12."), 12);
  for (const wrong of ["", "1e5", "0x10", "1.2.3", "abc"])
    assert.deepEqual(readNumber(wrong), { fault: "number" }, wrong);
});

test("a comma that parts no thousands, per cent among counts and too many digits are refused, not guessed", () => {
  assert.deepEqual(readNumber("3,5"), { fault: "comma" });
  assert.deepEqual(readNumber("1,23,456"), { fault: "comma" });
  assert.equal(readNumber("1,234,567.5"), 1234567.5);
  assert.deepEqual(readNumber("95%"), { fault: "percent" });
  assert.equal(readNumber("９５％", "%"), 95);
  assert.deepEqual(readNumber("99999999999999999999"), { fault: "long" });
  assert.equal(readNumber("000000000000000000012"), 12);
});

test("stored data is shown as it was typed, zero and false included", () => {
  assert.deepEqual(draftOf(ratio, { done: 0, planned: 38 }), { done: "0", planned: "38" });
  assert.deepEqual(draftOf(tick, false), { one: "false" });
  assert.deepEqual(draftOf(figure, null), {});
});
