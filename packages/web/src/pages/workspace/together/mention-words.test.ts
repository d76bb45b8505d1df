import assert from "node:assert/strict";
import { test } from "node:test";
import { mentionBefore } from "./mention-words.ts";

test("a name is being typed behind an at sign, until a space ends it", () => {
  assert.equal(mentionBefore("请 @陈", 4), "陈");
  assert.equal(mentionBefore("@", 1), "");
  assert.equal(mentionBefore("＠何嘉", 3), "何嘉");
  assert.equal(mentionBefore("@陈晨 请看", 6), undefined);
  assert.equal(mentionBefore("没有", 2), undefined);
});

test("only what stands in front of the caret counts", () => {
  assert.equal(mentionBefore("@陈晨", 2), "陈");
  assert.equal(mentionBefore("文字@陈晨", 2), undefined);
});
