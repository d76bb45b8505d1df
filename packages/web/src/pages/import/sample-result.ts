import type { ImportResult } from "./import-result.ts";

/** A short description and what is read out of it, for tests. */
export const sampleSource = `客服主管岗位职责
直属上级：客服经理
任职要求
大专以上学历
岗位职责
处理投诉；回访客户。
每周开一次例会。
工作标准
每月25日前完成盘点。
效劳满意率不低于90%。
公司在东门。
`;

/** Offsets of words in {@link sampleSource}. */
export function spanOf(words: string): { start: number; end: number } {
  const start = sampleSource.indexOf(words);
  return { start, end: start + words.length };
}

/** A new copy every time. */
export function sampleResult(): ImportResult {
  const field = (text: string, confidence = 0.95) => ({ text, spans: [spanOf(text)], confidence });
  return {
    source: { name: "客服.txt", format: "txt", encoding: "utf-8", language: "zh-CN", characters: sampleSource.length },
    kind: "job-descriptions",
    descriptions: [
      {
        span: { start: 0, end: sampleSource.length },
        confidence: 0.95,
        title: { ...field("客服主管"), from: "heading" },
        superior: field("客服经理"),
        subordinates: [],
        purpose: [],
        qualifications: [{ ...field("大专以上学历"), kind: "education", need: "required", level: "associate" }],
        duties: [field("处理投诉；回访客户"), { ...field("每周开一次例会"), cadence: "week" }],
        standards: [
          { ...field("每周开一次例会"), operator: ">=", target: 1, unit: "次", cadence: "week", duty: 1 },
          { ...field("每月25日前完成盘点"), cadence: "month", deadline: { day: 25, inclusive: null } },
          { ...field("效劳满意率不低于90%", 0.5), operator: ">=", target: 90, unit: "%" },
        ],
        authority: [],
        others: [],
      },
    ],
    corrections: [{ span: spanOf("效劳"), from: "效劳", to: "服务", reason: "conversion", confidence: 0.8 }],
    ambiguities: [
      {
        code: "day-included",
        path: "/descriptions/0/standards/1/deadline/inclusive",
        span: spanOf("25日前"),
        options: [true, false],
      },
    ],
    unplaced: [spanOf("公司在东门。")],
    layout: [],
    findings: [],
  };
}
