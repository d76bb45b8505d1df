import assert from "node:assert/strict";
import { test } from "node:test";
import { checklist, inspect } from "@rolewright/runtime";
import { type Country, countryCalendar, type OwnDays } from "./country-calendar.ts";
import { stateCouncilArrangements } from "./state-council.ts";

/** The last day in time of a monthly tick due on a day, after it was moved off a day that is not worked. */
function due(
  country: Country,
  period: string,
  day: number,
  roll: "next" | "previous",
  own?: OwnDays,
): string | undefined {
  const text = JSON.stringify({
    $schema: "https://rolewright.dev/role/1",
    $id: "https://example.org/roles/clerk",
    title: "Clerk",
    "x-role": { language: "en" },
    properties: {
      duties: {
        title: "Duties",
        "x-section": { kind: "duties" },
        properties: {
          report: {
            title: "Report",
            type: "boolean",
            "x-item": { every: "month", due: { day, inclusive: true, roll } },
          },
        },
      },
    },
  });
  const { role } = inspect(text);
  assert.ok(role);
  return checklist(role, period, countryCalendar(country, period, own).calendar).occurrences[0]?.due;
}

test("in China a due day moves across the whole arranged holiday, and a make-up day is worked", () => {
  assert.equal(due("CN", "2026-10", 1, "next"), "2026-10-08");
  assert.equal(due("CN", "2026-10", 5, "previous"), "2026-09-30");
  assert.equal(due("CN", "2026-10", 10, "next"), "2026-10-10");
  assert.equal(due("CN", "2026-02", 16, "previous"), "2026-02-14");
  assert.equal(due("CN", "2026-02", 22, "next"), "2026-02-24");
});

test("an organisation's own days win over the country's, both ways", () => {
  assert.equal(due("CN", "2026-10", 10, "next", { holidays: ["2026-10-10"] }), "2026-10-12");
  assert.equal(due("CN", "2026-10", 7, "previous", { workdays: ["2026-10-07"] }), "2026-10-07");
});

test("in the United States federal holidays count, with their substitute days, and observances do not", () => {
  assert.equal(due("US", "2026-07", 3, "next"), "2026-07-06");
  assert.equal(due("US", "2026-11", 26, "next"), "2026-11-27");
  assert.equal(due("US", "2026-11", 26, "previous"), "2026-11-25");
});

test("a year without an arrangement has its statutory days, and is said to lack make-up days", () => {
  assert.equal(due("CN", "2028-10", 2, "next"), "2028-10-04");
  assert.deepEqual(countryCalendar("CN", "2028-10").incompleteYears, [2027, 2028, 2029]);
  assert.deepEqual(countryCalendar("US", "2028-10").incompleteYears, []);
  assert.equal(due("CN", "2028-03", 8, "next"), "2028-03-08");
  assert.equal(due("CN", "2028-06", 1, "next"), "2028-06-01");
});

test("every arrangement works weekend days only, and takes none of them off", () => {
  for (const [year, { off, worked }] of Object.entries(stateCouncilArrangements)) {
    for (const day of worked) {
      assert.ok([0, 6].includes(new Date(day).getUTCDay()), day);
      assert.ok(!off.some(([first, last]) => first <= day && day <= last), day);
      assert.ok(day.startsWith(year));
    }
    for (const [first, last] of off) assert.ok(first <= last && first.startsWith(year));
  }
});
