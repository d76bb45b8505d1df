import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits } from "@rolewright/runtime";
import { commaEdits } from "./commas.ts";

const mended = (text: string) => applyEdits(text, commaEdits(text));

test("a comma stands between two members and two elements, whatever comments are there", () => {
  assert.equal(
    mended('{ "a": 1 // one, two\n "b": [1 2 { } "x"] /* , */ "c": null }'),
    '{ "a": 1, // one, two\n "b": [1, 2, { }, "x"], /* , */ "c": null }',
  );
});

test("of two commas one stays, and none behind an opening bracket", () => {
  assert.equal(mended('{ , "a": [, 1,, 2],, /* , */ , "b": 2, }'), '{  "a": [ 1, 2], /* , */  "b": 2, }');
});

test("a text whose commas are right stays as it is, with commas inside its words", () => {
  const text = '{\n  // a, b\n  "a,,b": "x \\" , y",\n  "c": [1, [2], { "d": true }],\n}\n';
  assert.deepEqual(commaEdits(text), []);
});
