import { Worker } from "node:worker_threads";
import type { Database } from "better-sqlite3";
import type { LoadedLog, UpdateLog, UpdateRow } from "../storage.ts";
import type { LogReply, LogRequest, LogWorkerData } from "./log-messages.ts";

interface Pending {
  readonly resolve: (value: number) => void;
  readonly reject: (problem: Error) => void;
}

type Order = LogRequest extends infer Each ? (Each extends LogRequest ? Omit<Each, "id"> : never) : never;

/** The update log of the embedded form: reads on this thread, writes on a thread of their own. */
export class GroupCommitLog implements UpdateLog {
  readonly #worker: Worker;
  readonly #database: Database;
  readonly #pending = new Map<number, Pending>();
  /** Orders of this turn of the event loop that go to the thread in one message. */
  #outbox: LogRequest[] = [];
  #nextId = 1;
  #failure: Error | undefined;

  private constructor(database: Database, options: LogWorkerData) {
    this.#database = database;
    this.#worker = new Worker(new URL("./log-worker.ts", import.meta.url), { workerData: options });
    this.#worker.on("message", (replies: readonly LogReply[]) => {
      for (const reply of replies) this.#settle(reply);
    });
    this.#worker.on("error", (problem: Error) => this.#fail(problem));
    this.#worker.on("exit", () => this.#fail(new Error("The log is closed")));
  }

  /** Resolves when the writing thread has the database open. */
  static async open(database: Database, options: LogWorkerData): Promise<GroupCommitLog> {
    const log = new GroupCommitLog(database, options);
    await log.#ask({ kind: "open" });
    return log;
  }

  append(row: UpdateRow): Promise<number> {
    // Posting clones the bytes; a slice first, or the whole message buffer they are a view of would be cloned.
    return this.#ask({ kind: "append", row: { ...row, bytes: row.bytes.slice() } });
  }

  compact(workspaceId: string, doc: string): Promise<number> {
    return this.#ask({ kind: "compact", workspaceId, doc });
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
    return {
      updates: rows.map(({ bytes }) => bytes),
      seq: rows.at(-1)?.seq ?? 0,
      rows: rows.filter(({ folded }) => folded === 0).length,
      writers: this.#writers(workspaceId, doc),
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
    await this.#ask({ kind: "close" });
    await this.#worker.terminate();
  }

  #writers(workspaceId: string, doc: string): ReadonlyMap<number, string | null> {
    const rows = this.#database
      .prepare("select client, user_id from writer where workspace_id = ? and doc = ?")
      .raw()
      .all(workspaceId, doc) as [number, string | null][];
    return new Map(rows);
  }

  #ask(order: Order): Promise<number> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#send({ ...order, id });
      this.#pending.set(id, { resolve, reject });
    });
  }

  /** At once to a thread that rests; one that is at work gets all orders of this turn as one message. */
  #send(request: LogRequest): void {
    if (this.#pending.size === 0) this.#worker.postMessage([request]);
    else if (this.#outbox.push(request) === 1) setImmediate(() => this.#worker.postMessage(this.#outbox.splice(0)));
  }

  #settle(reply: LogReply): void {
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if (reply.error === undefined) pending?.resolve(reply.value ?? 0);
    else pending?.reject(new Error(reply.error));
  }

  /** A dead thread acknowledges nothing: what waits is refused, and so is what comes. */
  #fail(problem: Error): void {
    this.#failure ??= problem;
    for (const { reject } of this.#pending.values()) reject(problem);
    this.#pending.clear();
  }
}
