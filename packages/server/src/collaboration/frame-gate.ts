import { type Frame, readFrame } from "./frame.ts";
import type { CollaborationLimits } from "./limits.ts";
import { RefusedError } from "./refusal.ts";
import type { TokenBucket } from "./token-bucket.ts";

export interface FrameGateOptions {
  readonly limits: CollaborationLimits;
  /** The connection's own, and the one its person's connections share. */
  readonly buckets: readonly TokenBucket[];
  readonly deliver: (bytes: Uint8Array) => void;
  /** Ends the connection; nothing is delivered after it. */
  readonly refuse: (refusal: RefusedError) => void;
}

/**
 * Lets a connection's frames through at the rate it may have. Frames over it wait here in their order, and too many of
 * them end the connection: a flood costs the server a glance at each frame and no one else's time.
 *
 * Waiting is bounded by `waitingFrames` and by the size of one text; what is dropped, an honest client sends again.
 */
export class FrameGate {
  readonly #options: FrameGateOptions;
  readonly #documents = new Set<string>();
  #waiting: { readonly bytes: Uint8Array; readonly cost: number }[] = [];
  #waitingBytes = 0;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: FrameGateOptions) {
    this.#options = options;
  }

  offer(bytes: Uint8Array): void {
    if (this.#closed) return;
    try {
      this.#take(bytes, readFrame(bytes));
    } catch (problem) {
      if (!(problem instanceof RefusedError)) throw problem;
      this.close();
      this.#options.refuse(problem);
    }
  }

  close(): void {
    this.#closed = true;
    this.#waiting = [];
    clearTimeout(this.#timer);
  }

  #take(bytes: Uint8Array, { doc, cost }: Frame): void {
    const { limits } = this.#options;
    this.#documents.add(doc);
    if (this.#documents.size > limits.documentsPerConnection) throw new RefusedError("too-many-documents");
    if (this.#waiting.length === 0 && this.#waitMs(cost) === 0) {
      this.#pass(bytes, cost);
      return;
    }
    this.#waiting.push({ bytes, cost });
    this.#waitingBytes += bytes.length;
    if (this.#waiting.length > limits.waitingFrames || this.#waitingBytes > limits.textLength * 4) {
      throw new RefusedError("too-many-edits");
    }
    this.#wait();
  }

  #wait(): void {
    const [next] = this.#waiting;
    if (next === undefined || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => this.#resume(), Math.ceil(this.#waitMs(next.cost)));
    this.#timer.unref();
  }

  #resume(): void {
    this.#timer = undefined;
    let sent = 0;
    for (const { bytes, cost } of this.#waiting) {
      if (this.#waitMs(cost) > 0) break;
      sent++;
      this.#waitingBytes -= bytes.length;
      this.#pass(bytes, cost);
    }
    this.#waiting.splice(0, sent);
    this.#wait();
  }

  #waitMs(cost: number): number {
    const now = performance.now();
    return Math.max(...this.#options.buckets.map((bucket) => bucket.waitMs(cost, now)));
  }

  #pass(bytes: Uint8Array, cost: number): void {
    for (const bucket of this.#options.buckets) bucket.take(cost);
    this.#options.deliver(bytes);
  }
}
