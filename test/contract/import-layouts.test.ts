import assert from "node:assert/strict";
import { test } from "node:test";
import { type Description, pastedText, readDescriptions } from "@rolewright/importer";

/** What a description says, whatever it looks like. */
interface Said {
  readonly top: string;
  readonly title: string;
  readonly superior: string;
  /** Names of the same three lists. */
  readonly headings: readonly (readonly [duties: string, qualifications: string, standards: string])[];
  readonly lists: readonly [duties: readonly string[], qualifications: readonly string[], standards: readonly string[]];
  /** How headings and entries look; `index` counts from 0, `part` is that of the list. */
  readonly headingForms: Readonly<Record<string, (words: string, index: number) => string>>;
  readonly entryForms: Readonly<Record<string, (words: string, index: number, part: number) => string>>;
}

const figures = "一二三四五六七八九十";

const chinese: Said = {
  top: "岗位名称：仓库主管\n所属部门：物流部\n直接上级：物流经理\n直接下级：仓管员、叉车司机",
  title: "仓库主管",
  superior: "物流经理",
  headings: [
    ["岗位职责", "任职要求", "工作标准"],
    ["工作内容", "岗位要求", "考核指标"],
    ["职位描述", "职位要求", "关键绩效指标（KPI）"],
    ["职责描述", "任职条件", "工作质量标准"],
    ["你要做什么", "我们希望你", "怎么算做好"],
    ["核心职责", "能力要求", "业绩目标"],
    ["日常工作", "人员要求", "验收标准"],
  ],
  lists: [
    [
      "负责仓库收发存管理，保证账实相符",
      "组织月度盘点，分析差异原因",
      "安排仓管员班次与现场整理",
      "配合财务完成年终审计",
    ],
    ["大专及以上学历", "3年以上仓储管理经验", "持有叉车操作证", "熟练使用库存系统", "责任心强，能吃苦"],
    ["库存准确率不低于99.5%", "收货后24小时内入账", "每月盘点不少于1次", "发货差错每月不超过2单"],
  ],
  headingForms: {
    "alone on its line": (words) => words,
    "before a colon": (words) => `${words}：`,
    "numbered 一、": (words, index) => `${figures[index]}、${words}`,
    "numbered 1.": (words, index) => `${index + 1}. ${words}`,
    "numbered as a part": (words, index) => `第${figures[index]}部分 ${words}`,
    "in brackets": (words) => `【${words}】`,
    "of Markdown": (words) => `## ${words}`,
    "strong in Markdown": (words) => `**${words}**`,
    "behind a bar": (words) => `▍${words}`,
    "behind a square": (words) => `■ ${words}`,
    "behind a picture": (words) => `📌${words}`,
  },
  entryForms: {
    "1、": (words, index) => `${index + 1}、${words}；`,
    "1.": (words, index) => `${index + 1}. ${words}。`,
    "（1）": (words, index) => `（${index + 1}）${words}；`,
    "（一）": (words, index) => `（${figures[index]}）${words}。`,
    "①": (words, index) => `${"①②③④⑤"[index]}${words}；`,
    "1.1": (words, index, part) => `${part + 1}.${index + 1} ${words}`,
    "1 before a tab": (words, index) => `${index + 1}\t${words}`,
    "•": (words) => `• ${words}`,
    "-": (words) => `- ${words}`,
    nothing: (words) => words,
  },
};

const english: Said = {
  top: "Job Title: Warehouse Supervisor\nDepartment: Logistics\nReports to: Logistics Manager\nDirect reports: Storekeepers, Forklift Drivers",
  title: "Warehouse Supervisor",
  superior: "Logistics Manager",
  headings: [
    ["Responsibilities", "Requirements", "Performance Standards"],
    ["What you will do", "What you bring", "How success is measured"],
    ["Essential Functions", "Minimum Qualifications", "Standards of Performance"],
    ["Main Accountabilities", "Person Specification", "Targets"],
    ["The role", "About you", "What good looks like"],
    ["Duties and Responsibilities", "Education and Experience", "KPIs"],
    ["Scope of Work", "Candidate Profile", "Objectives"],
  ],
  lists: [
    [
      "Manages receiving, storage and dispatch of goods",
      "Organises monthly stock counts and analyses differences",
      "Plans the shifts of storekeepers",
      "Supports the annual audit",
    ],
    [
      "Bachelor's degree in logistics",
      "3 years of warehouse experience",
      "Valid forklift licence",
      "Proficiency in stock systems",
      "Strong sense of responsibility",
    ],
    [
      "Stock accuracy of at least 99.5%",
      "Goods booked within 24 hours of receipt",
      "At least 1 stock count per month",
      "No more than 2 dispatch errors per month",
    ],
  ],
  headingForms: {
    "alone on its line": (words) => words,
    "before a colon": (words) => `${words}:`,
    "in capitals": (words) => words.toUpperCase(),
    "numbered 1.": (words, index) => `${index + 1}. ${words}`,
    "numbered I.": (words, index) => `${["I", "II", "III"][index]}. ${words}`,
    "of Markdown": (words) => `## ${words}`,
    underlined: (words) => `${words}\n${"-".repeat(words.length)}`,
  },
  entryForms: {
    "1.": (words, index) => `${index + 1}. ${words}`,
    "(1)": (words, index) => `(${index + 1}) ${words}`,
    "a.": (words, index) => `${"abcde"[index]}. ${words}`,
    "i.": (words, index) => `${["i", "ii", "iii", "iv", "v"][index]}. ${words}`,
    "1.1": (words, index, part) => `${part + 1}.${index + 1} ${words}`,
    "•": (words) => `• ${words}`,
    "*": (words) => `* ${words}`,
    nothing: (words) => words,
  },
};

const kinds = ["education", "experience", "certificate", "skill", "trait"];

for (const [language, said] of Object.entries({ chinese, english })) {
  const [usual, ...others] = said.headings;
  for (const [form, heading] of Object.entries(said.headingForms)) {
    test(`a ${language} description says the same with headings ${form}, whatever numbers its entries`, () => {
      for (const [number, entry] of Object.entries(said.entryForms)) assertSame(said, usual, heading, entry, number);
    });
  }
  test(`a ${language} description says the same under other headings for the same`, () => {
    const { "before a colon": heading, "alone on its line": plain } = said.headingForms;
    for (const words of others) {
      assertSame(said, words, plain, said.entryForms["1."], words[0]);
      assertSame(said, words, heading, said.entryForms.nothing, words[0]);
    }
  });
}

type Form = ((words: string, index: number, part: number) => string) | undefined;

function assertSame(said: Said, headings: readonly string[] = [], heading: Form, entry: Form, what: string): void {
  assert.ok(heading && entry);
  const parts = said.lists.map((list, part) => {
    const entries = list.map((words, index) => entry(words, index, part));
    return [heading(headings[part] ?? "", part, part), ...entries].join("\n");
  });
  const { descriptions } = readDescriptions(pastedText("layout", [said.top, ...parts].join("\n\n")));
  assert.deepEqual(descriptions.map(summary), [expected(said)], what);
}

function expected({ title, superior, lists }: Said) {
  return { title, superior, subordinates: 2, lists, kinds, targets: [99.5, 24, 1, 2] };
}

function summary(found: Description) {
  const words = (items: readonly { readonly text: string }[]) => items.map(({ text }) => text);
  return {
    title: found.title?.text,
    superior: found.superior?.text,
    subordinates: found.subordinates.length,
    lists: [words(found.duties), words(found.qualifications), words(found.standards)],
    kinds: found.qualifications.map(({ kind }) => kind),
    targets: found.standards.map(({ target }) => target),
  };
}
