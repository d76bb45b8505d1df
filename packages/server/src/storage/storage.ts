import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/**
 * All that the rest of the server knows about where data lies: a database to query, and the log of edits.
 *
 * There are two forms, SQLite in a data folder and PostgreSQL; one contract suite runs over both.
 */
export interface Storage {
  readonly database: Kysely<Tables>;
  readonly log: UpdateLog;
  /**
   * Resolves when the disk did not take what was written: then nothing is accepted any more, and the process has to end
   * at once, without closing, so that the next start finds out what is there. Otherwise never.
   */
  readonly broken: Promise<Error>;
  /** Waits for appends under way, then lets go of the data folder. */
  close(): Promise<void>;
}

/** One edit on its way to the log. `bytes` are copied when they are handed over. */
export interface UpdateRow {
  readonly workspaceId: string;
  readonly doc: string;
  readonly userId: string | null;
  /** Yjs client of its first edit; 0 when it only deletes. */
  readonly client: number;
  /** Yjs clients that write in this document for the first time: from now on they are this user's. */
  readonly newClients: readonly number[];
  readonly time: string;
  readonly bytes: Uint8Array;
}

/** What a document is made of: apply the updates in order (a snapshot, where there is one, comes first). */
export interface LoadedLog {
  readonly updates: readonly Uint8Array[];
  /** Position of the last update; 0 for a document without any. */
  readonly seq: number;
  /** Rows after the snapshot: what compaction would fold. */
  readonly rows: number;
  /** Whose each Yjs client is, by its id; null for the server itself. */
  readonly writers: ReadonlyMap<number, string | null>;
}

export interface UpdateLog {
  /** Resolves with the row's position once it is on stable storage, and rejects when it is not. */
  append(row: UpdateRow): Promise<number>;
  load(workspaceId: string, doc: string): Promise<LoadedLog>;
  /**
   * Folds all rows there are into a snapshot, in one transaction that deletes exactly the rows it read. Resolves with
   * the bytes that gave back: by so much `size` is smaller.
   */
  compact(workspaceId: string, doc: string): Promise<number>;
  /**
   * Ids of the members who wrote at the positions after `after` up to `upTo`, as far as the rows are there; of rows
   * that were folded, those of members whose last one lies after `after`.
   */
  authors(workspaceId: string, doc: string, after: number, upTo: number): Promise<readonly string[]>;
  /** Bytes of all edits of a workspace, snapshots included. */
  size(workspaceId: string): Promise<number>;
}

/** The data folder or database is in use by another process. */
export class StorageBusyError extends Error {
  readonly code = "storage-busy";

  /** `place` as it stands in the sentence, such as `The data folder /srv/roles`. */
  constructor(place: string) {
    super(`${place} is in use by another Rolewright process. Stop that one, or name another place.`);
    this.name = "StorageBusyError";
  }
}
