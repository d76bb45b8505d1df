import assert from "node:assert/strict";
import { test } from "node:test";
import { findDuplicates } from "./index.ts";

const supervisor =
  "大专及以上学历\n接待来访客户并登记\n每月25日前完成客户回访，回访率不低于90%\n处理客户投诉，24小时内答复\n组织每周例会";
const roles = [
  { key: "a.docx", title: "客服主管", words: supervisor },
  { key: "b.docx", title: "会计", words: "审核原始凭证\n编制记账凭证\n每月10日前申报纳税\n保管会计档案" },
  { key: "c.pdf", title: "客服主管（旧）", words: supervisor.replace("25日", "20日").replaceAll("，", ",") },
  { key: "d.txt", title: "客服主管", words: `${supervisor}\n巡查小区公共区域并记录\n安排节假日值班\n核对收费台账` },
];

test("the same role in other words' clothes is found, and its variants, and nothing else", () => {
  const [group, ...others] = findDuplicates(roles);
  assert.deepEqual([group?.kind, group?.keys], ["variants", ["a.docx", "c.pdf", "d.txt"]]);
  assert.deepEqual(others, []);
});

test("roles that differ in signs and numbers only are the same", () => {
  assert.deepEqual(findDuplicates(roles.slice(0, 3)), [{ kind: "same", keys: ["a.docx", "c.pdf"], likeness: 1 }]);
});

test("roles of one title with other words are not duplicates", () => {
  const [first, second] = roles;
  assert.deepEqual(
    findDuplicates([
      { ...first, key: "a", title: "主管", words: supervisor },
      { key: "b", title: "主管", words: second?.words ?? "" },
    ]),
    [],
  );
});
