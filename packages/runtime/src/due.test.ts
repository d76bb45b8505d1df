import assert from "node:assert/strict";
import { test } from "node:test";
import { workingDays } from "./calendar.ts";
import { dueDays } from "./due.ts";
import type { DueRule } from "./model.ts";
import { dateText, periodOf } from "./period.ts";
import { due } from "./testing/role-builder.ts";

const calendar = workingDays();

function dueDate(period: string, rule?: Partial<DueRule>, days = calendar): string {
  return dateText(dueDays(periodOf(period), rule && due(rule), days).due);
}

test("without a rule an instance is due on its last day", () => {
  assert.equal(dueDate("2026-11"), "2026-11-30");
  assert.equal(dueDate("2026-W47"), "2026-11-22");
  assert.equal(dueDate("2026"), "2026-12-31");
});

test("a day beyond the end of the month is its last day, and so is `last`", () => {
  assert.equal(dueDate("2026-11", { day: 31 }), "2026-11-30");
  assert.equal(dueDate("2027-02", { day: 30 }), "2027-02-28");
  assert.equal(dueDate("2028-02", { day: "last" }), "2028-02-29");
});

test("weekly work is due on its weekday", () => {
  assert.equal(dueDate("2026-W48", { weekday: 5 }), "2026-11-27");
});

test("months after count from the last month of the period (次月5日)", () => {
  assert.equal(dueDate("2026-11", { day: 5, monthsAfter: 1 }), "2026-12-05");
  assert.equal(dueDate("2026-12", { day: 5, monthsAfter: 1 }), "2027-01-05");
  assert.equal(dueDate("2026-Q3", { day: 10, monthsAfter: 1 }), "2026-10-10");
  assert.equal(dueDate("2026", { day: 15, monthsAfter: 1 }), "2027-01-15");
});

test("a month is of the year for yearly work and within the period for quarters and half-years", () => {
  assert.equal(dueDate("2026", { month: 11, day: "last" }), "2026-11-30");
  assert.equal(dueDate("2026-Q4", { month: 2, day: 10 }), "2026-11-10");
  assert.equal(dueDate("2026-H2", { month: 1, day: 10 }), "2026-07-10");
  assert.equal(dueDate("2026-Q4", { month: 12, day: 10 }), "2026-12-10");
});

test("a working day is counted by the calendar, in the month or the week, and is the last one where there are fewer", () => {
  const holidays = ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"];
  const nationalDay = workingDays({ holidays, workdays: ["2026-10-10"] });
  assert.equal(dueDate("2026-09", { workingDay: 5, monthsAfter: 1 }), "2026-10-07");
  assert.equal(dueDate("2026-09", { workingDay: 3, monthsAfter: 1 }, nationalDay), "2026-10-10");
  assert.equal(dueDate("2026-11", { workingDay: 1 }), "2026-11-02");
  assert.equal(dueDate("2026-11", { workingDay: 23 }), "2026-11-30");
  assert.equal(dueDate("2026-Q4", { month: 1, workingDay: 10 }), "2026-10-14");
  assert.equal(dueDate("2026-W48", { workingDay: 2 }), "2026-11-24");
  assert.equal(dueDate("2026-11", { workingDay: 5, inclusive: false }), "2026-11-05");
  const noWork = workingDays({ holidays: Array.from({ length: 800 }, (_, day) => dateText(20_454 + day)) });
  assert.equal(dueDate("2026-11", { workingDay: 5 }, noWork), "2026-11-30");
});

test("an exclusive day (不含) is in time until the day before", () => {
  assert.equal(dueDate("2026-11", { day: 25, inclusive: false }), "2026-11-24");
  assert.equal(dueDate("2026-11", { day: 1, inclusive: false }), "2026-10-31");
});

test("a day off is moved as the rule says, past holidays and onto make-up days", () => {
  const holidays = ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"];
  const nationalDay = workingDays({ holidays, workdays: ["2026-10-10"] });
  assert.equal(dueDate("2026-10", { day: 1, roll: "next" }, nationalDay), "2026-10-08");
  assert.equal(dueDate("2026-10", { day: 4, roll: "previous" }, nationalDay), "2026-09-30");
  assert.equal(dueDate("2026-10", { day: 10, roll: "next" }, nationalDay), "2026-10-10");
  assert.equal(dueDate("2026-10", { day: 11, roll: "next" }, nationalDay), "2026-10-12");
  assert.equal(dueDate("2026-10", { day: 1, roll: "none" }, nationalDay), "2026-10-01");
});

test("exclusion comes before moving: the last day in time is what must be a working day", () => {
  // 2026-11-23 is a Monday, so the day before is a Sunday.
  assert.equal(dueDate("2026-11", { day: 23, inclusive: false, roll: "previous" }), "2026-11-20");
});

test("a calendar without any working day leaves the day where it is", () => {
  const never = { isWorkingDay: () => false, next: (day: number) => day, previous: (day: number) => day };
  assert.equal(dueDate("2026-11", { day: 1, roll: "next" }, never), "2026-11-01");
});
