import assert from "node:assert/strict";
import { test } from "node:test";
import { layoutOf, ReadError, readSource, type SourceDocument } from "../index.ts";
import { type DocxParts, docxFile, lvl, p, tc } from "../test-support/office-files.ts";

const read = (parts: DocxParts) => readSource("岗位说明书.docx", docxFile(parts));
const lines = ({ text }: SourceDocument) => text.split("\n").filter((line) => line !== "");
const num = (id: number, definition: number, rest = "") =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${rest}</w:num>`;
const abstractNum = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;

test("automatic numbers stand in front of their items as Word shows them, on every level", async () => {
  const source = await read({
    numbering:
      abstractNum(
        0,
        lvl(0, "chineseCounting", "%1、") + lvl(1, "decimal", "%1.%2", "<w:isLgl/>") + lvl(2, "lowerLetter", "%3)"),
      ) + num(5, 0),
    body: [
      p("岗位职责", { numbered: [5, 0] }),
      p("接待来访客户", { numbered: [5, 1] }),
      p("登记来访信息", { numbered: [5, 2] }),
      p("引导入座", { numbered: [5, 2] }),
      p("处理客户投诉", { numbered: [5, 1] }),
      p("任职要求", { numbered: [5, 0] }),
      p("大专及以上学历", { numbered: [5, 1] }),
    ].join(""),
  });
  assert.deepEqual(lines(source), [
    "一、岗位职责",
    "1.1 接待来访客户",
    "a) 登记来访信息",
    "b) 引导入座",
    "1.2 处理客户投诉",
    "二、任职要求",
    "2.1 大专及以上学历",
  ]);
  const labels = source.blocks.map(({ label }) => label && source.text.slice(label.start, label.end));
  assert.deepEqual(labels, ["一、", "1.1", "a)", "b)", "1.2", "二、", "2.1"]);
  assert.deepEqual(
    source.blocks.map(({ kind, level }) => [kind, level]),
    [1, 2, 3, 3, 2, 1, 2].map((level) => ["list-item", level]),
  );
});

test("lists that share a definition count on, a start override counts anew", async () => {
  const source = await read({
    numbering:
      abstractNum(0, lvl(0, "decimal", "%1.")) +
      num(1, 0) +
      num(2, 0) +
      num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    body: [
      p("甲", { numbered: [1, 0] }),
      p("乙", { numbered: [2, 0] }),
      p("丙", { numbered: [3, 0] }),
      p("丁", { numbered: [3, 0] }),
    ].join(""),
  });
  assert.deepEqual(lines(source), ["1. 甲", "2. 乙", "1. 丙", "2. 丁"]);
});

test("a number that comes with the style is written, and list 0 takes it away", async () => {
  const source = await read({
    styles: `<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="a2"><w:name w:val="我的标题"/><w:basedOn w:val="a1"/></w:style>`,
    numbering: abstractNum(0, lvl(0, "decimal", "第%1条", '<w:pStyle w:val="a1"/>')) + num(1, 0),
    body: p("总则", { style: "a2" }) + p("附则", { style: "a1", numbered: [0, 0] }) + p("细则", { style: "a1" }),
  });
  assert.deepEqual(lines(source), ["第1条 总则", "附则", "第2条 细则"]);
  assert.deepEqual(
    source.blocks.map(({ kind, level }) => [kind, level]),
    [
      ["heading", 2],
      ["heading", 2],
      ["heading", 2],
    ],
  );
});

test("a table's cells are placed in its grid and know how far they are merged", async () => {
  const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
  const source = await read({
    body: `<w:tbl>${row(tc(["岗位名称"]), tc(["客服主管"]), tc(["部门"]), tc(["客服部"]))}${row(
      tc(["岗位职责"], '<w:vMerge w:val="restart"/>'),
      tc(["1、接待来访", "2、处理投诉"], '<w:gridSpan w:val="3"/>'),
    )}${row(tc([""], "<w:vMerge/>"), tc(["3、回访客户"], '<w:gridSpan w:val="3"/>'))}</w:tbl>`,
  });
  assert.deepEqual(lines(source), [
    "岗位名称",
    "客服主管",
    "部门",
    "客服部",
    "岗位职责",
    "1、接待来访",
    "2、处理投诉",
    "3、回访客户",
  ]);
  const at = ({ row, column, rowSpan, columnSpan }: Record<string, number>) => [row, column, rowSpan, columnSpan];
  assert.deepEqual(
    source.blocks.map(({ cell }) => cell && at({ ...cell })),
    [
      [0, 0, 1, 1],
      [0, 1, 1, 1],
      [0, 2, 1, 1],
      [0, 3, 1, 1],
      [1, 0, 2, 1],
      [1, 1, 1, 3],
      [1, 1, 1, 3],
      [2, 1, 1, 3],
    ],
  );
  assert.ok(source.blocks.every(({ kind, cell }) => kind === "cell" && cell?.table === 0));
});

test("insertions are kept, deletions and hidden words are left out, and the note says so", async () => {
  const r = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`;
  const source = await read({
    body: `<w:p>${r("每月")}<w:ins>${r("25日前")}</w:ins><w:del><w:r><w:delText>月底</w:delText></w:r></w:del>${r("上报")}<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r></w:p>`,
  });
  assert.deepEqual(lines(source), ["每月25日前上报"]);
  assert.deepEqual(
    source.notes.map(({ code }) => code),
    ["deletionsLeftOut"],
  );
});

test("text boxes, content controls, links, fields, tabs and line breaks are read, each word once", async () => {
  const box = `<w:txbxContent>${p("文本框里的话")}</w:txbxContent>`;
  const source = await read({
    body: `<w:sdt><w:sdtContent>${p("控件")}</w:sdtContent></w:sdt><w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r><w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r></w:p><w:p><w:r><w:t>正文</w:t><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
  });
  assert.deepEqual(lines(source), ["控件", "链接\t甲", "乙", "正文", "文本框里的话"]);
});

test("page headers, footers and the table of contents are layout, footnotes are words", async () => {
  const part = (name: string, words: string) =>
    `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${words}</w:${name}>`;
  const source = await read({
    styles: '<w:style w:type="paragraph" w:styleId="c1"><w:name w:val="toc 1"/></w:style>',
    relations: '<Relationship Id="h" Target="header1.xml"/><Relationship Id="f" Target="footer1.xml"/>',
    others: {
      "word/header1.xml": part("hdr", p("人力资源部")),
      "word/footer1.xml": part("ftr", p("第 1 页")),
      "word/footnotes.xml": part("footnotes", `<w:footnote w:id="1">${p("特指住宅项目")}</w:footnote>`),
    },
    body: `${p("职责……1", { style: "c1" })}<w:p><w:r><w:t>管理项目</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p><w:sectPr><w:headerReference r:id="h"/><w:footerReference r:id="f"/></w:sectPr>`,
  });
  assert.deepEqual(lines(source), ["人力资源部", "职责……1", "管理项目", "特指住宅项目", "第 1 页"]);
  assert.deepEqual(
    layoutOf(source).map(({ start, end }) => source.text.slice(start, end)),
    ["人力资源部", "职责……1", "第 1 页"],
  );
});

test("a document type declaration is refused: entities could fill the memory", async () => {
  const bomb = `<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]><w:document>&y;</w:document>`;
  const file = docxFile({ body: "", others: { "word/document.xml": bomb } });
  await assert.rejects(
    readSource("a.docx", file),
    (error) => error instanceof ReadError && error.code === "xmlDoctype",
  );
});

test("a document that is cut off is told to be damaged", async () => {
  const whole = docxFile({ body: p("接待来访客户").repeat(200) });
  for (const share of [0.2, 0.5, 0.9]) {
    const cut = whole.slice(0, Math.floor(whole.length * share));
    await assert.rejects(readSource("a.docx", cut), (error) => error instanceof ReadError && error.code === "damaged");
  }
});

test("elements nested without end are refused", async () => {
  const body = `${"<w:sdt><w:sdtContent>".repeat(5000)}${p("深")}${"</w:sdtContent></w:sdt>".repeat(5000)}`;
  await assert.rejects(read({ body }), (error) => error instanceof ReadError && error.code === "tooDeep");
});

test("a document with macros is read, and a note says that nothing was run", async () => {
  const source = await read({ body: p("接待来访客户"), others: { "word/vbaProject.bin": "macros" } });
  assert.deepEqual(lines(source), ["接待来访客户"]);
  assert.deepEqual(
    source.notes.map(({ code }) => code),
    ["macrosNotRun"],
  );
});
