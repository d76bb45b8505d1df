import assert from "node:assert/strict";
import { test } from "node:test";
import { type ChangeWords, changeInWords } from "./changes.ts";
import { createTranslator } from "./index.ts";
import type { ItemWords } from "./phrases.ts";

const chinese = (await createTranslator("zh-CN")).t;
const english = (await createTranslator("en")).t;

const title = "月度工作计划完成率";
const figure: ItemWords = { every: "month", unit: "%", observation: { kind: "figure" } };
const least = (value: string): ItemWords => ({ ...figure, target: { bounds: [{ keyword: "minimum", value }] } });

function said(code: string, before: ItemWords, after: ItemWords, params: Record<string, unknown> = {}): string[] {
  const texts = { title, change: "changed", before: "{…}", after: "{…!}", ...params };
  const change: ChangeWords = { code, item: "plan", params: texts, facts: { before, after } };
  return [changeInWords(change, chinese), changeInWords(change, english)];
}

test("a target is said with its sign and unit, before and after", () => {
  assert.deepEqual(said("target/tightened", least("90"), least("92")), [
    "月度工作计划完成率：目标由 ≥ 90 % 收紧为 ≥ 92 %",
    "月度工作计划完成率: target tightened from ≥ 90 % to ≥ 92 %",
  ]);
});

test("a due day always says whether it counts", () => {
  const due = (day: number): ItemWords => ({ ...figure, due: { day, monthsAfter: 0, inclusive: true, roll: "none" } });
  assert.deepEqual(said("due/earlier", due(25), due(20)), [
    "月度工作计划完成率：期限由“25 日（含）”提前到“20 日（含）”",
    "月度工作计划完成率: due date brought forward from day 25 (inclusive) to day 20 (inclusive)",
  ]);
});

test("cadences and measures are said by their names", () => {
  assert.equal(said("cadence/changed", figure, { ...figure, every: "quarter" })[0], `${title}：频次由每月改为每季度`);
  const [value, count] = ["value", "count"].map((kind) => ({ ...figure, measure: { kind } }));
  assert.ok(value && count);
  assert.equal(said("measure/changed", value, count)[0], `${title}：算法由“原值”改为“次数”`);
});

test("scoring that reads the same in short is told by its parameters", () => {
  const bands = (points: number): ItemWords => ({
    ...figure,
    score: { kind: "bands", params: { bands: [{ points }] } },
  });
  assert.equal(said("score/changed", bands(90), bands(80))[0], `${title}：计分方法参数由 {…} 改为 {…!}`);
  const pass: ItemWords = { ...figure, score: { kind: "pass", params: {} } };
  assert.equal(said("score/changed", bands(90), pass)[0], `${title}：计分方法由“分档 · 1 级”改为“达标即满分”`);
});

test("a target of texts alone is shown as it is written", () => {
  const unsaid: ItemWords = { ...figure, target: { bounds: [] } };
  const [sentence] = said("target/changed", unsaid, least("5"), { before: '{ "title": "尽力" }' });
  assert.equal(sentence, `${title}：目标由 { "title": "尽力" } 改为 ≥ 5 %`);
});

test("a duty that is a whole sentence loses its full stop inside another", () => {
  const params = { title: "检查日常投诉与报事。", before: "20", after: "25" };
  assert.equal(
    changeInWords({ code: "weight/raised", item: "a", params }, chinese),
    "检查日常投诉与报事：权重由 20 提高到 25",
  );
});

test("a list is joined as the language does, and an inherited template belongs to a role or an item", () => {
  const change = {
    code: "supports/changed",
    item: "plan",
    params: { title, change: "added", added: ["甲", "乙"], removed: [] },
  };
  assert.equal(changeInWords(change, chinese), `${title}：所衡量的职责：增加“甲、乙”`);
  const params = { change: "added", before: "", after: "https://example.org/a@2" };
  assert.equal(changeInWords({ code: "origin/changed", params }, chinese), "继承的模板定为 https://example.org/a@2");
});

test("languages are said by name, not by tag", () => {
  const change: ChangeWords = { code: "role/translated", params: { languages: ["en", "zh-Hant"] } };
  assert.equal(changeInWords(change, chinese), "岗位信息的译文有改动（英语、繁体中文）");
  assert.match(changeInWords(change, english), /English, Traditional Chinese/);
  const moved: ChangeWords = { code: "role/language", params: { before: "zh-CN", after: "not a tag" } };
  assert.equal(changeInWords(moved, chinese), "模板语言由 中文（中国） 改为 not a tag");
});
