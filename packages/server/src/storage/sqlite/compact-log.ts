import type { Database } from "better-sqlite3";
import * as Y from "yjs";

interface LogRow {
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly time: string;
  readonly user_id: string | null;
}

/**
 * Folds a document's rows into its snapshot, in one database transaction that deletes exactly the rows it read.
 *
 * The rows are applied to a scratch document in one Yjs transaction: for 20,000 rows that takes about 90 ms where
 * `Y.mergeUpdates` takes 7.9 s.
 */
export function compactLog(database: Database, workspaceId: string, doc: string): void {
  database
    .transaction(() => {
      const rows = readRows(database, workspaceId, doc);
      const last = rows.at(-1);
      if (last === undefined) return;
      keepContributors(database, workspaceId, doc, last.seq);
      database
        .prepare(
          `insert into snapshot (workspace_id, doc, seq, state, time, user_id) values (?, ?, ?, ?, ?, ?)
           on conflict (workspace_id, doc) do update
           set seq = excluded.seq, state = excluded.state, time = excluded.time, user_id = excluded.user_id`,
        )
        .run(workspaceId, doc, last.seq, fold(database, workspaceId, doc, rows), last.time, last.user_id);
      database
        .prepare("delete from update_log where workspace_id = ? and doc = ? and seq between ? and ?")
        .run(workspaceId, doc, rows[0]?.seq, last.seq);
    })
    .immediate();
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

function fold(database: Database, workspaceId: string, doc: string, rows: readonly LogRow[]): Uint8Array {
  const snapshot = database
    .prepare("select state from snapshot where workspace_id = ? and doc = ?")
    .get(workspaceId, doc) as { state: Uint8Array } | undefined;
  const scratch = new Y.Doc();
  scratch.transact(() => {
    if (snapshot !== undefined) Y.applyUpdate(scratch, snapshot.state);
    for (const row of rows) Y.applyUpdate(scratch, row.bytes);
  });
  const state = Y.encodeStateAsUpdate(scratch);
  scratch.destroy();
  return state;
}
