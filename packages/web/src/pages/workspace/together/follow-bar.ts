import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import type { Following } from "./following.ts";

/** Says whom the reader follows, and ends it. */
export function followBar({ peer, end }: Following): TemplateResult | typeof nothing {
  if (!peer) return nothing;
  return html`<div class="fw-bar" data-peer=${peer.color} data-following role="status">
    ${icon("user", 16)}<span class="grow">${t("together.follow.now", { name: peer.name })}</span>
    <button class="ib sm" type="button" aria-label=${t("together.follow.end", { name: peer.name })} title=${`${t("together.follow.end", { name: peer.name })} · Esc`} @click=${end}>${icon("x", 16)}</button>
  </div>`;
}
