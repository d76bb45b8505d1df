import { html, type TemplateResult } from "lit";
import { t } from "../app/language.ts";
import { icon } from "./icon.ts";

/** A page that could not be loaded: what happened, what is kept, and the way to try again, or home where trying is of no use. */
export function loadFailure(title: string, reason: string, retry: (() => void) | undefined): TemplateResult {
  return html`<header class="top"><h1>${title}</h1></header>
    <main class="sheet" style="padding:16px">
      <div class="strip" role="alert">
        ${icon("error", 16)}<span class="grow">${reason}${retry ? html` ${t("web.failure.kept")}` : ""}</span>
        ${
          retry
            ? html`<button class="btn sm" type="button" @click=${retry}>${t("web.failure.retry")}</button>`
            : html`<a class="btn sm" href="/">${t("web.missing.home")}</a>`
        }
      </div>
    </main>`;
}
