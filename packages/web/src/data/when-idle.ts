/** A browser without such a thing is given so long. */
const restMs = 50;

/** Resolves when the page has drawn what it has to draw and rests, and after `latestMs` in any case. */
export function whenIdle(latestMs: number): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: latestMs });
    else setTimeout(resolve, restMs);
  });
}
