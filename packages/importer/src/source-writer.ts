import { wholeCharacters } from "./radicals.ts";
import { largestText, textTooLong } from "./read-error.ts";
import type { ReadingNote, SourceBlock, SourceCell, SourceDocument, SourceFormat, Span } from "./source.ts";

/** What a paragraph is, beside its words. */
export interface BlockFacts {
  readonly kind?: SourceBlock["kind"];
  /** Number or bullet that the format draws in front of the words; written into the text. */
  readonly label?: string;
  readonly level?: number;
  readonly cell?: SourceCell;
  readonly page?: number;
}

/**
 * Puts a source document together, paragraph by paragraph, in reading order. What people cannot see (control
 * characters, zero-width marks) is left out here, so that no reader has to think of it.
 */
export class SourceWriter {
  readonly #parts: string[] = [];
  readonly #blocks: SourceBlock[] = [];
  readonly #notes: ReadingNote[] = [];
  #length = 0;
  #blank = true;

  /** Words that belong to the document. Without visible words it is {@link gap}. Returns their place. */
  block(words: string, facts: BlockFacts = {}): Span | undefined {
    const { kind = "paragraph", label, ...rest } = facts;
    const visible = visibleText(words).trim();
    if (visible === "") return void this.gap();
    const mark = label === undefined ? "" : visibleText(label).trim();
    const start = this.#length;
    this.#line(mark === "" ? visible : `${mark}${separator(mark)}${visible}`);
    const span = { start, end: this.#length - 1 };
    const labelled = mark === "" ? {} : { label: { start, end: start + mark.length } };
    this.#blocks.push({ kind, span, ...labelled, ...rest });
    return span;
  }

  /** Words that belong to the page and not to the document: headers, footers, page numbers. */
  layout(words: string): void {
    const visible = visibleText(words).trim();
    if (visible !== "") this.#line(visible);
  }

  /** A blank line; several in a row are one. */
  gap(): void {
    if (this.#blank) return;
    this.#push("\n");
    this.#blank = true;
  }

  note(code: string, params?: ReadingNote["params"], span?: Span): void {
    this.#notes.push({ code, ...(params ? { params } : {}), ...(span ? { span } : {}) });
  }

  finish(name: string, format: SourceFormat, encoding = "utf-8"): SourceDocument {
    return { name, format, encoding, text: this.#parts.join(""), blocks: this.#blocks, notes: this.#notes };
  }

  #line(words: string): void {
    this.#push(`${words}\n`);
    this.#blank = false;
  }

  #push(part: string): void {
    this.#length += part.length;
    if (this.#length > largestText) throw textTooLong();
    this.#parts.push(part);
  }
}

/** Only what can be seen, in the signs that other programs write for it. */
export function visibleText(text: string): string {
  return wholeCharacters(text)
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, "\n")
    .replace(/[\u00a0\u202f]/gu, " ")
    .replace(/\u2011/gu, "-")
    .replace(/[\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffc]/gu, (sign) =>
      sign === "\n" || sign === "\t" ? sign : "",
    );
}

/** Chinese numbers bring their own distance (一、 （1）); Latin ones need a space. */
function separator(label: string): string {
  return /[、）】．：]$/u.test(label) ? "" : " ";
}
