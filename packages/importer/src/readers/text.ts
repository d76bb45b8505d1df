import { linesOf, plainText, type ReadingNote, type SourceDocument } from "../source.ts";
import { type DecodedText, decodeText, isUtf16 } from "../text-encoding.ts";
import type { SourceReader } from "./reader.ts";

/** Plain text in any encoding; every line that is not blank is a paragraph. */
export const textReader: SourceReader = {
  format: "txt",
  extensions: ["txt", "text"],
  recognises: ({ bytes, head, paths }) => paths.size === 0 && (!head.includes("\0") || isUtf16(bytes)),
  read: (name, bytes, { encoding }) => readText(name, bytes, encoding),
};

function readText(name: string, bytes: Uint8Array, encoding?: string): SourceDocument {
  const decoded = decodeText(bytes, encoding);
  const text = plainText(decoded.text);
  return {
    name,
    format: "txt",
    encoding: decoded.encoding,
    text,
    blocks: linesOf(text),
    notes: encodingNotes(bytes, decoded),
  };
}

/** Where the encoding is not certain: what was chosen, and how the first words look in each of the others. */
export function encodingNotes(bytes: Uint8Array, { encoding, alternatives }: DecodedText): ReadingNote[] {
  if (alternatives.length === 0) return [];
  const beginning = bytes.subarray(0, 4096);
  const previews = alternatives.map((other) => ({ encoding: other, preview: preview(beginning, other) }));
  return [
    { code: "encodingUnsure", params: { encoding, preview: preview(beginning, encoding), alternatives: previews } },
  ];
}

function preview(bytes: Uint8Array, encoding: string): string {
  return plainText(new TextDecoder(encoding).decode(bytes)).replace(/\s+/gu, " ").trim().slice(0, 80);
}
