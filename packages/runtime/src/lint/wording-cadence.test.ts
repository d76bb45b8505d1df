import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, fixed, standard, supervisorWith } from "../testing/template-text.ts";

const duty = ["properties", "duties", "properties", "complaints"];
const monthly = (title: string) => supervisorWith([...duty, "title"], title);

test("words that name another rhythm than the cadence are a warning, and the cadence can follow them", () => {
  assert.deepEqual(findings(monthly("每周检查日常投诉。")), ["wording/cadence at 每周"]);
  assert.deepEqual(findings(monthly("Daily: check the complaints.")), ["wording/cadence at Daily"]);
  const mended = fixed(monthly("每周检查日常投诉。"), "wording/cadence");
  assert.match(mended, /"every": "week"/);
  assert.deepEqual(findings(mended), []);
});

test("the same rhythm, or one of several, is none", () => {
  assert.deepEqual(findings(monthly("每月检查日常投诉。")), []);
  assert.deepEqual(findings(monthly("每日登记投诉，每月汇总。")), []);
  assert.deepEqual(findings(monthly("检查当月每日平均投诉量。")), []);
  assert.deepEqual(findings(monthly("Check the daily complaints.")), []);
});

test("a count of weekly events judged by the month asks for four", () => {
  const counted = (minimum: number) => {
    const item = { every: "month", unit: "次", target: { minimum }, supports: ["teamWork"], source: "会议纪要" };
    const events = { title: "每周例会", type: "array", items: { type: "string", format: "date" }, "x-item": item };
    return supervisorWith(standard("meetings"), events);
  };
  assert.deepEqual(findings(counted(4)), []);
  assert.deepEqual(findings(counted(1)), ["wording/cadence at 每周"]);
});
