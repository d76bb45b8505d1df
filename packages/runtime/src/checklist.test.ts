import assert from "node:assert/strict";
import { test } from "node:test";
import type { Checklist, ChecklistOptions, Item, RoleModel } from "./index.ts";
import { checklist, workingDays } from "./index.ts";
import { dates, due, inputs, itemOf, measure, observed, roleOf, score, target, tick } from "./testing/role-builder.ts";

const items: readonly Item[] = [
  itemOf("report", { observation: tick(), due: due({ day: 5, monthsAfter: 1 }) }),
  itemOf("stockTake", { observation: tick(), due: due({ day: 25 }) }),
  itemOf("meeting", {
    every: "week",
    observation: dates(),
    measure: measure("count"),
    target: target({ minimum: 2 }),
    due: due({ weekday: 5 }),
  }),
  itemOf("budget", {
    every: "year",
    observation: inputs({ of: ["", ""], to: ["", ""] }),
    due: due({ month: 11, day: "last" }),
  }),
  itemOf("visits", { every: "quarter", observation: tick() }),
  itemOf("fire", { every: "event", observation: tick() }),
  itemOf("welcome", { every: "once", observation: tick() }),
];
const role = roleOf(items);

function list(period: string, options: ChecklistOptions = {}, of: RoleModel = role): Checklist {
  return checklist(of, period, workingDays(), options);
}

function dueDates({ occurrences }: Checklist): string[] {
  return occurrences.map(({ id, due: day }) => `${day} ${id}`);
}

test("November has its four weeks, the report on October, and what is due on its last day", () => {
  assert.deepEqual(dueDates(list("2026-11")), [
    "2026-11-05 report@2026-10",
    "2026-11-06 meeting@2026-W45",
    "2026-11-13 meeting@2026-W46",
    "2026-11-20 meeting@2026-W47",
    "2026-11-25 stockTake@2026-11",
    "2026-11-27 meeting@2026-W48",
    "2026-11-30 budget@2026",
  ]);
});

test("the twelve months of a year hold every occurrence once", () => {
  const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, "0")}`);
  const monthly = months.flatMap((month) => list(month).occurrences.map(({ id }) => id));
  const yearly = list("2026").occurrences.map(({ id }) => id);
  assert.equal(new Set(monthly).size, monthly.length);
  assert.deepEqual(monthly.toSorted(), yearly.toSorted());
  assert.equal(yearly.filter((id) => id.startsWith("visits@")).length, 4);
  assert.equal(yearly.filter((id) => id.startsWith("report@"))[0], "report@2025-12");
});

test("events and one-off work are on no list, nor are qualifications", () => {
  const [section] = role.sections;
  assert.ok(section);
  const qualifications = roleOf([], { sections: [{ ...section, kind: "qualifications" }] });
  assert.deepEqual(list("2026", {}, qualifications).occurrences, []);
  assert.ok(!list("2026").occurrences.some(({ item }) => item === "fire" || item === "welcome"));
});

test("bonuses and vetoes are nothing to do and on no list", () => {
  const { weight: _weight, ...praise } = itemOf("praise", { score: score("bonus", { per: 1 }) });
  const leak = { ...praise, key: "leak", observation: tick(), score: score("veto") };
  assert.deepEqual(dueDates(list("2026-11", {}, roleOf([praise, leak]))), []);
});

test("half-years, stated months, weekdays and days of the month fall where their rules say", () => {
  const halfYearly = itemOf("audit", { every: "half-year", observation: tick(), due: due({ month: 5, day: 20 }) });
  const november = itemOf("budget", { every: "year", observation: tick(), due: due({ month: 11, day: "last" }) });
  const monday = itemOf("plan", { every: "week", observation: tick(), due: due({ weekday: 1 }) });
  const last = itemOf("report", { observation: tick(), due: due({ day: 31 }) });
  const of = (item: Item, period: string) => dueDates(list(period, {}, roleOf([item])));
  assert.deepEqual(of(halfYearly, "2026"), ["2026-05-20 audit@2026-H1", "2026-11-20 audit@2026-H2"]);
  assert.deepEqual([of(november, "2026-11"), of(november, "2026-12")], [["2026-11-30 budget@2026"], []]);
  assert.equal(of(monday, "2026-11")[0], "2026-11-02 plan@2026-W45");
  assert.deepEqual(
    [of(last, "2026-02"), of(last, "2026-11")],
    [["2026-02-28 report@2026-02"], ["2026-11-30 report@2026-11"]],
  );
});

test("a due day rolls over holidays to the next working day, or back to the last, and stops at make-up days", () => {
  const calendar = workingDays({
    holidays: ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
    workdays: ["2026-10-10"],
  });
  const of = (roll: "none" | "next" | "previous", day: number) =>
    checklist(roleOf([itemOf("a", { observation: tick(), due: due({ day, roll }) })]), "2026-10", calendar)
      .occurrences[0];
  assert.deepEqual(
    [of("next", 3)?.due, of("previous", 3)?.due, of("none", 3)?.due],
    ["2026-10-08", "2026-09-30", "2026-10-03"],
  );
  assert.deepEqual(
    [of("next", 10)?.due, of("next", 11)?.due, of("previous", 11)?.due],
    ["2026-10-10", "2026-10-12", "2026-10-10"],
  );
  assert.equal(of("next", 3)?.statedDue, "2026-10-03");
});

test("daily work is due on working days only", () => {
  const daily = roleOf([itemOf("round", { every: "day", observation: tick() })]);
  const calendar = workingDays({ holidays: ["2026-11-23"], workdays: ["2026-11-28"] });
  const days = checklist(daily, "2026-W48", calendar).occurrences.map(({ period }) => period);
  assert.deepEqual(days, ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28"]);
});

test("a day moved off a weekend stays on the list of the day it was stated for", () => {
  const rolling = roleOf([itemOf("report", { observation: tick(), due: due({ day: "last", roll: "next" }) })]);
  const october = list("2026-10", {}, rolling);
  assert.deepEqual(
    october.occurrences.map(({ due: day, statedDue }) => [day, statedDue]),
    [["2026-11-02", "2026-10-31"]],
  );
  assert.deepEqual(
    list("2026-11", {}, rolling).occurrences.map(({ period }) => period),
    ["2026-11"],
  );
});

test("a day made exclusive is listed by its last day in time", () => {
  const first = roleOf([itemOf("report", { observation: tick(), due: due({ day: 1, inclusive: false }) })]);
  assert.deepEqual(dueDates(list("2026-10", {}, first)), ["2026-10-31 report@2026-11"]);
});

test("what is recorded in full is done; the rest is overdue after its last day and open before", () => {
  const observations = [
    observed("report", "2026-10", true),
    observed("stockTake", "2026-11", false),
    observed("meeting", "2026-11", ["2026-11-02", "2026-11-05", "2026-11-12"]),
    observed("budget", "2026", { of: 1 }),
  ];
  const states = list("2026-11", { observations, today: "2026-11-25" }).occurrences.map(({ id, state }) => [id, state]);
  assert.deepEqual(states, [
    ["report@2026-10", "done"],
    ["meeting@2026-W45", "done"],
    ["meeting@2026-W46", "overdue"],
    ["meeting@2026-W47", "overdue"],
    ["stockTake@2026-11", "open"],
    ["meeting@2026-W48", "open"],
    ["budget@2026", "open"],
  ]);
  assert.ok(list("2026-11").occurrences.every(({ state }) => state === "open"));
});

test("an occurrence says whether it is scored and what it supports", () => {
  const { weight: _weight, ...duty } = itemOf("duty", { observation: tick() });
  const both = roleOf([duty, itemOf("standard", { observation: tick(), supports: ["duty"] })]);
  const occurrences = list("2026-11", {}, both).occurrences;
  assert.deepEqual(
    occurrences.map(({ scored, supports }) => [scored, supports]),
    [
      [false, []],
      [true, ["duty"]],
    ],
  );
});

test("the same role and period give the same list, and nothing is changed", () => {
  const before = structuredClone(role);
  assert.deepEqual(list("2026-11"), list("2026-11"));
  assert.deepEqual(role, before);
  assert.throws(() => list("November"), RangeError);
});

test("weeks and days have lists as well", () => {
  assert.deepEqual(dueDates(list("2026-W48")), ["2026-11-25 stockTake@2026-11", "2026-11-27 meeting@2026-W48"]);
  assert.deepEqual(dueDates(list("2026-11-27")), ["2026-11-27 meeting@2026-W48"]);
});
