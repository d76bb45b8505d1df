/** Parts of the page between which F6 moves, in the order of reading. */
const panes =
  ".rail, .top, .tree, main, main section[aria-label], main aside[aria-label], .ws-outline, .ws-problems, .ws-bottom";

const focusable =
  "[tabindex='0'], a[href], button:enabled:not([tabindex='-1']), input:enabled, select:enabled, textarea:enabled";

/** Puts the keyboard into the next part of the page that is in sight, or with −1 into the one before. */
export function stepPane(by: 1 | -1): void {
  const seen = [...document.querySelectorAll<HTMLElement>(panes)].filter((one) => !holdsPane(one) && firstIn(one));
  const here = seen.findIndex((one) => one.contains(document.activeElement));
  const from = here < 0 ? (by === 1 ? -1 : 0) : here;
  const next = seen[(from + by + seen.length) % seen.length];
  if (next) firstIn(next)?.focus();
}

/** A part that is made of others is no stop of its own. */
function holdsPane(one: HTMLElement): boolean {
  return [...one.querySelectorAll<HTMLElement>(panes)].some((inner) => firstIn(inner) !== undefined);
}

/** Where Tab would stop first; in the code the editor's own field, in the designer its one card. */
function firstIn(pane: HTMLElement): HTMLElement | undefined {
  const own = pane.querySelector<HTMLElement>(".monaco-editor textarea, .dz-card[tabindex='0']");
  const all = own ? [own] : [...pane.querySelectorAll<HTMLElement>(focusable)];
  return all.find((one) => one.checkVisibility({ visibilityProperty: true }));
}
