import { ImportWorker, type ImportWorkerOptions, pastedText, ReadError, type SourceFile } from "@rolewright/importer";
import { ProblemError } from "../http/problem.ts";
import type { ImportStore, QueuedFile } from "./import-store.ts";

/**
 * Reads queued documents, one after another, in a thread. The queue is the database: what was not read when the server
 * stopped is read when it starts again.
 */
export class ImportQueue {
  readonly #store: ImportStore;
  readonly #reader: ImportWorker;
  /** Archives are opened while a document is being read. */
  readonly #unpacker: ImportWorker;
  readonly #report: (event: string, details: Record<string, unknown>) => void;
  #running: Promise<void> | undefined;
  #again = false;
  #closed = false;
  #current: QueuedFile | undefined;

  constructor(
    store: ImportStore,
    report: (event: string, details: Record<string, unknown>) => void,
    options: ImportWorkerOptions = {},
  ) {
    this.#store = store;
    this.#report = report;
    this.#reader = new ImportWorker(options);
    this.#unpacker = new ImportWorker(options);
  }

  /** Takes up what an earlier run of the server left. */
  async resume(): Promise<void> {
    await this.#store.requeueInterrupted();
    this.wake();
  }

  /** Call it whenever something may have been queued. */
  wake(): void {
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      if (this.#again && !this.#closed) this.wake();
    });
  }

  /** The files of an archive, any other file as it is. @throws `import-file-refused` */
  async unpack(file: SourceFile): Promise<readonly SourceFile[]> {
    try {
      return await this.#unpacker.unpack(file);
    } catch (problem) {
      if (!(problem instanceof ReadError)) throw problem;
      const { code, params } = problem;
      throw new ProblemError(422, "import-file-refused", { name: file.name, problems: [{ code, params }] });
    }
  }

  /** Gives up the document under way where it belongs to the import. */
  stop(batch: string): void {
    if (this.#current?.batch === batch) this.#reader.stopCurrent();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([this.#reader.close(), this.#unpacker.close()]);
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      for (let file = await this.#take(); file !== undefined; file = await this.#take()) await this.#read(file);
    }
  }

  async #take(): Promise<QueuedFile | undefined> {
    if (this.#closed) return undefined;
    const file = await this.#store.nextQueued();
    if (file === undefined) return undefined;
    const taken = await this.#store.move(file.workspaceId, file.id, ["queued"], "reading");
    return taken ? file : this.#take();
  }

  async #read(file: QueuedFile): Promise<void> {
    this.#current = file;
    try {
      await this.#store.keep(file, await this.#imported(file));
    } catch (problem) {
      await this.#failed(file, problem);
    } finally {
      this.#current = undefined;
    }
  }

  #imported(file: QueuedFile) {
    if (file.pasted) return this.#reader.understand(pastedText(file.name, new TextDecoder().decode(file.bytes)));
    return this.#reader.read(
      { name: file.name, bytes: file.bytes },
      file.encoding === null ? {} : { encoding: file.encoding },
    );
  }

  /** A server that stops leaves the document as it is: the next run takes it up. */
  async #failed({ workspaceId, id, name }: QueuedFile, problem: unknown): Promise<void> {
    if (this.#closed) return;
    const known = problem instanceof ReadError;
    if (!known) this.#report("import-failed", { name, problem: String(problem) });
    const { code, params } = known ? problem : { code: "damaged", params: { part: name } };
    await this.#store.move(workspaceId, id, ["reading"], "failed", { problem: JSON.stringify({ code, params }) });
  }
}
