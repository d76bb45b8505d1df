import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, standard, supervisorWith } from "../testing/template-text.ts";

test("a standard without a target is a warning", () => {
  const text = supervisorWith(standard("weeklyMeeting", "x-item", "target"), undefined);
  assert.deepEqual(findings(text), ['standard/no-target at "x-item"']);
});

test("a date with a due rule has its target in the rule, and a tick in itself", () => {
  assert.deepEqual(findings(supervisorWith(standard("stockTake", "x-item", "target"), undefined)), []);
  assert.deepEqual(findings(supervisorWith(standard("rounds"), { title: "巡查", type: "boolean" })), []);
});
