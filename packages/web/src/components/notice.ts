import { Notification } from "@vaadin/notification";
import { html } from "lit";

/** How long a notice stays; long enough to press its action. */
const durationMs = 6000;

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
  const run = (): void => {
    notice.close();
    action?.run();
  };
  // Whoever has reached it is not hurried.
  const stay = (): void => {
    notice.duration = 0;
  };
  const go = (): void => {
    notice.duration = duration;
  };
  const content = html`<span class="row" style="gap:12px" @focusin=${stay} @focusout=${go} @pointerenter=${stay} @pointerleave=${go}
    ><span>${text}</span>${action ? html`<button class="btn sm" type="button" @click=${run}>${action.label}</button>` : ""}</span
  >`;
  const notice = Notification.show(content, {
    position: "bottom-center",
    duration,
    assertive: tone === "error",
    ...(tone === "error" ? { theme: "error" } : {}),
  });
}
