import type { JsonValue } from "@rolewright/runtime";

/** Why a document could not be written. Each has a sentence under `document.problems.<code>` of the locale. */
export type ExportProblem =
  | "export/missing-glyph"
  | "export/refused"
  | "export/timeout"
  | "export/stopped"
  | "export/unknown-standard";

/**
 * A document that could not be written, as data: `code` names the cause, `params` fill its sentence.
 * `message` is for logs; what people read is made by `locale`.
 */
export class ExportError extends Error {
  readonly code: ExportProblem;
  readonly params: Readonly<Record<string, JsonValue>>;

  constructor(code: ExportProblem, params: Readonly<Record<string, JsonValue>> = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = "ExportError";
    this.code = code;
    this.params = params;
  }
}
