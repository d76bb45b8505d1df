import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, fixed, standard, supervisorWith } from "../testing/template-text.ts";

const described = (description: string) => supervisorWith(standard("spotCheck", "description"), description);

test("a limit in the words that is not the target's is a warning, and either can follow the other", () => {
  const text = described("抽查比例不低于 8 %。");
  assert.deepEqual(findings(text), ["wording/figure at 不低于 8 %"]);
  const retargeted = fixed(text, "wording/figure-target");
  assert.match(retargeted, /"target": \{ "minimum": 8 \}/);
  const reworded = fixed(text, "wording/figure-words");
  assert.match(reworded, /不低于 5 %/);
  assert.deepEqual(findings(reworded), []);
  assert.deepEqual(findings(described("At least 8 % are checked.")), ["wording/figure at At least 8 %"]);
  assert.deepEqual(findings(described("8%以上")), ["wording/figure at 8%以上"]);
});

test("the target's own figure, a score's, another unit and another direction are none", () => {
  assert.deepEqual(findings(described("抽查比例不低于 5 %。")), []);
  assert.deepEqual(findings(described("At least 5 % are checked.")), []);
  assert.deepEqual(findings(described("至少 20 件。")), []);
  assert.deepEqual(findings(described("不超过 30 %。")), []);
  const bands = supervisorWith(standard("budgetDeviation", "description"), "不超过 5 % 得满分。");
  assert.deepEqual(findings(bands), []);
});

test("figures in words count", () => {
  const meeting = (description: string) => supervisorWith(standard("weeklyMeeting", "description"), description);
  assert.deepEqual(findings(meeting("至少两次。")), ["wording/figure at 至少两次"]);
  assert.deepEqual(findings(meeting("至少一次。")), []);
  assert.match(fixed(meeting("至少两次。"), "wording/figure-words"), /至少1次|至少 1 次/);
});

test("a due day in the words that is not the due day is a warning", () => {
  const day = (description: string) => supervisorWith(standard("stockTake", "description"), description);
  assert.deepEqual(findings(day("每月 20 日（含）前完成。")), ["wording/day at 20 日"]);
  assert.deepEqual(findings(day("Finished by the 20th.")), ["wording/day at by the 20th"]);
  assert.deepEqual(findings(day("每月 25 日（含）前完成。")), []);
  assert.deepEqual(findings(day("Finished on or before the 25th.")), []);
  assert.match(fixed(day("每月 20 日（含）前完成。"), "wording/day-due"), /"day": 20/);
});
