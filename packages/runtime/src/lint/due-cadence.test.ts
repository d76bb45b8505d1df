import assert from "node:assert/strict";
import { test } from "node:test";
import { compiled, findings, fixed, standard, supervisorWith } from "../testing/template-text.ts";

const weekly = supervisorWith(standard("weeklyMeeting", "x-item", "due"), { day: 25, inclusive: true });

test("a weekly item is not due on a day of the month: either the cadence or the day goes", () => {
  assert.deepEqual(findings(weekly), ["due/cadence at 25"]);
  assert.equal(item(fixed(weekly, "due/cadence-every"), "weeklyMeeting")?.every, "month");
  assert.equal(item(fixed(weekly, "due/cadence-remove"), "weeklyMeeting")?.due, undefined);
});

test("a monthly item is not due in one month of the year", () => {
  const text = supervisorWith(standard("stockTake", "x-item", "due", "month"), 11);
  assert.deepEqual(findings(text), ["due/cadence at 11"]);
  assert.equal(item(fixed(text, "due/cadence-remove"), "stockTake")?.due?.day, 25);
  assert.equal(item(fixed(text, "due/cadence-every"), "stockTake")?.every, "year");
});

test("a monthly item is not due on a weekday", () => {
  const text = supervisorWith(standard("stockTake", "x-item", "due", "weekday"), "friday");
  assert.deepEqual(findings(text), ['due/cadence at "friday"']);
});

test("a weekday for weekly, a month for yearly items and a month after are fine", () => {
  assert.deepEqual(findings(supervisorWith(standard("weeklyMeeting", "x-item", "due"), { weekday: "friday" })), []);
  const yearly = { month: 11, day: "last", inclusive: true };
  assert.deepEqual(findings(supervisorWith(standard("budgetDeviation", "x-item", "due"), yearly)), []);
  assert.deepEqual(findings(supervisorWith(standard("stockTake", "x-item", "due", "monthsAfter"), 1)), []);
});

function item(text: string, key: string) {
  return compiled(text)
    .sections.flatMap(({ items }) => items)
    .find((candidate) => candidate.key === key);
}
