import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, standard, supervisorWith } from "../testing/template-text.ts";

const target = (key: string, value: object) =>
  findings(supervisorWith(standard(key, "x-item", "target"), value as never));

test("a minimum above the maximum can never be met", () => {
  assert.deepEqual(target("weeklyMeeting", { minimum: 5, maximum: 4 }), ['target/impossible at "target"']);
  assert.deepEqual(target("weeklyMeeting", { minimum: 4, exclusiveMaximum: 4 }), ['target/impossible at "target"']);
});

test("a target outside what can be observed can never be met", () => {
  assert.deepEqual(target("weeklyMeeting", { maximum: -1 }), ['target/out-of-range at "target"']);
  assert.deepEqual(target("budgetDeviation", { exclusiveMaximum: 0 }), ['target/out-of-range at "target"']);
});

test("a target that can be met at its very edge is fine", () => {
  assert.deepEqual(target("weeklyMeeting", { minimum: 4, maximum: 4 }), []);
  assert.deepEqual(target("weeklyMeeting", { const: 0 }), []);
});

test("a choice accepts what it offers, and no range of figures", () => {
  const path = ["properties", "qualifications", "properties", "education", "x-item", "target"];
  assert.deepEqual(findings(supervisorWith(path, { enum: ["博士"] })), ['target/not-offered at "target"']);
  assert.deepEqual(findings(supervisorWith(path, { minimum: 2 })), ['target/no-figure at "target"']);
});
