import { ReadError } from "../read-error.ts";
import type { SourceCell, SourceDocument } from "../source.ts";
import { type BlockFacts, SourceWriter } from "../source-writer.ts";
import { DocFile, type DocParagraph, type DocStory } from "./doc-file.ts";
import { DocLists } from "./doc-lists.ts";
import { type DocStyle, docStyles } from "./doc-styles.ts";
import { type DocTableRow, placedDocCells } from "./doc-table.ts";
import { ListNumbering } from "./list-numbering.ts";
import type { SourceReader } from "./reader.ts";

/** Documents of Word 97 to 2003, with their automatic numbers and tables; what of them is broken is told. */
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

function readDoc(name: string, bytes: Uint8Array): SourceDocument {
  if (holds(bytes, "EncryptedPackage")) throw new ReadError("encrypted");
  const writer = new SourceWriter();
  const reading = new DocReading(new DocFile(bytes), writer);
  const { headers, footers } = reading.pageParts();
  for (const line of headers) writer.layout(line);
  for (const story of ["body", "boxes", "footnotes", "endnotes"] as const) reading.write(story);
  for (const line of footers) writer.layout(line);
  if (holds(bytes, "VBA")) writer.note("macrosNotRun");
  return writer.finish(name, "doc", "utf-16le");
}

/** One document on its way into a source. */
class DocReading {
  readonly #file: DocFile;
  readonly #writer: SourceWriter;
  readonly #styles: readonly DocStyle[];
  readonly #lists: DocLists | undefined;
  readonly #numbering: ListNumbering;
  #tables = 0;

  constructor(file: DocFile, writer: SourceWriter) {
    this.#file = file;
    this.#writer = writer;
    this.#styles = this.#told(() => docStyles(file)) ?? [];
    this.#lists = this.#told(() => new DocLists(file));
    this.#numbering = new ListNumbering(this.#lists?.lists ?? new Map());
  }

  /** Without its lists a document still has its words. */
  #told<Found>(read: () => Found): Found | undefined {
    try {
      return read();
    } catch (problem) {
      if (!(problem instanceof RangeError)) throw problem;
      this.#writer.note("numbersLost");
      return undefined;
    }
  }

  write(story: DocStory): void {
    let row: DocParagraph[] = [];
    let rows: DocTableRow[] = [];
    for (const paragraph of this.#file.paragraphs(story)) {
      const { inTable, endsRow, row: definition } = paragraph.properties;
      if (!inTable) {
        rows.push(...(row.length > 0 ? [{ paragraphs: row }] : []));
        this.#table(rows);
        [row, rows] = [[], []];
        if (this.#styles[paragraph.style]?.contents) this.#writer.layout(paragraph.words);
        else this.#writer.block(paragraph.words, this.#facts(paragraph));
      } else if (endsRow) {
        rows.push({ paragraphs: row, ...(definition ? { definition } : {}) });
        row = [];
      } else row.push(paragraph);
    }
    this.#table(rows);
  }

  #table(rows: readonly DocTableRow[]): void {
    if (rows.length === 0) return;
    this.#writer.gap();
    for (const { cell, paragraphs } of placedDocCells(rows, this.#tables++))
      for (const paragraph of paragraphs) this.#writer.block(paragraph.words, this.#facts(paragraph, cell));
    this.#writer.gap();
  }

  #facts(paragraph: DocParagraph, cell?: SourceCell): BlockFacts {
    const style = this.#styles[paragraph.style];
    const place = this.#lists?.placeOf(paragraph, style?.properties ?? {});
    // A paragraph without words shows its number all the same, and so counts.
    const label = place && this.#numbering.label(place);
    const heading = headingLevel(paragraph, style);
    const level = heading ?? (place ? place.level + 1 : undefined);
    const kind = cell ? "cell" : heading !== undefined ? "heading" : label ? "list-item" : "paragraph";
    const labelled = label && paragraph.words.trim() !== "" ? { label } : {};
    return { kind, ...labelled, ...(level === undefined ? {} : { level }), ...(cell ? { cell } : {}) };
  }

  /**
   * Headers and footers, each text once. They stand in one story: six that belong to notes, then for each section its
   * headers and footers of even, odd and first pages.
   */
  pageParts(): { readonly headers: ReadonlySet<string>; readonly footers: ReadonlySet<string> } {
    const { at, length } = this.#file.tablePart(0xf2);
    const ends = Array.from({ length: Math.max(0, length / 4 - 1) }, (_, index) =>
      this.#file.table.getUint32(at + index * 4, true),
    );
    const parts = { headers: new Set<string>(), footers: new Set<string>() };
    for (const { start, words } of this.#file.paragraphs("headers")) {
      const part = ends.findLastIndex((end) => end <= start) % 6;
      const line = words.trim();
      if (line !== "") (part === 2 || part === 3 || part === 5 ? parts.footers : parts.headers).add(line);
    }
    return parts;
  }
}

/** The heading level that a paragraph states, over the one of its style. */
function headingLevel({ properties }: DocParagraph, style: DocStyle | undefined): number | undefined {
  const outline = properties.outline ?? style?.properties.outline;
  if (outline === undefined) return style?.heading;
  return outline < 9 ? outline + 1 : undefined;
}
