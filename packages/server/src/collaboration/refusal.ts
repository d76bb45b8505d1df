/** WebSocket close codes by reason: what a connection is ended with, and whether coming back can help. */
const codes = {
  /** No Yjs update, or a frame of no known shape. */
  malformed: 4400,
  /** Edits under a client id that belongs to somebody else. */
  "foreign-edits": 4403,
  /** Anything but plain text in the one text of the document. */
  "not-text": 4400,
  "document-too-large": 4413,
  "workspace-full": 4507,
  "too-many-edits": 4429,
  "too-many-connections": 4429,
  "too-many-documents": 4429,
  /** Builds on edits that are not here; the client synchronises anew. */
  "missing-dependencies": 4205,
  /** The member's role changed; the client comes back and is told its new one. */
  "access-changed": 4205,
  /** The session ended or the token was deleted. */
  "signed-out": 4401,
  /** Somebody else has signed in where these edits were made: they wait there for their author. */
  "other-person": 4401,
  /** The log could not be written: nothing was acknowledged, the client sends again. */
  "not-saved": 1011,
  /** The database cannot be read right now. */
  unavailable: 1013,
} as const;

/** Why the server ends a connection or lets an edit not in. The page says `server.collaboration.<reason>`. */
export type RefusalReason = keyof typeof codes;

/** All reasons, for the contract test over the languages. */
export const refusalReasons = Object.keys(codes) as readonly RefusalReason[];

/** Something that is not let in. `reason` travels to the client in the close frame. */
export class RefusedError extends Error {
  readonly reason: RefusalReason;
  readonly code: number;

  constructor(reason: RefusalReason, detail = "") {
    super(detail === "" ? reason : `${reason}: ${detail}`);
    this.name = "RefusedError";
    this.reason = reason;
    this.code = codes[reason];
  }
}

/** The close frame for a problem; one that is nobody's fault here is the log's. */
export function refusalOf(problem: unknown): RefusedError {
  return problem instanceof RefusedError ? problem : new RefusedError("not-saved", String(problem));
}
