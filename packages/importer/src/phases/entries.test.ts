import assert from "node:assert/strict";
import { test } from "node:test";
import { pastedText, readDescriptions } from "../index.ts";

const read = (text: string) => readDescriptions(pastedText("粘贴", text)).descriptions;
const texts = (fields: readonly { readonly text: string }[] = []) => fields.map(({ text }) => text);

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
