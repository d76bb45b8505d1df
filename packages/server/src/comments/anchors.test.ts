import assert from "node:assert/strict";
import { test } from "node:test";
import * as Y from "yjs";
import { anchorOf, findQuotation, locate, type Quotation, quotationOf } from "./anchors.ts";

const poem = "每月抽查投诉，比例不低于5%。\n每周开例会，每月抽查培训。\n";

function shared(content = poem): Y.Text {
  const text = new Y.Doc().getText("text");
  text.insert(0, content);
  return text;
}

function quoted(text: Y.Text, words: string, from = 0): Quotation {
  const start = text.toString().indexOf(words, from);
  assert.ok(start >= 0, words);
  const range = { start, end: start + words.length };
  return { ...quotationOf(text.toString(), range), anchor: anchorOf(text, range) };
}

function wordsAt(text: Y.Text, quotation: Quotation) {
  const found = locate(text, quotation);
  return found && [text.toString().slice(found.start, found.end), found.state];
}

test("words keep their place while others write around them", () => {
  const text = shared();
  const quotation = quoted(text, "比例不低于5%");
  text.insert(0, "前言。");
  text.insert(text.length, "后记。");
  const { start = 0, end = 0 } = locate(text, quotation) ?? {};
  text.insert(end, "以上");
  text.insert(start, "其");
  assert.deepEqual(wordsAt(text, quotation), ["比例不低于5%", "intact"]);
});

test("words that somebody edits are found, and said to have changed", () => {
  const text = shared();
  const quotation = quoted(text, "比例不低于5%");
  const five = text.toString().indexOf("5%");
  text.delete(five, 1);
  text.insert(five, "10");
  assert.deepEqual(wordsAt(text, quotation), ["比例不低于10%", "changed"]);
});

test("words that were cut and pasted elsewhere with their line are found there", () => {
  const text = shared();
  const quotation = quoted(text, "每周开例会");
  const line = "每周开例会，每月抽查培训。\n";
  text.delete(text.toString().indexOf(line), line.length);
  assert.equal(locate(text, quotation), undefined);
  text.insert(0, line);
  assert.deepEqual(wordsAt(text, quotation), ["每周开例会", "intact"]);
  assert.equal(locate(text, quotation)?.start, 0);
});

test("few words without their neighbours are no proof: they count as gone", () => {
  const text = shared();
  const quotation = quoted(text, "每月抽查", 5);
  const second = text.toString().lastIndexOf("每月抽查");
  text.delete(second, "每月抽查培训。\n".length);
  assert.equal(locate(text, quotation), undefined);
});

test("of equal words those with the same neighbours are meant, then the nearest", () => {
  const text = "甲：每月抽查。乙：每月抽查。";
  assert.equal(findQuotation(text, { quote: "每月抽查", before: "乙：", after: "。" }), text.lastIndexOf("每月抽查"));
  const same = "aaaaaaaa bbbbbbbb aaaaaaaa";
  assert.equal(findQuotation(same, { quote: "aaaaaaaa", before: "", after: "" }, 17), 18);
});

test("an anchor that is no place in the text falls back to the words themselves", () => {
  const text = shared();
  const forged = { ...quoted(text, "比例不低于5%"), anchor: { start: { item: "x" }, end: 7 } };
  assert.deepEqual(wordsAt(text, forged), ["比例不低于5%", "intact"]);
});

test("words are where they were after somebody deleted them and took that back", () => {
  const text = shared();
  const history = new Y.UndoManager(text);
  const quotation = quoted(text, "不低于");
  text.delete(text.toString().indexOf("不低于"), 3);
  assert.equal(locate(text, quotation), undefined);
  history.undo();
  assert.deepEqual(wordsAt(text, quotation), ["不低于", "intact"]);
});
