import { type Diagnostic, type Inspection, inspect, type RoleModel } from "@rolewright/runtime";
import type * as Y from "yjs";
import { Library } from "../../data/library.ts";
import { severities } from "../../data/severities.ts";

/** Typing is left alone for so long before the text is read again. */
const restMs = 120;

/** What these say may only mean that a parent has not been fetched yet. */
const mayBeFetched: ReadonlySet<string> = new Set(["extends/unknown-parent", "extends/unknown-version"]);

/**
 * Keeps what the runtime says about a live text: findings about the present text, and the role as of the last text
 * that could be read. Works when the browser is idle, never within a keystroke. Event `inspected` after each reading.
 *
 * What the text extends is fetched when it is first named. Until it is there the text cannot be read, which is no fault
 * of the text; offline it reads with what was fetched before.
 */
export class LiveInspection extends EventTarget {
  /** The text the findings are about; their offsets hold in no other. */
  source = "";
  diagnostics: readonly Diagnostic[] = [];
  /** The last role that could be made; undefined until there was one. */
  role: RoleModel | undefined;
  /** Whether `role` is of the present text. */
  current = false;
  /** What the text may extend, as far as it has been fetched. */
  readonly library = new Library();
  #fetching = false;
  /** The server could not be asked; it is again when the connection comes back or the text names something else. */
  #failedFor: string | undefined;
  #closed = false;
  /** Where the next inspection goes on from: a keystroke mostly changes one item. */
  #last: Inspection | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #idle: number | undefined;
  readonly #onChange = (): void => this.#later();

  constructor(private readonly text: Y.Text) {
    super();
    text.observe(this.#onChange);
    window.addEventListener("online", this.#onOnline);
    this.readNow();
  }

  /** Reads the text at once, for an action that needs findings of this very moment. */
  readNow(): void {
    this.#cancel();
    const source = this.text.toString();
    this.#last = inspect(source, this.library, {
      ...(this.#last ? { previous: this.#last } : {}),
      severities: severities(),
    });
    const { role, diagnostics } = this.#last;
    const waiting = this.library.incomplete && this.#failedFor !== referencesIn(source);
    if (waiting) void this.#fetch(referencesIn(source));
    const said = waiting ? diagnostics.filter(({ code }) => !mayBeFetched.has(code)) : diagnostics;
    this.source = source;
    this.diagnostics = [...said].sort(byWeight);
    this.current = role !== undefined;
    if (role) this.role = role;
    this.dispatchEvent(new Event("inspected"));
  }

  /** The first error that keeps the text from being read as a role, when it cannot be. */
  get obstacle(): Diagnostic | undefined {
    return this.current ? undefined : this.diagnostics.find(({ severity }) => severity === "error");
  }

  close(): void {
    this.#closed = true;
    this.#cancel();
    window.removeEventListener("online", this.#onOnline);
    this.text.unobserve(this.#onChange);
  }

  async #fetch(references: string): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    try {
      await this.library.fetch();
      this.#failedFor = undefined;
    } catch {
      this.#failedFor = references;
    }
    this.#fetching = false;
    if (!this.#closed) this.readNow();
  }

  readonly #onOnline = (): void => {
    if (this.#failedFor === undefined) return;
    this.#failedFor = undefined;
    this.readNow();
  };

  #later(): void {
    this.#cancel();
    this.#rest = setTimeout(() => {
      this.#idle = whenIdle(() => this.readNow());
    }, restMs);
  }

  #cancel(): void {
    clearTimeout(this.#rest);
    if (this.#idle !== undefined) cancelIdle(this.#idle);
    this.#idle = undefined;
  }
}

/** Everything a text says about whom it extends, to tell whether that has changed. */
function referencesIn(source: string): string {
  return [...source.matchAll(/"x-extends"\s*:\s*"([^"]*)"/g)].map(([, reference]) => reference).join(" ");
}

const order = { error: 0, warning: 1, info: 2 } as const;

/** Errors first, then down the text. */
function byWeight(a: Diagnostic, b: Diagnostic): number {
  return order[a.severity] - order[b.severity] || a.range.start - b.range.start;
}

/** Safari has no `requestIdleCallback`. */
const hasIdle = typeof globalThis.requestIdleCallback === "function";

function whenIdle(work: () => void): number {
  return hasIdle ? requestIdleCallback(work, { timeout: 500 }) : window.setTimeout(work, 1);
}

function cancelIdle(handle: number): void {
  if (hasIdle) cancelIdleCallback(handle);
  else clearTimeout(handle);
}
