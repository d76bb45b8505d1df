import assert from "node:assert/strict";
import { test } from "node:test";
import { pastedText, readDescriptions } from "../index.ts";

const read = (text: string) => readDescriptions(pastedText("粘贴", text)).descriptions;
const texts = (fields: readonly { readonly text: string }[] = []) => fields.map(({ text }) => text);

test("a line above a label of the reporting line begins another description when the one before has its lists", () => {
  const [agent, lead] = read(`客服专员
岗位职责：1.接听客户来电，做好记录；2.回访老客户。
任职要求：1.中专以上；2.20-35岁；3.普通话标准。

客服主管
上级：客服经理　下级：客服专员
岗位职责：1.带领团队完成月度服务指标。2.每季度末编写服务分析报告。`);
  assert.deepEqual([agent?.title?.text, agent?.superior, agent?.subordinates], ["客服专员", undefined, []]);
  assert.deepEqual(texts(agent?.qualifications), ["中专以上", "20-35岁", "普通话标准"]);
  assert.deepEqual(
    [lead?.title?.text, lead?.superior?.text, texts(lead?.subordinates)],
    ["客服主管", "客服经理", ["客服专员"]],
  );
});

test("a figure makes a duty no less of one: it stays, and becomes a standard only where no part is for standards", () => {
  const duties = "岗位职责\n1、每日组织发货，发货及时率不低于98.5%；\n2、召开部门例会。\n";
  const [alone] = read(`仓储经理${duties}`);
  assert.deepEqual(texts(alone?.duties), ["每日组织发货，发货及时率不低于98.5%", "召开部门例会"]);
  assert.deepEqual(
    alone?.standards.map(({ operator, target, unit }) => [operator, target, unit]),
    [[">=", 98.5, "%"]],
  );
  const [beside] = read(`仓储经理${duties}工作标准\n1、账实相符率达到99%以上；\n2、每月盘点1次。`);
  assert.deepEqual(texts(beside?.duties), ["每日组织发货，发货及时率不低于98.5%", "召开部门例会"]);
  assert.deepEqual(texts(beside?.standards), ["账实相符率达到99%以上", "每月盘点1次"]);
});

test("a city behind the title, and words that say the label again, are no part of title and superior", () => {
  const [found] = read(`职位：前端开发工程师（深圳南山）
汇报关系：向前端负责人汇报
工作内容
1. 开发产品的页面；
2. 写好单元测试。`);
  assert.deepEqual([found?.title?.text, found?.superior?.text], ["前端开发工程师", "前端负责人"]);
  assert.equal(
    read("职位：运营经理（高级）\n工作内容\n1. 分析数据；\n2. 写报告。")[0]?.title?.text,
    "运营经理（高级）",
  );
});

test("a table of 项目 and 内容 is a form, read by its labels", () => {
  const [found] = read(`序号	项目	内容
1	职位名称	客房部主管
2	直接上级	客房部经理
3	直接下级	楼层领班、客房服务员
4	职责一	每日抽查客房，记录结果
	职责二	受理客人投诉，10分钟内到场处理
5	任职条件	高中以上文化；酒店客房3年以上工作经验`);
  assert.deepEqual([found?.title?.text, found?.superior?.text], ["客房部主管", "客房部经理"]);
  assert.deepEqual(texts(found?.subordinates), ["楼层领班", "客房服务员"]);
  assert.deepEqual(texts(found?.duties), ["每日抽查客房，记录结果", "受理客人投诉，10分钟内到场处理"]);
  assert.deepEqual(texts(found?.qualifications), ["高中以上文化", "酒店客房3年以上工作经验"]);
  assert.deepEqual(
    found?.standards.map(({ operator, target, unit }) => [operator, target, unit]),
    [["<=", 10, "分钟"]],
  );
});

test("whoever works on pay has duties about it, and an enumerating stem is no part of a title", () => {
  const [found] = read(`甲、薪酬专员
职责：
壹、每月10日（含）前发放工资；
贰、维护薪酬台账。
任职资格：大专及以上；人力资源管理师三级；三年。`);
  assert.equal(found?.title?.text, "薪酬专员");
  assert.deepEqual(texts(found?.duties), ["每月10日（含）前发放工资", "维护薪酬台账"]);
  assert.deepEqual(
    found?.qualifications.map(({ kind }) => kind),
    ["education", "certificate", "experience"],
  );
});

test("headings no list knows count as headings where their numbers are those of known ones; their items tell the kind", () => {
  const [found] = read(`茶园技术员
一、岗位职责
1、指导茶农修剪、施肥、采摘；
2、监测病虫害并制定防治方案；
二、成效
1、鲜叶合格率不低于95%；
2、农残超标批次为零；
三、硬性的几条
a、茶学专业大专以上；
b、2年以上茶园管理经验。`);
  assert.deepEqual(texts(found?.duties), ["指导茶农修剪、施肥、采摘", "监测病虫害并制定防治方案"]);
  assert.deepEqual(texts(found?.standards), ["鲜叶合格率不低于95%", "农残超标批次为零"]);
  assert.deepEqual(texts(found?.qualifications), ["茶学专业大专以上", "2年以上茶园管理经验"]);
});

test("an English form whose lines ran together is cut at its labels", () => {
  const [found] = read(
    "Position Title: Recycling Shift Supervisor Reports To: Plant Manager Duties: 1. Assign sorters to stations. 2. Monitor bale quality. Qualifications: 1. High school diploma. 2. Forklift certification.",
  );
  assert.deepEqual([found?.title?.text, found?.superior?.text], ["Recycling Shift Supervisor", "Plant Manager"]);
  assert.deepEqual(texts(found?.duties), ["Assign sorters to stations", "Monitor bale quality"]);
  assert.deepEqual(texts(found?.qualifications), ["High school diploma", "Forklift certification"]);
});

test("a short first line that no list knows for a role names it when nothing else does", () => {
  const duties = "汇报：站长\n岗位职责\n1、检查设备；\n2、填写记录。";
  assert.equal(read(`【后期制片】\n${duties}`)[0]?.title?.text, "后期制片");
  assert.equal(read(`工作制度\n${duties}`)[0]?.title, undefined);
});

test("what regulations say of themselves is no duty", () => {
  const [found] = read(`第一条 为规范讲解员工作，制定本办法。
第二条 讲解员在社会教育部主任领导下开展工作。
第三条 讲解员的职责：
（一）承担讲解任务；
（二）收集观众意见。
第四条 讲解员的任职条件：
（一）本科以上学历；
（二）普通话二级甲等以上。`);
  assert.equal(found?.superior?.text, "社会教育部主任");
  assert.deepEqual(texts(found?.duties), ["承担讲解任务", "收集观众意见"]);
});

test("a form told twice in the same words is of two jobs, and a line of the chapter's number names the second", () => {
  const found = read(`1 护理部主任
1.1 基本信息
直接上级：院长
1.2 岗位职责
1.2.1 制订护理计划与排班。
1.2.2 处理家属投诉。
2 护理员
2.1 基本信息
直接上级：护理部主任
2.2 岗位职责
2.2.1 协助老人洗漱、进食。
2.2.2 保持居室整洁。`);
  assert.deepEqual(
    found.map(({ title, superior }) => [title?.text, superior?.text]),
    [
      ["护理部主任", "院长"],
      ["护理员", "护理部主任"],
    ],
  );
});

test("an advertisement's pictures tell headings from entries, though no word of theirs is known", () => {
  const [found] = read(`🌟招聘 | 密室逃脱氛围组 | 杭州 | 6-9K
🌈 每天要做的
✅ 开场前讲解规则
✅ 处理玩家投诉
🌈 期待的你
✅ 大专及以上
✅ 1年以上门店服务经验
🌈 福利
五险一金`);
  assert.equal(found?.title?.text, "密室逃脱氛围组");
  assert.deepEqual(texts(found?.duties), ["开场前讲解规则", "处理玩家投诉"]);
  assert.deepEqual(texts(found?.qualifications), ["大专及以上", "1年以上门店服务经验"]);
});

test("a sentence that only names the superior is no duty, and a comma may stand inside the superior's name", () => {
  const [found] = read("审稿编辑岗位说明\n审稿编辑隶属内容部主任领导。主要负责稿件审读。建立并更新稿件库。");
  assert.equal(found?.superior?.text, "内容部主任");
  assert.deepEqual(texts(found?.duties), ["主要负责稿件审读", "建立并更新稿件库"]);
  const form = (superior: string) =>
    read(`Title: Flight Dispatcher\nReports to: ${superior}\nDuties\n- Prepare flight plans.\n- Monitor weather.`)[0];
  assert.equal(form("Manager, Operations Control")?.superior?.text, "Manager, Operations Control");
  assert.equal(form("Station Manager, Duty Supervisor")?.superior?.text, "Station Manager");
});

test("headings in round brackets part a text that begins with a numbered title", () => {
  const found = read(`一、宠物店店长
汇报对象：区域督导
（岗位职责）
1. 制定计划；
2. 安排班次。
（KPI）
1. 退单：每月不超过1单
（资格要求）
1. 高中以上学历；
二、美容师
汇报对象：宠物店店长
（岗位职责）
1. 洗护宠物；
2. 清洁工具。`);
  assert.deepEqual(
    found.map(({ title, duties, standards }) => [title?.text, texts(duties), texts(standards)]),
    [
      ["宠物店店长", ["制定计划", "安排班次"], ["退单：每月不超过1单"]],
      ["美容师", ["洗护宠物", "清洁工具"], []],
    ],
  );
});

test("what stands above the first title is that job's, and roles may be numbered", () => {
  const [only, ...rest] = read(`任职要求：本科以上学历；3年以上银行从业经验；具有较强的沟通能力。
岗位：乡村振兴客户经理
直接上级：支行行长
主要工作：营销涉农贷款；开展贷前调查；做好贷后检查。`);
  assert.equal(rest.length, 0);
  assert.deepEqual(
    [only?.title?.text, only?.superior?.text, only?.duties.length, only?.qualifications.length],
    ["乡村振兴客户经理", "支行行长", 3, 3],
  );
  const two = read(`Role 1: Parking Officer
What the role does:
• Patrol streets and issue notices.
• Record evidence.
What you need:
• Full driving licence.
Role 2: Notice Clerk
What the role does:
• Log challenges and payments.
• Draft replies to appeals.`);
  assert.deepEqual(
    two.map(({ title, duties }) => [title?.text, duties.length]),
    [
      ["Parking Officer", 2],
      ["Notice Clerk", 2],
    ],
  );
});

test("a column 标准 names what the column 目标 asks, and beside 频次 alone says both", () => {
  const rows = ["1\t账实相符率\t不低于99%\t每月", "2\t发货及时率\t不低于98%\t每季度"];
  const measured = (table: readonly string[]) =>
    read(`仓储主管\n工作标准\n${table.join("\n")}\n`)[0]?.standards.map(({ operator, target, unit, cadence }) => [
      operator,
      target,
      unit,
      cadence,
    ]);
  const expected = [
    [">=", 99, "%", "month"],
    [">=", 98, "%", "quarter"],
  ];
  assert.deepEqual(measured(["序号\t标准\t目标\t频次", ...rows]), expected);
  assert.deepEqual(measured(["序号\t工作标准\t频次", ...rows.map((row) => row.replace("率\t", "率"))]), expected);
  const flattened = ["序号\t标准\t目标\t频次", ...rows].flatMap((row) => row.split("\t"));
  assert.deepEqual(measured(flattened), expected);
});

test("lines that break off before the lines that go on with them head them", () => {
  const [found] = read(`Van Driver
Specifically you will

load the van each morning
collect donated furniture

The trustees expect that

at least 95% of booked collections are made

To do this job you must have

a clean driving licence`);
  assert.deepEqual(texts(found?.duties), ["load the van each morning", "collect donated furniture"]);
  assert.deepEqual(texts(found?.standards), ["at least 95% of booked collections are made"]);
  assert.deepEqual(texts(found?.qualifications), ["a clean driving licence"]);
});

test("a list told with first, next and last is the duties where no heading tells of any", () => {
  const [found] = read(`我们要找的是区域销售主管，直接向我（销售总监）汇报，手下带3名销售代表。
进来以后：首先，把三级医院客户跑透；其次，管理经销商；最后，盯回款。
指标：
每季度新开发医院不少于4家
要求：
大专以上学历`);
  assert.deepEqual(texts(found?.duties), ["把三级医院客户跑透", "管理经销商", "盯回款"]);
  assert.deepEqual(
    [found?.title?.text, found?.superior?.text, texts(found?.subordinates)],
    ["区域销售主管", "销售总监", ["销售代表"]],
  );
});

test("a chapter's name above the next job's name belongs to that job, and its lists to no one else", () => {
  const part = (chapter: string, name: string, superior: string, duty: string) =>
    `${chapter}\n\n第一节  ${name}\n\n直接上级：${superior}\n\n【岗位职责】\n● ${duty}\n● 整理当日记录\n\n【任职要求】\n● 中专以上学历\n`;
  const found = read(
    `${part("第二章  工程部", "电梯维保员", "工程主管", "检查电梯机房")}\n${part("第三章  绿化部", "园艺师", "环境主管", "修剪乔木灌木")}`,
  );
  assert.deepEqual(
    found.map(({ superior, duties }) => [superior?.text, duties[0]?.text, duties.length]),
    [
      ["工程主管", "检查电梯机房", 2],
      ["环境主管", "修剪乔木灌木", 2],
    ],
  );
  assert.deepEqual(texts(found[0]?.qualifications), ["中专以上学历"]);
});

test("a series of classes is parted where a name stands some lines above a heading told before", () => {
  const found = read(`CLASSIFICATION SPECIFICATION

SURVEYOR I
Class Code 310

DEFINITION
Performs entry level survey work under close supervision.

EXAMPLES OF WORK
Sets up instruments in the field.
Records measurements.

MINIMUM QUALIFICATIONS
High school diploma.

SURVEYOR II
Class Code 311

DEFINITION
Performs survey work of a journey level.

EXAMPLES OF WORK
Leads a field crew.
Checks plats before they are filed.

MINIMUM QUALIFICATIONS
Two years of experience as a Surveyor I.`);
  assert.deepEqual(
    found.map(({ duties }) => texts(duties)),
    [
      ["Sets up instruments in the field", "Records measurements"],
      ["Leads a field crew", "Checks plats before they are filed"],
    ],
  );
});

test("jobs are parted where each is told on one line, counted by letters, or named above what is good", () => {
  const lines = read(`(1)装配工 8人 职责:安装部件、拧紧螺栓;要求:18-45岁,能上夜班
(2)叉车司机 2人 职责:装卸货物、点检叉车;要求:持叉车证`);
  assert.deepEqual(
    lines.map(({ title, duties }) => [title?.text, duties.length]),
    [
      ["装配工", 1],
      ["叉车司机", 1],
    ],
  );
  const letters = read(`岗位A：档案管理员（2名）
工作内容：
1. 整理卷宗；
2. 登记借阅。
岗位B：机房运维员（1名）
工作内容：
1. 巡检服务器；
2. 备份数据。`);
  assert.deepEqual(
    letters.map(({ title, duties }) => [title?.text, duties.length]),
    [
      ["档案管理员", 2],
      ["机房运维员", 2],
    ],
  );
  const talk = read(`WHO DOES WHAT

Workshop Manager
Runs the workshop day to day.
- Order parts
- Keep the job board
Good means: jobs started within 2 days.

Parts Driver
Gets it there on time.
- Load the van
- Deliver to garages
Good means: 97% of drops on time.`);
  assert.deepEqual(
    talk.map(({ title, standards }) => [title?.text, standards[0]?.target]),
    [
      ["Workshop Manager", 2],
      ["Parts Driver", 97],
    ],
  );
});

test("a numbered role with sentences between its name and its requirements is a job of its own", () => {
  const text =
    "Mill Farm – jobs\n\n1. Head Shepherd\nYou will tend 400 ewes.\nRequirements: three years with sheep.\n\n2. Tractor Driver\nYou will plough and drill.\nRequirements: full licence.";
  const { descriptions } = readDescriptions(pastedText("x", text));
  assert.deepEqual(
    descriptions.map(({ title }) => title?.text),
    ["Head Shepherd", "Tractor Driver"],
  );
});
