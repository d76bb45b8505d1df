import type { Worker } from "node:worker_threads";

export interface WorkerQueueOptions {
  /** Makes a thread: it says `ready` (the word itself) once it can take jobs, and answers each with one message. */
  readonly start: () => Worker;
  /** A job that takes longer is given up, and its thread with it. What a thread takes to get ready does not count. */
  readonly timeoutMs: number;
  /** A thread without work is let go after this. Default 60,000. */
  readonly idleMs?: number;
  /** Jobs one thread does before a fresh one takes its place. Default: no end. */
  readonly jobsPerThread?: number;
}

/** A job that got no answer: it took too long, was given up by the queue's owner, or ended its thread (`cause`). */
export class NoAnswerError extends Error {
  override readonly name = "NoAnswerError";
  readonly reason: "tooSlow" | "stopped" | "lost";

  constructor(reason: NoAnswerError["reason"], cause?: unknown) {
    super(cause === undefined ? reason : `${reason}: ${cause}`, { cause });
    this.reason = reason;
  }
}

interface Waiting<Job, Answer> {
  readonly job: Job;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (problem: NoAnswerError) => void;
}

/**
 * Does jobs one after another in a thread, each with a limit of time. Whatever a job does, it costs its sender a
 * `NoAnswerError` and everybody else nothing: a fresh thread takes the place of one that was given up. While it rests the
 * thread does not keep the process alive.
 *
 * A job that is given up frees the queue at once; a thread inside a native call ends when that returns.
 */
export class WorkerQueue<Job, Answer> {
  readonly #options: Required<WorkerQueueOptions>;
  readonly #queue: Waiting<Job, Answer>[] = [];
  #current: Waiting<Job, Answer> | undefined;
  #thread: Worker | undefined;
  #ready = false;
  #done = 0;
  #started = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: WorkerQueueOptions) {
    this.#options = { idleMs: 60_000, jobsPerThread: Number.POSITIVE_INFINITY, ...options };
  }

  /** How many threads were started so far. */
  get threadsStarted(): number {
    return this.#started;
  }

  /** The thread's answer. @throws {NoAnswerError} */
  run(job: Job): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ job, resolve, reject });
      this.#next();
    });
  }

  /** Gives up the job that is being done (`stopped`); those that wait are done all the same. */
  stopCurrent(): void {
    if (this.#current) this.#fail(new NoAnswerError("stopped"));
  }

  /** Lets the thread go; what still waits fails with `stopped`. The queue can be used again. */
  async close(): Promise<void> {
    const waiting = [...(this.#current ? [this.#current] : []), ...this.#queue.splice(0)];
    this.#current = undefined;
    const ended = this.#dismiss();
    for (const { reject } of waiting) reject(new NoAnswerError("stopped"));
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
    const thread = this.#thread ?? this.#start();
    thread.ref();
    if (this.#ready) this.#send(thread, this.#current.job);
  }

  #send(thread: Worker, job: Job): void {
    const { timeoutMs } = this.#options;
    this.#timer = setTimeout(() => this.#fail(new NoAnswerError("tooSlow")), timeoutMs);
    thread.postMessage(job);
  }

  #rest(): void {
    this.#thread?.unref();
    this.#timer = setTimeout(() => this.#dismiss(), this.#options.idleMs);
    this.#timer.unref();
  }

  #start(): Worker {
    const thread = this.#options.start();
    thread.on("message", (message: Answer | "ready") => {
      if (thread !== this.#thread) return;
      if (message === "ready") this.#begin(thread);
      else this.#settle(message);
    });
    thread.on("error", (problem) => this.#lose(thread, problem));
    thread.on("exit", () => this.#lose(thread, new Error("The thread ended in the middle of a job")));
    this.#thread = thread;
    this.#ready = false;
    this.#done = 0;
    this.#started++;
    return thread;
  }

  #begin(thread: Worker): void {
    this.#ready = true;
    if (this.#current) this.#send(thread, this.#current.job);
  }

  #settle(answer: Answer): void {
    const current = this.#current;
    this.#current = undefined;
    this.#done++;
    if (this.#done >= this.#options.jobsPerThread) this.#dismiss();
    current?.resolve(answer);
    this.#next();
  }

  #lose(thread: Worker, problem: unknown): void {
    if (thread === this.#thread) this.#fail(new NoAnswerError("lost", problem));
  }

  /** The job is lost with its thread; the next one gets a fresh thread. */
  #fail(problem: NoAnswerError): void {
    const current = this.#current;
    this.#current = undefined;
    this.#dismiss();
    current?.reject(problem);
    this.#next();
  }

  #dismiss(): Promise<number> | undefined {
    clearTimeout(this.#timer);
    const thread = this.#thread;
    this.#thread = undefined;
    thread?.unref();
    return thread?.terminate();
  }
}
