import type { PrintDocument } from "@rolewright/exporters/document";
import type { LanguageTag } from "@rolewright/locale";
import type { Checklist, Diagnostic, Severities, TextEdit, WorkingDaysOptions } from "@rolewright/runtime";
import type { DocumentDelta } from "./document-delta.ts";
import type { RoleDelta } from "./role-delta.ts";

/*
 * What the page and the reader, a worker, say to each other.
 *
 * Every message of the page carries a number one higher than the last; an answer carries the number of the last message
 * it knows of, so that an answer about an earlier text is told from one about the present text. The reader answers when
 * it has nothing more to take: several messages may get one answer. Answers build on each other and come in order.
 */

/** A text that the template may extend, under the reference it is named by. */
export interface LibraryText {
  readonly reference: string;
  readonly text: string;
}

/** In whose words and with which severities the text is read. */
export interface ReadingSettings {
  readonly tag: LanguageTag;
  readonly severities: Severities;
}

/** What the preview shows just now; the reader makes that and nothing else. */
export type WantedView =
  | { readonly kind: "document"; readonly version: number | null; readonly organisation: string }
  | { readonly kind: "checklist"; readonly period: string; readonly days: WorkingDaysOptions }
  | { readonly kind: "types" }
  | { readonly kind: "json" };

/** The same, made. */
export type MadeView =
  | { readonly kind: "document"; readonly document: PrintDocument }
  | { readonly kind: "checklist"; readonly period: string; readonly checklist: Checklist }
  | { readonly kind: "types" | "json"; readonly parts: readonly TextPart[] };

/** The same, as the reader tells it: a document by what is new in it. */
export type ToldView =
  | Exclude<MadeView, { readonly kind: "document" }>
  | { readonly kind: "document"; readonly delta: DocumentDelta };

/** Lines of generated text; `anchor` is the key of the item they are about. */
export interface TextPart {
  readonly text: string;
  readonly anchor?: string;
}

/** From the page to the reader. Edits are made one after the other, each in the text the one before left. */
export type ToReader = { readonly number: number } & (
  | {
      readonly kind: "open";
      readonly text: string;
      readonly settings: ReadingSettings;
      readonly texts: readonly LibraryText[];
      readonly view: WantedView | undefined;
    }
  | { readonly kind: "change"; readonly edits: readonly TextEdit[] }
  | { readonly kind: "settings"; readonly settings: ReadingSettings }
  | { readonly kind: "texts"; readonly texts: readonly LibraryText[] }
  | { readonly kind: "show"; readonly view: WantedView | undefined }
);

/** From the reader to the page. */
export interface Answer {
  /** Number of the last message it knows of. */
  readonly number: number;
  /** What was read anew; absent when only the view was asked for. */
  readonly reading?: {
    readonly diagnostics: readonly Diagnostic[];
    /** References that the text names and the reader was not given. */
    readonly missing: readonly string[];
    /** The role in the template's own words and in the reader's language; absent when the text cannot be read. */
    readonly role?: { readonly written: RoleDelta; readonly shown: RoleDelta };
  };
  /** What the preview shows, of the last role that could be read; absent when there is none or it is as before. */
  readonly view?: ToldView;
}
