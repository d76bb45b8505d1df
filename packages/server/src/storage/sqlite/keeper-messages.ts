/** What the thread that keeps the log in shape is asked to do; each order is answered by a `KeeperReply`. */
export type KeeperOrder =
  | { readonly kind: "fold"; readonly id: number; readonly workspaceId: string; readonly doc: string }
  | { readonly kind: "checkpoint"; readonly id: number }
  | { readonly kind: "close"; readonly id: number };

export interface KeeperReply {
  /** The order's; 0 when the thread has the database open. */
  readonly id: number;
  /** Bytes that folding gave back. */
  readonly value?: number;
  /** Why it failed; absent on success. */
  readonly error?: string;
}
