/** Why a file cannot be read: message `reading.errors.<code>` with its parameters. */
export class ReadError extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;

  constructor(code: string, params: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = "ReadError";
    this.code = code;
    this.params = params;
  }
}

/** Far above any collection of role descriptions, far below what fills the memory. Characters. */
export const largestText = 20_000_000;

/** The refusal of a longer text. */
export function textTooLong(): ReadError {
  return new ReadError("textTooLong", { millions: largestText / 1_000_000 });
}
