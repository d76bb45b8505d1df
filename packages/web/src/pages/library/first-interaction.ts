const signs = ["pointermove", "pointerdown", "pointerup", "keydown", "keyup", "wheel"] as const;

// Listened for from the beginning: the browser's own record also counts what was done on the page before this one.
const happened = new Promise<void>((resolve) => {
  for (const sign of signs)
    globalThis.addEventListener?.(sign, () => resolve(), { once: true, passive: true, capture: true });
});

/**
 * Resolves once somebody has moved, pressed or typed anything in this page: what only serves a second look is not
 * fetched for those who have not even had a first.
 */
export function firstInteraction(): Promise<void> {
  return happened;
}
