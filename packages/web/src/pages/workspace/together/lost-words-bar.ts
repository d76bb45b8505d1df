import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import { notify } from "../../../components/notice.ts";
import type { LostWords } from "../merging/lost-words.ts";
import type { OpenRole } from "../open-role.ts";
import "./lost-words.css";

/** Shows words of the reader that could not stay in the text, until they put them away: to copy, or to bring back. */
export function lostWordsBar(role: OpenRole): TemplateResult | typeof nothing {
  const lost = role.live?.lost ?? [];
  if (lost.length === 0) return nothing;
  return html`<section class="lw-bar" aria-label=${t("conflict.lost.label")} role="alert">
    ${lost.map((each) => lostView(role, each))}
  </section>`;
}

function lostView(role: OpenRole, lost: LostWords): TemplateResult {
  const { title = "" } = lost.item ?? {};
  const returns = lost.item !== undefined && !role.locked;
  return html`<div class="lw-one">
    ${icon("warn", 16)}
    <div class="lw-say">
      <p>${t(`conflict.lost.${title === "" && lost.why !== "replaced" ? `${lost.why}Part` : lost.why}`, { title })}</p>
      <blockquote class="lw-words" tabindex="0" aria-label=${t("conflict.lost.words")}>${lost.words}</blockquote>
    </div>
    <div class="lw-do">
      <button class="btn sm" type="button" @click=${() => void copy(lost.words)}>${icon("copy", 14)}${t("conflict.lost.copy")}</button>
      ${returns ? html`<button class="btn sm" type="button" @click=${() => bringBack(role, lost)}>${icon("undo", 14)}${t("conflict.lost.back")}</button>` : nothing}
      <button class="ib sm" type="button" aria-label=${t("conflict.lost.close")} title=${t("conflict.lost.close")} @click=${() => role.live?.putAway(lost.id)}>${icon("x", 16)}</button>
    </div>
  </div>`;
}

function bringBack(role: OpenRole, lost: LostWords): void {
  const refused = role.live?.bringBack(lost);
  if (refused) notify(t(`diagnostics.${refused.code}`, refused.params), "error");
  else notify(t("conflict.lost.returned", { title: lost.item?.title ?? "" }), "done", undoing(role));
}

function undoing(role: OpenRole) {
  return { label: t("web.workspace.undo"), run: role.undo };
}

/** The clipboard may be refused on an address that is not secure; the words can then still be marked and copied. */
async function copy(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    notify(t("conflict.lost.copied"));
  } catch {
    notify(t("conflict.lost.copyFailed"), "error");
  }
}
