import { Worker } from "node:worker_threads";
import type { Diagnostic, LibraryName, RoleModel, Severities } from "@rolewright/runtime";
import { ProblemError } from "../http/problem.ts";
import type { LibraryText } from "../protocol.ts";

/** A text to look into, with all that it may inherit from. */
export interface InspectionJob {
  readonly text: string;
  readonly behind: readonly LibraryText[];
  readonly names: readonly LibraryName[];
  /** What the organisation decided about findings. */
  readonly severities: Severities;
}

/** What the runtime finds in a text. */
export interface Inspected {
  /** `$id`, where the text is a template. */
  readonly schemaId?: string;
  readonly role?: RoleModel;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the worker answers: errors lose their class between threads. */
export type InspectorAnswer = "ready" | { readonly inspected: Inspected } | { readonly crash: string };

export interface InspectorOptions {
  /** A text that takes longer is given up, and its worker with it. Default 10,000: a role of 2,000 items takes 1,000. */
  readonly timeoutMs?: number;
  /** A worker without work is let go after this. Default 60,000. */
  readonly idleMs?: number;
}

interface Waiting {
  readonly job: InspectionJob;
  readonly resolve: (inspected: Inspected) => void;
  readonly reject: (problem: unknown) => void;
}

/**
 * Looks into texts of strangers, one after another, in a worker thread with a time limit.
 *
 * The runtime's caps keep texts small, yet a small text can ask for much work. Here it costs its sender an error
 * (`template-too-slow`) and everybody else nothing: requests are answered while the worker works, and a fresh worker
 * takes the place of one that was stopped.
 */
export class Inspector {
  readonly #timeoutMs: number;
  readonly #idleMs: number;
  readonly #queue: Waiting[] = [];
  #current: Waiting | undefined;
  #worker: Worker | undefined;
  #ready = false;
  #timer: NodeJS.Timeout | undefined;

  constructor({ timeoutMs = 10_000, idleMs = 60_000 }: InspectorOptions = {}) {
    this.#timeoutMs = timeoutMs;
    this.#idleMs = idleMs;
  }

  inspect(job: InspectionJob): Promise<Inspected> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ job, resolve, reject });
      this.#next();
    });
  }

  /** Stops the worker; what still waits is refused. */
  async close(): Promise<void> {
    const waiting = [...(this.#current ? [this.#current] : []), ...this.#queue.splice(0)];
    this.#current = undefined;
    const ended = this.#dismiss();
    for (const { reject } of waiting) reject(new Error("The server stops"));
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
    if (this.#ready) this.#send(worker, this.#current.job);
  }

  /** The time a thread needs to start is not the text's fault: the limit begins here. */
  #send(worker: Worker, job: InspectionJob): void {
    this.#timer = setTimeout(() => this.#giveUp(), this.#timeoutMs);
    worker.postMessage(job);
  }

  #rest(): void {
    this.#worker?.unref();
    this.#timer = setTimeout(() => this.#dismiss(), this.#idleMs);
    this.#timer.unref();
  }

  #start(): Worker {
    const worker = new Worker(new URL("./inspector-worker.ts", import.meta.url));
    worker.on("message", (answer: InspectorAnswer) => this.#settle(worker, answer));
    worker.on("error", (problem) => this.#lost(worker, problem));
    worker.on("exit", () => this.#lost(worker, new Error("The inspection worker ended in the middle of a text")));
    this.#worker = worker;
    this.#ready = false;
    return worker;
  }

  #settle(worker: Worker, answer: InspectorAnswer): void {
    const current = this.#current;
    if (worker !== this.#worker || !current) return;
    if (answer === "ready") {
      this.#ready = true;
      this.#send(worker, current.job);
      return;
    }
    this.#current = undefined;
    if ("inspected" in answer) current.resolve(answer.inspected);
    else current.reject(new Error(answer.crash));
    this.#next();
  }

  #giveUp(): void {
    this.#fail(new ProblemError(422, "template-too-slow", { seconds: this.#timeoutMs / 1000 }));
  }

  #lost(worker: Worker, problem: unknown): void {
    if (worker === this.#worker) this.#fail(problem);
  }

  /** The text is lost with its worker; the next one gets a fresh worker. */
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
