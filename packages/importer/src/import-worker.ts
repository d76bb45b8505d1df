import { Worker } from "node:worker_threads";
import { NoAnswerError, WorkerQueue } from "@rolewright/worker-queue";
import type { ImportResult } from "./generated/import-result.ts";
import { ReadError } from "./read-error.ts";
import type { ReadOptions } from "./read-source.ts";
import type { SourceDocument } from "./source.ts";
import type { SourceFile } from "./unpack.ts";

/** A file as it was read and understood. */
export interface ImportedFile {
  readonly source: SourceDocument;
  readonly result: ImportResult;
}

export interface ImportWorkerOptions {
  /** A file that takes longer is given up, and the thread with it. Default 120,000. */
  readonly timeoutMs?: number;
  /** What a file may take of the JavaScript heap, in MiB. Default 2,048. */
  readonly memoryMb?: number;
}

/** What the thread is asked. */
export type ImportJob =
  | { readonly kind: "unpack"; readonly file: SourceFile }
  | { readonly kind: "read"; readonly file: SourceFile; readonly options: ReadOptions }
  | { readonly kind: "understand"; readonly source: SourceDocument };

/** What it answers: errors lose their class between threads. */
export type ImportAnswer =
  | { readonly files: readonly SourceFile[] }
  | { readonly imported: ImportedFile }
  | { readonly failed: { readonly code: string; readonly params: Readonly<Record<string, unknown>> } };

/**
 * Reads files of strangers in a thread of its own, one after another, with a limit of time and of memory. Whatever a
 * file does, it costs its sender a `ReadError` and everybody else nothing: a fresh thread takes the place of one that
 * was given up.
 */
export class ImportWorker {
  readonly #timeoutMs: number;
  readonly #queue: WorkerQueue<ImportJob, ImportAnswer>;
  #closed = false;

  constructor({ timeoutMs = 120_000, memoryMb = 2048 }: ImportWorkerOptions = {}) {
    this.#timeoutMs = timeoutMs;
    this.#queue = new WorkerQueue({ start: () => startThread(memoryMb), timeoutMs });
  }

  /** The files of an archive; any other file as it is. @throws {ReadError} */
  async unpack(file: SourceFile): Promise<readonly SourceFile[]> {
    const answer = await this.#ask({ kind: "unpack", file });
    return "files" in answer ? answer.files : [];
  }

  /** Reads one file and the job descriptions in it. @throws {ReadError} */
  read(file: SourceFile, options: ReadOptions = {}): Promise<ImportedFile> {
    return this.#imported({ kind: "read", file, options });
  }

  /** Reads the job descriptions in a text that is decoded already. @throws {ReadError} */
  understand(source: SourceDocument): Promise<ImportedFile> {
    return this.#imported({ kind: "understand", source });
  }

  /** Gives up the file that is being read; it fails with `stopped`. Files that wait are read all the same. */
  stopCurrent(): void {
    this.#queue.stopCurrent();
  }

  /** Ends the thread; what still waits fails with `stopped`, and whatever comes later. */
  close(): Promise<void> {
    this.#closed = true;
    return this.#queue.close();
  }

  async #imported(job: ImportJob): Promise<ImportedFile> {
    const answer = await this.#ask(job);
    if (!("imported" in answer)) throw new ReadError("stopped");
    return answer.imported;
  }

  async #ask(job: ImportJob): Promise<ImportAnswer> {
    if (this.#closed) throw new ReadError("stopped");
    const answer = await this.#queue.run(job).catch((problem) => {
      throw this.#failure(problem);
    });
    if ("failed" in answer) throw new ReadError(answer.failed.code, answer.failed.params);
    return answer;
  }

  #failure(problem: unknown): unknown {
    if (!(problem instanceof NoAnswerError)) return problem;
    if (problem.reason === "stopped") return new ReadError("stopped");
    if (problem.reason === "tooSlow") return new ReadError("tooSlow", { seconds: this.#timeoutMs / 1000 });
    const { cause } = problem;
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "ERR_WORKER_OUT_OF_MEMORY") return new ReadError("tooMuchMemory");
    return new ReadError("damaged", { part: "", problem: String(cause) });
  }
}

function startThread(memoryMb: number): Worker {
  const limits = { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };
  return new Worker(new URL("./import-thread.ts", import.meta.url), { resourceLimits: limits, env: {}, execArgv: [] });
}
