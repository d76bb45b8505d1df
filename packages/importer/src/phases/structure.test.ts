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
