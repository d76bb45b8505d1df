/** The fields that an open card of ours shows of a standard, for the forms of the peers. */
export const formFields = [
  { name: "title", title: "名称", kind: "text" },
  { name: "weight", title: "权重", kind: "number" },
  { name: "operator", title: "目标", kind: "text", choices: ["不低于", "不高于", "等于"] },
  { name: "target", title: "目标值", kind: "number" },
  { name: "unit", title: "单位", kind: "text" },
  { name: "every", title: "频次", kind: "text", choices: ["每月", "每季度", "每年"] },
  { name: "due", title: "截止", kind: "text" },
  { name: "score", title: "计分规则", kind: "text", choices: ["线性", "达标即满分", "分档"] },
];

/** Fifty standards. */
export const formValues = Array.from({ length: 50 }, (_, index) => ({
  title: `工作标准第 ${index + 1} 项`,
  weight: 2,
  operator: "不低于",
  target: 90,
  unit: "%",
  every: "每月",
  due: "次月 5 日（含）",
  score: "线性",
}));
