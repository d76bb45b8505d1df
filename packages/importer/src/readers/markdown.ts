import { plainText, type SourceDocument } from "../source.ts";
import { SourceWriter } from "../source-writer.ts";
import { decodeText } from "../text-encoding.ts";
import type { SourceReader } from "./reader.ts";
import { encodingNotes } from "./text.ts";

/** Markdown, by its marks or by its name. */
export const markdownReader: SourceReader = {
  format: "md",
  extensions: ["md", "markdown"],
  recognises: ({ bytes, extension, head }) =>
    !head.includes("\0") &&
    (markdownReader.extensions.includes(extension) || looksLikeMarkdown(decodeText(bytes.subarray(0, 20_000)).text)),
  read: (name, bytes, { encoding }) => readMarkdown(name, bytes, encoding),
};

/**
 * Reads the Markdown that people write in job descriptions: headings, lists, tables, emphasis, links. The marks are
 * left out of the text, the words stay.
 */
function readMarkdown(name: string, bytes: Uint8Array, encoding?: string): SourceDocument {
  const decoded = decodeText(bytes, encoding);
  const writer = new SourceWriter();
  for (const note of encodingNotes(bytes, decoded)) writer.note(note.code, note.params);
  const lines = plainText(decoded.text).split("\n");
  let table = -1;
  let row = 0;
  for (const [index, line] of lines.entries()) {
    if (!isRow(line)) {
      writeLine(writer, line, lines[index + 1]);
      row = 0;
    } else if (!isRule(line)) {
      if (row === 0) table++;
      writeRow(writer, line, table, row++);
    }
  }
  return writer.finish(name, "md", decoded.encoding);
}

/** A file of no certain kind is Markdown when several lines carry its marks. */
function looksLikeMarkdown(text: string): boolean {
  return (text.match(/^#{1,6} \S|^\|(?=[^\n]*-)[-: |]+\|[ \t]*$|\*\*[^*\n]+\*\*/gmu) ?? []).length >= 2;
}

function writeLine(writer: SourceWriter, line: string, next = ""): void {
  const heading = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/u.exec(line);
  const item = /^([ \t]*)([-*+]|\d{1,4}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(.*)$/u.exec(line);
  const underlined = line.trim() !== "" && /^ {0,3}(?:=+|-{2,})[ \t]*$/u.test(next);
  if (heading) writer.block(words(heading[2] ?? ""), { kind: "heading", level: heading[1]?.length ?? 1 });
  else if (item) writer.block(words(item[3] ?? ""), { kind: "list-item", ...itemFacts(item[1] ?? "", item[2] ?? "") });
  else if (underlined) writer.block(words(line), { kind: "heading", level: next.includes("=") ? 1 : 2 });
  else if (/^ {0,3}(?:=+|(?:[-*_][ \t]*){2,}|```.*|~~~.*)$/u.test(line)) writer.gap();
  else writer.block(words(line.replace(/^(?: {0,3}> ?)+/u, "")));
}

function itemFacts(indent: string, mark: string): { readonly label: string; readonly level: number } {
  const level = Math.floor(indent.replaceAll("\t", "    ").length / 2) + 1;
  return { label: /\d/u.test(mark) ? mark : "•", level };
}

function isRow(line: string): boolean {
  return /^\s*\|.*\|\s*$/u.test(line);
}

function isRule(line: string): boolean {
  return /^[\s|:-]+$/u.test(line);
}

function writeRow(writer: SourceWriter, line: string, table: number, row: number): void {
  const cells = line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/u);
  for (const [column, cell] of cells.entries())
    for (const part of words(cell).split("\n"))
      writer.block(part, { kind: "cell", cell: { table, row, column, rowSpan: 1, columnSpan: 1 } });
}

/** The words without emphasis, links, code marks and escapes. */
function words(marked: string): string {
  return marked
    .replace(/<br\s*\/?>/giu, "\n")
    .replace(/!\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)/gu, "$1")
    .replace(/\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)/gu, "$1")
    .replace(/(\*\*|__|~~|`)(?=\S)([^\n]{0,500}?\S)\1/gu, "$2")
    .replace(/(?<![\d*])\*(?=\S)([^*\n]{0,500}?\S)\*/gu, "$1")
    .replace(/\\([\\`*_{}[\]()#+.!|-])/gu, "$1");
}
