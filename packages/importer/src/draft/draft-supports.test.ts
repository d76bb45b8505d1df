import assert from "node:assert/strict";
import { test } from "node:test";
import { keysOf } from "./draft-keys.ts";
import { subjectOf, supportedDuty } from "./draft-supports.ts";

const duties = ["负责固定资产和低值易耗品的管理", "组织实施本部门的各项培训", "负责费用的付款申请"].map(subjectOf);
const supported = (text: string) => supportedDuty(subjectOf(text), duties);

test("a standard belongs to the one duty whose subject it shares", () => {
  assert.equal(supported("每月盘点固定资产"), 0);
  assert.equal(supported("月度培训计划完成率达到90%"), 1);
});

test("words of any job, or of two duties alike, tie a standard to none", () => {
  assert.equal(supported("做好本部门的各类工作计划"), undefined);
  assert.equal(supported("固定资产的付款申请"), undefined);
});

test("a field shared by two duties ties a standard to neither", () => {
  assert.equal(supportedDuty(subjectOf("投诉率低于2%"), ["受理投诉", "分析投诉"].map(subjectOf)), undefined);
});

test("keys say the field that stands first, number what repeats, and never use one that is taken", () => {
  const taken = new Set(["budget"]);
  assert.deepEqual(keysOf(["处理投诉并培训员工", "投诉回访", "编制预算", "打扫"], "duty", taken), [
    "complaints",
    "complaints2",
    "budget2",
    "duty4",
  ]);
});
