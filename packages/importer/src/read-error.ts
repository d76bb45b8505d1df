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
