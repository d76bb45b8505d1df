import type { PrintDocument, TableRow } from "./print-document.ts";

/** A role document by hand, for tests: every kind of block, and as many standards as asked for. */
export function sampleDocument(standards = 8, overrides: Partial<PrintDocument> = {}): PrintDocument {
  return { ...sample(standards), ...overrides };
}

function sample(standards: number): PrintDocument {
  return {
    kind: "role",
    language: "zh-CN",
    title: "客服主管",
    type: "岗位说明书",
    subtitle: "物业服务中心 · 直属上级 物业服务中心经理",
    header: { left: "安澜物业服务有限公司", right: "岗位说明书 · 内部文件" },
    facts: [
      { label: "版本", value: "v3" },
      { label: "生效日期", value: "2026-09-01" },
      { label: "职业编码", value: "4-07-02-03" },
    ],
    lead: "统筹物业服务中心的客户服务，管好投诉、收费与现场品质，使业主的每一项诉求有人接、有结果、可追溯。",
    blocks: [
      { kind: "heading", level: 1, number: "一", text: "任职标准" },
      {
        kind: "facts",
        facts: [
          { label: "文化程度", value: "专科、本科、硕士" },
          { label: "行业经验", value: "≥ 5 年" },
          {
            label: "须具备",
            value: "能承担现场巡查与节假日轮值：只核对能否完成本岗位的工作；需要便利条件的，由用人部门与本人商定。",
          },
        ],
      },
      { kind: "heading", level: 1, number: "", text: "汇报关系" },
      {
        kind: "organisation",
        superior: "物业服务中心经理",
        role: "客服主管",
        subordinates: ["前台", "管家", "物业助理", "保洁领班", "绿化领班"],
        notes: [{ label: "对上", value: "请示、执行、汇报、建议" }],
        alt: "本岗位：客服主管；直属上级：物业服务中心经理",
      },
      { kind: "heading", level: 1, number: "二", text: "岗位职责" },
      {
        kind: "list",
        columns: 2,
        items: [
          "主持客户服务的日常管理。",
          "编制年度费用预算，控制执行偏差。",
          "检查日常投诉是否办结。",
          "管好客户档案。",
        ].map((text, index) => ({
          number: `2.${index + 1}`,
          text,
          ...(index === 2 ? { note: "审核检查 · 每月" } : {}),
        })),
      },
      { kind: "heading", level: 1, number: "三", text: "工作标准" },
      {
        kind: "table",
        caption: "工作标准",
        columns: [
          { title: "序号", align: "start", width: "auto", role: "number" },
          { title: "标准", align: "start", width: "fill" },
          { title: "目标", align: "end", width: "auto" },
          { title: "状态", align: "start", width: "auto", role: "state" },
          { title: "权重", align: "end", width: "auto", role: "strong" },
        ],
        rows: [
          { cells: ["客户服务", "", "", "", ""], tone: "group" },
          ...Array.from({ length: standards }, (_, index) => standard(index)),
          { cells: ["", "只算已经测到的部分。", "", "", ""], tone: "detail" },
          { cells: ["", "合计", "", "", "100"], tone: "total" },
        ],
      },
      { kind: "paragraph", text: "以上、以下、以内含本数。", tone: "note" },
      {
        kind: "figures",
        figures: [
          { label: "总分", value: "95.55", note: "暂计" },
          { label: "等级", value: "A" },
        ],
      },
      { kind: "heading", level: 1, number: "四", text: "签署" },
      {
        kind: "signatures",
        slots: [{ label: "编制", name: "苏芮", date: "2026-08-21" }, { label: "任职者阅读确认" }],
        dateLabel: "日期",
      },
    ],
    footer: {
      name: "客服主管",
      version: "v3",
      fingerprint: "内容指纹 9f3c 71ab 04de 58c2",
      page: "第 {page} 页，共 {pages} 页",
    },
  };
}

const states = ["met", "missed", "no-data", "not-applicable"] as const;

function standard(index: number): TableRow {
  const state = states[index % states.length] ?? "met";
  return {
    cells: [`3.${index + 1}`, `投诉、报事抽查比例之${index + 1}`, "≥ 5 %", `状态${index % 4}`, "10"],
    anchor: `item${index}`,
    state,
  };
}

/** Every text a reader must find in a document, in any order. */
export function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (unprinted.has(key) ? [] : textsOf(inner)));
}

/** Fields that steer the layout, are spoken instead of drawn, or name the file. */
const unprinted = new Set([
  "kind",
  "language",
  "type",
  "alt",
  "caption",
  "align",
  "width",
  "role",
  "tone",
  "state",
  "anchor",
  "page",
]);
