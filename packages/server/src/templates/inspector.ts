import { Worker } from "node:worker_threads";
import type { Diagnostic, LibraryName, RoleModel, Severities } from "@rolewright/runtime";
import { NoAnswerError, WorkerQueue } from "@rolewright/worker-queue";
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
export type InspectorAnswer = { readonly inspected: Inspected } | { readonly crash: string };

export interface InspectorOptions {
  /** A text that takes longer is given up, and its worker with it. Default 10,000: a role of 2,000 items takes 1,000. */
  readonly timeoutMs?: number;
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
  readonly #queue: WorkerQueue<InspectionJob, InspectorAnswer>;

  constructor({ timeoutMs = 10_000 }: InspectorOptions = {}) {
    this.#timeoutMs = timeoutMs;
    const start = () => new Worker(new URL("./inspector-worker.ts", import.meta.url));
    this.#queue = new WorkerQueue({ start, timeoutMs });
  }

  async inspect(job: InspectionJob): Promise<Inspected> {
    const answer = await this.#queue.run(job).catch((problem) => this.#fail(problem));
    if ("crash" in answer) throw new Error(answer.crash);
    return answer.inspected;
  }

  /** Stops the worker; what still waits is refused. */
  close(): Promise<void> {
    return this.#queue.close();
  }

  #fail(problem: unknown): never {
    const tooSlow = problem instanceof NoAnswerError && problem.reason === "tooSlow";
    throw tooSlow ? new ProblemError(422, "template-too-slow", { seconds: this.#timeoutMs / 1000 }) : problem;
  }
}
