import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleDocument } from "../document/sample-document.ts";
import { write } from "./index.ts";

test("headings, lists and tables are CommonMark with GFM tables", async () => {
  const text = await markdownOf(sampleDocument(1));
  assert.match(text, /^# 客服主管\n/);
  assert.match(
    text,
    /\n## 三 工作标准\n\n\| 序号 \| 标准 \| 目标 \| 状态 \| 权重 \|\n\| --- \| --- \| ---: \| --- \| ---: \|\n/,
  );
  assert.ok(text.includes("- 2.3 检查日常投诉是否办结。 审核检查 · 每月"));
});

test("markup in the words is escaped and lines stay whole", async () => {
  const text = await markdownOf(sampleDocument(1, { lead: "a|b *c* <d> `e`\n# f" }));
  assert.ok(text.includes("> a\\|b \\*c\\* \\<d\\> \\`e\\` \\# f"));
});

async function markdownOf(document: ReturnType<typeof sampleDocument>): Promise<string> {
  return new TextDecoder().decode(await write(document));
}
