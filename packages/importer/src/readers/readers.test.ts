import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { layoutOf, ReadError, readSource, type SourceDocument } from "../index.ts";
import { zipFile } from "../test-support/office-files.ts";
import { readers } from "./readers.ts";

const fixture = (ending: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/records-clerk.${ending}`, import.meta.url)));
const original = await readSource("a.docx", fixture("docx"));

const wordsOf = ({ text, blocks }: SourceDocument) => blocks.map(({ span }) => text.slice(span.start, span.end));
const cellsOf = ({ blocks }: SourceDocument) => blocks.flatMap(({ cell }) => (cell ? [cell] : []));

for (const ending of ["odt", "rtf", "doc"])
  test(`a document saved as .${ending} gives the words, numbers and rows of the original`, async () => {
    const source = await readSource(`档案管理员.${ending}`, fixture(ending));
    assert.equal(source.format, ending);
    // Writer parted one list in two when it wrote the old format.
    const parted = (words: string) => (ending === "doc" ? words.replace("二、工作标准", "一、工作标准") : words);
    assert.deepEqual(wordsOf(source), wordsOf(original).map(parted));
    assert.deepEqual(
      cellsOf(source).map(({ row, column, rowSpan }) => [row, column, rowSpan]),
      cellsOf(original).map(({ row, column, rowSpan }) => [row, column, rowSpan]),
    );
    assert.deepEqual(
      layoutOf(source).map(({ start, end }) => source.text.slice(start, end)),
      ["示例物业公司人力资源部 岗位说明书", "第 1 页 共 1 页"],
    );
  });

test("every reader reads a file under any name by its content, and a note says what it is", async () => {
  for (const ending of ["docx", "doc", "odt", "rtf", "pdf"]) {
    const source = await readSource("档案管理员.txt", fixture(ending));
    assert.equal(source.format, ending);
    assert.deepEqual(source.notes.at(-1), { code: "otherFormat", params: { extension: "txt", format: ending } });
  }
});

test("a document cut off anywhere is read or refused, and nothing else escapes", async () => {
  for (const ending of ["docx", "doc", "odt", "rtf", "pdf"]) {
    const whole = fixture(ending);
    for (const share of [0.01, 0.1, 0.5, 0.95]) {
      const cut = whole.slice(0, Math.floor(whole.length * share));
      await readSource(`a.${ending}`, cut).catch((problem) =>
        assert.ok(problem instanceof ReadError, `${ending} ${share}: ${problem}`),
      );
    }
  }
});

test("a document with bytes changed anywhere is read or refused, and nothing else escapes", async () => {
  for (const ending of ["docx", "doc", "odt", "rtf", "pdf"])
    for (let round = 1; round <= 5; round++) {
      const bytes = fixture(ending);
      for (let at = round * 97; at < bytes.length; at += 1009) bytes[at] = (at * 31 + round) % 256;
      await readSource(`a.${ending}`, bytes).catch((problem) =>
        assert.ok(problem instanceof ReadError, `${ending}: ${problem}`),
      );
    }
});

test("groups nested without end are refused in RTF, and Chinese bytes and letters are read by their font", async () => {
  const rtf = (body: string) =>
    new TextEncoder().encode(
      `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset136 Ming;}}${body}}`,
    );
  await assert.rejects(
    readSource("a.rtf", rtf("{".repeat(5000))),
    (error) => error instanceof ReadError && error.code === "tooDeep",
  );
  const source = await readSource(
    "a.rtf",
    rtf("\\f0 \\'bf\\'cd\\'b7\\'fe A\\par\\f1\\'b9q\\'be\\'f7\\par{\\v hidden}\\uc2\\u23458??\\par{\\*\\generator x}"),
  );
  assert.deepEqual(wordsOf(source), ["客服 A", "電機", "客"]);
});

test("an encrypted OpenDocument text, a spreadsheet and a presentation are refused by what they are", async () => {
  const odt = zipFile({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": "x",
    "META-INF/manifest.xml": "<manifest><file-entry><encryption-data/></file-entry></manifest>",
  });
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ["encrypted", odt],
    ["spreadsheet", zipFile({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>" })],
    ["presentation", zipFile({ "[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<x/>" })],
  ];
  for (const [code, bytes] of cases)
    await assert.rejects(readSource("a.odt", bytes), (error) => {
      assert.ok(error instanceof ReadError);
      assert.equal(error.code, code);
      return true;
    });
});

test("no two readers claim the same ending", () => {
  const endings = readers.flatMap(({ extensions }) => extensions.filter((ending) => ending !== "wps"));
  assert.equal(new Set(endings).size, endings.length);
});
