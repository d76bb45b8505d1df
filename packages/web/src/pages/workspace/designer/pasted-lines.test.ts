import assert from "node:assert/strict";
import { test } from "node:test";
import { pastedLines } from "./pasted-lines.ts";

test("a line's weight is read where it is called so, and where the line ends with what it is worth", () => {
  const bound = { keyword: "minimum", value: 92 };
  assert.deepEqual(pastedLines("1、满意度≥92%，权重10\n② 满意度≥92%（10分）\n回访 3 次得（2分）后补记"), [
    { title: "满意度≥92%", bound, unit: "%", weight: 10 },
    { title: "满意度≥92%", bound, unit: "%", weight: 10 },
    { title: "回访 3 次得（2分）后补记" },
  ]);
});
