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

test("columns between bars stay in place where a cell is empty, and the first of three names only groups", () => {
  const [found] = read(`Position: Fleet Supervisor
KEY PERFORMANCE AREAS

| KPA | ACTIVITIES | KPI (OUTPUT STANDARDS) | WEIGHT |
|---|---|---|---|
| 1. Fleet | Plan the routes of the day | Vans loaded within 40 minutes | 60% |
| | Brief the drivers before they leave | At least 2 briefings per week | |
| 2. Safety | Report near misses | Zero injuries in the year | 40% |`);
  assert.deepEqual(texts(found?.duties), [
    "Plan the routes of the day",
    "Brief the drivers before they leave",
    "Report near misses",
  ]);
  assert.deepEqual(
    found?.standards.map(({ operator, target, unit, cadence }) => [operator, target, unit, cadence]),
    [
      ["<=", 40, "minutes", undefined],
      [">=", 2, "briefings", "week"],
      ["=", 0, "injuries", "year"],
    ],
  );
});

test("the name of a sheet tells how often its rows count, and zero in a cell is none", () => {
  const [found] = read(`季度绩效考核表
岗位：仓管员
一、工作内容
（1）收发物料
（2）盘点库存
二、关键业绩指标
指标名称\t目标值\t权重
账物差异率\t≤0.5%\t60%
错发投诉\t零\t40%`);
  assert.deepEqual(
    found?.standards.map(({ operator, target, cadence }) => [operator, target, cadence]),
    [
      ["<=", 0.5, "quarter"],
      ["=", 0, "quarter"],
    ],
  );
});

test("a page scanned with two spaces between words is read, its numbers taken together", () => {
  const [found] = read(`Job  Title :   Yard  Planner
Key  Accountabilities

1 .  Build  the  plan  for  the  night  shift
and  brief  the  crew.

2 .  Check  the  trailers  before  they  leave  the  yard.

Key  Performance  Indicators

KPI                       Target                Review

Trailers  checked             at least  96 %            weekly

Late  departures              fewer  than  3            monthly`);
  assert.deepEqual(texts(found?.duties), [
    "Build the plan for the night shift and brief the crew",
    "Check the trailers before they leave the yard",
  ]);
  assert.deepEqual(
    found?.standards.map(({ operator, target, cadence }) => [operator, target, cadence]),
    [
      [">=", 96, "week"],
      ["<", 3, "month"],
    ],
  );
});

test("names above blocks of lines and in front of sentences group them, and are no entries", () => {
  const [found] = read(`Storekeeper

RESPONSIBILITIES
Receiving. Check deliveries against the order. Book goods into the system.
Issuing. Hand out tools against a signed slip.
Stock. Count the fast movers and report losses.

STANDARDS FOR 2027

Service
Slips answered within 10 minutes
At least 98% of slips filled

Safety
No lost keys in the year
Aisles are clear and swept`);
  assert.deepEqual(texts(found?.duties), [
    "Check deliveries against the order",
    "Book goods into the system",
    "Hand out tools against a signed slip",
    "Count the fast movers and report losses",
  ]);
  assert.deepEqual(texts(found?.standards), [
    "Slips answered within 10 minutes",
    "At least 98% of slips filled",
    "No lost keys in the year",
    "Aisles are clear and swept",
  ]);
});

test("what is measured on one line and how much on the next are one standard", () => {
  const [found] = read(`水厂值班长
主要职责
1. 安排班次；
2. 巡视泵房。
考核指标
出水浊度
出水浊度不高于0.5NTU
报表
每月2日前交上月报表`);
  assert.equal(found?.standards.length, 2);
  assert.deepEqual(
    found?.standards.map(({ target, deadline }) => [target, deadline?.day]),
    [
      [0.5, undefined],
      [undefined, 2],
    ],
  );
});

test("of a duty with a bound the clause that bounds it is the standard", () => {
  const [found] = read(
    "采购助理\n岗位职责\n1、走访供货商，比较报价，每季度至少走访5家供货商；\n2、登记合同，每月6日前报送台账。",
  );
  assert.deepEqual(texts(found?.standards), ["每季度至少走访5家供货商", "每月6日前报送台账"]);
});

test("a heading with all it says on its line ends with it, and the list before it goes on", () => {
  const [found] = read(`Position Title: Kiln Operator
Reports To: Kiln Manager

Key Responsibilities & Performance Measures

1. Firing
- Load the kiln to the plan of the day
- Record the temperature curve
Measures: 40 pallets per shift; less than 3% breakage

2. Upkeep
- Sweep the cars before each load
- Report worn rollers
Measures: 100% of cars swept; reports lodged within 2 hours`);
  assert.deepEqual(texts(found?.duties), [
    "Load the kiln to the plan of the day",
    "Record the temperature curve",
    "Sweep the cars before each load",
    "Report worn rollers",
  ]);
  assert.deepEqual(
    found?.standards.map(({ target, unit }) => [target, unit]),
    [
      [40, "pallets"],
      [3, "%"],
      [100, "%"],
      [2, "hours"],
    ],
  );
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

test("duties that each name a figure are duties where a part of standards stands beside", () => {
  const [found] = read(`前厅主管
二、工作职责
1. 处理客诉，10分钟内答复客人；
2. 控制布草，每月损耗不超过0.5%；
3. 组织培训，每周不少于1次。
三、考核标准
1. 客人满意度≥95%；
2. 员工流失率≤6%。
四、考核每月进行一次，满分100分，80分以下扣当月绩效20%。`);
  assert.deepEqual([found?.duties.length, found?.standards.length], [3, 2]);
});

test("codes before bars number entries, and a rhythm behind the last bar is the row's", () => {
  const [found] = read(`岗位名称:出库专员
[岗位职责]
D01|核对出库单
D02|复核装箱数量
[绩效标准]
K01|发货准确率|>=99.8%|月
K02|错贴标签|0件|周`);
  assert.deepEqual(texts(found?.duties), ["核对出库单", "复核装箱数量"]);
  assert.deepEqual(
    found?.standards.map(({ operator, target, cadence }) => [operator, target, cadence]),
    [
      [">=", 99.8, "month"],
      ["=", 0, "week"],
    ],
  );
});

test("each row of a table of jobs is a description", () => {
  const found = read(`招聘岗位一览表
序号\t岗位名称\t人数\t岗位职责\t任职要求
1\t锅炉工\t2\t点检锅炉；登记水质；处理漏点\t持司炉证；身体健康
2\t司磅员\t1\t称重登记；核对车号\t初中以上；会用电脑`);
  assert.deepEqual(
    found.map(({ title, duties, qualifications }) => [title?.text, texts(duties), qualifications.length]),
    [
      ["锅炉工", ["点检锅炉", "登记水质", "处理漏点"], 2],
      ["司磅员", ["称重登记", "核对车号"], 2],
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

test("tables that lost their rules or their heading are read by their rows", () => {
  const [spaced] = read(`水站站长岗位职责及考核标准
一、职责
1、安排送水路线
2、核对空桶
二、考核标准
序号 考核项目 考核标准 分值 考核周期
1 准时送达率 ≥97% 40 月
2 空桶差异率 不高于2‰ 30 季
3 客户投诉 ≤1起 30 周`);
  assert.deepEqual(
    spaced?.standards.map(({ target, unit, cadence, weight }) => [target, unit, cadence, weight]),
    [
      [97, "%", "month", 40],
      [2, "‰", "quarter", 30],
      [1, "起", "week", 30],
    ],
  );
  const [numbered] = read(`岗位名称：库区巡护员
直接上级：库区主任
责任事项
1    沿库岸巡查，劝离钓鱼和游泳人员    每日巡查不少于2遍
2    清理水面漂浮物并登记数量          每周清理不少于3次
3    上报水位和雨量                    每日8时前上报`);
  assert.deepEqual(texts(numbered?.duties), [
    "沿库岸巡查，劝离钓鱼和游泳人员",
    "清理水面漂浮物并登记数量",
    "上报水位和雨量",
  ]);
  assert.deepEqual(
    numbered?.standards.map(({ target, cadence }) => [target, cadence]),
    [
      [2, "day"],
      [3, "week"],
      [undefined, "day"],
    ],
  );
});

test("a standard in brackets behind a duty is told from it, and casual headings in boxes head what is below", () => {
  const [found] = read(`岗位名称：焊工
主要工作内容及标准：
1、按图纸焊接支架（标准：一次探伤合格率≥97%）
2、抢修管线（标准：一般漏点3小时内修复）
3、保养焊机（要求：完好率100%）`);
  assert.deepEqual(texts(found?.duties), ["按图纸焊接支架", "抢修管线", "保养焊机"]);
  assert.deepEqual(texts(found?.standards), ["一次探伤合格率≥97%", "一般漏点3小时内修复", "完好率100%"]);
  const [boxed] = read(`食堂现竞聘帮厨组长1名。

【干什么】
安排帮厨洗切配菜；
盯住餐具消毒，漏消的当天补上；
每天清点冷库。

【怎么考】
餐具消毒合格率100%；
浪费率百分之二以内。

【谁能报】
入职满一年，有健康证；
没有受过处分。`);
  assert.deepEqual([boxed?.duties.length, boxed?.standards.length], [3, 2]);
});

test("what is measured and how much under labels on one line is one standard", () => {
  const [found] = read(`Performance agreement
Position: Stores Officer  Supervisor: Head of Stores

Output 1: Goods are issued fast
Indicator: share of requests filled within 1 working day. Target: 95%
Indicator: issue error rate. Target: not more than 2%
Indicator: cycle counts per quarter. Target: 4`);
  assert.deepEqual(
    found?.standards.map(({ operator, target, cadence }) => [operator, target, cadence]),
    [
      [">=", 95, undefined],
      ["<=", 2, undefined],
      [">=", 4, "quarter"],
    ],
  );
});

test("numbered names between lists of bullets take away none of their entries and are none", () => {
  const [found] = read(`POSITION: Records Officer
REPORTS TO: Registrar

KEY RESULT AREAS

1. Filing
Accountabilities
- Register incoming files
- Keep the index
Performance measures
- Files registered within 2 working days
- Misfiled items no more than 3 a month

2. Disposal
Accountabilities
- Prepare disposal lists
Performance measures
- Lists lodged by the 21st of each month
- No files destroyed in error in the year`);
  assert.deepEqual(texts(found?.duties), ["Register incoming files", "Keep the index", "Prepare disposal lists"]);
  assert.deepEqual(texts(found?.standards), [
    "Files registered within 2 working days",
    "Misfiled items no more than 3 a month",
    "Lists lodged by the 21st of each month",
    "No files destroyed in error in the year",
  ]);
});
