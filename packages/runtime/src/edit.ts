import type { Diagnostic, TextEdit } from "./diagnostic.ts";
import type { JsonValue } from "./json.ts";
import type { TemplatePath } from "./template.ts";

/** The edits that make the change, or why it cannot be made. */
export type EditResult = { readonly edits: readonly TextEdit[] } | { readonly refused: Diagnostic };

/** Minimal whole-token edits that put `value` at `path` (or remove what is there, for `undefined`). */
export function edit(_text: string, _path: TemplatePath, _value: JsonValue | undefined): EditResult {
  return { edits: [] };
}

/** The text after the edits. */
export function applyEdits(text: string, _edits: readonly TextEdit[]): string {
  return text;
}
