/** A browser without such a thing is given so long. */
const restMs = 50;

/** Resolves when the page has drawn what it has to draw and rests, and after `latestMs` in any case. */
export function whenIdle(latestMs: number): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: latestMs });
    else setTimeout(resolve, restMs);
  });
}

/** Resolves when the frame that is being made has been shown; at once on a page that nobody sees, as it shows none. */
export function afterFrame(): Promise<void> {
  if (document.visibilityState !== "visible") return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
