import type { SourceBlock, Span } from "../source.ts";
import type { HeadingMeaning } from "../words/heading-words.ts";
import type { SectionKind } from "../words/headings.ts";
import type { FieldKind } from "../words/labels.ts";

/** The number or bullet of an entry. */
export interface Marker {
  readonly style: string;
  readonly ordinal: number;
  readonly span: Span;
}

/** The heading of a whole description: a job's title with 岗位职责 or the like behind it. */
export interface TitleUnit {
  readonly type: "title";
  readonly span: Span;
  readonly title: Span;
  readonly kind: SectionKind;
  /** It names parts of several kinds. */
  readonly mixed: boolean;
  /** It carries a number among several. */
  readonly indexed: boolean;
}

export interface HeadingUnit {
  readonly type: "heading";
  readonly span: Span;
  readonly words: string;
  readonly meaning: HeadingMeaning;
  /** It is part of a sentence that leads in a list (主要职责包括以下几个方面:). */
  readonly led: boolean;
  /** No known words, but numbered like headings that are known: what stands below tells its kind. */
  readonly unknown?: true;
  /** Its words only hint at its kind. */
  readonly guessed?: true;
  /** What kind of qualification it announces, where it says so. */
  readonly field?: FieldKind;
}

/** A label; its value is the text behind it. */
export interface FieldUnit {
  readonly type: "field";
  readonly span: Span;
  readonly field: FieldKind;
}

export interface TextUnit {
  readonly type: "text";
  readonly marker?: Marker;
  /** Without the marker; may be empty. */
  readonly span: Span;
  readonly line: number;
  readonly atLineStart: boolean;
  /** A blank line stands before its line. */
  readonly apart: boolean;
  readonly block: SourceBlock;
}

/** A stretch of the text between two cuts. Spans are in normalised text. */
export type Unit = TitleUnit | HeadingUnit | FieldUnit | TextUnit;
