import { wholeCharacters } from "./radicals.ts";

/** A piece of the source text. Offsets are UTF-16 code units into {@link SourceDocument.text}; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a source may be, by its content. `pasted` is text from the clipboard. */
export type SourceFormat = "txt" | "md" | "html" | "docx" | "doc" | "pdf" | "rtf" | "odt" | "pasted";

/** What every reader delivers: one text in which every later finding has its place, and what its pieces are. */
export interface SourceDocument {
  /** File name, or what the person called the pasted text. */
  readonly name: string;
  readonly format: SourceFormat;
  /** WHATWG label of the encoding the words were read in. */
  readonly encoding: string;
  /**
   * Everything visible, with LF line ends and no byte order mark. Automatic numbers stand in front of their items as
   * the word processor shows them; the paragraphs of a table's cells follow one another in reading order, each on a
   * line of its own.
   */
  readonly text: string;
  /**
   * The paragraphs, in text order, none overlapping another. Visible characters outside every block are layout:
   * page headers, footers and page numbers (see {@link layoutOf}).
   */
  readonly blocks: readonly SourceBlock[];
  /** What the reader had to guess, to rebuild or to leave out. */
  readonly notes: readonly ReadingNote[];
}

/**
 * One paragraph. In plain text and in Markdown it is one line, which a hard line break may have torn from the next;
 * in every other format a paragraph is whole and its own line breaks are LF inside the span.
 */
export interface SourceBlock {
  /** A paragraph in a table is always a `cell`, whatever else it is; a cell of several paragraphs has several blocks. */
  readonly kind: "heading" | "paragraph" | "list-item" | "cell";
  /** Without white space at its ends; never empty. Holds the label. */
  readonly span: Span;
  /** The item's number or bullet, where the format says that it is one. Plain text never says so. */
  readonly label?: Span;
  /** Depth, 1 the outermost: of a heading or of a list item. */
  readonly level?: number;
  /** Where the paragraph stands in its table. */
  readonly cell?: SourceCell;
  /** 1-based; only of formats that have pages. */
  readonly page?: number;
}

/** A cell's place. Rows and columns count from 0 in the grid that merged cells are laid over. */
export interface SourceCell {
  /** Counts the tables of the document from 0, nested ones included. */
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** 1 unless merged. */
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** One thing a person should know about the reading: message `reading.notes.<code>` with its parameters. */
export interface ReadingNote {
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
  /** Where, when it is about one place. */
  readonly span?: Span;
}

/** Takes text that is already decoded, e.g. from the clipboard: every line that is not blank is a paragraph. */
export function pastedText(name: string, text: string): SourceDocument {
  const plain = plainText(text);
  return { name, format: "pasted", encoding: "utf-8", text: plain, blocks: linesOf(plain), notes: [] };
}

/** The text as a source holds it: LF line ends, no byte order mark, no radicals in place of characters. */
export function plainText(text: string): string {
  return wholeCharacters(text.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n"));
}

/** Every line that is not blank as a paragraph. */
export function linesOf(text: string): SourceBlock[] {
  return [...text.matchAll(/[^\s](?:[^\n]*[^\s])?/gu)].map(({ 0: words, index }) => ({
    kind: "paragraph",
    span: { start: index, end: index + words.length },
  }));
}

/** The visible stretches outside all blocks: page headers, footers and page numbers. */
export function layoutOf({ text, blocks }: Pick<SourceDocument, "text" | "blocks">): Span[] {
  const gaps: Span[] = [];
  let at = 0;
  for (const { start, end } of [...blocks.map(({ span }) => span), { start: text.length, end: text.length }]) {
    for (const { span } of linesOf(text.slice(at, start))) gaps.push({ start: at + span.start, end: at + span.end });
    at = end;
  }
  return gaps;
}
