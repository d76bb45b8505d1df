import assert from "node:assert/strict";
import { test } from "node:test";
import { compiled, findings, fixed, standard, supervisorWith } from "../testing/template-text.ts";

const both = supervisorWith(standard("stockTake", "x-item", "due", "workingDay"), 5);

test("a rule that names a day and a working day is refused; either can stay", () => {
  assert.deepEqual(findings(both), ['due/two-days at "due"']);
  const kept = [0, 1].map((which) => {
    const due = compiled(fixed(both, "due/two-days", which)).sections[2]?.items[3]?.due;
    return [due?.day, due?.workingDay];
  });
  assert.deepEqual(kept, [
    [undefined, 5],
    [25, undefined],
  ]);
});

test("one of them alone is a rule", () => {
  const due = { workingDay: 5, inclusive: true };
  assert.deepEqual(findings(supervisorWith(standard("stockTake", "x-item", "due"), due)), []);
  assert.deepEqual(findings(supervisorWith(standard("weeklyMeeting", "x-item", "due"), due)), []);
});
