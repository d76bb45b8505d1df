import assert from "node:assert/strict";
import { test } from "node:test";
import { layoutOf, ReadError, readSource, type SourceDocument } from "../index.ts";
import { encoded } from "../test-support/encodings.ts";

const read = (html: string, name = "岗位.html") => readSource(name, new TextEncoder().encode(html));
const lines = ({ text }: SourceDocument) => text.split("\n").filter((line) => line !== "");

test("a page is read as the words a person sees, scripts and styles neither run nor read", async () => {
  const source =
    await read(`<!doctype html><html><head><title>招聘</title><style>p{}</style><script>document.write("坏")</script></head>
    <body onload="alert(1)"><nav>首页 &gt; 招聘</nav><h2>岗位&nbsp;职责</h2><p>接待
    来访，<b>登记</b>信息</p><div style="display: none">看不见</div><template><p>模板</p></template><p>第一行<br>第二行</p></body></html>`);
  assert.deepEqual(lines(source), ["首页 > 招聘", "岗位 职责", "接待 来访，登记信息", "第一行", "第二行"]);
  assert.deepEqual(source.blocks[0]?.kind, "heading");
  assert.deepEqual(
    layoutOf(source).map(({ start, end }) => source.text.slice(start, end)),
    ["首页 > 招聘"],
  );
});

test("lists get the numbers that a browser draws, nested ones and starts included", async () => {
  const source = await read(
    '<body><ol start="3"><li>甲<ol type="a"><li>乙<li>丙</ol><li value="7"><p>丁</p><p>续</p></ol><ul><li>戊</ul><ol style="list-style-type: cjk-ideographic"><li>己</ol>',
  );
  assert.deepEqual(lines(source), ["3. 甲", "a. 乙", "b. 丙", "7. 丁", "续", "• 戊", "一. 己"]);
  assert.deepEqual(
    source.blocks.map(({ level }) => level),
    [1, 2, 2, 1, 1, 1, 1],
  );
});

test("a table's cells are placed in its grid, spans and nested tables included", async () => {
  const source = await read(
    '<table><caption>岗位说明</caption><tr><th rowspan="2">职责</th><td>接待</td></tr><tr><td>回访<table><tr><td>内</td></tr></table></td></tr></table>',
    "a.htm",
  );
  assert.deepEqual(lines(source), ["岗位说明", "职责", "接待", "回访", "内"]);
  assert.deepEqual(
    source.blocks.flatMap(({ cell }) => (cell ? [[cell.table, cell.row, cell.column, cell.rowSpan]] : [])),
    [
      [0, 0, 0, 2],
      [0, 0, 1, 1],
      [0, 1, 1, 1],
      [1, 0, 0, 1],
    ],
  );
});

test("the encoding that a page declares is used unless the bytes are UTF-8", async () => {
  const page = '<html><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>客服</p></html>';
  const gb = await readSource("a.html", encoded(page, "gb18030"));
  assert.deepEqual([gb.text.trim(), gb.encoding], ["客服", "gb18030"]);
  assert.equal((await read(page)).text.trim(), "客服");
});

test("a page under the name of a Word document is read as a page, and a note says so", async () => {
  const source = await read("<html><p>客服主管</p></html>", "客服主管.doc");
  assert.equal(source.format, "html");
});

test("tags nested without end are refused before they are parsed", async () => {
  for (const page of [`<html>${"<div>".repeat(50_000)}`, `<html>${"<b><i>".repeat(30_000)}x`])
    await assert.rejects(read(page), (error) => error instanceof ReadError && error.code === "tooDeep");
});
