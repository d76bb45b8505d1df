import { html, nothing, type TemplateResult } from "lit";
import { t } from "../app/language.ts";
import { icon } from "./icon.ts";
import "./save-state.css";

/** Where the reader's changes are. `saved` only when the server has them on disk, `kept` when this browser has. */
export type SaveState =
  | { readonly kind: "saved" }
  | { readonly kind: "saving"; readonly count: number }
  | { readonly kind: "offline"; readonly count: number; readonly kept?: boolean }
  | { readonly kind: "refused"; readonly reason: string };

/** The line in the top bar that says where the changes are; offline with a way to send them now, if `retry` is given. */
export function saveState(state: SaveState, retry?: () => void): TemplateResult {
  const broken = state.kind === "offline" || state.kind === "refused";
  return html`<span class="row t13 ${broken ? "chip warn" : "ink2"} nowrap" style="gap:6px" role="status" data-save=${state.kind}>
    ${icon(broken ? "cloudoff" : "cloud", 17)}<span class="wide-word">${words(state)}</span></span
    >${state.kind === "offline" && retry ? html`<button class="btn sm" type="button" @click=${retry}>${t("web.failure.retry")}</button>` : nothing}`;
}

/**
 * The same in words, on a line of its own, where the top bar of a phone has room for the icon only: shown there while
 * something is not saved. Hidden from assistive technology, which has been told by the icon.
 */
export function saveLine(state: SaveState): TemplateResult | typeof nothing {
  if (state.kind !== "refused" && (state.kind !== "offline" || state.count === 0)) return nothing;
  return html`<p class="strip warn save-line" aria-hidden="true">${icon("cloudoff", 16)}<span>${words(state)}</span></p>`;
}

function words(state: SaveState): string {
  if (state.kind === "saved") return t("web.save.saved");
  if (state.kind === "refused") return t("web.save.refused", { reason: state.reason });
  const kind = state.kind === "offline" && state.kept === false ? "offlineUnkept" : state.kind;
  return t(`web.save.${kind}`, { count: state.count });
}
