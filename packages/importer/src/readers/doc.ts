import WordExtractor from "word-extractor";
import { ReadError } from "../read-error.ts";
import type { SourceDocument } from "../source.ts";
import { SourceWriter } from "../source-writer.ts";
import type { SourceReader } from "./reader.ts";

/** Documents of Word 97 to 2003. Their text is read; automatic numbers and merged cells are not in it. */
export const docReader: SourceReader = {
  format: "doc",
  extensions: ["doc", "dot", "wps"],
  recognises: ({ head, bytes }) =>
    head.startsWith("\u00d0\u00cf\u0011\u00e0") && (holds(bytes, "WordDocument") || holds(bytes, "EncryptedPackage")),
  read: readDoc,
};

/** Names of the streams stand in the directory, anywhere in the file. */
function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, "utf16le"));
}

/** The library's own default rewrites Chinese quotation marks. */
const asWritten = { filterUnicode: false };

/** What the library offers and its types leave out. */
interface WrittenDocument {
  getBody(options: object): string;
  getFootnotes(options: object): string;
  getEndnotes(options: object): string;
  getHeaders(options: object): string;
  getFooters(options: object): string;
  getTextboxes(options: object): string;
}

async function readDoc(name: string, bytes: Uint8Array): Promise<SourceDocument> {
  if (holds(bytes, "EncryptedPackage")) throw new ReadError("encrypted");
  const document = (await opened(bytes)) as unknown as WrittenDocument;
  const writer = new SourceWriter();
  writeLayout(writer, document.getHeaders({ ...asWritten, includeFooters: false }));
  const tables = writeBody(writer, document.getBody(asWritten));
  const more = [
    document.getTextboxes({ ...asWritten, includeHeadersAndFooters: false }),
    document.getFootnotes(asWritten),
    document.getEndnotes(asWritten),
  ];
  for (const line of more.join("\n").split("\n")) writer.block(line);
  writeLayout(writer, document.getFooters(asWritten));
  writer.note("numbersLost");
  if (tables > 0) writer.note("tablesFlattened");
  if (holds(bytes, "VBA")) writer.note("macrosNotRun");
  return writer.finish(name, "doc", "utf-16le");
}

async function opened(bytes: Uint8Array) {
  try {
    return await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (problem) {
    const words = problem instanceof Error ? problem.message : String(problem);
    throw /encrypt|password/iu.test(words)
      ? new ReadError("encrypted")
      : new ReadError("damaged", { part: "WordDocument", problem: words });
  }
}

/** A line of the body, or a row of a table with its cells. */
type BodyPart = { readonly line: string } | { readonly cells: readonly string[] };

/** Writes the body. Answers how many tables there were. */
function writeBody(writer: SourceWriter, body: string): number {
  let tables = 0;
  let row = 0;
  for (const part of partsOf(body)) {
    if ("line" in part) {
      writer.block(part.line);
      row = 0;
    } else {
      if (row === 0) tables++;
      writeRow(writer, part.cells, tables - 1, row++);
    }
  }
  return tables;
}

/**
 * Cells are parted by tabs, and a row ends with one at the end of a line. Lines without an end after a tab go on in
 * their cell, where a row's end follows before a blank line; else the tab is one that somebody typed.
 */
function partsOf(body: string): BodyPart[] {
  const parts: BodyPart[] = [];
  let open: string[] = [];
  const lines = body.split("\n");
  for (const [index, line] of lines.entries()) {
    const inRow = open.length > 0 || line.includes("\t");
    open.push(line);
    if (inRow && !line.endsWith("\t") && endsSoon(lines, index)) continue;
    const isRow = inRow && line.endsWith("\t");
    parts.push(
      ...(isRow ? [{ cells: open.join("\n").slice(0, -1).split("\t") }] : open.map((each) => ({ line: each }))),
    );
    open = [];
  }
  return parts;
}

/** Most lines that one row may have. */
const longestRow = 60;

/** Whether a row that has begun comes to its end before a blank line. */
function endsSoon(lines: readonly string[], from: number): boolean {
  const end = lines.slice(from + 1, from + longestRow).find((line) => line === "" || line.endsWith("\t"));
  return end !== undefined && end !== "";
}

function writeRow(writer: SourceWriter, cells: readonly string[], table: number, row: number): void {
  for (const [column, words] of cells.entries())
    for (const paragraph of words.split("\n"))
      writer.block(paragraph, { kind: "cell", cell: { table, row, column, rowSpan: 1, columnSpan: 1 } });
}

function writeLayout(writer: SourceWriter, words: string): void {
  for (const line of new Set(words.split("\n"))) writer.layout(line);
}
