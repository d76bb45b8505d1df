import type { RevisionStore } from "./revision-store.ts";

/** People who come back within so long were not away. */
const defaultPauseMs = 5 * 60_000;

export interface PauseRevisionsOptions {
  readonly revisions: Pick<RevisionStore, "keepPause" | "changedSinceKept">;
  /** How long nobody may have written before the text is kept. Default 5 minutes. */
  readonly pauseMs?: number;
  /** Told of revisions that could not be made; the next pause tries again. */
  readonly report: (event: string, details: Record<string, unknown>) => void;
}

interface Edited {
  readonly workspaceId: string;
  readonly doc: string;
  at: number;
}

/**
 * Makes a revision of a text when people have paused after changing it, so that the history has a state to go back to
 * though nobody thought of naming one.
 */
export class PauseRevisions {
  readonly #options: PauseRevisionsOptions;
  readonly #pauseMs: number;
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #edited = new Map<string, Edited>();
  readonly #working = new Set<Promise<void>>();

  constructor(options: PauseRevisionsOptions) {
    this.#options = options;
    this.#pauseMs = options.pauseMs ?? defaultPauseMs;
  }

  /** Takes up what an earlier process was told of and did not come to. */
  async resume(workspaceId: string): Promise<void> {
    for (const doc of await this.#options.revisions.changedSinceKept(workspaceId)) this.edited(workspaceId, doc);
  }

  /** Call it for every edit of a person. */
  edited(workspaceId: string, doc: string): void {
    const key = `${workspaceId}\0${doc}`;
    const known = this.#edited.get(key);
    if (known) known.at = performance.now();
    else {
      this.#edited.set(key, { workspaceId, doc, at: performance.now() });
      this.#wait(key, this.#pauseMs);
    }
  }

  /** Forgets what it waits for (`resume` finds it again) and ends when nothing is under way. */
  async close(): Promise<void> {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    await Promise.all(this.#working);
  }

  /** One timer for each text, set anew when it fires too early: an edit costs no timer. */
  #wait(key: string, ms: number): void {
    const timer = setTimeout(() => this.#look(key), ms);
    timer.unref();
    this.#waiting.set(key, timer);
  }

  #look(key: string): void {
    this.#waiting.delete(key);
    const edited = this.#edited.get(key);
    if (!edited) return;
    const restMs = edited.at + this.#pauseMs - performance.now();
    if (restMs > 0) this.#wait(key, Math.ceil(restMs));
    else this.#begin(key, edited);
  }

  #begin(key: string, edited: Edited): void {
    this.#edited.delete(key);
    const work = this.#keep(edited).finally(() => this.#working.delete(work));
    this.#working.add(work);
  }

  async #keep({ workspaceId, doc }: Edited): Promise<void> {
    try {
      await this.#options.revisions.keepPause(workspaceId, doc);
    } catch (problem) {
      this.#options.report("revision-failed", { doc, problem: String(problem) });
      this.edited(workspaceId, doc);
    }
  }
}
