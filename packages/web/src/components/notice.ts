import type { Notification } from "@vaadin/notification";
import { html } from "lit";

/** How long a notice stays; long enough to press its action. */
const durationMs = 6000;

let kit: Promise<typeof import("@vaadin/notification")> | undefined;

/** Loads what shows notices, unless it is there; after a failure the next notice tries again. */
export function loadNotices(): Promise<typeof import("@vaadin/notification")> {
  kit ??= import("@vaadin/notification").catch((problem: unknown) => {
    kit = undefined;
    throw problem;
  });
  return kit;
}

/**
 * Shows a short notice at the lower edge for 6 s, longer while it is pointed at or holds the focus, said by screen
 * readers; `action` is the way back (撤销) or on, taken once.
 * Errors stay until closed by the reader's next notice or the same 6 s, and interrupt what is being read out. A `lasting`
 * one, about what does not pass by itself, stays until its action is taken.
 */
export function notify(
  text: string,
  tone: "done" | "error" = "done",
  action?: { readonly label: string; readonly run: () => void },
  lasting = false,
): void {
  const duration = lasting ? 0 : durationMs;
  let notice: Notification | undefined;
  const run = (): void => {
    notice?.close();
    action?.run();
  };
  const stayFor = (ms: number): void => {
    if (notice) notice.duration = ms;
  };
  // Whoever has reached it is not hurried.
  const stay = (): void => stayFor(0);
  const go = (): void => stayFor(duration);
  const content = html`<span class="row" style="gap:12px" @focusin=${stay} @focusout=${go} @pointerenter=${stay} @pointerleave=${go}
    ><span>${text}</span>${action ? html`<button class="btn sm" type="button" @click=${run}>${action.label}</button>` : ""}</span
  >`;
  const options = { assertive: tone === "error", ...(tone === "error" ? { theme: "error" } : {}) };
  const show = ({ Notification: kind }: Awaited<ReturnType<typeof loadNotices>>): void => {
    notice = kind.show(content, { position: "bottom-center", duration, ...options });
  };
  // That code cannot be had is told by the page itself.
  void loadNotices().then(show, () => undefined);
}
