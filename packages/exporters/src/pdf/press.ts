import { Worker } from "node:worker_threads";
import { NoAnswerError, WorkerQueue } from "@rolewright/worker-queue";
import { ExportError } from "../export-error.ts";
import type { TypesetJob } from "./typesetter.ts";
import type { WorkerAnswer } from "./worker.ts";

/** How a press runs; every field has a default. */
export interface PressOptions {
  /** Documents one worker sets before a fresh one takes its place. Default 200. */
  readonly documentsPerWorker?: number;
  /** A document that takes longer is given up, and its worker with it. Default 60,000. */
  readonly timeoutMs?: number;
  /** The worker's entry; tests put a misbehaving one here. */
  readonly entry?: URL;
}

/**
 * Sets documents one after another in a worker thread that is replaced now and then (its fonts hold about 90 MB, and
 * Typst keeps some of each document).
 *
 * One thread, because Typst uses all cores by itself.
 */
export class Press {
  readonly #timeoutMs: number;
  readonly #queue: WorkerQueue<TypesetJob, WorkerAnswer>;

  constructor(options: PressOptions = {}) {
    const { documentsPerWorker = 200, timeoutMs = 60_000, entry = new URL("./worker.ts", import.meta.url) } = options;
    this.#timeoutMs = timeoutMs;
    this.#queue = new WorkerQueue({ start: () => new Worker(entry), timeoutMs, jobsPerThread: documentsPerWorker });
  }

  /** How many workers were started so far. */
  get workersStarted(): number {
    return this.#queue.threadsStarted;
  }

  /** Sets one document; rejects with an `ExportError`, or with a plain error where the press itself is broken. */
  async set(job: TypesetJob): Promise<Uint8Array> {
    const answer = await this.#queue.run(job).catch((problem) => this.#fail(problem));
    if ("pdf" in answer) return answer.pdf;
    if ("problem" in answer) throw new ExportError(answer.problem.code, answer.problem.params);
    throw new Error(answer.crash);
  }

  /** Lets the worker go and refuses what still waits (`export/stopped`). The press can be used again. */
  close(): Promise<void> {
    return this.#queue.close();
  }

  #fail(problem: unknown): never {
    const reason = problem instanceof NoAnswerError ? problem.reason : undefined;
    if (reason === "tooSlow") throw new ExportError("export/timeout", { seconds: this.#timeoutMs / 1000 });
    if (reason === "stopped") throw new ExportError("export/stopped");
    throw problem;
  }
}
