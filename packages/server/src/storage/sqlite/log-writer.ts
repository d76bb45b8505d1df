import type { Database, Statement } from "better-sqlite3";
import type { UpdateRow } from "../storage.ts";
import { isBusy } from "./open-database.ts";

/** One row's fate: its position, or why it was not written. */
export interface AppendOutcome {
  readonly seq?: number;
  readonly error?: string;
}

/** Writes rows of the update log and counts their positions. One writer per database. */
export class LogWriter {
  readonly #database: Database;
  readonly #epoch: number;
  readonly #lastSeq = new Map<string, number>();
  readonly #insert: Statement;
  readonly #bind: Statement;
  readonly #last: Statement;
  readonly #currentEpoch: Statement;

  constructor(database: Database, epoch: number) {
    this.#database = database;
    this.#epoch = epoch;
    this.#insert = database.prepare(
      `insert into update_log (workspace_id, doc, seq, epoch, user_id, client, time, bytes)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#bind = database.prepare(
      `insert into writer (workspace_id, doc, client, user_id) values (?, ?, ?, ?)
       on conflict (workspace_id, doc, client) do nothing`,
    );
    // The snapshot counts too: after compaction no row is left to continue from.
    this.#last = database.prepare(
      `select max(coalesce((select max(seq) from update_log where workspace_id = @workspaceId and doc = @doc), 0),
                  coalesce((select seq from snapshot where workspace_id = @workspaceId and doc = @doc), 0)) as seq`,
    );
    this.#currentEpoch = database.prepare("select epoch from workspace where workspace_id = ?");
  }

  /**
   * Writes all rows in one transaction; when that fails, each on its own, so that a bad row spoils no other. Throws, with
   * nothing written, when another connection is writing.
   */
  append(rows: readonly UpdateRow[]): readonly AppendOutcome[] {
    try {
      return this.#commit(rows);
    } catch (problem) {
      if (isBusy(problem)) throw problem;
      if (rows.length === 1) return [{ error: String(problem) }];
      return rows.flatMap((row) => this.append([row]));
    }
  }

  #commit(rows: readonly UpdateRow[]): readonly AppendOutcome[] {
    try {
      return this.#database.transaction(() => rows.map((row) => ({ seq: this.#write(row) }))).immediate();
    } catch (problem) {
      // Positions counted inside a transaction that was rolled back are free again.
      this.#lastSeq.clear();
      throw problem;
    }
  }

  #write(row: UpdateRow): number {
    this.#checkEpoch(row.workspaceId);
    const key = `${row.workspaceId}\0${row.doc}`;
    const seq = (this.#lastSeq.get(key) ?? this.#readLastSeq(row)) + 1;
    const { workspaceId, doc, userId, client, newClients, time, bytes } = row;
    this.#insert.run(workspaceId, doc, seq, this.#epoch, userId, client, time, bytes);
    for (const fresh of newClients) this.#bind.run(workspaceId, doc, fresh, userId);
    this.#lastSeq.set(key, seq);
    return seq;
  }

  /** Fencing: a process that lost the data folder to another one must not write any more. */
  #checkEpoch(workspaceId: string): void {
    const row = this.#currentEpoch.get(workspaceId) as { epoch: number } | undefined;
    if (row?.epoch !== this.#epoch) throw new Error(`Epoch ${this.#epoch} is over: another process writes here`);
  }

  #readLastSeq(row: UpdateRow): number {
    return (this.#last.get({ workspaceId: row.workspaceId, doc: row.doc }) as { seq: number }).seq;
  }
}
