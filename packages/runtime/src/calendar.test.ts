import assert from "node:assert/strict";
import { test } from "node:test";
import { workingDays } from "./calendar.ts";
import { dayNumber } from "./period.ts";

const saturday = dayNumber(2026, 11, 21);

test("Monday to Friday are worked unless they are holidays, weekends only as make-up days", () => {
  const calendar = workingDays({ holidays: ["2026-11-23", "no date"], workdays: ["2026-11-21"] });
  assert.equal(calendar.isWorkingDay(saturday), true);
  assert.equal(calendar.isWorkingDay(saturday + 1), false);
  assert.equal(calendar.isWorkingDay(saturday + 2), false);
  assert.equal(calendar.next(saturday + 1), saturday + 3);
  assert.equal(calendar.previous(saturday + 2), saturday);
});

test("a make-up day wins over a holiday on the same date", () => {
  const calendar = workingDays({ holidays: ["2026-11-21"], workdays: ["2026-11-21"] });
  assert.equal(calendar.isWorkingDay(saturday), true);
});

test("a year of holidays and more does not keep the search going for ever", () => {
  const holidays = Array.from({ length: 900 }, (_, day) =>
    new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
  );
  assert.equal(workingDays({ holidays }).next(saturday), saturday);
});
