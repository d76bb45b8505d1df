import type { JsonValue } from "./json.ts";
import type { TextRange } from "./model.ts";

/** `error` stops compiling or publishing; `warning` may be published with a reason; `info` is advice. */
export type Severity = "error" | "warning" | "info";

/**
 * A finding about a template, as data: the words a person reads are made by `locale` from `code` and `params`
 * (message key `diagnostics.<code>`).
 */
export interface Diagnostic {
  /** `area/problem`, e.g. `weights/sum`. Stable: users configure severities by it. */
  readonly code: string;
  readonly severity: Severity;
  readonly path: readonly (string | number)[];
  readonly range: TextRange;
  readonly params: Readonly<Record<string, JsonValue>>;
  readonly fixes: readonly Fix[];
}

/** A repair the user can apply; its label is made by `locale` from `code` and `params` (`fixes.<code>`). */
export interface Fix {
  readonly code: string;
  readonly params: Readonly<Record<string, JsonValue>>;
  readonly edits: readonly TextEdit[];
}

/** Replaces `length` UTF-16 code units at `offset` by `text`. Edits of one list never overlap; offsets refer to the text before any of them. */
export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}
