import assert from "node:assert/strict";
import { test } from "node:test";
import { readDescriptions } from "../read-descriptions.ts";
import { pastedText } from "../source.ts";

const lists = "岗位职责\n1、巡查线路。\n2、填写记录。\n任职要求\n1、高中以上学历。\n2、能适应夜班。";

function titleOf(text: string): string | undefined {
  return readDescriptions(pastedText("x", text)).descriptions[0]?.title?.text;
}

const cases: readonly (readonly [string, string])[] = [
  ["新媒体运营 8千-1.2万·13薪\n成都-武侯区 | 3-5年", "新媒体运营"],
  ["急招！！火锅店店长（包吃住）\n10-15K 西安·雁塔区", "火锅店店长"],
  ["采购专员（进口）", "采购专员（进口）"],
  ["城管协管员考核细则（试行）", "城管协管员"],
  ["会议纪要\n主持：刘厂长\n议题：明确空压站运行工岗位职责与考核办法", "空压站运行工"],
  ["枫林小学：我们招一名专职心理教师！", "专职心理教师"],
  ["部门同意补一个人，岗位叫测试开发工程师，base杭州。", "测试开发工程师"],
  ["誠徵 內湖店 外場副店長（正職）", "外場副店長"],
  ["第二条 本规范所称线路巡护员，是指在野外从事巡护的人员。", "线路巡护员"],
  ["小李：前台小王要走了，这个岗位改成综合文员，对外就用这个。", "综合文员"],
  ["招聘中\n招聘主管  9-12K·13薪", "招聘主管"],
  ["（一）职位 Position：泳池主管 Pool Supervisor", "泳池主管"],
  ["教务处实验管理科员岗位职责", "实验管理科员"],
  ["公开招聘编外档案管理员1名", "档案管理员"],
  ["关于招聘水利项目经理的通知", "水利项目经理"],
  ["岗位JD-嵌入式软件工程师", "嵌入式软件工程师"],
  ["大堂副理 Duty Manager\n前厅部", "大堂副理"],
  ["押运员安全责任书", "押运员"],
  ["保育员一职招聘要求", "保育员"],
  ["市博物馆讲解员管理办法\n为规范讲解员工作，制定本办法。\n讲解员在主任领导下工作。", "讲解员"],
];

for (const [head, title] of cases) {
  test(`the title in "${head.split("\n")[0]}" is ${title}`, () => {
    assert.equal(titleOf(`${head}\n${lists}`), title);
  });
}

test("who the role serves under is not its title, though named first", () => {
  assert.equal(titleOf(`站长\n直接上级：站长\n本岗位为巡线员。\n${lists}`), "巡线员");
});

test("where nothing speaks for a title there is none", () => {
  assert.equal(titleOf(`某市供水单位通知\n${lists}`), undefined);
});

const english: readonly (readonly [string, string])[] = [
  ["Are you a Beekeeper looking for a change?", "Beekeeper"],
  ["Head of Dairy @ Meadow Foods", "Head of Dairy"],
  ["Grant Writer (0.6 FTE)", "Grant Writer"],
  ["Job Description: Yard Supervisor\nWorks under the direction of the Depot Manager.", "Yard Supervisor"],
];

for (const [head, title] of english) {
  test(`the title in "${head.split("\n")[0]}" is ${title}`, () => {
    const text = `${head}\n\nResponsibilities\n- Inspect hives\n- Keep records\nRequirements\n- High school diploma`;
    assert.equal(titleOf(text), title);
  });
}
