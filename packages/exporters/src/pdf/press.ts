import { Worker } from "node:worker_threads";
import { ExportError } from "../export-error.ts";
import type { TypesetJob } from "./typesetter.ts";
import type { WorkerAnswer } from "./worker.ts";

/** How a press runs; every field has a default. */
export interface PressOptions {
  /** Documents one worker sets before a fresh one takes its place. Default 200. */
  readonly documentsPerWorker?: number;
  /** A document that takes longer is given up, and its worker with it. Default 60,000. */
  readonly timeoutMs?: number;
  /** A worker without work is let go after this (its fonts hold about 90 MB). Default 60,000. */
  readonly idleMs?: number;
  /** The worker's entry; tests put a misbehaving one here. */
  readonly entry?: URL;
}

interface Waiting {
  readonly job: TypesetJob;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (problem: unknown) => void;
}

/**
 * Sets documents one after another in a worker thread that is replaced now and then.
 *
 * One thread, because Typst uses all cores by itself. The thread never keeps the process alive while it rests.
 * A timeout frees the queue at once; the thread itself ends when its native call returns.
 */
export class Press {
  readonly #options: Required<PressOptions>;
  readonly #queue: Waiting[] = [];
  #current: Waiting | undefined;
  #worker: Worker | undefined;
  #done = 0;
  #started = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: PressOptions = {}) {
    this.#options = {
      documentsPerWorker: 200,
      timeoutMs: 60_000,
      idleMs: 60_000,
      entry: new URL("./worker.ts", import.meta.url),
      ...options,
    };
  }

  /** How many workers were started so far. */
  get workersStarted(): number {
    return this.#started;
  }

  /** Sets one document; rejects with an `ExportError`, or with a plain error where the press itself is broken. */
  set(job: TypesetJob): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ job, resolve, reject });
      this.#next();
    });
  }

  /** Lets the worker go and refuses what still waits (`export/stopped`). The press can be used again. */
  async close(): Promise<void> {
    const waiting = [...(this.#current ? [this.#current] : []), ...this.#queue.splice(0)];
    this.#current = undefined;
    const ended = this.#dismiss();
    for (const { reject } of waiting) reject(new ExportError("export/stopped"));
    await ended;
  }

  #next(): void {
    if (this.#current) return;
    clearTimeout(this.#timer);
    this.#current = this.#queue.shift();
    if (!this.#current) {
      this.#rest();
      return;
    }
    const worker = this.#worker ?? this.#start();
    worker.ref();
    this.#timer = setTimeout(() => this.#giveUp(), this.#options.timeoutMs);
    worker.postMessage(this.#current.job);
  }

  #rest(): void {
    this.#worker?.unref();
    this.#timer = setTimeout(() => this.#dismiss(), this.#options.idleMs);
    this.#timer.unref();
  }

  #start(): Worker {
    const worker = new Worker(this.#options.entry);
    worker.on("message", (answer: WorkerAnswer) => this.#settle(worker, answer));
    worker.on("error", (problem) => this.#lost(worker, problem));
    worker.on("exit", () => this.#lost(worker, new Error("The PDF worker ended while it was setting a document")));
    this.#worker = worker;
    this.#done = 0;
    this.#started++;
    return worker;
  }

  #settle(worker: Worker, answer: WorkerAnswer): void {
    const current = this.#current;
    if (worker !== this.#worker || !current) return;
    this.#current = undefined;
    this.#done++;
    if (this.#done >= this.#options.documentsPerWorker) this.#dismiss();
    if ("pdf" in answer) current.resolve(answer.pdf);
    else if ("problem" in answer) current.reject(new ExportError(answer.problem.code, answer.problem.params));
    else current.reject(new Error(answer.crash));
    this.#next();
  }

  #giveUp(): void {
    this.#fail(new ExportError("export/timeout", { seconds: this.#options.timeoutMs / 1000 }));
  }

  #lost(worker: Worker, problem: unknown): void {
    if (worker === this.#worker) this.#fail(problem);
  }

  /** The current document is lost with its worker; the next one gets a fresh worker. */
  #fail(problem: unknown): void {
    const current = this.#current;
    this.#current = undefined;
    this.#dismiss();
    current?.reject(problem);
    this.#next();
  }

  #dismiss(): Promise<number> | undefined {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    this.#worker = undefined;
    worker?.unref();
    return worker?.terminate();
  }
}
