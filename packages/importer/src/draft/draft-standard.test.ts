import assert from "node:assert/strict";
import { test } from "node:test";
import type { Standard } from "../generated/import-result.ts";
import { draftStandard } from "./draft-standard.ts";

type Measured = Omit<Standard, "text" | "spans" | "confidence">;

const drafted = (text: string, measured: Measured, supports?: string) =>
  draftStandard({ text, spans: [], confidence: 1, ...measured }, supports, (word) => `«${word}»`);
const item = (text: string, measured: Measured) => {
  const { schema } = drafted(text, measured);
  return schema as { "x-item": Record<string, unknown>; type: string; properties?: Record<string, { title: string }> };
};

test("a share of a named whole asks for both figures, titled by the words of the source", () => {
  const {
    type,
    properties,
    "x-item": rules,
  } = item("抽查比例不低于当月投诉总量的5%", {
    operator: ">=",
    target: 5,
    unit: "%",
    of: "当月投诉总量",
    metric: "抽查比例",
    cadence: "month",
  });
  assert.equal(type, "object");
  assert.deepEqual(properties, {
    part: { title: "抽查", type: "integer", minimum: 0 },
    whole: { title: "当月投诉总量", type: "integer", minimum: 0 },
  });
  assert.deepEqual(rules, {
    every: "month",
    unit: "%",
    measure: { kind: "ratio", of: "part", to: "whole", whenZero: "not-applicable" },
    target: { minimum: 5 },
  });
});

test("the two figures of a rate go by the names everyone uses for them", () => {
  const titles = (metric: string) => {
    const { properties } = item(metric, { operator: ">=", target: 90, unit: "%", metric });
    return [properties?.part?.title, properties?.whole?.title];
  };
  assert.deepEqual(titles("月度培训计划完成率"), ["完成", "应完成"]);
  assert.deepEqual(titles("物业费收缴率"), ["实收", "应收"]);
  assert.deepEqual(titles("标识完好率"), ["完好", "总数"]);
  assert.deepEqual(titles("月度业主投诉率"), ["业主投诉", "«whole»"]);
  assert.deepEqual(titles("Occupancy rate"), ["Occupancy", "«whole»"]);
});

test("a rate that is no part of a whole stays one figure, which may be negative", () => {
  const { type, ...schema } = item("增长率", { operator: ">=", target: 8, unit: "%", metric: "销售增长率" });
  assert.equal(type, "number");
  assert.ok(!("minimum" in schema));
});

test("a deviation from plan asks for plan and actual", () => {
  const { properties, "x-item": rules } = item("预算执行偏差率低于10%", {
    operator: "<",
    target: 10,
    unit: "%",
    metric: "预算执行偏差率",
  });
  assert.deepEqual(Object.keys(properties ?? {}), ["plan", "actual"]);
  assert.deepEqual(rules.target, { exclusiveMaximum: 10 });
});

test("so many times a period asks for dates, unless one day would need several", () => {
  const times = { operator: ">=", target: 1, unit: "次" } as const;
  assert.deepEqual(item("每周例会", { ...times, cadence: "week" })["x-item"], {
    every: "week",
    unit: "次",
    measure: { kind: "count" },
    target: { minimum: 1 },
    score: { kind: "pass" },
  });
  assert.equal(item("每天四次", { ...times, target: 4, cadence: "day" }).type, "number");
  assert.equal(item("每月二十场", { ...times, target: 20, cadence: "month" }).type, "number");
});

test("a deadline asks for the day it was done; the day itself counts, does not, or is left to decide", () => {
  const due = (inclusive: boolean | null) =>
    drafted("每月25日前盘点", { cadence: "month", deadline: { day: 25, inclusive } });
  const target = ({ schema }: ReturnType<typeof due>) =>
    (schema as { "x-item": Record<string, unknown> })["x-item"].target;
  assert.deepEqual(target(due(true)), { maximum: 25 });
  assert.deepEqual(target(due(false)), { exclusiveMaximum: 25 });
  assert.equal(due(true).comment, undefined);
  assert.equal(due(null).comment, "«dayUndecided»");
});

test("a day of the next month counts on from 31, and a day of the year is judged by its due rule alone", () => {
  const next = { cadence: "month", deadline: { day: 5, next: true, inclusive: true } } as const;
  assert.deepEqual(item("次月5日", next)["x-item"].target, { maximum: 36 });
  const yearly = { cadence: "year", deadline: { month: 11, day: "last", inclusive: true } } as const;
  assert.deepEqual(item("11月底", yearly)["x-item"], {
    every: "year",
    due: { month: 11, day: "last", inclusive: true },
    unit: "«day»",
    score: { kind: "pass" },
  });
});

test("zero is counted in whole numbers, and no more than none are allowed", () => {
  const { type, "x-item": rules } = item("差错为零", { operator: "=", target: 0, metric: "差错" });
  assert.deepEqual([type, rules.target], ["integer", { maximum: 0 }]);
});

test("a rhythm that the language has no word for stays words, with a comment", () => {
  const { comment, schema } = drafted("每班巡检", { cadence: "shift" });
  assert.equal(comment, "«rhythmUnsaid»");
  assert.deepEqual(schema, { title: "每班巡检", type: "boolean", "x-item": {} });
});

test("every second hour is told in a comment, and the number of times stays a figure to reach", () => {
  const { comment, schema } = drafted("每2小时巡查一次", {
    operator: ">=",
    target: 1,
    unit: "次",
    cadence: "hour",
    interval: 2,
  });
  assert.equal(comment, "«rhythmUnsaid»");
  assert.deepEqual(schema, {
    title: "每2小时巡查一次",
    type: "number",
    minimum: 0,
    "x-item": { unit: "次", target: { minimum: 1 } },
  });
});

test("a stated weight and the supported duty stand in the item", () => {
  const { schema } = drafted("台账齐全", { weight: 30 }, "records");
  assert.deepEqual(schema, {
    title: "台账齐全",
    type: "boolean",
    "x-item": { weight: 30, supports: ["records"] },
  });
});
