import { isTransient } from "./request.ts";

/** Where the reader's changes are; see `components/save-state.ts`. */
export type QueueState =
  | { readonly kind: "saved" }
  | { readonly kind: "saving"; readonly count: number }
  | { readonly kind: "offline"; readonly count: number }
  | { readonly kind: "refused"; readonly error: unknown };

export interface WriteQueueOptions<Payload> {
  /** Names the queue in this browser's storage: what could not be sent survives a reload. */
  readonly name: string;
  /** Sends one change; resolves when it is on the server's disk. */
  readonly send: (key: string, payload: Payload) => Promise<unknown>;
  readonly changed: (state: QueueState) => void;
}

/** A pause after the last keystroke, so that a figure is sent when typed and not digit by digit. */
const pauseMs = 350;
const retryMs = 5000;

/**
 * Changes on their way to the server, the newest per key, one at a time and in order.
 *
 * A change leaves the queue only when the server has it. Without an answer it stays, is kept in this browser, and is
 * sent again; when the server refuses it, it leaves and the state says why.
 */
export class WriteQueue<Payload> {
  private readonly pending: Map<string, Payload>;
  private readonly options: WriteQueueOptions<Payload>;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | undefined;
  private readonly onOnline = () => void this.flush();

  constructor(options: WriteQueueOptions<Payload>) {
    this.options = options;
    this.pending = new Map(restore<Payload>(storageKey(options.name)));
    window.addEventListener("online", this.onOnline);
    if (this.pending.size > 0) this.schedule(0);
  }

  /** Changes not yet on the server, e.g. from before a reload. */
  get unsent(): ReadonlyMap<string, Payload> {
    return this.pending;
  }

  put(key: string, payload: Payload): void {
    this.pending.delete(key);
    this.pending.set(key, payload);
    this.keep();
    this.tell({ kind: "saving", count: this.pending.size });
    this.schedule(pauseMs);
  }

  /** Sends everything now; resolves when nothing is left or sending must wait. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.sending ??= this.sendAll().finally(() => {
      this.sending = undefined;
    });
    return this.sending;
  }

  /** Sends what is left and stops listening. */
  async close(): Promise<void> {
    window.removeEventListener("online", this.onOnline);
    await this.flush();
    clearTimeout(this.timer);
  }

  private async sendAll(): Promise<void> {
    let refused: unknown;
    for (;;) {
      const [next] = this.pending;
      if (!next) break;
      const [key, payload] = next;
      try {
        await this.options.send(key, payload);
      } catch (error) {
        if (isTransient(error)) return this.wait();
        refused = error;
      }
      // A newer change of the same key may have come in meanwhile: that one is still to be sent.
      if (this.pending.get(key) === payload) this.pending.delete(key);
      this.keep();
    }
    this.tell(refused === undefined ? { kind: "saved" } : { kind: "refused", error: refused });
  }

  private wait(): void {
    this.tell({ kind: "offline", count: this.pending.size });
    this.schedule(retryMs);
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delayMs);
  }

  private tell(state: QueueState): void {
    this.options.changed(state);
  }

  private keep(): void {
    const key = storageKey(this.options.name);
    if (this.pending.size === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify([...this.pending]));
  }
}

function storageKey(name: string): string {
  return `rolewright.unsent.${name}`;
}

function restore<Payload>(key: string): [string, Payload][] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(stored) ? (stored as [string, Payload][]) : [];
  } catch {
    return [];
  }
}
