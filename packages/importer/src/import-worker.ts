import { Worker } from "node:worker_threads";
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
  readonly #memoryMb: number;
  #thread: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;
  #giveUp: ((why: ReadError) => void) | undefined;

  constructor({ timeoutMs = 120_000, memoryMb = 2048 }: ImportWorkerOptions = {}) {
    this.#timeoutMs = timeoutMs;
    this.#memoryMb = memoryMb;
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
    this.#giveUp?.(new ReadError("stopped"));
  }

  /** Ends the thread; what still waits fails with `stopped`. */
  async close(): Promise<void> {
    this.#closed = true;
    this.stopCurrent();
    await this.#last;
    await this.#thread?.terminate();
  }

  async #imported(job: ImportJob): Promise<ImportedFile> {
    const answer = await this.#ask(job);
    if (!("imported" in answer)) throw new ReadError("stopped");
    return answer.imported;
  }

  #ask(job: ImportJob): Promise<ImportAnswer> {
    const answer = this.#last.then(() => this.#run(job));
    this.#last = answer.catch(() => {});
    return answer;
  }

  async #run(job: ImportJob): Promise<ImportAnswer> {
    if (this.#closed) throw new ReadError("stopped");
    this.#thread ??= this.#start();
    const thread = this.#thread;
    thread.ref();
    let timer: NodeJS.Timeout | undefined;
    try {
      const answer = await new Promise<ImportAnswer>((resolve, reject) => {
        this.#giveUp = reject;
        timer = setTimeout(
          () => reject(new ReadError("tooSlow", { seconds: this.#timeoutMs / 1000 })),
          this.#timeoutMs,
        );
        thread.once("message", resolve).once("error", (problem) => reject(lost(problem)));
        thread.postMessage(job);
      });
      if ("failed" in answer) throw new ReadError(answer.failed.code, answer.failed.params);
      return answer;
    } catch (problem) {
      // A file that was merely refused has left the thread as it was; any other end may still be at work in it.
      if (!(problem instanceof ReadError) || given.has(problem.code)) this.#dismiss(thread);
      throw problem;
    } finally {
      clearTimeout(timer);
      this.#giveUp = undefined;
      thread.removeAllListeners("message").removeAllListeners("error");
      // A thread that dies between two files is nobody's error.
      thread.on("error", () => this.#dismiss(thread)).unref();
    }
  }

  #start(): Worker {
    const limits = { maxOldGenerationSizeMb: this.#memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };
    return new Worker(new URL("./import-thread.ts", import.meta.url), {
      resourceLimits: limits,
      env: {},
      execArgv: [],
    });
  }

  #dismiss(thread: Worker): void {
    if (this.#thread === thread) this.#thread = undefined;
    void thread.terminate();
  }
}

/** Failures after which the thread is not used again. */
const given: ReadonlySet<string> = new Set(["stopped", "tooSlow", "tooMuchMemory"]);

function lost(problem: unknown): ReadError {
  const code = problem instanceof Error && "code" in problem ? problem.code : undefined;
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return new ReadError("tooMuchMemory");
  return new ReadError("damaged", { part: "", problem: String(problem) });
}
