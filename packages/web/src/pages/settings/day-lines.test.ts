import assert from "node:assert/strict";
import { test } from "node:test";
import { daysIn } from "./day-lines.ts";

test("days are read from lines and from lists in either punctuation, each once and in order", () => {
  assert.deepEqual(daysIn("2026-10-10\n2026-01-04，2026-02-14、 2026-10-10"), {
    days: ["2026-01-04", "2026-02-14", "2026-10-10"],
    wrong: [],
  });
});

test("what is no day of the calendar is told", () => {
  assert.deepEqual(daysIn("2026-02-30 10-1 2026-10-01"), { days: ["2026-10-01"], wrong: ["2026-02-30", "10-1"] });
  assert.deepEqual(daysIn(" \n "), { days: [], wrong: [] });
});
