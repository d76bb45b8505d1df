import assert from "node:assert/strict";
import { test } from "node:test";
import { createTranslator } from "@rolewright/locale";
import type { Block, PrintDocument } from "./print-document.ts";
import { roleDocument } from "./role.ts";
import { sampleRole } from "./sample-role.ts";

const zh = await createTranslator("zh-CN");
const en = await createTranslator("en");
const sha256 = "9f3c71ab04de58c2".repeat(4);

test("sections come in the template's order with its numbers, reporting lines after the first, the rest numbered on", () => {
  assert.deepEqual(headings(made()), [
    "一 任职标准",
    "汇报关系",
    "二 岗位职责",
    "三 工作标准",
    "口径与数据来源",
    "四 权限、联系与条件",
    "五 考核等级",
    "六 签署",
  ]);
});

test("a published version, the effective date and the code stand at the top; a draft says so", () => {
  assert.deepEqual(
    made().facts.map(({ label, value }) => `${label} ${value}`),
    ["版本 v3", "生效日期 2026-09-01", "职业编码 4-07-02-03"],
  );
  assert.equal(roleDocument(sampleRole(), { translator: zh, version: null }).facts[0]?.value, "草稿");
});

test("the footer ties the sheet to the text, and leaves the fingerprint out without a hash", () => {
  assert.deepEqual(made().footer, {
    name: "客服主管",
    version: "v3",
    fingerprint: "内容指纹 9f3c 71ab 04de 58c2",
    page: "第 {page} 页，共 {pages} 页",
  });
  assert.equal(roleDocument(sampleRole(), { translator: zh, version: null }).footer.fingerprint, "");
});

test("qualifications say what is wanted, with proof and preference; something one has or has not is its own value", () => {
  assert.deepEqual(facts(made(), 0), [
    "文化程度: 专科、本科（毕业证书）",
    "行业经验: ≥ 5 年（优先）",
    "须具备: 上岗证",
  ]);
});

test("the reporting lines carry both directions, single subordinates where they differ, and the drawing in words", () => {
  const lines = made().blocks.find((block) => block.kind === "organisation");
  assert.deepEqual(lines?.subordinates, ["前台", "管家"]);
  assert.deepEqual(
    lines?.notes.map(({ label, value }) => `${label}: ${value}`),
    ["对上: 请示、汇报", "对下: 督导", "对管家: 派单"],
  );
  assert.equal(lines?.alt, "本岗位：客服主管；直属上级：物业服务中心经理；直属下级：前台、管家");
});

test("duties keep their numbers and anchors, and note the part where the words do not say it", () => {
  const list = made().blocks.find((block) => block.kind === "list");
  assert.deepEqual(list?.items, [
    { number: "2.1", text: "检查投诉是否办结。", note: "审核检查 · 每月 · 占工时 20 %", anchor: "complaints" },
    { number: "2.2", text: "主持例会。", anchor: "meetings" },
  ]);
});

test("standards are a table with target, frequency, due day, scoring, weight and an exact total", () => {
  const table = made().blocks.find((block) => block.kind === "table");
  assert.deepEqual(
    table?.columns.map(({ title }) => title),
    ["序号", "标准", "目标", "频次", "截止（均含当日）", "计分", "权重"],
  );
  assert.deepEqual(
    table?.rows.map(({ cells }) => cells.join(" | ")),
    [
      "3.1 | 投诉抽查比例 | ≥ 5 % | 每月 | 次月 5 日 | 线性 0 % → 5 % | 60.5",
      "3.2 | 月度盘点 | 25 日（含）前 | 每月 | 25 日 | 达标即满分 | 39.5",
      "3.3 | 团队建设 | ≥ 1 次 | 每季度 | — | 不计分 | —",
      " | 合计 |  |  |  |  | 100.0",
    ],
  );
  assert.deepEqual(
    table?.rows.map(({ anchor }) => anchor),
    ["spotCheck", "stockTake", "team", undefined],
  );
});

test("definitions give what is measured, its source, who enters it and the duties it measures", () => {
  const definitions = made().blocks.filter((block) => block.kind === "list")[1];
  assert.deepEqual(definitions?.items, [
    {
      number: "3.1",
      text: "投诉抽查比例：抽查件数除以总件数。",
      note: "数据来源 客服系统 · 录入 上级 · 对应职责 2.1",
      anchor: "spotCheck",
    },
  ]);
});

test("where one due day does not count, every row says whether its day does", () => {
  const standard = (inclusive: boolean) => ({
    title: "上报",
    type: "integer",
    minimum: 0,
    "x-item": {
      every: "month",
      due: { day: 20, inclusive },
      unit: "份",
      weight: 50,
      target: { maximum: 0 },
      score: { kind: "pass" },
    },
  });
  const sections = {
    standards: {
      title: "工作标准",
      type: "object",
      "x-section": { kind: "standards" },
      properties: { first: standard(true), second: standard(false) },
    },
  };
  const table = roleDocument(sampleRole({}, sections), { translator: zh, version: 1 }).blocks.find(
    (block) => block.kind === "table",
  );
  assert.equal(table?.columns[4]?.title, "截止");
  assert.deepEqual(
    table?.rows.slice(0, 2).map(({ cells }) => cells[4]),
    ["20 日（含）", "20 日（不含）"],
  );
});

test("grades say where each begins and ends", () => {
  assert.deepEqual(facts(made(), 2), ["A: 90 分及以上", "B: 60 分及以上，不满 90 分", "C: 不满 60 分"]);
});

test("a role that states little leaves no empty headings behind", () => {
  const sections = {
    duties: {
      title: "岗位职责",
      type: "object",
      "x-section": { kind: "duties" },
      properties: { one: { title: "接电话。", type: "boolean" } },
    },
  };
  const document = roleDocument(sampleRole({}, sections), { translator: zh, version: null });
  assert.deepEqual(headings(document), ["一 岗位职责", "二 签署"]);
  assert.equal(document.subtitle, "");
  assert.equal(document.header.right, "岗位说明书");
});

test("in English the numbers are figures and translated texts take the place of the written ones", () => {
  const document = roleDocument(sampleRole(), { translator: en, version: 3 });
  assert.equal(document.title, "Customer service supervisor");
  assert.equal(headings(document)[0], "1 任职标准");
  assert.equal(facts(document, 0)[0], "Education: College, Bachelor (Diploma)");
});

test("the names of those who signed stand in their places", () => {
  const document = roleDocument(sampleRole(), {
    translator: zh,
    version: 1,
    approved: { name: "何嘉", date: "2026-08-28" },
  });
  const signatures = document.blocks.find((block) => block.kind === "signatures");
  assert.deepEqual(signatures?.slots[2], { label: "批准", name: "何嘉", date: "2026-08-28" });
  assert.deepEqual(signatures?.slots[3], { label: "任职者阅读确认" });
});

function made(): PrintDocument {
  return roleDocument(sampleRole(), { translator: zh, version: 3, sha256 });
}

function headings({ blocks }: PrintDocument): string[] {
  return blocks.flatMap((block) => (block.kind === "heading" ? `${block.number} ${block.text}`.trim() : []));
}

function facts({ blocks }: PrintDocument, index: number): string[] {
  const grids = blocks.filter((block: Block) => block.kind === "facts");
  return grids[index]?.facts.map(({ label, value }) => `${label}: ${value}`) ?? [];
}
