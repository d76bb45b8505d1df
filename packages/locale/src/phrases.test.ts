import assert from "node:assert/strict";
import { test } from "node:test";
import { createTranslator } from "./index.ts";
import {
  actualInWords,
  cadenceInWords,
  type DueWords,
  dayInWords,
  dueInWords,
  type ItemWords,
  periodInWords,
  quantityInWords,
  scoreInWords,
  stepInWords,
  targetInWords,
} from "./phrases.ts";

const chinese = (await createTranslator("zh-CN")).t;
const english = (await createTranslator("en")).t;

function item(more: Partial<ItemWords> = {}): ItemWords {
  return { every: "month", observation: { kind: "figure" }, ...more };
}

function bounded(keyword: string, value: string, more: Partial<ItemWords> = {}): ItemWords {
  return item({ target: { bounds: [{ keyword, value }] }, ...more });
}

function due(every: string, rule: Partial<DueWords>): Pick<ItemWords, "every" | "due"> {
  return { every, due: { monthsAfter: 0, inclusive: true, roll: "none", ...rule } };
}

test("a target is a sign, a figure and its unit", () => {
  assert.equal(targetInWords(bounded("minimum", "5", { unit: "%" }), chinese), "≥ 5 %");
  const range = item({
    target: {
      bounds: [
        { keyword: "minimum", value: "1" },
        { keyword: "exclusiveMaximum", value: "3" },
      ],
    },
  });
  assert.equal(targetInWords(range, chinese), "≥ 1，< 3");
  assert.equal(targetInWords(range, english), "≥ 1, < 3");
});

test("a count of events names its cadence", () => {
  const weekly = bounded("minimum", "1", { every: "week", unit: "次", observation: { kind: "events" } });
  assert.equal(targetInWords(weekly, chinese), "每周 ≥ 1 次");
  assert.equal(targetInWords({ ...weekly, unit: "times" }, english), "≥ 1 × weekly");
  assert.equal(targetInWords({ ...weekly, unit: "patrols" }, english), "≥ 1 patrol weekly");
});

test("one of a regular English plural is said in the singular, other units stay as they are", () => {
  const said = (value: string, unit: string) => quantityInWords(value, unit);
  assert.deepEqual(
    [said("1", "errors"), said("0", "errors"), said("1", "enquiries"), said("1", "boxes"), said("1", "cases")],
    ["1 error", "0 errors", "1 enquiry", "1 box", "1 case"],
  );
  assert.deepEqual([said("1", "%"), said("1", "pcs"), said("1", "次")], ["1 %", "1 pcs", "1 次"]);
  const step = { code: "measure/value", params: { value: "1 errors" } };
  assert.equal(stepInWords(step, english), "Recorded 1 error");
});

test("a day always says whether it is included", () => {
  const stockTake = bounded("maximum", "25", { observation: { kind: "date" } });
  assert.equal(targetInWords(stockTake, chinese), "25 日（含）前");
  assert.equal(targetInWords(stockTake, english), "by day 25 (inclusive)");
  assert.equal(
    targetInWords(bounded("exclusiveMaximum", "36", { observation: { kind: "date" } }), chinese),
    "次月 5 日（不含）前",
  );
});

test("a tick is to be done, a date without target to keep its due day, a choice to be one of those accepted", () => {
  assert.equal(targetInWords(item({ observation: { kind: "tick" } }), chinese), "完成");
  const dated = item({ observation: { kind: "date" }, ...due("month", { day: 5, monthsAfter: 1 }) });
  assert.equal(targetInWords(dated, chinese), "次月 5 日（含）前");
  const chosen = item({ observation: { kind: "choice" }, target: { bounds: [], accepted: ["专科", "本科"] } });
  assert.equal(targetInWords(chosen, chinese), "专科 / 本科");
  assert.equal(targetInWords(item(), chinese), "");
});

test("due rules of every cadence read as people say them", () => {
  const rules: readonly [Pick<ItemWords, "every" | "due">, string, string][] = [
    [due("month", { day: 25 }), "25 日（含）", "day 25 (inclusive)"],
    [due("month", { day: 5, monthsAfter: 1 }), "次月 5 日（含）", "day 5 of the next month (inclusive)"],
    [due("month", { workingDay: 5 }), "当月第 5 个工作日（含）", "working day 5 of the month (inclusive)"],
    [
      due("month", { workingDay: 5, monthsAfter: 1, inclusive: false }),
      "次月第 5 个工作日（不含）",
      "working day 5 of the next month (exclusive)",
    ],
    [due("week", { workingDay: 2 }), "当周第 2 个工作日（含）", "working day 2 of the week (inclusive)"],
    [
      due("quarter", { month: 1, workingDay: 10 }),
      "期内第 1 个月第 10 个工作日（含）",
      "working day 10 of month 1 of the period (inclusive)",
    ],
    [due("month", { day: "last" }), "当月末（含）", "the last day of the month (inclusive)"],
    [due("week", { weekday: 5 }), "周五（含）", "Friday (inclusive)"],
    [due("year", { month: 11, day: "last" }), "11 月末（含）", "the last day of November (inclusive)"],
    [
      due("year", { day: 15, monthsAfter: 1 }),
      "次年 1 月 15 日（含）",
      "day 15 of January of the next year (inclusive)",
    ],
    [
      due("quarter", { month: 2, day: 10, inclusive: false }),
      "期内第 2 个月 10 日（不含）",
      "day 10 of month 2 of the period (exclusive)",
    ],
    [due("quarter", { day: 10, monthsAfter: 1 }), "次月 10 日（含）", "day 10 of the next month (inclusive)"],
    [due("month", { day: 1, roll: "next" }), "1 日（含），遇休顺延", "day 1 (inclusive), moved on from a day off"],
  ];
  for (const [rule, inChinese, inEnglish] of rules) {
    assert.equal(dueInWords(rule, chinese), inChinese);
    assert.equal(dueInWords(rule, english), inEnglish);
  }
  assert.equal(dueInWords({ every: "month" }, chinese), "");
});

test("scoring rules fit in a chip", () => {
  const rule = (kind: string, params: Record<string, unknown>, more: Partial<ItemWords> = {}) =>
    scoreInWords(item({ unit: "%", score: { kind, params }, ...more }), chinese);
  assert.equal(rule("linear", { from: 0, to: 5 }), "线性 0 % → 5 %");
  assert.equal(rule("proportion", {}), "比率 · 封顶 100");
  assert.equal(rule("bands", { bands: [{}, {}, {}], else: 0 }), "分档 · 4 级");
  assert.equal(rule("deduct", { per: 10 }, { every: "week" }), "每缺 1 次扣 10");
  assert.equal(rule("deduct", { per: 25 }, { unit: "处" }), "每差 1 处扣 25");
  assert.equal(scoreInWords(item(), chinese), "达标即满分");
});

test("periods are named in full and in short", () => {
  const names = ["2026", "2026-H2", "2026-Q4", "2026-11", "2026-W47", "2026-11-23"];
  assert.deepEqual(
    names.map((name) => periodInWords(name, chinese)),
    ["2026 年", "2026 年下半年", "2026 年第 4 季度", "2026 年 11 月", "2026 年第 47 周", "2026 年 11 月 23 日"],
  );
  assert.deepEqual(
    names.map((name) => periodInWords(name, english, "short")),
    ["2026", "second half", "Q4", "Nov", "week 47", "23 Nov"],
  );
  assert.equal(periodInWords("no period", chinese), "no period");
});

test("the actual value has the unit of its last measurement, not of the item", () => {
  const share = {
    actual: "80.00",
    steps: [{ code: "aggregate/share-met", unit: "%" }, { code: "compare/periods-missed" }],
  };
  assert.equal(actualInWords(share, "week", chinese), "80.00 %");
  const choice = {
    actual: null,
    steps: [{ code: "measure/choice", params: { value: "良" } }, { code: "compare/choice" }],
  };
  assert.equal(actualInWords(choice, "quarter", chinese), "良");
  assert.equal(actualInWords({ actual: null, steps: [{ code: "state/missing" }] }, "quarter", chinese), "");
  assert.equal(actualInWords({ actual: "24", steps: [{ code: "measure/day-of-period" }] }, "month", chinese), "24 日");
  const yearly = { actual: "330", steps: [{ code: "measure/day-of-period", params: { date: "2026-11-26" } }] };
  assert.equal(actualInWords(yearly, "year", chinese), "11 月 26 日");
  assert.equal(actualInWords(yearly, "year", english), "26 Nov");
  assert.equal(actualInWords({ actual: null, steps: [] }, "month", chinese), "");
  assert.equal(dayInWords("40", "quarter", chinese), "第 40 天");
  assert.equal(cadenceInWords("half-year", chinese), "每半年");
});
