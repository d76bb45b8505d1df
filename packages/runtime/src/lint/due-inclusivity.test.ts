import assert from "node:assert/strict";
import { test } from "node:test";
import { compiled, findings, fixed, standard, supervisorText, supervisorWith } from "../testing/template-text.ts";

const unsaid = supervisorWith(standard("stockTake", "x-item", "due", "inclusive"), undefined);

test("a day of the month that does not say whether it counts is a warning with both readings as fixes", () => {
  assert.deepEqual(findings(unsaid), ['due/inclusivity at "due"']);
  assert.equal(fixed(unsaid, "due/inclusivity", 0), supervisorText);
  assert.equal(compiled(fixed(unsaid, "due/inclusivity", 1)).sections[2]?.items[3]?.due?.inclusive, false);
});

test("a working day is read two ways as well", () => {
  const text = supervisorWith(standard("stockTake", "x-item", "due"), { workingDay: 5, monthsAfter: 1 });
  assert.deepEqual(findings(text), ['due/inclusivity at "due"']);
  assert.deepEqual(findings(fixed(text, "due/inclusivity", 1)), []);
});

test("the last day of a month is not read two ways", () => {
  assert.deepEqual(findings(supervisorWith(standard("stockTake", "x-item", "due"), { day: "last" })), []);
});
