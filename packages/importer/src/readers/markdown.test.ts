import assert from "node:assert/strict";
import { test } from "node:test";
import { readSource } from "../index.ts";

const text = `# 仓储主管

**直属上级**：[物流经理](https://example.org)

岗位职责
--------
1. 安排*班次*
   - 每周一次
2) 盘点

| 标准 | 目标 |
|------|-----:|
| 差异率 | 低于 0.5% |

> 备注 2*3
\`\`\`
`;

test("Markdown is read without its marks, as headings, items and cells", async () => {
  const source = await readSource("a.md", new TextEncoder().encode(text));
  assert.deepEqual(
    source.blocks.map(({ kind, level, span }) => [kind, level, source.text.slice(span.start, span.end)]),
    [
      ["heading", 1, "仓储主管"],
      ["paragraph", undefined, "直属上级：物流经理"],
      ["heading", 2, "岗位职责"],
      ["list-item", 1, "1. 安排班次"],
      ["list-item", 2, "• 每周一次"],
      ["list-item", 1, "2) 盘点"],
      ["cell", undefined, "标准"],
      ["cell", undefined, "目标"],
      ["cell", undefined, "差异率"],
      ["cell", undefined, "低于 0.5%"],
      ["paragraph", undefined, "备注 2*3"],
    ],
  );
  assert.deepEqual(source.blocks.at(-2)?.cell, { table: 0, row: 1, column: 1, rowSpan: 1, columnSpan: 1 });
});

test("Markdown in a file of another name is known by its marks, and plain text is not taken for it", async () => {
  assert.equal((await readSource("a.txt", new TextEncoder().encode(text))).format, "md");
  const plain = "岗位职责\n- 安排班次\n* 盘点\n1. 5*3*2\n";
  assert.equal((await readSource("a.txt", new TextEncoder().encode(plain))).format, "txt");
});
