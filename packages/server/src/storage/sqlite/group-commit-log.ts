import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import type { LoadedLog, UpdateLog, UpdateRow } from "../storage.ts";
import { LogKeeper } from "./log-keeper.ts";
import { type AppendOutcome, LogWriter } from "./log-writer.ts";
import { isBusy, openDatabase } from "./open-database.ts";
import { WriteAheadFile } from "./write-ahead-file.ts";

/** Somebody else may hold the database so long before an append fails, looked at every so often. */
const patienceMs = 10_000;
const retryMs = 1;
/** The write-ahead log is brought into the database after so long without an edit, and after so many commits at least. */
const idleMs = 250;
const commitsBetweenCheckpoints = 1_000;

interface Waiting {
  readonly row: UpdateRow;
  readonly resolve: (seq: number) => void;
  readonly reject: (problem: unknown) => void;
}

interface Parts {
  readonly database: Database;
  readonly epoch: number;
  readonly file: Pick<WriteAheadFile, "flush" | "close">;
  readonly keeper: LogKeeper;
}

/**
 * The update log of the embedded form. Its transactions write into SQLite's write-ahead log without waiting for the disk,
 * which takes some 50 µs on this thread; then that file is flushed on a thread of Node's pool, while which everything
 * else goes on, and what comes meanwhile shares the next transaction and flush (group commit). An append resolves after
 * its flush, and nobody is given a row to read before.
 *
 * Why one flush is enough: every frame of the write-ahead log carries a checksum over all before it, so that a restart
 * takes a whole beginning of what was written and nothing behind a gap; the flush of an edit covers all before it. The
 * file's header and its place in the folder SQLite flushes itself when the log begins anew (`synchronous=NORMAL`), as it
 * flushes the log before it copies from it into the database, and the database before the log begins anew.
 *
 * A flush that fails ends the log for good: the system may take pages it could not write for written, a later flush would
 * then succeed with a gap in front of it. Only a restart, which checks every frame, knows what is there.
 */
export class GroupCommitLog implements UpdateLog {
  readonly #database: Database;
  readonly #file: Parts["file"];
  readonly #keeper: LogKeeper;
  readonly #writer: LogWriter;
  #waiting: Waiting[] = [];
  #working: Promise<void> | undefined;
  /** The batch between its transaction and its flush; never rejects. */
  #batch: Promise<void> | undefined;
  #problem: Error | undefined;
  readonly #broken = Promise.withResolvers<Error>();
  #closed = false;
  #commits = 0;
  #idle: NodeJS.Timeout | undefined;

  /** `open` is the way to make one; the constructor is there for tests of disks that fail. */
  constructor({ database, epoch, file, keeper }: Parts) {
    this.#database = database;
    this.#file = file;
    this.#keeper = keeper;
    this.#writer = new LogWriter(database, epoch);
  }

  static async open(databaseFile: string, epoch: number): Promise<GroupCommitLog> {
    const database = openDatabase(databaseFile, { flushing: false, patienceMs: 0 });
    const [file, keeper] = await Promise.all([WriteAheadFile.open(databaseFile), LogKeeper.open(databaseFile)]);
    return new GroupCommitLog({ database, epoch, file, keeper });
  }

  /** Resolves when a flush has failed; see the class. */
  get broken(): Promise<Error> {
    return this.#broken.promise;
  }

  append(row: UpdateRow): Promise<number> {
    if (this.#problem !== undefined) return Promise.reject(this.#problem);
    if (this.#closed) return Promise.reject(new Error("The log is closed"));
    // The caller's buffer is the socket's: it may be used again before the transaction begins.
    const copy = { ...row, bytes: row.bytes.slice() };
    return new Promise((resolve, reject) => {
      this.#waiting.push({ row: copy, resolve, reject });
      this.#start();
    });
  }

  compact(workspaceId: string, doc: string): Promise<number> {
    if (this.#problem !== undefined) return Promise.reject(this.#problem);
    return this.#keeper.fold(workspaceId, doc);
  }

  /** One statement, so that a compaction between two reads cannot be seen halfway. */
  async load(workspaceId: string, doc: string): Promise<LoadedLog> {
    const rows = this.#database
      .prepare(
        `select seq, state as bytes, 1 as folded from snapshot where workspace_id = @workspaceId and doc = @doc
         union all
         select seq, bytes, 0 as folded from update_log where workspace_id = @workspaceId and doc = @doc
         order by folded desc, seq`,
      )
      .all({ workspaceId, doc }) as { seq: number; bytes: Uint8Array; folded: number }[];
    const writers = this.#writers(workspaceId, doc);
    // Rows that could still vanish with the power are shown to nobody.
    await this.#batch;
    if (this.#problem !== undefined) throw this.#problem;
    return {
      updates: rows.map(({ bytes }) => bytes),
      seq: rows.at(-1)?.seq ?? 0,
      rows: rows.filter(({ folded }) => folded === 0).length,
      writers,
    };
  }

  async authors(workspaceId: string, doc: string, after: number, upTo: number): Promise<readonly string[]> {
    return this.#database
      .prepare(
        `select user_id from update_log
         where workspace_id = @workspaceId and doc = @doc and seq > @after and seq <= @upTo and user_id is not null
         union
         select user_id from contribution where workspace_id = @workspaceId and doc = @doc and last_seq > @after`,
      )
      .pluck()
      .all({ workspaceId, doc, after, upTo }) as string[];
  }

  async size(workspaceId: string): Promise<number> {
    const sum = this.#database
      .prepare(
        `select (select coalesce(sum(length(bytes)), 0) from update_log where workspace_id = @workspaceId)
              + (select coalesce(sum(length(state)), 0) from snapshot where workspace_id = @workspaceId)`,
      )
      .pluck()
      .get({ workspaceId });
    return Number(sum);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idle);
    while (this.#working !== undefined) await this.#working;
    await this.#keeper.close();
    await this.#file.close();
    this.#database.close();
  }

  #writers(workspaceId: string, doc: string): ReadonlyMap<number, string | null> {
    const rows = this.#database
      .prepare("select client, user_id from writer where workspace_id = ? and doc = ?")
      .raw()
      .all(workspaceId, doc) as [number, string | null][];
    return new Map(rows);
  }

  #start(): void {
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
      // What came after the last look at the queue.
      if (this.#waiting.length > 0) this.#start();
    });
  }

  async #work(): Promise<void> {
    // All that arrives in this turn of the event loop shares the transaction.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      this.#batch = this.#write(this.#waiting.splice(0));
      await this.#batch;
    }
    this.#batch = undefined;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    try {
      if (this.#problem !== undefined) throw this.#problem;
      const outcomes = await this.#commit(batch.map(({ row }) => row));
      await this.#flush();
      batch.forEach(({ resolve, reject }, index) => {
        const { seq, error } = outcomes[index] ?? {};
        if (seq === undefined) reject(new Error(error));
        else resolve(seq);
      });
    } catch (problem) {
      for (const { reject } of batch) reject(problem);
    }
    this.#checkpointLater();
  }

  /** While another connection writes, this thread does not wait for it but goes on with other things. */
  async #commit(rows: readonly UpdateRow[]): Promise<readonly AppendOutcome[]> {
    const until = performance.now() + patienceMs;
    for (;;) {
      try {
        return this.#writer.append(rows);
      } catch (problem) {
        if (!isBusy(problem) || performance.now() > until) throw problem;
        await wait(retryMs);
      }
    }
  }

  async #flush(): Promise<void> {
    try {
      await this.#file.flush();
    } catch (problem) {
      this.#problem = new Error(`The disk did not take what was written: ${problem}`);
      this.#broken.resolve(this.#problem);
    }
    if (this.#problem !== undefined) throw this.#problem;
  }

  /** A checkpoint costs several flushes of the disk: in the midst of typing people would wait for them. */
  #checkpointLater(): void {
    this.#commits++;
    if (this.#closed || this.#problem !== undefined) return;
    if (this.#commits >= commitsBetweenCheckpoints) this.#checkpoint();
    else if (this.#idle !== undefined) this.#idle.refresh();
    else this.#idle = setTimeout(() => this.#checkpoint(), idleMs).unref();
  }

  #checkpoint(): void {
    this.#commits = 0;
    void this.#keeper.checkpoint();
  }
}
