import type { Rate } from "./limits.ts";

/** Fills at a steady rate up to its burst; what costs more than there is must wait. Times in milliseconds. */
export class TokenBucket {
  readonly #rate: Rate;
  #tokens: number;
  #filledAtMs: number;

  constructor(rate: Rate, nowMs: number) {
    this.#rate = rate;
    this.#tokens = rate.burst;
    this.#filledAtMs = nowMs;
  }

  /** How long until `cost` can be taken; 0 when it can be now. A cost above the burst waits for a full bucket. */
  waitMs(cost: number, nowMs: number): number {
    this.#fill(nowMs);
    const missing = Math.min(cost, this.#rate.burst) - this.#tokens;
    return missing <= 0 ? 0 : (missing / this.#rate.perSecond) * 1000;
  }

  /** Takes what `waitMs` allowed; a cost above the burst leaves a debt. */
  take(cost: number): void {
    this.#tokens -= cost;
  }

  /** Whether nothing was taken of late: such a bucket need not be remembered. */
  full(nowMs: number): boolean {
    this.#fill(nowMs);
    return this.#tokens >= this.#rate.burst;
  }

  #fill(nowMs: number): void {
    const elapsedMs = Math.max(0, nowMs - this.#filledAtMs);
    this.#filledAtMs = nowMs;
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + (elapsedMs / 1000) * this.#rate.perSecond);
  }
}
