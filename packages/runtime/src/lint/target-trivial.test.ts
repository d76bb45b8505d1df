import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, standard, supervisorWith } from "../testing/template-text.ts";

const target = (key: string, value: object) =>
  findings(supervisorWith(standard(key, "x-item", "target"), { ...value }));

test("a target that nothing can miss is a warning", () => {
  assert.deepEqual(target("weeklyMeeting", { minimum: 0 }), ['target/trivial at "target"']);
  assert.deepEqual(target("spotCheck", { minimum: 0 }).slice(0, 1), ['target/trivial at "target"']);
});

test("a target that can be missed is none, 100 % of a ratio included", () => {
  assert.deepEqual(target("weeklyMeeting", { minimum: 1 }), []);
  assert.deepEqual(target("spotCheck", { minimum: 100 }), []);
  assert.deepEqual(target("stockTake", { maximum: 31 }), []);
});

test("a choice that accepts every answer is a warning", () => {
  const education = ["properties", "qualifications", "properties", "education", "x-item", "target"];
  const every = supervisorWith(education, { enum: ["高中", "专科", "本科"] });
  assert.deepEqual(findings(every), ['target/trivial at "target"']);
});
