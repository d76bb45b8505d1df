import assert from "node:assert/strict";
import { test } from "node:test";
import { readDescriptions } from "../read-descriptions.ts";
import { pastedText } from "../source.ts";

const lists = "岗位职责\n1、巡查线路。\n2、填写记录。\n任职要求\n1、高中以上学历。\n2、能适应夜班。";
const listsEnglish = "Responsibilities\n- Inspect lines\n- Keep records\nRequirements\n- High school diploma";

function relationsOf(head: string): { superior?: string; subordinates: string[] } {
  const rest = /\p{Script=Han}/u.test(head) ? lists : listsEnglish;
  const [description] = readDescriptions(pastedText("x", `${head}\n\n${rest}`)).descriptions;
  const { superior, subordinates = [] } = description ?? {};
  return { ...(superior ? { superior: superior.text } : {}), subordinates: subordinates.map(({ text }) => text) };
}

const cases: readonly (readonly [head: string, superior: string | undefined, subordinates: readonly string[]])[] = [
  ["岗位名称：巡线工\n直接上级：车间主任（兼）", "车间主任", []],
  ["岗位名称：巡线工\n直接上级：生产部经理（行政）、总工程师（技术）", "生产部经理", []],
  ["| 岗位 | 巡线工 | 编制 | 2 |\n| 直接上级 | 线路主管 | 版本 | 3 |", "线路主管", []],
  ["岗位名称：公务司机\n上级：行政主管    下级：无", "行政主管", []],
  ["职位是巡线员，平时跟线路主管（老周）汇报。", "线路主管", []],
  ["岗位名称：巡线班长\n直接下级：本班组巡线工3名、检修工（2人）", undefined, ["巡线工", "检修工"]],
  ["岗位名称：线路主任\n管辖人员\n巡线班长\n检修班长\n统计员", undefined, ["巡线班长", "检修班长", "统计员"]],
  ["岗位名称：线路主管\n工作中带1-2名巡线助理。", undefined, ["巡线助理"]],
  [
    "Job title: Line Lead\nReporting To (Admin.): Plant Manager\nReporting To (Funct.): Quality Director",
    "Plant Manager",
    [],
  ],
  ["Line Lead\nReceives general supervision from the Plant Manager.", "Plant Manager", []],
  [
    "Position: Line Lead\nReports to: Plant Manager (days)\nDirect reports: 6–8 Fitters, 1 Store Keeper",
    "Plant Manager",
    ["Fitters", "Store Keeper"],
  ],
  ["Position: Line Lead\nReportees: Jr. Fitter / Trainee Fitter", undefined, ["Jr. Fitter", "Trainee Fitter"]],
  ["Position: Line Lead\nLooks after: nobody", undefined, []],
  ["线路班\n巡线班长（1名）\n上一级：线路主管\n下一级：巡线工", "线路主管", ["巡线工"]],
  ["巡线班长\n对线路总监负责，领导巡线工、帮手、检修工等9人。", "线路总监", ["巡线工", "帮手", "检修工"]],
  ["岗位：巡线长\n直线上级：线路副总\n虚线上级：安全总监", "线路副总", []],
  ["Job title – Line Lead\nReports to – Plant Manager\nDirect reports – None", "Plant Manager", []],
  ["Post: Line Lead\nAccountable to: The Plant Manager\nLine management of: 2 fitters", "Plant Manager", ["fitters"]],
  ["Line Lead\nYour boss: Plant Manager\nYour team: none", "Plant Manager", []],
  ["Line Lead\nYou will report into the Plant Manager and lead a team of 12 fitters.", "Plant Manager", ["fitters"]],
];

for (const [head, superior, subordinates] of cases) {
  test(`"${head.replaceAll("\n", " ")}" tells the reporting lines`, () => {
    assert.deepEqual(relationsOf(head), { ...(superior ? { superior } : {}), subordinates });
  });
}

test("a book of descriptions is parted at the role that a section is named after", () => {
  const role = (chapter: string, name: string, above: string) =>
    `${chapter}\n第一节 ${name}\n\n直接上级：${above}\n\n【岗位职责】\n● 巡查区域。\n● 填写记录。\n【任职要求】\n● 高中以上学历。\n● 身体健康。`;
  const book = `${role("第一章 安保部", "安保队长", "物业经理")}\n\n${role("第二章 环境部", "绿化领班", "环境主管")}`;
  const { descriptions } = readDescriptions(pastedText("x", book));
  assert.deepEqual(
    descriptions.map(({ title, superior }) => [title?.text, superior?.text]),
    [
      ["安保队长", "物业经理"],
      ["绿化领班", "环境主管"],
    ],
  );
});
