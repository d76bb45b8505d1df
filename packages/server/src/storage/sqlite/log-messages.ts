import type { UpdateRow } from "../storage.ts";

/** What the thread that owns the log is started with. */
export interface LogWorkerData {
  readonly file: string;
  readonly epoch: number;
}

/** What it is asked to do, several orders a message; each is answered by a `LogReply` with the same `id`. */
export type LogRequest =
  | { readonly kind: "open"; readonly id: number }
  | { readonly kind: "append"; readonly id: number; readonly row: UpdateRow }
  | { readonly kind: "compact"; readonly id: number; readonly workspaceId: string; readonly doc: string }
  | { readonly kind: "close"; readonly id: number };

export interface LogReply {
  readonly id: number;
  /** Position of an appended row, or the bytes that a compaction gave back. */
  readonly value?: number;
  /** Why it failed; absent on success. */
  readonly error?: string;
}
