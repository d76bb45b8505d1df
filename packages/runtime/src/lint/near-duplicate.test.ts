import assert from "node:assert/strict";
import { test } from "node:test";
import { itemOf, roleOf } from "../testing/role-builder.ts";
import { nearDuplicate } from "./near-duplicate.ts";
import { lintContext } from "./rule.ts";

function pairs(...titles: readonly string[]) {
  const items = titles.map((title, index) => itemOf(`item${index}`, { title, number: `3.${index + 1}` }));
  return nearDuplicate.check(lintContext(roleOf(items))).map(({ params }) => [params.title, params.number]);
}

test("two items that say the same in other words are advice at the second", () => {
  assert.deepEqual(pairs("负责客户投诉的处理与回访工作", "检查消防通道", "客户投诉处理与回访"), [
    ["客户投诉处理与回访", "3.1"],
  ]);
  assert.deepEqual(pairs("Check the fire exits of all floors", "Check fire exits of all the floors"), [
    ["Check fire exits of all the floors", "3.1"],
  ]);
});

test("parallel items are none: other figures, other words in one place, another object", () => {
  assert.deepEqual(pairs("月度工作计划完成率", "年度工作计划完成率"), []);
  assert.deepEqual(pairs("新员工入职资料的整理归档与系统录入", "新员工离职资料的整理归档与系统录入"), []);
  assert.deepEqual(pairs("工作标准第 1 项的完成情况", "工作标准第 2 项的完成情况"), []);
  assert.deepEqual(pairs("Check the fire exits on floor 1", "Check the fire exits on floor 2"), []);
  assert.deepEqual(pairs("客户投诉处理", "重大客户投诉处理"), []);
});

test("thousands of like titles are compared with a few each", () => {
  const titles = Array.from({ length: 3000 }, (_, index) => `核对本部门台账中的客户资料第 ${index} 页`);
  assert.deepEqual(pairs(...titles), []);
});
