import type { ReactiveController, ReactiveControllerHost } from "lit";
import { menuIsOpen } from "../../components/open-menu.ts";

/** A key with what it does. `mod` is Ctrl, or ⌘ on a Mac; what is not named must not be pressed. */
export interface Shortcut {
  /** `KeyboardEvent.key`, letters in lower case. */
  readonly key: string;
  readonly mod?: boolean;
  readonly shift?: boolean;
  /** Whether it counts just now; else the browser or the editor gets the key. */
  readonly when?: (event: KeyboardEvent) => boolean;
  readonly run: () => void;
}

/** Listens for shortcuts while its host is on the page; never within a composition or under an open dialog. */
export class Shortcuts implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly list: readonly Shortcut[],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("keydown", this.listener);
  }

  hostDisconnected(): void {
    window.removeEventListener("keydown", this.listener);
  }

  private readonly listener = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape" && menuIsOpen()) return;
    const found = this.list.find((shortcut) => matches(shortcut, event));
    if (!found) return;
    event.preventDefault();
    found.run();
  };
}

function matches(
  { key, mod = false, shift = false, when }: Shortcut & { mod?: boolean },
  event: KeyboardEvent,
): boolean {
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const held = (event.ctrlKey || event.metaKey) === mod && event.shiftKey === shift && !event.altKey;
  return pressed === key && held && (when?.(event) ?? true);
}
