import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import PDFDocument from "pdfkit";
import { layoutOf, ReadError, readSource, type SourceDocument } from "../index.ts";

const fixture = (ending: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/records-clerk.${ending}`, import.meta.url)));
const wordsOf = ({ text, blocks }: SourceDocument) =>
  blocks.map(({ span }) => text.slice(span.start, span.end).replace(/\s/gu, ""));

/** A PDF as pdfkit writes it. */
function pdf(draw: (document: InstanceType<typeof PDFDocument>) => void, options: object = {}): Promise<Uint8Array> {
  const document = new PDFDocument({ size: "A4", margin: 72, ...options });
  const parts: Uint8Array[] = [];
  document.on("data", (part: Uint8Array) => parts.push(part));
  draw(document);
  return new Promise((resolve) => {
    document.on("end", () => resolve(new Uint8Array(Buffer.concat(parts))));
    document.end();
  });
}

test("a PDF gives the paragraphs and cells of the document it was printed from", async () => {
  const [printed, original] = [await readSource("a.pdf", fixture("pdf")), await readSource("a.docx", fixture("docx"))];
  const withoutHeader = wordsOf(printed).filter((words) => words !== "示例物业公司人力资源部岗位说明书");
  assert.deepEqual(withoutHeader, wordsOf(original));
  const cells = ({ blocks }: SourceDocument) => blocks.flatMap(({ cell }) => (cell ? [cell] : []));
  assert.deepEqual(cells(printed), cells(original));
  assert.deepEqual(
    printed.notes.map(({ code }) => code),
    ["tablesRebuilt", "linesJoined"],
  );
});

test("headers, footers and page numbers that come again are layout, once; pages are counted", async () => {
  const source = await readSource(
    "a.pdf",
    await pdf((document) => {
      for (const page of [1, 2, 3]) {
        if (page > 1) document.addPage();
        document.text("Example Company - Job description", 72, 40);
        document.text(`Duties of part ${page}`, 72, 100);
        document.text(`Keeps list ${page}`, 72, 120);
        document.text(`${page} / 3`, 280, 700);
      }
    }),
  );
  assert.deepEqual(
    layoutOf(source).map(({ start, end }) => source.text.slice(start, end)),
    ["Example Company - Job description", "1 / 3"],
  );
  assert.deepEqual(
    source.blocks.map(({ page }) => page),
    [1, 1, 2, 2, 3, 3],
  );
});

test("a word that was parted at the end of a line is whole again, and list items stay apart", async () => {
  const source = await readSource(
    "a.pdf",
    await pdf((document) => {
      document.text("Answers the telephone and every letter, keeps the register of visitors and the corre-", 72, 100, {
        lineBreak: false,
      });
      document.text("spondence of the department.", 72, 114, { lineBreak: false });
      document.text("1. Opens the office", 72, 140, { lineBreak: false });
      document.text("2. Closes the office", 72, 154, { lineBreak: false });
    }),
  );
  assert.deepEqual(
    source.blocks.map(({ span }) => source.text.slice(span.start, span.end)),
    [
      "Answers the telephone and every letter, keeps the register of visitors and the correspondence of the department.",
      "1. Opens the office",
      "2. Closes the office",
    ],
  );
});

test("an encrypted, a scanned, a broken and a cut PDF are refused with their reasons", async () => {
  const draw = (document: InstanceType<typeof PDFDocument>) => document.text("secret");
  const pixel = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const refused: readonly (readonly [string, Uint8Array])[] = [
    ["encrypted", await pdf(draw, { userPassword: "x", ownerPassword: "y" })],
    ["scannedPdf", await pdf((document) => document.image(pixel, 0, 0, { width: 500 }))],
    ["damaged", new TextEncoder().encode("%PDF-1.7\nnothing of a PDF follows")],
    ["damaged", (await pdf(draw)).slice(0, 300)],
  ];
  for (const [code, bytes] of refused)
    await assert.rejects(readSource("a.pdf", bytes), (error) => {
      assert.ok(error instanceof ReadError);
      assert.equal(error.code, code);
      return true;
    });
});

test("radicals that a PDF writer put in place of characters are the characters", async () => {
  const { text } = await readSource("a.txt", new TextEncoder().encode("⼯作⻅习、⻔店、⾯试、⻓期"));
  assert.equal(text, "工作见习、门店、面试、长期");
});
