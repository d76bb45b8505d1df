import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findMeasure, pastedText, understand } from "./index.ts";

const description = `仓储主管岗位职责
公司地址在东门。
直属上级：物流经理
直属下级：仓管员、叉车工
一、任职要求
1、大专及以上学历；2、3年以上仓储管理经验；
二、岗位职责
2.1 主持仓库的日常管理，安排
班次。
2.2 组织每月盘点。
三、工作标准
3.1 每周召开一次班前会。
3.2 每月25日前完成盘点，差异率低于0.5%。
3.3。
`;

test("a numbered description comes out as separate items in their sections", () => {
  const draft = understand(pastedText("仓储.txt", description));
  assert.equal(draft.title?.value, "仓储主管");
  assert.equal(draft.reportsTo?.value, "物流经理");
  assert.deepEqual(
    draft.supervises.map(({ value }) => value),
    ["仓管员", "叉车工"],
  );
  assert.deepEqual(
    draft.qualifications.map(({ value }) => value),
    ["大专及以上学历", "3年以上仓储管理经验"],
  );
  assert.deepEqual(
    draft.duties.map(({ value }) => value),
    ["主持仓库的日常管理，安排班次", "组织每月盘点"],
  );
  assert.deepEqual(
    draft.standards.map(({ measure }) => measure),
    [
      { keyword: "minimum", value: 1, unit: "次", every: "week" },
      { keyword: "exclusiveMaximum", value: 0.5, unit: "%", due: { day: 25 }, every: "month" },
    ],
  );
});

test("every field's span points at the words it came from", () => {
  const source = pastedText("仓储.txt", description);
  const draft = understand(source);
  for (const found of [...draft.duties, ...draft.standards, ...draft.qualifications]) {
    const words = source.text.slice(found.span.start, found.span.end).replace(/\s*\n\s*/gu, "");
    assert.ok(words.includes(found.value), `${words} should hold ${found.value}`);
  }
});

test("words that fit nowhere are listed as unplaced", () => {
  const source = pastedText("仓储.txt", description);
  const rest = understand(source).unplaced.map(({ start, end }) => source.text.slice(start, end));
  assert.ok(
    rest.some((words) => words.includes("公司地址在东门。")),
    rest.join("|"),
  );
});

test("every visible character of any text is in a field, a heading or unplaced", () => {
  const piece = fc.constantFrom(
    "岗位职责",
    "工作标准：",
    "任职要求",
    "1、",
    "2、",
    "3.1",
    "\n",
    "每周一次",
    "不低于90%",
    "；",
    "杂项",
    "直属上级 ",
    "経理。",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const source = pastedText("x", pieces.join(""));
      const draft = understand(source);
      const fields = [draft.title, draft.reportsTo].filter((found) => found !== undefined);
      const lists = [...draft.supervises, ...draft.qualifications, ...draft.duties, ...draft.standards];
      const spans = [...draft.unplaced, ...[...fields, ...lists].map(({ span }) => span)];
      const rest = [...source.text].filter(
        (_, index) => !spans.some(({ start, end }) => index >= start && index < end),
      );
      assert.doesNotMatch(rest.join(""), /杂项|90%|一次/u);
    }),
  );
});

test("operators are read in both directions and 不低于 is not 低于", () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ["完成率不低于90%", "minimum", 90],
    ["偏差率低于10%", "exclusiveMaximum", 10],
    ["收缴率达到９０％以上", "minimum", 90],
    ["差错控制在2次以内", "maximum", 2],
    ["抽查比例不低于当月投诉总量的5%", "minimum", 5],
    ["first reply within 30 seconds", "maximum", 30],
    ["at least 95% of calls", "minimum", 95],
  ];
  for (const [sentence, keyword, value] of cases) {
    const found = findMeasure(sentence);
    assert.deepEqual([sentence, found.keyword, found.value], [sentence, keyword, value]);
  }
});

test("a sentence without a figure gives no figure", () => {
  assert.deepEqual(findMeasure("营造互信的团队氛围"), {});
});
