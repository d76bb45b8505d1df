import type { Database } from "better-sqlite3";
import { foldUpdates } from "../fold-updates.ts";

interface LogRow {
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly time: string;
  readonly user_id: string | null;
}

/**
 * Folds a document's rows into its snapshot, in one database transaction that deletes exactly the rows it read. Returns
 * the bytes that gave back.
 */
export function compactLog(database: Database, workspaceId: string, doc: string): number {
  // Read and folded before the transaction takes the write lock: others wait for a moment only. Nobody else folds.
  const rows = readRows(database, workspaceId, doc);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const before = [...readState(database, workspaceId, doc), ...rows.map(({ bytes }) => bytes)];
  const state = foldUpdates(before);
  database
    .transaction(() => {
      keepContributors(database, workspaceId, doc, last.seq);
      putState(database, workspaceId, doc, last, state);
      const gone = database
        .prepare("delete from update_log where workspace_id = ? and doc = ? and seq between ? and ?")
        .run(workspaceId, doc, first.seq, last.seq);
      if (gone.changes !== rows.length) throw new Error("The rows changed while they were folded");
    })
    .immediate();
  return before.reduce((sum, bytes) => sum + bytes.length, -state.length);
}

function readRows(database: Database, workspaceId: string, doc: string): readonly LogRow[] {
  return database
    .prepare("select seq, bytes, time, user_id from update_log where workspace_id = ? and doc = ? order by seq")
    .all(workspaceId, doc) as LogRow[];
}

/** Revisions name their authors from the log: remember who wrote in the rows that go. */
function keepContributors(database: Database, workspaceId: string, doc: string, upTo: number): void {
  database
    .prepare(
      `insert into contribution (workspace_id, doc, user_id, last_seq)
       select workspace_id, doc, user_id, max(seq) from update_log
       where workspace_id = ? and doc = ? and seq <= ? and user_id is not null
       group by workspace_id, doc, user_id
       on conflict (workspace_id, doc, user_id) do update set last_seq = excluded.last_seq`,
    )
    .run(workspaceId, doc, upTo);
}

function readState(database: Database, workspaceId: string, doc: string): readonly Uint8Array[] {
  const select = database.prepare("select state from snapshot where workspace_id = ? and doc = ?").pluck();
  return select.all(workspaceId, doc) as Uint8Array[];
}

function putState(database: Database, workspaceId: string, doc: string, last: LogRow, state: Uint8Array): void {
  database
    .prepare(
      `insert into snapshot (workspace_id, doc, seq, state, time, user_id) values (?, ?, ?, ?, ?, ?)
       on conflict (workspace_id, doc) do update
       set seq = excluded.seq, state = excluded.state, time = excluded.time, user_id = excluded.user_id`,
    )
    .run(workspaceId, doc, last.seq, state, last.time, last.user_id);
}
