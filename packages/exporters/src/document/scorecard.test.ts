import assert from "node:assert/strict";
import { test } from "node:test";
import { createTranslator } from "@rolewright/locale";
import { type Observation, scorecard } from "@rolewright/runtime";
import type { PrintDocument } from "./print-document.ts";
import { sampleRole } from "./sample-role.ts";
import { scorecardDocument } from "./scorecard.ts";

const translator = await createTranslator("zh-CN");
const holder = { id: "lin", name: "林晓棠" };
const observations: Observation[] = [
  { item: "spotCheck", period: "2026-11", data: { checked: 11, total: 236 }, evidence: "抽查记录 01–11" },
  { item: "spotCheck", period: "2026-10", data: { checked: 9, total: 100 }, evidence: "上个月的记录" },
];

test("the head names the person, the role, the period and the version", () => {
  const document = made();
  assert.equal(document.title, "林晓棠");
  assert.equal(document.subtitle, "客服主管 · 2026 年 11 月");
  assert.deepEqual(
    document.facts.map(({ label, value }) => `${label} ${value}`),
    ["被考核人 林晓棠", "岗位 客服主管", "考核期 2026 年 11 月", "岗位版本 v1"],
  );
  assert.equal(
    document.lead,
    "2026 年 11 月，客服主管林晓棠：2 项标准中达标 0 项，未达标 1 项，无数据 1 项，不适用 0 项。",
  );
});

test("the figures give total, grade and coverage, and say that the total is provisional and why", () => {
  const figures = made().blocks.find((block) => block.kind === "figures");
  assert.deepEqual(figures?.figures, [
    { label: "总分", value: "93.21", note: "暂计，1 项待补" },
    { label: "等级", value: "A" },
    { label: "已测权重", value: "60.50 %", note: "应测 100，已测 60.5，待补 39.5，不适用 0" },
  ]);
});

test("every line has target, actual, state, points, weight and contribution, and zero is not a dash", () => {
  assert.deepEqual(
    table(made(), 0).rows.map(({ cells, state }) => [...cells, state ?? ""].join(" | ")),
    [
      "3.1 | 投诉抽查比例 | ≥ 5 % | 4.66 % | 未达标 | 93.20 | 60.5 | 56.39 | missed",
      "3.2 | 月度盘点 | 25 日（含）前 | — | 无数据 | — | 39.5 | — | no-data",
      " | 合计 |  |  |  |  | 100.0 | 56.39 | ",
    ],
  );
});

test("the arithmetic is told step by step under each line's name, and the total's at the end", () => {
  const rows = table(made(), 1).rows;
  assert.deepEqual(
    rows.filter(({ tone }) => tone === "group").map(({ cells }) => cells[0]),
    ["3.1 投诉抽查比例", "3.2 月度盘点", "总分"],
  );
  assert.deepEqual(rows[1]?.cells, ["实际", "抽查 11 ÷ 总量 236 × 100，保留两位", "4.66 %"]);
  assert.ok(rows.some(({ cells }) => cells[0] === "计入" && cells[2] === "56.39"));
});

test("evidence is that of the line's own periods", () => {
  assert.deepEqual(
    table(made(), 2).rows.map(({ cells }) => cells),
    [["3.1", "投诉抽查比例", "2026 年 11 月", "抽查记录 01–11"]],
  );
});

test("without a person the role gives the title, and without evidence there is no empty table", () => {
  const role = sampleRole();
  const document = scorecardDocument(role, scorecard(role, "2026-11", []), { translator, version: null });
  assert.equal(document.title, "客服主管");
  assert.equal(document.blocks.filter(({ kind }) => kind === "table").length, 2);
  const figures = document.blocks.find((block) => block.kind === "figures");
  assert.equal(figures?.figures[0]?.value, "—");
});

test("superior and holder sign", () => {
  const signatures = made().blocks.find((block) => block.kind === "signatures");
  assert.deepEqual(
    signatures?.slots.map(({ label }) => label),
    ["上级", "本人"],
  );
});

test("who signed stands in the place of the line, with the fingerprint of what was signed; the other stays for a pen", () => {
  const role = sampleRole();
  const superior = { name: "王芳", date: "2026-12-02", fingerprint: "9f3c71ab04de58c2ffff", note: "同意" };
  const document = scorecardDocument(role, scorecard(role, "2026-11", []), { translator, version: 1, superior });
  const signatures = document.blocks.find((block) => block.kind === "signatures");
  assert.deepEqual(signatures?.slots, [
    {
      label: "上级",
      name: "王芳",
      date: "2026-12-02",
      notes: ["签署内容指纹 9f3c 71ab 04de 58c2", "备注：同意"],
    },
    { label: "本人" },
  ]);
});

test("an exempt line does not apply, and the arithmetic gives the reason that was given", () => {
  const role = sampleRole();
  const facts: Observation[] = [{ item: "spotCheck", period: "2026-11", data: null, exempt: "产假" }];
  const document = scorecardDocument(role, scorecard(role, "2026-11", facts), { translator, version: 1 });
  assert.equal(table(document, 0).rows[0]?.state, "not-applicable");
  const said = table(document, 1).rows.map(({ cells }) => cells.join(" "));
  assert.ok(
    said.some((row) => row.includes("本期免考核：产假")),
    said.join("\n"),
  );
});

function made(): PrintDocument {
  const role = sampleRole();
  const card = scorecard(role, "2026-11", observations, { version: 1, holder });
  return scorecardDocument(role, card, { translator, version: 1, observations });
}

function table({ blocks }: PrintDocument, index: number) {
  const found = blocks.filter((block) => block.kind === "table")[index];
  assert.ok(found);
  return found;
}

test("bonuses and vetoes have a table of their own, with rule, state and effect", () => {
  const item = (title: string, type: string, score: object, unit?: string) => ({
    title,
    type,
    "x-item": { every: "month", score, ...(unit === undefined ? {} : { unit }) },
  });
  const role = sampleRole(undefined, {
    standards: {
      title: "工作标准",
      type: "object",
      "x-section": { kind: "standards" },
      properties: {
        rate: {
          title: "收缴率",
          type: "number",
          "x-item": {
            every: "month",
            weight: 100,
            target: { minimum: 90 },
            score: { kind: "linear", from: 0, to: 100 },
          },
        },
        praise: item("业主书面表扬", "integer", { kind: "bonus", per: 1, cap: 5 }, "件"),
        leak: item("泄露客户重要信息", "boolean", { kind: "veto" }),
      },
    },
  });
  const facts: Observation[] = [
    { item: "rate", period: "2026-11", data: 94.55 },
    { item: "praise", period: "2026-11", data: 1 },
    { item: "leak", period: "2026-11", data: true, evidence: "投诉函 12 号" },
  ];
  const document = scorecardDocument(role, scorecard(role, "2026-11", facts), {
    translator,
    version: 1,
    observations: facts,
  });
  assert.deepEqual(
    table(document, 1).rows.map(({ cells }) => cells.join(" | ")),
    [
      "1.2 | 业主书面表扬 | 每 1 件加 1 · 最多 5 | 1 件 | 已计入 | +1.00",
      "1.3 | 泄露客户重要信息 | 一票否决 | — | 已触发 | 等级不高于 C（投诉函 12 号）",
    ],
  );
  const arithmetic = table(document, 2).rows.map(({ cells }) => cells[1] ?? "");
  for (const sentence of ["加分 +1.00（1 项）= 95.55", "“泄露客户重要信息”一票否决，等级为 C（投诉函 12 号）"])
    assert.ok(arithmetic.includes(sentence), sentence);
  const figures = document.blocks.find((block) => block.kind === "figures");
  assert.deepEqual(
    figures?.figures.slice(0, 2).map(({ value }) => value),
    ["95.55", "C"],
  );
  const unreasoned = facts.map(({ evidence, ...fact }) => fact);
  const waiting = scorecardDocument(role, scorecard(role, "2026-11", unreasoned), { translator, version: 1 });
  const [total] = waiting.blocks.find((block) => block.kind === "figures")?.figures ?? [];
  assert.equal(total?.note, "暂计，1 项待补");
});
