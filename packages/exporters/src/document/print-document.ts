import type { JsonValue } from "@rolewright/runtime";

/**
 * The neutral print document: what exporters and the page's preview show, without any layout engine in it.
 * All texts are final, in the document's language; numbers are formatted.
 */
export interface PrintDocument {
  readonly kind: "role" | "scorecard";
  /** BCP 47 tag. */
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  /** Name of the file's kind, e.g. 岗位说明书; with `title` it names the file in readers and libraries. */
  readonly type: string;
  /** Running header, left and right. */
  readonly header: { readonly left: string; readonly right: string };
  /** Facts at the top right: document number, version, effective date, occupation code. */
  readonly facts: readonly Fact[];
  /** Purpose of the role, or the one-line summary of a scorecard; empty when there is none. */
  readonly lead: string;
  readonly blocks: readonly Block[];
  readonly footer: Footer;
}

/** The running footer: what ties a sheet of paper to a published text. */
export interface Footer {
  readonly name: string;
  readonly version: string;
  /** Label and shortened content hash, e.g. `内容指纹 9f3c 71ab 04de 58c2`. */
  readonly fingerprint: string;
  /** The page line with `{page}` and `{pages}` in it; only paged formats can fill them. */
  readonly page: string;
}

/** A label and its value. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Key of the template item it came from: the trace line hangs on it. */
  readonly anchor?: string;
}

/** One part of a print document, in reading order. */
export type Block =
  | HeadingBlock
  | { readonly kind: "paragraph"; readonly text: string; readonly tone?: "body" | "note" }
  | FactsBlock
  | ListBlock
  | TableBlock
  | OrganisationBlock
  | FiguresBlock
  | SignaturesBlock;

/** Level 2 stands only under a level 1: tagged formats refuse skipped levels. */
export interface HeadingBlock {
  readonly kind: "heading";
  readonly level: 1 | 2;
  /** Number as shown, e.g. `三`; empty for an unnumbered heading. */
  readonly number: string;
  readonly text: string;
  readonly anchor?: string;
}

/** A grid of labels and values. */
export interface FactsBlock {
  readonly kind: "facts";
  readonly facts: readonly Fact[];
}

/** A numbered list; `columns` is a wish that narrow formats may ignore. */
export interface ListBlock {
  readonly kind: "list";
  readonly items: readonly ListItem[];
  readonly columns: 1 | 2;
}

/** One entry of a list. */
export interface ListItem {
  readonly number: string;
  readonly text: string;
  /** Smaller text after it: the part played, how often, the share of time. */
  readonly note?: string;
  readonly anchor?: string;
}

/** A table whose head repeats on every page. */
export interface TableBlock {
  readonly kind: "table";
  /** Spoken name of the table; not drawn where a heading already says it. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** One column of a table. */
export interface TableColumn {
  readonly title: string;
  readonly align: "start" | "end";
  /** `fill` columns share what `auto` columns leave. */
  readonly width: "auto" | "fill";
  /** `number` is drawn in the accent colour, `state` with the mark of the row's state before the word. */
  readonly role?: "number" | "state" | "strong";
}

/** One row of a table. In `group` and `detail` rows a text spans the empty cells that follow it. */
export interface TableRow {
  /** As many as there are columns. */
  readonly cells: readonly string[];
  readonly anchor?: string;
  readonly tone?: "group" | "total" | "detail";
  readonly state?: "met" | "missed" | "no-data" | "not-applicable";
}

/** The reporting lines: who stands above and below, and how authority is exercised both ways. */
export interface OrganisationBlock {
  readonly kind: "organisation";
  readonly superior?: string;
  readonly role: string;
  readonly subordinates: readonly string[];
  readonly notes: readonly Fact[];
  /** The drawing in words. */
  readonly alt: string;
}

/** A row of big figures. */
export interface FiguresBlock {
  readonly kind: "figures";
  readonly figures: readonly { readonly label: string; readonly value: string; readonly note?: string }[];
}

/** A place to sign: who it is for, and who signed when, where that is known. */
export interface SignatureSlot {
  readonly label: string;
  readonly name?: string;
  /** Calendar day, ISO. */
  readonly date?: string;
  /** Stand below: the fingerprint of what was signed, a remark. */
  readonly notes?: readonly string[];
}

/** Places to sign. A slot without a name gets a line; `dateLabel` stands where no date is given. */
export interface SignaturesBlock {
  readonly kind: "signatures";
  readonly slots: readonly SignatureSlot[];
  readonly dateLabel: string;
}

/** Passed through to exporters unchanged, e.g. `{ "standard": "a-2a" }`. */
export type ExportOptions = Readonly<Record<string, JsonValue>>;
