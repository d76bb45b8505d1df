import type { Session } from "@rolewright/server/protocol";
import type { Command } from "./commands.ts";
import { t } from "./language.ts";
import { stepPane } from "./pane-focus.ts";
import { isDark, setTheme } from "./theme.ts";

/** Asks for an overlay from anywhere on the page: `openOverlay("tour")`. */
export type OverlayName = "palette" | "shortcuts" | "tour";

/** Who is signed in, and what can be done on the present page. */
export interface OverlayContext {
  readonly session: Session | undefined;
  readonly commands: readonly Command[];
}

/** Brings an overlay, once somebody listens. */
export function openOverlay(name: OverlayName): void {
  window.dispatchEvent(new CustomEvent("rw-overlay", { detail: name }));
}

/** What lies over every page and the keys that bring it: Ctrl K, ?, F6. Each is loaded when first wanted; gives back the way to stop. */
export function followOverlays(context: () => OverlayContext): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || !context().session) return;
    const run = actionOf(event, context);
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  const onWish = (event: Event) => void show((event as CustomEvent<OverlayName>).detail, context());
  // Before the code editor, which has a meaning of its own for Ctrl K.
  window.addEventListener("keydown", onKey, { capture: true });
  window.addEventListener("rw-overlay", onWish);
  return () => {
    window.removeEventListener("keydown", onKey, { capture: true });
    window.removeEventListener("rw-overlay", onWish);
  };
}

function actionOf(event: KeyboardEvent, context: () => OverlayContext): (() => void) | undefined {
  const mod = event.ctrlKey || event.metaKey;
  if (mod && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k")
    return () => void show("palette", context());
  if (document.querySelector("dialog[open]") || mod || event.altKey) return undefined;
  if (event.key === "F6") return () => stepPane(event.shiftKey ? -1 : 1);
  return event.key === "?" && !typing(event) ? () => void show("shortcuts", context()) : undefined;
}

/** Whether a field takes the key. One in a dialog that has just closed may still have the focus, and takes nothing. */
function typing(event: KeyboardEvent): boolean {
  return event
    .composedPath()
    .some(
      (node) =>
        node instanceof HTMLElement &&
        (node.isContentEditable || node.matches("input:not([type=checkbox]), select, textarea")) &&
        node.checkVisibility(),
    );
}

async function show(name: OverlayName, { session, commands }: OverlayContext): Promise<void> {
  if (name === "palette") {
    await import("./command-palette.ts");
    const palette = place("rw-command-palette");
    palette.session = session;
    return palette.open([...commands, ...commandsEverywhere()]);
  }
  if (name === "shortcuts") {
    await import("./shortcut-list.ts");
    return place("rw-shortcut-list").open();
  }
  await import("./tour.ts");
  return place("rw-tour").start();
}

/** The one of its kind, made when it is first wanted. */
function place<Name extends "rw-command-palette" | "rw-shortcut-list" | "rw-tour">(
  name: Name,
): HTMLElementTagNameMap[Name] {
  const there = document.querySelector(name);
  if (there) return there;
  const made = document.createElement(name);
  document.querySelector("rw-app")?.append(made);
  return made;
}

function commandsEverywhere(): readonly Command[] {
  return [
    { label: t("guide.commands.theme"), icon: "contrast", run: () => setTheme(isDark() ? "light" : "dark") },
    { label: t("guide.shortcuts.title"), icon: "info", keys: "?", run: () => openOverlay("shortcuts") },
    { label: t("guide.tour.again"), icon: "bulb", run: () => openOverlay("tour") },
  ];
}
