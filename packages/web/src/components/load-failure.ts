import { html, type TemplateResult } from "lit";
import { t } from "../app/language.ts";
import { icon } from "./icon.ts";

/** A page that could not be loaded: what happened, and the way to try again. */
export function loadFailure(title: string, reason: string, retry: () => void): TemplateResult {
  return html`<header class="top"><h1>${title}</h1></header>
    <main class="sheet" style="padding:16px">
      <div class="strip" role="alert">
        ${icon("error", 16)}<span class="grow">${reason}</span>
        <button class="btn sm" type="button" @click=${retry}>${t("web.failure.retry")}</button>
      </div>
    </main>`;
}
