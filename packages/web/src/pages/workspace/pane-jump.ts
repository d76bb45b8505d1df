/** The panes of the page, in the order of the focus. */
const panes = [
  "nav.rail",
  ".ws-top",
  ".ws-outline",
  ".ws-design",
  ".ws-code",
  ".ws-preview",
  ".ws-problems",
  ".ws-bottom",
] as const;

const focusable =
  "[tabindex='0'], a[href], button:enabled:not([tabindex='-1']), input:enabled, select:enabled, textarea:enabled";

/** Moves the focus to the next pane that is in sight, or to the one before (F6, Shift F6). */
export function jumpToPane(by: 1 | -1): void {
  const shown = panes.flatMap((selector) => {
    const pane = document.querySelector<HTMLElement>(selector);
    return pane && firstIn(pane) ? [pane] : [];
  });
  const at = shown.findIndex((pane) => pane.contains(document.activeElement));
  const next = shown[at < 0 ? (by === 1 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length];
  if (next) firstIn(next)?.focus();
}

/** Where Tab would stop first; in the code the editor's own field, in the designer its one card. */
function firstIn(pane: HTMLElement): HTMLElement | undefined {
  const own = pane.querySelector<HTMLElement>(".monaco-editor textarea, .dz-card[tabindex='0']");
  const all = own ? [own] : [...pane.querySelectorAll<HTMLElement>(focusable)];
  return all.find((element) => element.checkVisibility({ visibilityProperty: true }));
}
