import assert from "node:assert/strict";
import { test } from "node:test";
import { readDescriptions } from "../read-descriptions.ts";
import { pastedText } from "../source.ts";

const duties = ["收发存货，保证账实相符", "组织月度盘点，分析差异原因", "安排班次与现场整理"];
const wanted = ["大专及以上学历", "3年以上仓储管理经验", "熟练使用库存系统"];
const standards = ["库存准确率≥99.5%", "收货24小时内入账", "每月盘点不少于1次"];

/** Lines of a program that puts out each field in its own form. */
const forms = {
  "labels that count their entries": [
    "岗位名称：仓库主管",
    ...duties.map((words, index) => `职责${index + 1}\t${words}`),
    ...wanted.map((words, index) => `任职要求（${index + 1}）：${words}`),
    ...standards.map((words, index) => `【标准${"一二三"[index]}】${words}`),
  ],
  "quoted cells": [
    '"岗位名称","仓库主管"',
    `"工作职责","${duties.join("；")}"`,
    `"任职资格","${wanted.join("；")}"`,
    `"考核标准","${standards.join("；")}"`,
  ],
  "equals signs": [
    "岗位名称=仓库主管",
    `工作职责=${duties.join("；")}`,
    `任职资格=${wanted.join("；")}`,
    `考核标准=${standards.join("；")}`,
  ],
  "dots up to the value, and numbers of two figures": [
    "岗位名称............仓库主管",
    "工作职责............",
    ...duties.map((words, index) => `  0${index + 1} ${words}`),
    "任职资格............",
    ...wanted.map((words, index) => `  0${index + 1} ${words}`),
    "工作标准............",
    ...standards.map((words, index) => `  0${index + 1} ${words}`),
  ],
  "numbered fields": [
    "001 岗位名称：仓库主管",
    `002 工作职责：${duties.join("；")}`,
    `003 任职资格：${wanted.join("；")}`,
    `004 考核标准：${standards.join("；")}`,
  ],
};

for (const [name, lines] of Object.entries(forms)) {
  test(`what a program has put out is read as what it says: ${name}`, () => {
    const text = lines.join("\n");
    const { descriptions, unplaced } = readDescriptions(pastedText("export", text));
    assert.equal(descriptions.length, 1);
    const [found] = descriptions;
    assert.equal(found?.title?.text, "仓库主管");
    assert.deepEqual(
      [found?.duties, found?.qualifications, found?.standards].map((items) => items?.map((item) => item.text)),
      [duties, wanted, standards],
    );
    for (const { text: words, spans } of found?.duties ?? [])
      assert.equal(spans.map(({ start }) => text.slice(start, start + words.length)).join(""), words);
    assert.deepEqual(unplaced, []);
  });
}

test("bars without blanks part the cells of a table whose first line names its columns", () => {
  const rows = standards.map((words, index) => `${index + 1}|${duties[index]}|${words}`);
  const text = ["岗位名称：仓库主管", "序号|工作职责|工作标准", ...rows, "任职要求", ...wanted].join("\n");
  const [found] = readDescriptions(pastedText("table", text)).descriptions;
  assert.deepEqual(
    [found?.duties, found?.standards].map((items) => items?.map((item) => item.text)),
    [duties, standards],
  );
});

test("descriptions that are counted are not entries of one", () => {
  const text = [
    "前台岗位职责1",
    "1、接听电话。",
    "2、登记来访。",
    "前台岗位职责2",
    "1、收发快递。",
    "2、预订会议室。",
  ].join("\n");
  const { descriptions } = readDescriptions(pastedText("many", text));
  assert.deepEqual(
    descriptions.map((found) => found.duties.map((item) => item.text)),
    [
      ["接听电话", "登记来访"],
      ["收发快递", "预订会议室"],
    ],
  );
});
