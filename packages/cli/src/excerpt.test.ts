import assert from "node:assert/strict";
import { test } from "node:test";
import { excerpt } from "./excerpt.ts";

/** The range of `part` in `text`. */
function rangeOf(text: string, part: string) {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}

test("carets stand under the part, full-width characters counting two columns", () => {
  const text = '{\n  "客服": 20\n}';
  assert.equal(excerpt(text, rangeOf(text, "20")), ' 2 │   "客服": 20\n   │           ^^');
});

test("carets are as wide as the Chinese words they are under", () => {
  assert.equal(excerpt("甲乙丙", { start: 1, end: 3 }), " 1 │ 甲乙丙\n   │   ^^^^");
});

test("an empty range still gets a caret, also at the end of the text", () => {
  assert.equal(excerpt("{", { start: 1, end: 1 }), " 1 │ {\n   │  ^");
});

test("a range over several lines is marked to the end of its first line", () => {
  assert.equal(excerpt("ab\ncd", { start: 1, end: 5 }), " 1 │ ab\n   │  ^");
});

test("a line of a megabyte is cut to the surroundings of the place", () => {
  const text = `${"x".repeat(500_000)}HERE${"y".repeat(500_000)}`;
  const [line = "", carets = ""] = excerpt(text, rangeOf(text, "HERE")).split("\n");
  assert.ok(line.length < 120);
  assert.equal(line.indexOf("HERE"), carets.indexOf("^^^^"));
});

test("a tab and a carriage return do not push the caret away", () => {
  const text = '\t"a": 1\r\n';
  assert.equal(excerpt(text, rangeOf(text, "1")), ' 1 │   "a": 1\n   │        ^');
});

test("a control character cannot reach the terminal", () => {
  assert.ok(!excerpt("a\u001b[31mb", { start: 0, end: 1 }).includes("\u001b"));
});
