import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "@rolewright/runtime";
import { type Description, draftTemplate, type Standard } from "./index.ts";

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
  const { properties } = JSON.parse(text.replace(/^\s*\/\/.*\n/gmu, ""));
  const items = (section: string) =>
    Object.values<{ "x-item": object }>(properties[section].properties).map((item) => item["x-item"]);
  assert.deepEqual(items("qualifications"), [
    {
      need: "required",
      target: { enum: ["«associate»", "«bachelor»", "«master»", "«doctorate»"] },
    },
    { need: "preferred", unit: "«years»", target: { minimum: 3, maximum: 5 } },
  ]);
  assert.deepEqual(items("duties"), [{ every: "month", part: "organise" }]);
  assert.deepEqual(items("standards"), [
    {
      every: "month",
      due: { day: 5, monthsAfter: 1 },
      supports: ["stocktake"],
      unit: "%",
      target: { exclusiveMaximum: 0.5 },
    },
    { unit: "度", target: { minimum: 2, maximum: 8 } },
    {},
  ]);
});

test("what a template has no place for stands in its comments", () => {
  assert.match(draft(), /^\/\/ «source»仓储\.docx\n\/\/ «others»\n\/\/ 月薪面议\n\{/u);
});

test("the weight of a sentence with two measures counts once", () => {
  const sentence = { start: 5, end: 30 };
  const standards = [
    { text: "办结率不低于95%", operator: ">=", target: 95, unit: "%", weight: 30, sentence, ...sure },
    { text: "每月抽查不少于2次", operator: ">=", target: 2, unit: "次", weight: 30, sentence, ...sure },
    { text: "台账齐全", weight: 20, ...sure },
  ] as const;
  const text = draftTemplate({ ...description, standards: [...standards] }, options, (word) => word);
  assert.deepEqual(
    [...text.matchAll(/"weight": (\d+)/gu)].map(([, weight]) => Number(weight)),
    [30, 20],
  );
});

test("whatever measures are read, the draft has no errors and every figure of the source", () => {
  for (const standards of batches(everyStandard())) {
    const text = draftTemplate({ ...description, standards }, options, (word) => `«${word}»`);
    const { diagnostics } = inspect(text, { template: () => undefined, names: () => [] });
    assert.deepEqual(
      diagnostics.filter(({ severity }) => severity === "error"),
      [],
    );
    const { properties } = JSON.parse(text.replace(/^\s*\/\/.*\n/gmu, ""));
    const items = Object.values<{ "x-item": { target?: object } }>(properties.standards.properties);
    assert.deepEqual(
      items.map((item) => Object.values(item["x-item"].target ?? {})),
      standards.map(figuresOf),
    );
  }
});

/** The figures a standard's target must have. */
function figuresOf({ target, deadline, cadence, interval }: Standard): number[] {
  if (typeof target === "object") return [target.from, target.to];
  if (target !== undefined) return [target];
  if (interval !== undefined || deadline?.month !== undefined) return [];
  if (cadence === "week" && deadline?.weekday !== undefined) return [deadline.weekday];
  const day = deadline?.day === "last" ? 31 : deadline?.day;
  return cadence === "month" && day !== undefined ? [day + (deadline?.next ? 31 : 0)] : [];
}

function everyStandard(): Standard[] {
  const cadences = [
    "hour",
    "shift",
    "day",
    "week",
    "half-month",
    "month",
    "quarter",
    "half-year",
    "year",
    "term",
    "event",
  ] as const;
  const measures = (["完成率", "预算偏差率", "销售增长率", undefined] as const).flatMap((metric) =>
    (["%", "‰", "次", "分钟", undefined] as const).flatMap((unit) =>
      [
        ...(["<", "<=", "=", ">=", ">"] as const).flatMap((operator) =>
          [0.5, 3, 90].map((target) => ({ operator, target })),
        ),
        { operator: "<=", target: 0 } as const,
        { operator: "between", target: { from: 2, to: 8 } } as const,
      ].map((goal) => ({ ...goal, ...(metric ? { metric } : {}), ...(unit ? { unit } : {}) })),
    ),
  );
  const deadlines = [
    { day: 5, next: true, inclusive: null },
    { day: "last", inclusive: true },
    { month: 3, day: 31, inclusive: false },
    { weekday: 5, inclusive: true },
    { time: "08:30", inclusive: null },
  ] as const;
  const found = [
    ...measures.map((measure, index) => ({ ...measure, cadence: cadences[index % cadences.length] })),
    ...cadences.flatMap((cadence) => deadlines.map((deadline) => ({ cadence, deadline }))),
    ...deadlines.map((deadline) => ({ deadline, cadence: "week" as const, interval: 2 })),
  ];
  return found.map((measure, index) => ({ text: `标准${index}`, ...sure, ...measure }) as Standard);
}

function* batches(standards: readonly Standard[]): Generator<Standard[]> {
  for (let at = 0; at < standards.length; at += 40) yield standards.slice(at, at + 40);
}
