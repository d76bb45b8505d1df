import { inspect, type RoleModel } from "@rolewright/runtime";

/** A small compiled role for tests, with one item of every kind a document treats apart. */
export function sampleRole(
  xRole: Readonly<Record<string, unknown>> = identity,
  sections: unknown = properties,
): RoleModel {
  const template = {
    $schema: "https://rolewright.dev/role/1",
    $id: "https://rolewright.dev/roles/test/supervisor",
    title: "客服主管",
    description: "管好投诉与收费。",
    type: "object",
    "x-role": { language: "zh-CN", ...xRole },
    "x-i18n": { en: { title: "Customer service supervisor" } },
    properties: sections,
  };
  const { role, diagnostics } = inspect(JSON.stringify(template));
  if (!role) throw new Error(JSON.stringify(diagnostics));
  return role;
}

const identity = {
  department: "物业服务中心",
  reportsTo: { title: "物业服务中心经理", authority: ["请示", "汇报"] },
  supervises: [{ title: "前台" }, { title: "管家", authority: ["派单"] }],
  supervision: ["督导"],
  contacts: { internal: ["财务部"], external: ["业主"] },
  authority: ["安排班次"],
  workingConditions: "室内办公。",
  occupationCode: "4-07-02-03",
  effectiveDate: "2026-09-01",
  classification: "内部文件",
  grades: [
    { grade: "A", from: 90 },
    { grade: "B", from: 60 },
    { grade: "C", from: 0 },
  ],
};

const properties = {
  qualifications: {
    title: "任职标准",
    type: "object",
    "x-section": { kind: "qualifications" },
    properties: {
      education: {
        title: "文化程度",
        type: "string",
        enum: ["高中", "专科", "本科"],
        "x-item": { need: "required", target: { enum: ["专科", "本科"] }, evidence: "毕业证书" },
        "x-i18n": { en: { title: "Education", enum: ["Secondary", "College", "Bachelor"], evidence: "Diploma" } },
      },
      years: {
        title: "行业经验",
        type: "number",
        minimum: 0,
        "x-item": { need: "preferred", unit: "年", target: { minimum: 5 } },
      },
      licence: { title: "上岗证", type: "boolean", "x-item": { need: "required", target: { const: true } } },
    },
  },
  duties: {
    title: "岗位职责",
    type: "object",
    "x-section": { kind: "duties" },
    properties: {
      complaints: {
        title: "检查投诉是否办结。",
        type: "boolean",
        "x-item": { part: "review", every: "month", share: 20 },
      },
      meetings: { title: "主持例会。", type: "boolean", "x-item": { part: "lead" } },
    },
  },
  standards: {
    title: "工作标准",
    type: "object",
    "x-section": { kind: "standards" },
    properties: {
      spotCheck: {
        title: "投诉抽查比例",
        description: "抽查件数除以总件数。",
        type: "object",
        properties: {
          checked: { title: "抽查", type: "integer" },
          total: { title: "总量", type: "integer", minimum: 0 },
        },
        required: ["checked", "total"],
        "x-item": {
          every: "month",
          due: { day: 5, monthsAfter: 1, inclusive: true },
          unit: "%",
          weight: 60.5,
          measure: { kind: "ratio", of: "checked", to: "total" },
          target: { minimum: 5 },
          score: { kind: "linear", from: 0, to: 5 },
          source: "客服系统",
          owner: "manager",
          supports: ["complaints"],
        },
      },
      stockTake: {
        title: "月度盘点",
        type: "string",
        format: "date",
        "x-item": {
          every: "month",
          due: { day: 25, inclusive: true },
          weight: 39.5,
          measure: { kind: "dayOfPeriod" },
          target: { maximum: 25 },
          score: { kind: "pass" },
        },
      },
      team: {
        title: "团队建设",
        type: "integer",
        minimum: 0,
        "x-item": { every: "quarter", unit: "次", target: { minimum: 1 } },
      },
    },
  },
};
