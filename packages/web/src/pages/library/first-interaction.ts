const signs = ["pointermove", "pointerdown", "keydown", "wheel"] as const;

let happened: Promise<void> | undefined;

/**
 * Resolves once somebody has moved, pressed or typed anything in this page: what only serves a second look is not
 * fetched for those who have not even had a first.
 */
export function firstInteraction(): Promise<void> {
  if (navigator.userActivation?.hasBeenActive) return Promise.resolve();
  happened ??= new Promise((resolve) => {
    for (const sign of signs)
      window.addEventListener(sign, () => resolve(), { once: true, passive: true, capture: true });
  });
  return happened;
}
