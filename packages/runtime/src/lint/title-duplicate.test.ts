import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, standard, supervisorWith } from "../testing/template-text.ts";

test("two items of one section with the same title are a warning at the second", () => {
  const text = supervisorWith(standard("stockTake", "title"), "部门工作例会");
  assert.deepEqual(findings(text), ['title/duplicate at "部门工作例会"']);
});

test("items of different sections may share a title", () => {
  assert.deepEqual(findings(supervisorWith(standard("stockTake", "title"), "文化程度")), []);
});
