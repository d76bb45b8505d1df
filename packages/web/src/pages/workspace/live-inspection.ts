import { type Diagnostic, inspect, type RoleModel } from "@rolewright/runtime";
import type * as Y from "yjs";

/** Typing is left alone for so long before the text is read again. */
const restMs = 120;

/**
 * Keeps what the runtime says about a live text: findings about the present text, and the role as of the last text
 * that could be read. Works when the browser is idle, never within a keystroke. Event `inspected` after each reading.
 */
export class LiveInspection extends EventTarget {
  /** The text the findings are about; their offsets hold in no other. */
  source = "";
  diagnostics: readonly Diagnostic[] = [];
  /** The last role that could be made; undefined until there was one. */
  role: RoleModel | undefined;
  /** Whether `role` is of the present text. */
  current = false;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #idle: number | undefined;
  readonly #onChange = (): void => this.#later();

  constructor(private readonly text: Y.Text) {
    super();
    text.observe(this.#onChange);
    this.readNow();
  }

  /** Reads the text at once, for an action that needs findings of this very moment. */
  readNow(): void {
    this.#cancel();
    const source = this.text.toString();
    const { role, diagnostics } = inspect(source);
    this.source = source;
    this.diagnostics = [...diagnostics].sort(byWeight);
    this.current = role !== undefined;
    if (role) this.role = role;
    this.dispatchEvent(new Event("inspected"));
  }

  /** The first error that keeps the text from being read as a role, when it cannot be. */
  get obstacle(): Diagnostic | undefined {
    return this.current ? undefined : this.diagnostics.find(({ severity }) => severity === "error");
  }

  close(): void {
    this.#cancel();
    this.text.unobserve(this.#onChange);
  }

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
