import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  dateOf,
  dateText,
  dayNumber,
  firstDay,
  instanceAround,
  isPeriod,
  lastDay,
  monthOf,
  parseDate,
  periodInstances,
  periodOf,
  weekdayOf,
  weekOfDay,
} from "./period.ts";

test("every kind of period has its first and last day", () => {
  const spans = ["2026", "2026-H2", "2026-Q4", "2026-11", "2026-W47", "2026-11-23", "2028-02"];
  assert.deepEqual(
    spans.map((name) => [name, firstDay(name), lastDay(name)]),
    [
      ["2026", "2026-01-01", "2026-12-31"],
      ["2026-H2", "2026-07-01", "2026-12-31"],
      ["2026-Q4", "2026-10-01", "2026-12-31"],
      ["2026-11", "2026-11-01", "2026-11-30"],
      ["2026-W47", "2026-11-16", "2026-11-22"],
      ["2026-11-23", "2026-11-23", "2026-11-23"],
      ["2028-02", "2028-02-01", "2028-02-29"],
    ],
  );
});

test("names of periods that the calendar does not have are refused", () => {
  for (const name of [
    "2026-13",
    "2026-00",
    "2026-02-29",
    "2026-11-31",
    "2026-W00",
    "2025-W53",
    "2026-Q5",
    "26-11",
    "",
  ]) {
    assert.equal(isPeriod(name), false, name);
  }
  assert.equal(isPeriod("2026-W53"), true);
  assert.throws(() => firstDay("2026-13"), RangeError);
});

test("a week belongs to the month that holds its Thursday", () => {
  assert.deepEqual(periodInstances("week", "2026-10"), ["2026-W40", "2026-W41", "2026-W42", "2026-W43", "2026-W44"]);
  assert.deepEqual(periodInstances("week", "2026-11"), ["2026-W45", "2026-W46", "2026-W47", "2026-W48"]);
  assert.equal(periodInstances("week", "2026").length, 53);
  assert.equal(monthOf("2026-W49"), "2026-12");
  assert.equal(monthOf("2026-W01"), "2026-01");
});

test("shorter periods lie in longer ones, in order, and longer cadences have no instance in shorter periods", () => {
  assert.deepEqual(periodInstances("month", "2026-Q4"), ["2026-10", "2026-11", "2026-12"]);
  assert.deepEqual(periodInstances("quarter", "2026-H1"), ["2026-Q1", "2026-Q2"]);
  assert.deepEqual(periodInstances("half-year", "2026"), ["2026-H1", "2026-H2"]);
  assert.deepEqual(periodInstances("month", "2026-11"), ["2026-11"]);
  assert.deepEqual(periodInstances("quarter", "2026-11"), []);
  assert.deepEqual(periodInstances("month", "2026-W47"), []);
  assert.equal(periodInstances("day", "2026-02").length, 28);
  assert.deepEqual(periodInstances("event", "2026"), []);
});

test("days and their numbers are each other's inverse over ten thousand years", () => {
  fc.assert(
    fc.property(fc.integer({ min: dayNumber(1, 1, 1), max: dayNumber(9999, 12, 31) }), (day) => {
      const { year, month, day: dayOfMonth } = dateOf(day);
      assert.equal(dayNumber(year, month, dayOfMonth), day);
      assert.equal(parseDate(dateText(day)), day);
    }),
  );
});

test("the calendar agrees with the one built into JavaScript", () => {
  const from = Date.UTC(1600, 0, 1);
  for (let step = 0; step < 4000; step += 1) {
    const day = from / 86_400_000 + step * 73;
    const known = new Date(day * 86_400_000);
    assert.equal(dateText(day), known.toISOString().slice(0, 10));
    assert.equal(weekdayOf(day) % 7, known.getUTCDay());
  }
});

test("the weeks of any two neighbouring months follow each other without gap or overlap", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const name = `${year}-${String(month).padStart(2, "0")}`;
      const after = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
      const last = periodInstances("week", name).at(-1) ?? "";
      const [next = ""] = periodInstances("week", after);
      assert.equal(periodOf(next).first, periodOf(last).last + 1);
    }),
  );
});

test("every week has the name its Thursday gives it", () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
      const week = weekOfDay(day);
      assert.ok(week.first <= day && day <= week.last);
      assert.deepEqual(periodOf(week.name), week);
      assert.equal(instanceAround("year", week).name, week.name.slice(0, 4));
    }),
  );
});
