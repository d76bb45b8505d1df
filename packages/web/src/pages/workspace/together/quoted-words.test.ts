import assert from "node:assert/strict";
import { test } from "node:test";
import { asRead, asWritten, threadOn } from "./quoted-words.ts";

const source = '{ "title": "投诉抽查", "x-item": { "weight": 15 } }';

function stretch(words: string) {
  const start = source.indexOf(words);
  return { start, end: start + words.length };
}

test("people read a text without its quotation marks, and what they write gets them back", () => {
  assert.equal(asRead('"投诉“抽查”\\n比例"'), "投诉“抽查”\n比例");
  assert.equal(asWritten('"投诉"', '说"不"'), '"说\\"不\\""');
  assert.equal(asRead("15"), "15");
  assert.equal(asWritten("15", "20"), "20");
  assert.equal(asRead('"a": "b"'), '"a": "b"');
});

test("a comment on a field carries its words with their neighbours, and a suggestion in the language of the text", () => {
  const target = { id: "item", label: "3.6 投诉抽查", item: "spotCheck", range: stretch('"投诉抽查"') };
  const thread = threadOn(target, source, "短一些", "抽查");
  assert.deepEqual(
    [thread.quote, thread.before, thread.suggestion, thread.item, thread.near],
    ['"投诉抽查"', '{ "title": ', '"抽查"', "spotCheck", target.range.start],
  );
  assert.equal(threadOn(target, source, "好", undefined).suggestion, undefined);
});

test("a comment on the whole role has no words", () => {
  assert.deepEqual(threadOn({ id: "role", label: "整个岗位" }, source, "很好", undefined), {
    body: "很好",
    label: "整个岗位",
  });
});
