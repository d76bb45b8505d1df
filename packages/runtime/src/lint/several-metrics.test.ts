import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, standard, supervisorWith } from "../testing/template-text.ts";

const described = (description: string) =>
  findings(supervisorWith(standard("weeklyMeeting", "description"), description));
const titled = (title: string) => findings(supervisorWith(standard("weeklyMeeting", "title"), title));

test("two measured results in one standard are a warning", () => {
  assert.deepEqual(described("月度计划完成率不低于90%，年度计划完成率不低于95%。"), [
    "standard/several-metrics at 月度计划完成率不低于90%，年度计划完成率不低于95",
  ]);
  assert.deepEqual(titled("收缴率和满意度"), ["standard/several-metrics at 收缴率和满意度"]);
  assert.deepEqual(titled("Closing rate and satisfaction score"), [
    "standard/several-metrics at Closing rate and satisfaction score",
  ]);
});

test("one result with several steps is none", () => {
  assert.deepEqual(described("完成率 90 % 以上得 100 分，80 % 以上得 60 分。"), []);
  assert.deepEqual(described("A completion of 90 % earns 100 points, one of 80 % earns 60."), []);
});
