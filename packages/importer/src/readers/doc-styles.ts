import type { DocFile } from "./doc-file.ts";
import { type DocProperties, paragraphProperties } from "./doc-properties.ts";

/** Formatting that a paragraph style gives with what it inherits, and what it is by its built-in number. */
export interface DocStyle {
  readonly properties: DocProperties;
  /** 1-based; only of headings. */
  readonly heading?: number;
  /** A line of an automatic table of contents. */
  readonly contents: boolean;
}

const plain: DocStyle = { properties: {}, contents: false };

/** The paragraph styles of a document, by their indexes ([MS-DOC] 2.9.271). */
export function docStyles(file: DocFile): readonly DocStyle[] {
  const { at, length } = file.tablePart(0xa2);
  if (length === 0) return [];
  const head = file.table.getUint16(at, true);
  const fixed = file.table.getUint16(at + 4, true);
  const stated: { readonly base: number; readonly style: DocStyle }[] = [];
  let next = at + 2 + head;
  for (let left = file.table.getUint16(at + 2, true); left > 0; left--) {
    const size = file.table.getUint16(next, true);
    stated.push(size === 0 ? { base: 0xfff, style: plain } : styleAt(file.table, next + 2, fixed));
    next += 2 + size;
  }
  return stated.map((_, index) => inherited(stated, index, 0));
}

function inherited(
  stated: readonly { readonly base: number; readonly style: DocStyle }[],
  index: number,
  depth: number,
): DocStyle {
  const found = stated[index];
  // Styles that go round in a circle inherit no more.
  if (!found || depth > 12) return plain;
  const base = inherited(stated, found.base, depth + 1);
  const properties = { ...base.properties, ...found.style.properties };
  return { ...base, ...found.style, properties, contents: base.contents || found.style.contents };
}

/** A style's numbers, its name, and for a paragraph style its formatting. */
function styleAt(table: DataView, at: number, fixed: number): { readonly base: number; readonly style: DocStyle } {
  const number = table.getUint16(at, true) & 0xfff;
  const kind = table.getUint16(at + 2, true);
  const name = table.getUint16(at + fixed, true);
  const formatting = at + fixed + 2 + name * 2 + 2;
  const size = (kind & 15) === 1 ? table.getUint16(formatting, true) : 0;
  const changes = new Uint8Array(table.buffer, table.byteOffset + formatting + 4, Math.max(0, size - 2));
  const style = {
    properties: size > 2 ? paragraphProperties(changes, undefined) : {},
    contents: number >= 19 && number <= 27,
    ...(number >= 1 && number <= 9 ? { heading: number } : {}),
  };
  return { base: kind >> 4, style };
}
