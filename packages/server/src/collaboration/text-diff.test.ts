import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits } from "@rolewright/runtime";
import fc from "fast-check";
import { textEdits } from "./text-diff.ts";

test("equal texts need no edit", () => {
  assert.deepEqual(textEdits("同一段 text\n", "同一段 text\n"), []);
});

test("a changed number is replaced as a whole token", () => {
  assert.deepEqual(textEdits('"from": 20,\n', '"from": 250,\n'), [{ offset: 8, length: 2, text: "250" }]);
});

test("changes far apart leave what lies between them alone", () => {
  const before = '{ "a": 1, "b": [2, 3], "c": "未变" }';
  assert.deepEqual(textEdits(before, '{ "a": 9, "b": [2, 3], "c": "已变" }'), [
    { offset: 7, length: 1, text: "9" },
    { offset: 29, length: 1, text: "已" },
  ]);
});

test("the edits of any two texts turn the one into the other", () => {
  const text = fc.array(fc.constantFrom("客", "服", "a", "b1", " ", "\n", "9", ",", "😀", "\r"), { maxLength: 60 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(""), other.join("")];
      assert.equal(applyEdits(before, textEdits(before, after)), after);
    }),
  );
});

test("two long texts with nothing in common are replaced as one piece", () => {
  const before = Array.from({ length: 3000 }, (_, index) => `a${index} `).join("");
  const after = Array.from({ length: 3000 }, (_, index) => `b${index} `).join("");
  const edits = textEdits(before, after);
  assert.equal(applyEdits(before, edits), after);
  assert.equal(edits.length, 1);
});
