import assert from "node:assert/strict";
import { after, test } from "node:test";
import { getDocumentProxy } from "unpdf";
import type { PrintDocument } from "../document/print-document.ts";
import { sampleDocument, textsOf } from "../document/sample-document.ts";
import { ExportError } from "../export-error.ts";
import { close, write } from "./index.ts";

after(close);

test("every text of the document is read back exactly", async () => {
  const document = sampleDocument();
  const text = (await pagesOf(await write(document))).join("");
  const drawn = document.blocks.flatMap((block) => (block.kind === "organisation" ? [block.role] : []));
  const missing = [...textsOf(document), ...drawn].filter((wanted) => !text.includes(bare(wanted)));
  assert.deepEqual(missing, []);
});

test("a long table goes on over pages that repeat its head and count themselves", async () => {
  const pages = await pagesOf(await write(sampleDocument(200)));
  assert.ok(pages.length >= 4, `${pages.length} pages`);
  pages.forEach((page, index) => {
    assert.ok(page.includes(`第${index + 1}页，共${pages.length}页`), `page line of page ${index + 1}`);
    assert.ok(page.includes("内容指纹9f3c71ab04de58c2"), `fingerprint on page ${index + 1}`);
  });
  for (const page of pages.slice(1, -1)) assert.ok(page.includes("序号标准目标状态权重"));
  assert.match(pages.join(""), /3\.200投诉、报事抽查比例之200/);
});

test("the signatures stay on one page with their heading", async () => {
  for (const standards of [24, 25, 26, 27, 28, 29, 30, 31, 32]) {
    const pages = await pagesOf(await write(sampleDocument(standards)));
    const signed = pages.filter((page) => page.includes("任职者阅读确认"));
    assert.equal(signed.length, 1);
    assert.match(signed[0] ?? "", /四签署编制苏芮.*任职者阅读确认/);
  }
});

test("a group's name goes with its rows: never last on a page, and again on the next", async () => {
  const pages = await pagesOf(await write(sampleDocument(60)));
  const begun = pages.findIndex((page) => page.includes("3.1投诉"));
  assert.ok(pages[begun]?.includes("权重客户服务3.1"));
  assert.ok(pages[begun + 1]?.includes("权重客户服务3."));
});

test("a long list reads down each page's columns before the next page", async () => {
  const items = Array.from({ length: 90 }, (_, index) => ({
    number: `2.${index + 1}`,
    text: `第${index + 1}条职责，写得长一些，好占两行，再长一些。`,
    note: "数据来源 客户服务系统 · 录入 任职者",
  }));
  const blocks = [
    { kind: "heading", level: 1, number: "二", text: "岗位职责" } as const,
    { kind: "list", columns: 2, items } as const,
  ];
  const pages = await pagesOf(await write(sampleDocument(1, { blocks })));
  assert.ok(pages.length > 1);
  const order = pages.join("").match(/第\d+条/g);
  assert.deepEqual(
    order,
    items.map((_, index) => `第${index + 1}条`),
  );
});

test("a word too long for its column breaks without gaining a character", async () => {
  const address = "https://example.org/a-very-long-address-that-no-column-can-hold/customer-service/2026/11/index.html";
  const blocks = sampleDocument(1).blocks.map((block) =>
    block.kind === "facts" ? { ...block, facts: [{ label: "网址", value: address }, ...block.facts] } : block,
  );
  const text = (await pagesOf(await write(sampleDocument(1, { blocks })))).join("");
  assert.ok(text.includes(address));
});

test("it is a tagged PDF/UA-1 in the document's language, with a title and bookmarks", async () => {
  const pdf = await getDocumentProxy(new Uint8Array(await write(sampleDocument())));
  const { info, metadata } = await pdf.getMetadata();
  assert.equal(Reflect.get(info, "Language"), "zh-CN");
  assert.equal(Reflect.get(info, "Title"), "客服主管 岗位说明书 v3");
  assert.match(String(metadata.getRaw()), /<pdfuaid:part>1<\/pdfuaid:part>/);
  assert.equal((await pdf.getMarkInfo())?.Marked, true);
  assert.deepEqual(
    (await pdf.getOutline()).map(({ title }: { title: string }) => title),
    ["一 任职标准", "汇报关系", "二 岗位职责", "三 工作标准", "四 签署"],
  );
  const roles = new Set(rolesOf(await (await pdf.getPage(1)).getStructTree()));
  for (const role of ["H1", "Table", "THead", "TFoot", "TH", "TD", "L", "LI", "LBody", "Figure"])
    assert.ok(roles.has(role), role);
});

test("the reporting lines carry their alternative text", async () => {
  const pdf = await getDocumentProxy(new Uint8Array(await write(sampleDocument())));
  const tree = await (await pdf.getPage(1)).getStructTree();
  assert.match(JSON.stringify(tree), /"alt":"本岗位：客服主管；直属上级：物业服务中心经理"/);
});

test("all fonts are embedded", async () => {
  const raw = Buffer.from(await write(sampleDocument())).toString("latin1");
  const described = raw.match(/\/Type \/FontDescriptor/g)?.length ?? 0;
  assert.ok(described >= 3);
  assert.equal(raw.match(/\/FontFile2 /g)?.length, described);
  assert.ok(raw.includes("/StructTreeRoot"));
});

test("the archive standard is a choice, and an unknown one is refused", async () => {
  const pdf = await getDocumentProxy(new Uint8Array(await write(sampleDocument(), { standard: "a-2a" })));
  assert.match(String((await pdf.getMetadata()).metadata.getRaw()), /<pdfaid:part>2<\/pdfaid:part>/);
  await assert.rejects(write(sampleDocument(), { standard: "x-4" }), problem("export/unknown-standard"));
});

test("the same document gives the same bytes, and a stated time is written", async () => {
  const options = { createdAt: "2026-11-23T08:00:00Z" };
  const first = await write(sampleDocument(), options);
  assert.deepEqual(Buffer.from(first), Buffer.from(await write(sampleDocument(), options)));
  assert.match(Buffer.from(first).toString("latin1"), /<xmp:CreateDate>2026-11-23T08:00:00/);
});

test("the document is left as it was", async () => {
  const document = deepFreeze(sampleDocument());
  await write(document);
  assert.deepEqual(document, sampleDocument());
});

test("rare surnames are drawn and read back", async () => {
  const text = (await pagesOf(await write(sampleDocument(1, { title: "㛃䶮𠅤" })))).join("");
  assert.ok(text.includes("㛃䶮𠅤"));
});

test("a character without a glyph is refused by name", async () => {
  const rejected = write(sampleDocument(1, { lead: "做得好😀，真的🎉" }));
  await assert.rejects(rejected, (thrown) => {
    assert.ok(thrown instanceof ExportError);
    assert.equal(thrown.code, "export/missing-glyph");
    assert.deepEqual(thrown.params, { characters: ["😀", "🎉"], codePoints: ["U+1F600", "U+1F389"], count: 2 });
    return true;
  });
});

test("a control character is refused, while tabs, line breaks and a byte order mark are mended", async () => {
  await assert.rejects(write(sampleDocument(1, { lead: "a\u0001b" })), problem("export/missing-glyph"));
  const text = (await pagesOf(await write(sampleDocument(1, { lead: "\uFEFF甲\t乙\r\n丙" })))).join("");
  assert.ok(text.includes("甲乙丙"));
});

test("a heading level that is skipped is refused by the standard", async () => {
  const blocks = [{ kind: "heading", level: 2, number: "", text: "口径" } as const];
  await assert.rejects(write(sampleDocument(1, { blocks })), problem("export/refused"));
});

test("words that look like Typst stay words", async () => {
  const lead = '#import "@preview/x:1.0.0": * $x$ *a* _b_ `c` <d> @e \\ // f /* g */ #panic("h")';
  const text = (await pagesOf(await write(sampleDocument(1, { lead })))).join("");
  assert.ok(text.includes(bare(lead)));
});

function problem(code: string) {
  return (thrown: unknown) => thrown instanceof ExportError && thrown.code === code;
}

/** The text of each page without white space: where lines break is the layout's affair. */
async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (await document.getPage(number)).getTextContent();
    pages.push(bare(content.items.map((item) => ("str" in item ? item.str : "")).join("")));
  }
  return pages;
}

function bare(text: string): string {
  return text.replaceAll(/\s+/g, "");
}

function rolesOf(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const { role, children } = node as { role?: string; children?: unknown[] };
  return [...(role ? [role] : []), ...(children ?? []).flatMap(rolesOf)];
}

function deepFreeze(document: PrintDocument): PrintDocument {
  const freeze = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  };
  freeze(document);
  return document;
}
