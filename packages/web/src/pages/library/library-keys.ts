import { menuIsOpen } from "../../components/open-menu.ts";

/** What single keys do in the library. */
export interface LibraryKeys {
  readonly step: (by: 1 | -1) => void;
  readonly toggle: () => unknown;
  readonly open: () => unknown;
  readonly mark: () => unknown;
  readonly leave: () => void;
  readonly find: () => void;
}

/** Where letters are typed. */
const fields = "select, textarea, input:not([type=checkbox])";
/** What the keys belong to while it is open; Escape closes it before it is heard of here. */
const dialogs = "vaadin-dialog, dialog";
/** What has its own meaning for Enter and Space. */
const pressed = "button, a, input";
const everywhere: ReadonlySet<string> = new Set(["j", "k", "x", "escape", "/"]);

/**
 * J and K walk through the rows, Space opens and closes the look, X chooses, Enter opens the role, / goes to the search,
 * Escape lets go. Not in fields, and not while an input method composes.
 */
export function onLibraryKey(event: KeyboardEvent, keys: LibraryKeys): void {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || within(event, `${fields}, ${dialogs}`))
    return;
  const key = event.key.toLowerCase();
  if (key === "escape" && menuIsOpen()) return;
  const run = actionOf(key, keys);
  if (!run || (!everywhere.has(key) && within(event, pressed))) return;
  run();
  event.preventDefault();
}

function actionOf(key: string, keys: LibraryKeys): (() => unknown) | undefined {
  switch (key) {
    case "j":
      return () => keys.step(1);
    case "k":
      return () => keys.step(-1);
    case "x":
      return keys.mark;
    case " ":
      return keys.toggle;
    case "enter":
      return keys.open;
    case "escape":
      return keys.leave;
    case "/":
      return keys.find;
    default:
      return undefined;
  }
}

function within(event: KeyboardEvent, selector: string): boolean {
  return event.composedPath().some((node) => node instanceof HTMLElement && node.matches(selector));
}
