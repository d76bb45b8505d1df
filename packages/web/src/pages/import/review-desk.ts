import type { ImportFile } from "@rolewright/server/protocol";
import { readImportFile, writeCorrection } from "../../data/imports.ts";
import { isTransient, RequestError } from "../../data/request.ts";
import type { ImportResult } from "./import-result.ts";

/** Time without another edit before the result is sent. */
const restMs = 400;
/** Time before sending is tried again after no answer could be had. */
const againMs = 3000;

/** `kept`: it could not be sent, and is tried again · `changed`: somebody else wrote meanwhile. */
export type SaveState = "saved" | "saving" | "kept" | "changed";

type Loaded = Awaited<ReturnType<typeof readImportFile>>;

/**
 * One document on the reviewer's desk: its result as it is corrected, with undo, sent to the server as one works.
 * Fires `change` whenever there is something new to show.
 */
export class ReviewDesk extends EventTarget {
  readonly batch: string;
  readonly file: string;
  /** Undefined until it is loaded. */
  loaded: Loaded | undefined;
  /** Why it could not be loaded. */
  failure: unknown;
  /** Why it could not be saved. */
  problem: unknown;
  save: SaveState = "saved";
  result: ImportResult | undefined;
  private readonly past: ImportResult[] = [];
  private readonly future: ImportResult[] = [];
  private version = 0;
  private timer = 0;
  private sending = false;
  private closed = false;
  private readonly summarised: (file: ImportFile) => void;

  /** @param summarised Told of the document's summary after every save. */
  constructor(batch: string, file: string, summarised: (file: ImportFile) => void) {
    super();
    this.batch = batch;
    this.file = file;
    this.summarised = summarised;
    void this.load();
  }

  /** Loads what is on the server; what was not saved here is gone. */
  async load(): Promise<void> {
    this.failure = undefined;
    try {
      const loaded = await readImportFile(this.batch, this.file);
      if (this.closed) return;
      this.loaded = loaded;
      this.version = loaded.version;
      this.result = loaded.result ?? undefined;
      this.past.length = 0;
      this.future.length = 0;
      this.save = "saved";
    } catch (error) {
      this.failure = error;
    }
    this.tell();
  }

  get source(): string {
    return this.loaded?.source?.text ?? "";
  }

  get mayUndo(): boolean {
    return this.past.length > 0;
  }

  get mayRedo(): boolean {
    return this.future.length > 0;
  }

  /** Whether something here is not on the server yet. */
  get unsaved(): boolean {
    return this.save !== "saved";
  }

  edit(run: (result: ImportResult) => ImportResult): void {
    if (!this.result || this.save === "changed") return;
    const next = run(this.result);
    this.past.push(this.result);
    this.future.length = 0;
    this.show(next);
  }

  undo(): void {
    this.step(this.past, this.future);
  }

  redo(): void {
    this.step(this.future, this.past);
  }

  /** Sends what waits; resolves when the server has it. Throws why it has not. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    if (this.save === "saved") return;
    await this.send();
    if (this.problem !== undefined) throw this.problem;
  }

  close(): void {
    if (this.save === "saving" || this.save === "kept") void this.send();
    this.closed = true;
    clearTimeout(this.timer);
  }

  private step(from: ImportResult[], to: ImportResult[]): void {
    const next = from.pop();
    if (!next || !this.result) return;
    to.push(this.result);
    this.show(next);
  }

  private show(result: ImportResult): void {
    this.result = result;
    this.save = "saving";
    this.sendAfter(restMs);
    this.tell();
  }

  private sendAfter(ms: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.send(), ms);
  }

  private async send(): Promise<void> {
    const { result } = this;
    if (!result || this.sending) return;
    this.sending = true;
    try {
      const { version, file } = await writeCorrection(this.batch, this.file, this.version, result);
      this.version = version;
      this.problem = undefined;
      if (this.result === result) this.save = "saved";
      else this.sendAfter(0);
      this.summarised(file);
    } catch (error) {
      this.problem = error;
      const behind = error instanceof RequestError && error.problem?.code === "import-changed";
      this.save = behind ? "changed" : "kept";
      if (!behind && isTransient(error) && !this.closed) this.sendAfter(againMs);
    }
    this.sending = false;
    this.tell();
  }

  private tell(): void {
    if (!this.closed) this.dispatchEvent(new Event("change"));
  }
}
