import type { FoundIn } from "./findings.ts";

/**
 * A request that cannot be fulfilled, as data; it leaves as RFC 9457 problem details. The sentence a person reads is
 * the message `server.problems.<code>`.
 */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The text and its findings, where these are the problem. */
  readonly found: FoundIn | undefined;

  constructor(status: number, code: string, params: Readonly<Record<string, unknown>> = {}, found?: FoundIn) {
    super(`${status} ${code}`);
    this.name = "ProblemError";
    this.status = status;
    this.code = code;
    this.params = params;
    this.found = found;
  }
}

/** The problem for something that is not there, or that the caller must not know of. */
export function notFound(
  kind:
    | "template"
    | "revision"
    | "holder"
    | "scorecard"
    | "item"
    | "member"
    | "token"
    | "thread"
    | "comment"
    | "review"
    | "import"
    | "import-file"
    | "route",
) {
  return new ProblemError(404, `${kind}-not-found`);
}

/** The value, or the given problem when there is none. */
export function required<Value>(value: Value | undefined, problem: ProblemError): Value {
  if (value === undefined) throw problem;
  return value;
}
