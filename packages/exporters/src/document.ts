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
  /** Running header, left and right. */
  readonly header: { readonly left: string; readonly right: string };
  /** Facts at the top right: document number, version, effective date, occupation code. */
  readonly facts: readonly Fact[];
  /** Purpose of the role, or the one-line summary of a scorecard. */
  readonly lead: string;
  readonly blocks: readonly Block[];
  readonly footer: { readonly name: string; readonly version: string; readonly fingerprint: string };
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Key of the template item it came from: the trace line hangs on it. */
  readonly anchor?: string;
}

export type Block =
  | {
      readonly kind: "heading";
      readonly level: 1 | 2;
      readonly number: string;
      readonly text: string;
      readonly anchor?: string;
    }
  | { readonly kind: "paragraph"; readonly text: string; readonly tone?: "body" | "note" }
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  | { readonly kind: "list"; readonly items: readonly ListItem[]; readonly columns: 1 | 2 }
  | TableBlock
  | {
      readonly kind: "organisation";
      readonly superior?: string;
      readonly role: string;
      readonly subordinates: readonly string[];
      readonly notes: readonly Fact[];
      readonly alt: string;
    }
  | {
      readonly kind: "figures";
      readonly figures: readonly { readonly label: string; readonly value: string; readonly note?: string }[];
    }
  | {
      readonly kind: "signatures";
      readonly slots: readonly { readonly label: string; readonly name?: string; readonly date?: string }[];
      readonly dateLabel: string;
    };

export interface ListItem {
  readonly number: string;
  readonly text: string;
  readonly anchor?: string;
}

export interface TableBlock {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly {
    readonly title: string;
    readonly align: "start" | "end";
    readonly width: "auto" | "fill";
  }[];
  readonly rows: readonly {
    readonly cells: readonly string[];
    readonly anchor?: string;
    readonly tone?: "group" | "total" | "detail";
  }[];
}

/** Passed through to exporters unchanged, e.g. `{ "standard": "pdf/a-2a" }`. */
export type ExportOptions = Readonly<Record<string, JsonValue>>;
