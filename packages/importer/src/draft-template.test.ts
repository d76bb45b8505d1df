import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "@rolewright/runtime";
import { type Description, draftTemplate } from "./index.ts";

const sure = { spans: [{ start: 0, end: 1 }], confidence: 1 };
const description: Description = {
  span: { start: 0, end: 100 },
  confidence: 1,
  title: { text: "仓储主管", from: "label", ...sure },
  department: { text: "物流部", ...sure },
  superior: { text: "物流经理", ...sure },
  subordinates: [{ text: "仓管员", ...sure }],
  purpose: [{ text: "管好仓库", ...sure }],
  qualifications: [
    { text: "大专及以上学历", kind: "education", need: "required", level: "associate", ...sure },
    { text: "3至5年仓储管理经验", kind: "experience", need: "preferred", years: 3, yearsTo: 5, ...sure },
  ],
  duties: [{ text: "组织每月盘点", part: "organise", cadence: "month", ...sure }],
  standards: [
    {
      text: "次月5日前完成盘点，差异率低于0.5%",
      operator: "<",
      target: 0.5,
      unit: "%",
      cadence: "month",
      deadline: { day: 5, next: true, inclusive: null },
      ...sure,
    },
    {
      text: "温度保持在2至8度",
      operator: "between",
      target: { from: 2, to: 8 },
      unit: "度",
      cadence: "shift",
      ...sure,
    },
    { text: "每两周一次班前会", cadence: "week", interval: 2, ...sure },
  ],
  authority: [{ text: "安排班次", ...sure }],
  others: [
    { text: "月薪面议", section: "salary", ...sure },
    { text: "冷库作业", section: "conditions", ...sure },
  ],
};
const options = { id: "https://example.org/roles/warehouse-lead", language: "zh-CN", sourceName: "仓储.docx" };
const draft = () => draftTemplate(description, options, (word) => `«${word}»`);

test("a draft is a template without errors in which every found item has its place", () => {
  const text = draft();
  const { role, diagnostics } = inspect(text, { template: () => undefined, names: () => [] });
  assert.deepEqual(
    diagnostics.filter(({ severity }) => severity === "error"),
    [],
  );
  assert.ok(role);
  const { properties } = JSON.parse(text.replace(/^\/\/.*\n/gmu, ""));
  const items = (section: string) =>
    Object.values<{ "x-item": object }>(properties[section].properties).map((item) => item["x-item"]);
  assert.deepEqual(items("qualifications"), [
    { need: "required", target: { const: true } },
    { need: "preferred", unit: "«years»", target: { minimum: 3, maximum: 5 } },
  ]);
  assert.deepEqual(items("duties"), [{ every: "month", part: "organise" }]);
  assert.deepEqual(items("standards"), [
    { every: "month", due: { day: 5, monthsAfter: 1 }, unit: "%", target: { exclusiveMaximum: 0.5 } },
    { unit: "度", target: { minimum: 2, maximum: 8 } },
    {},
  ]);
});

test("what a template has no place for stands in its comments", () => {
  assert.match(draft(), /^\/\/ «source»仓储\.docx\n\/\/ «others»\n\/\/ 月薪面议\n\{/u);
});
