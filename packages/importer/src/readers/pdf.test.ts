import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import PDFDocument from "pdfkit";
import { layoutOf, ReadError, readSource, type SourceDocument } from "../index.ts";
import { encoded, utf16 } from "../test-support/encodings.ts";

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

/** Writes lines from a height on, one below the other. */
function lines(document: InstanceType<typeof PDFDocument>, x: number, y: number, words: readonly string[]): void {
  for (const [index, line] of words.entries()) document.text(line, x, y + index * 14, { lineBreak: false });
}

const blocksOf = ({ text, blocks }: SourceDocument) => blocks.map(({ span }) => text.slice(span.start, span.end));

test("a page in two columns is read one column behind the other, and paragraphs that were torn are whole again", async () => {
  const source = await readSource(
    "a.pdf",
    await pdf((document) => {
      document.text("Records Clerk", 72, 72, { lineBreak: false });
      lines(document, 72, 110, [
        "Duties",
        "1. Opens and sorts the letters that",
        "come in and hands them on to each",
        "department before noon.",
        "2. Keeps the register of visitors and",
        "of the keys that were handed out.",
        "3. Files contracts by year and by",
        "partner within two working days.",
      ]);
      lines(document, 320, 117, [
        "Qualifications",
        "1. A diploma in administration or a",
        "training that is worth as much.",
        "2. At least two years of experience",
        "in an office with many visitors.",
        "3. Writes letters without mistakes",
        "and speaks calmly with everybody.",
      ]);
    }),
  );
  assert.deepEqual(blocksOf(source), [
    "Records Clerk",
    "Duties",
    "1. Opens and sorts the letters that come in and hands them on to each department before noon.",
    "2. Keeps the register of visitors and of the keys that were handed out.",
    "3. Files contracts by year and by partner within two working days.",
    "Qualifications",
    "1. A diploma in administration or a training that is worth as much.",
    "2. At least two years of experience in an office with many visitors.",
    "3. Writes letters without mistakes and speaks calmly with everybody.",
  ]);
});

test("a table without lines is rebuilt cell by cell, cells of several lines among them", async () => {
  const source = await readSource(
    "a.pdf",
    await pdf((document) => {
      document.text("Performance standards of the clerk, as agreed upon each year", 72, 72, { lineBreak: false });
      lines(document, 72, 110, ["Metric"]);
      lines(document, 250, 110, ["Target"]);
      lines(document, 430, 110, ["Weight"]);
      lines(document, 72, 138, ["Letters handed on", "before noon"]);
      lines(document, 250, 138, ["at least 98 % each", "month"]);
      lines(document, 430, 138, ["40"]);
      lines(document, 72, 180, ["Contracts filed"]);
      lines(document, 250, 180, ["within 2 working", "days"]);
      lines(document, 430, 180, ["60"]);
    }),
  );
  assert.deepEqual(
    source.blocks.map(({ span, cell }) => [cell?.row, cell?.column, source.text.slice(span.start, span.end)]),
    [
      [undefined, undefined, "Performance standards of the clerk, as agreed upon each year"],
      [0, 0, "Metric"],
      [0, 1, "Target"],
      [0, 2, "Weight"],
      [1, 0, "Letters handed on before noon"],
      [1, 1, "at least 98 % each month"],
      [1, 2, "40"],
      [2, 0, "Contracts filed"],
      [2, 1, "within 2 working days"],
      [2, 2, "60"],
    ],
  );
});

test("numbers that stand before their items are no column, nor is a heading beside which nothing stands", async () => {
  const source = await readSource(
    "a.pdf",
    await pdf((document) => {
      document.text("Duties", 72, 72, { lineBreak: false });
      lines(document, 72, 100, ["1.", "2.", "", "3."]);
      lines(document, 110, 100, [
        "Opens the office.",
        "Closes the office and hands the keys to the guard who",
        "signs for them.",
        "Waters the plants.",
      ]);
    }),
  );
  assert.deepEqual(
    source.blocks.map(({ cell }) => cell),
    source.blocks.map(() => undefined),
  );
  assert.deepEqual(blocksOf(source)[1], "1.\tOpens the office.".replace("\t", " "));
});

/** A page whose words are codes of a Chinese font that the file names and does not hold. */
function namedFont(encoding: string, codes: string): Uint8Array {
  const stream = `BT /F1 12 Tf 72 700 Td <${codes}> Tj ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[6 0 R]>>`,
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 7 0 R>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/StemV 93>>",
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj${object}endobj\n`).join("");
  return new TextEncoder().encode(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size 8>>\n`);
}

test("words in a Chinese font that the file only names are read by the font's encoding", async () => {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  for (const [encoding, codes] of [
    ["UniGB-UCS2-H", hex(utf16("岗位职责A1", "be"))],
    ["GBK-EUC-H", hex(encoded("岗位职责A1", "gb18030"))],
  ] as const) {
    const source = await readSource("a.pdf", namedFont(encoding, codes));
    assert.deepEqual(blocksOf(source), ["岗位职责A1"], encoding);
  }
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
