import { Worker } from "node:worker_threads";
import type { KeeperOrder, KeeperReply } from "./keeper-messages.ts";

interface Pending {
  readonly resolve: (value: number) => void;
  readonly reject: (problem: Error) => void;
}

type Order = KeeperOrder extends infer Each ? (Each extends KeeperOrder ? Omit<Each, "id"> : never) : never;

/** Folds documents and checkpoints the database on a thread of its own. */
export class LogKeeper {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #failure: Error | undefined;

  private constructor(file: string) {
    this.#worker = new Worker(new URL("./log-keeper-thread.ts", import.meta.url), { workerData: file });
    this.#worker.on("message", (reply: KeeperReply) => this.#settle(reply));
    this.#worker.on("error", (problem: Error) => this.#fail(problem));
    this.#worker.on("exit", () => this.#fail(new Error("The log is closed")));
  }

  /** Resolves when the thread has the database open. */
  static async open(file: string): Promise<LogKeeper> {
    const keeper = new LogKeeper(file);
    await new Promise((resolve, reject) => keeper.#pending.set(0, { resolve, reject }));
    return keeper;
  }

  /** Folds a document's rows into its snapshot; resolves with the bytes that gave back. */
  fold(workspaceId: string, doc: string): Promise<number> {
    return this.#ask({ kind: "fold", workspaceId, doc });
  }

  /** Brings what was committed into the database file. Where it fails the write-ahead log keeps it. */
  async checkpoint(): Promise<void> {
    await this.#ask({ kind: "checkpoint" }).catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.#ask({ kind: "close" });
    await this.#worker.terminate();
  }

  #ask(order: Order): Promise<number> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#worker.postMessage({ ...order, id });
    });
  }

  #settle({ id, value, error }: KeeperReply): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (error === undefined) pending?.resolve(value ?? 0);
    else pending?.reject(new Error(error));
  }

  #fail(problem: Error): void {
    this.#failure ??= problem;
    for (const { reject } of this.#pending.values()) reject(problem);
    this.#pending.clear();
  }
}
