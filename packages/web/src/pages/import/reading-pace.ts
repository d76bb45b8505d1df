/** Below this it is not worth saying. */
const leastSeconds = 5;

/** How long the rest of a batch will take, from how fast its documents were read while it was watched. */
export class ReadingPace {
  private begun: { readonly at: number; readonly left: number } | undefined;

  /**
   * Seconds that the documents which are left will take; undefined until some were read, and for the last few seconds.
   * When more documents come in than were left at the start, or nothing is left, it begins anew.
   *
   * @param left Documents that wait or are being read.
   * @param now Milliseconds.
   */
  see(left: number, now: number): number | undefined {
    if (left === 0) this.begun = undefined;
    else if (!this.begun || left > this.begun.left) this.begun = { at: now, left };
    const done = this.begun ? this.begun.left - left : 0;
    if (!this.begun || done === 0) return undefined;
    const seconds = Math.round(((now - this.begun.at) / done / 1000) * left);
    return seconds < leastSeconds ? undefined : seconds;
  }

  /** Forgets what it saw, as when reading rests. */
  rest(): void {
    this.begun = undefined;
  }
}
