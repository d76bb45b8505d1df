import type { NamedFile } from "./dropped-files.ts";
import { addImportFile, createImport } from "./imports.ts";
import { RequestError } from "./request.ts";

/** Files on their way to one import. */
export interface ImportUpload {
  /** The import's id; empty until a new one is begun. */
  readonly batch: string;
  readonly count: number;
  /** How many were sent, taken or not. */
  readonly done: number;
  /** How many the server took. */
  readonly added: number;
  /** The one on its way. */
  readonly name: string;
  /** What was not taken, and why. */
  readonly refused: readonly { readonly name: string; readonly reason: unknown }[];
  readonly state: "running" | "stopped" | "over";
}

/**
 * Sends files up one after another. It goes on wherever in the page the reader goes meanwhile, and asks before the
 * window is closed. Fires `change` at every step.
 */
export class ImportUploads extends EventTarget {
  #runs: readonly Run[] = [];
  readonly #guard = (event: Event): void => event.preventDefault();

  /** The upload to an import, or to one that does not exist yet (`""`): under way, or the last if it was not all taken. */
  to(batch: string): ImportUpload | undefined {
    return this.#runs.findLast(({ upload }) => upload.batch === batch)?.upload;
  }

  /** What is up stays. */
  stop(batch: string): void {
    for (const { upload, stop } of this.#runs) if (upload.batch === batch) stop.abort();
  }

  /**
   * Resolves, never rejects, when all were sent, it was stopped, or nobody answered. `begun` is told the import as soon
   * as the server has the first file.
   */
  async send(batch: string, files: readonly NamedFile[], begun: (batch: string) => void): Promise<ImportUpload> {
    const run = new Run(batch, files.length, (each) => this.#keep(each));
    for (const [done, file] of files.entries()) {
      run.tell({ done, name: file.name });
      const outcome = await run.take(file);
      if (outcome === "added" && run.upload.added === 1) begun(run.upload.batch);
      if (outcome === "over") break;
    }
    run.tell({ done: files.length, state: run.stop.signal.aborted ? "stopped" : "over" });
    return run.upload;
  }

  /** Of those that are over only what was not taken is of interest, until files are sent to the same import again. */
  #keep(run: Run): void {
    const { upload } = run;
    const others = this.#runs.filter(
      (each) => each !== run && !(isOver(each.upload) && each.upload.batch === upload.batch),
    );
    this.#runs = isOver(upload) && upload.refused.length === 0 ? others : [...others, run];
    if (this.#runs.every((each) => isOver(each.upload))) window.removeEventListener("beforeunload", this.#guard);
    else window.addEventListener("beforeunload", this.#guard);
    this.dispatchEvent(new Event("change"));
  }
}

class Run {
  readonly stop: AbortController = new AbortController();
  readonly #told: (run: Run) => void;
  upload: ImportUpload;

  constructor(batch: string, count: number, told: (run: Run) => void) {
    this.#told = told;
    this.upload = { batch, count, done: 0, added: 0, name: "", refused: [], state: "running" };
  }

  tell(change: Partial<ImportUpload>): void {
    this.upload = { ...this.upload, ...change };
    this.#told(this);
  }

  /** `refused`: this one is not taken, the next may be · `over`: stopped, or nobody answers. */
  async take({ name, file }: NamedFile): Promise<"added" | "refused" | "over"> {
    const { signal } = this.stop;
    try {
      if (this.upload.batch === "") this.tell({ batch: (await createImport()).id });
      await addImportFile(this.upload.batch, name, file, signal);
      this.tell({ added: this.upload.added + 1 });
      return signal.aborted ? "over" : "added";
    } catch (reason) {
      if (signal.aborted) return "over";
      this.tell({ refused: [...this.upload.refused, { name, reason }] });
      return reason instanceof RequestError && reason.kind === "refused" ? "refused" : "over";
    }
  }
}

function isOver({ state }: ImportUpload): boolean {
  return state !== "running";
}

/** Those of this page. */
export const importUploads: ImportUploads = new ImportUploads();
