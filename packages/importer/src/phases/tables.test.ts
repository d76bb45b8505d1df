import assert from "node:assert/strict";
import { test } from "node:test";
import { pastedText, readDescriptions } from "../index.ts";

const read = (text: string) => readDescriptions(pastedText("粘贴", text)).descriptions;
const texts = (fields: readonly { readonly text: string }[] = []) => fields.map(({ text }) => text);

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
