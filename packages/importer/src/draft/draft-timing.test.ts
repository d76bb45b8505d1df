import assert from "node:assert/strict";
import { test } from "node:test";
import { isDue, timing } from "./draft-timing.ts";

test("a working day stays one, counted from the first month of a longer period", () => {
  const deadline = { workingDay: 5, next: true as const, inclusive: true };
  assert.deepEqual(timing({ cadence: "month", deadline }), {
    every: "month",
    due: { workingDay: 5, monthsAfter: 1, inclusive: true },
  });
  assert.deepEqual(timing({ cadence: "quarter", deadline: { workingDay: 10, inclusive: null } }), {
    every: "quarter",
    due: { month: 1, workingDay: 10 },
  });
  assert.deepEqual(timing({ cadence: "quarter", deadline }), {
    every: "quarter",
    due: { workingDay: 5, monthsAfter: 1, inclusive: true },
  });
  assert.ok(isDue({ cadence: "month", deadline }));
});
