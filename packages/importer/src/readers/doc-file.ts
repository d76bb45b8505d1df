import { ReadError } from "../read-error.ts";
import { CompoundFile } from "./compound-file.ts";
import { type DocProperties, type DocRun, paragraphProperties, runProperties } from "./doc-properties.ts";
import { symbolSign } from "./symbol-sign.ts";

/** The texts that a document holds one behind the other, in this order. */
const stories = [
  ["body", 0x4c],
  ["footnotes", 0x50],
  ["headers", 0x54],
  ["macros", 0x58],
  ["comments", 0x5c],
  ["endnotes", 0x60],
  ["boxes", 0x64],
  ["headerBoxes", 0x68],
] as const;
export type DocStory = (typeof stories)[number][0];

/** A paragraph, or a cell's last one. */
export interface DocParagraph {
  readonly words: string;
  /** Where it begins, counted in signs from the beginning of its story. */
  readonly start: number;
  readonly endsCell: boolean;
  /** Index of its style. */
  readonly style: number;
  readonly properties: DocProperties;
}

/** Signs that lie together in the file. */
interface Piece {
  /** Place in the text. */
  readonly start: number;
  readonly end: number;
  /** Place in the file, and how many bytes a sign takes there. */
  readonly at: number;
  readonly width: 1 | 2;
}

/** Formatting of a stretch of the file. */
interface Formatted<Facts> {
  readonly from: number;
  readonly to: number;
  readonly facts: Facts;
}

interface Styled {
  readonly style: number;
  readonly properties: DocProperties;
}

/** A document of Word 97 to 2003. Format: [MS-DOC]. Broken ones throw a RangeError. */
export class DocFile {
  /** The stream of tables; places in it stand in the header. */
  readonly table: DataView;
  readonly #document: DataView;
  readonly #text: string;
  readonly #pieces: readonly Piece[];
  readonly #paragraphs: readonly Formatted<Styled>[];

  /** @throws {ReadError} `encrypted`. */
  constructor(bytes: Uint8Array) {
    const file = new CompoundFile(bytes);
    this.#document = viewOf(file.stream("WordDocument"));
    if (this.#document.getUint16(0, true) !== 0xa5ec) throw new RangeError("No document of Word 97");
    const flags = this.#document.getUint16(0x0a, true);
    if ((flags & 0x0100) !== 0) throw new ReadError("encrypted");
    this.table = viewOf(file.stream((flags & 0x0200) !== 0 ? "1Table" : "0Table"));
    this.#pieces = this.#piecesOf();
    const data = file.stream("Data");
    this.#paragraphs = this.#formatted(0x102, 13, (changes) => styled(changes, data));
    this.#text = this.#shown(this.#pieces.map((piece) => this.#signs(piece)).join(""));
  }

  /** Place and length of a part of the table stream, by where the header names it. */
  tablePart(header: number): { readonly at: number; readonly length: number } {
    return { at: this.#document.getUint32(header, true), length: this.#document.getUint32(header + 4, true) };
  }

  /** The paragraphs of one of its texts. */
  paragraphs(story: DocStory): DocParagraph[] {
    let start = 0;
    for (const [name, header] of stories) {
      const length = this.#document.getUint32(header, true);
      if (name === story) return this.#paragraphsIn(start, Math.min(start + length, this.#text.length));
      start += length;
    }
    return [];
  }

  #paragraphsIn(from: number, to: number): DocParagraph[] {
    const paragraphs: DocParagraph[] = [];
    const fields = new Fields();
    let words = "";
    let start = from;
    for (let at = from; at < to; at++) {
      const sign = this.#text.charAt(at);
      if (!"\r\u0007\f".includes(sign)) words += fields.shown(sign);
      else if (sign === "\f" && !this.#endsParagraph(at)) words += "\n";
      else {
        const { style = 0, properties = {} } = this.#styledAt(at) ?? {};
        paragraphs.push({ words, start: start - from, endsCell: sign === "\u0007", style, properties });
        words = "";
        start = at + 1;
      }
    }
    if (words !== "") paragraphs.push({ words, start: start - from, endsCell: false, style: 0, properties: {} });
    return paragraphs;
  }

  /** A page break stands inside a paragraph, a section break ends one. */
  #endsParagraph(place: number): boolean {
    const piece = this.#pieceAt(place);
    const at = this.#fileOffset(place);
    return piece !== undefined && found(this.#paragraphs, at)?.to === at + piece.width;
  }

  #styledAt(place: number): Styled | undefined {
    return found(this.#paragraphs, this.#fileOffset(place))?.facts;
  }

  #fileOffset(place: number): number {
    const piece = this.#pieceAt(place);
    return piece ? piece.at + (place - piece.start) * piece.width : -1;
  }

  #pieceAt(place: number): Piece | undefined {
    let [low, high] = [0, this.#pieces.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.end ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return this.#pieces[low];
  }

  /** The table of pieces, behind stretches of formatting of its own ([MS-DOC] 2.9.38). */
  #piecesOf(): Piece[] {
    let { at } = this.tablePart(0x1a2);
    while (this.table.getUint8(at) === 1) at += 3 + this.table.getUint16(at + 1, true);
    const count = Math.floor((this.table.getUint32(at + 1, true) - 4) / 12);
    const [places, files] = [at + 5, at + 5 + (count + 1) * 4];
    return Array.from({ length: count }, (_, index): Piece => {
      const [start, end] = [0, 4].map((more) => this.table.getUint32(places + index * 4 + more, true));
      const stated = this.table.getUint32(files + index * 8 + 2, true);
      const narrow = (stated & 0x40000000) !== 0;
      const file = stated & 0x3fffffff;
      return { start: start ?? 0, end: end ?? 0, at: narrow ? file >> 1 : file, width: narrow ? 1 : 2 };
    });
  }

  #signs({ start, end, at, width }: Piece): string {
    const bytes = new Uint8Array(
      this.#document.buffer,
      this.#document.byteOffset + at,
      Math.max(0, (end - start) * width),
    );
    return new TextDecoder(width === 1 ? "windows-1252" : "utf-16le", { ignoreBOM: true }).decode(bytes);
  }

  /** Without what was struck out or is hidden, and with the signs of symbol fonts. */
  #shown(text: string): string {
    const runs = this.#formatted(0xfa, 1, runProperties).filter(
      ({ facts }) => facts.gone === true || facts.symbol !== undefined,
    );
    if (runs.length === 0) return text;
    const signs = text.split("");
    for (const run of runs)
      for (const piece of this.#pieces) {
        const from = Math.max(run.from, piece.at);
        const to = Math.min(run.to, piece.at + (piece.end - piece.start) * piece.width);
        for (let at = from; at < to; at += piece.width) {
          const place = piece.start + (at - piece.at) / piece.width;
          signs[place] = shownSign(signs[place] ?? "", run.facts);
        }
      }
    return signs.join("");
  }

  /**
   * Formatting by stretches of the file, in pages of 512 bytes that a table names ([MS-DOC] 2.9.57, 2.9.177).
   *
   * @param width Bytes that a page has for each stretch beside its end.
   */
  #formatted<Facts>(header: number, width: 1 | 13, read: (changes: Uint8Array) => Facts): Formatted<Facts>[] {
    const { at, length } = this.tablePart(header);
    const count = Math.max(0, Math.floor((length - 4) / 8));
    const pages = Array.from({ length: count }, (_, index) =>
      this.table.getUint32(at + (count + 1) * 4 + index * 4, true),
    );
    return pages
      .flatMap((page) => formattedOn(this.#document, (page & 0x3fffff) * 512, width, read))
      .sort((one, other) => one.from - other.from);
  }
}

/** The stretches of one page: their ends, then where the formatting of each stands on the page. */
function formattedOn<Facts>(
  document: DataView,
  page: number,
  width: 1 | 13,
  read: (changes: Uint8Array) => Facts,
): Formatted<Facts>[] {
  const count = document.getUint8(page + 511);
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [0, 4].map((more) => document.getUint32(page + index * 4 + more, true));
    const place = document.getUint8(page + (count + 1) * 4 + index * width) * 2;
    const changes = place === 0 ? new Uint8Array() : changesAt(document, page + place, width === 13);
    return { from: from ?? 0, to: to ?? 0, facts: read(changes) };
  });
}

/** The length of a paragraph's formatting counts pairs of bytes, one less of them unless a zero stands before it. */
function changesAt(document: DataView, at: number, paired: boolean): Uint8Array {
  const length = document.getUint8(at);
  const bytes = (from: number, size: number) => new Uint8Array(document.buffer, document.byteOffset + from, size);
  if (!paired) return bytes(at + 1, length);
  return length === 0 ? bytes(at + 2, document.getUint8(at + 1) * 2) : bytes(at + 1, length * 2 - 1);
}

function styled(changes: Uint8Array, data: Uint8Array | undefined): Styled {
  if (changes.length < 2) return { style: 0, properties: {} };
  const style = (changes[0] ?? 0) + (changes[1] ?? 0) * 256;
  return { style, properties: paragraphProperties(changes.subarray(2), data) };
}

/** The stretch that holds a place in the file. */
function found<Facts>(stretches: readonly Formatted<Facts>[], at: number): Formatted<Facts> | undefined {
  let [low, high] = [0, stretches.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.to ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const stretch = stretches[low];
  return stretch && stretch.from <= at && at < stretch.to ? stretch : undefined;
}

/** Marks of paragraphs, cells and fields stay: they are no words. */
function shownSign(sign: string, { gone, symbol }: DocRun): string {
  if ("\r\u0007\f\u0013\u0014\u0015".includes(sign)) return sign;
  return gone ? "\0" : symbol === undefined ? sign : symbolSign(symbol);
}

/** Fields show what they come to and not how: 19 begins one, 20 parts the two, 21 ends it. Fields stand in fields. */
class Fields {
  readonly #open: boolean[] = [];

  /** What is shown of a sign. */
  shown(sign: string): string {
    if (sign === "\u0013") this.#open.push(false);
    else if (sign === "\u0014") this.#open.splice(-1, 1, true);
    else if (sign === "\u0015") this.#open.pop();
    else if (!this.#open.includes(false)) return signs[sign] ?? sign;
    return "";
  }
}

/** Signs that Word writes in its own way; marks of pictures, notes and comments show nothing. */
const signs: Readonly<Record<string, string>> = {
  "\0": "",
  "\u0001": "",
  "\u0002": "",
  "\u0005": "",
  "\u0008": "",
  "\u000b": "\n",
  "\u001e": "-",
  "\u001f": "",
};

function viewOf(bytes: Uint8Array | undefined): DataView {
  if (!bytes) throw new RangeError("A stream of the document is missing");
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
