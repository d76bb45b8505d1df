import { html, type TemplateResult } from "lit";
import { t } from "../app/language.ts";

/** A page while it loads: its title, and rows in their final height. */
export function skeleton(title: string, rows: number): TemplateResult {
  return html`<header class="top"><h1>${title}</h1></header>
    <main class="sheet" aria-busy="true">
      <p class="said" role="status">${t("web.shell.loading")}</p>
      ${Array.from({ length: rows }, (_, row) => html`<div style="height:46px;padding:17px 20px"><span class="bone" style="width:${60 - ((row * 7) % 30)}%"></span></div>`)}
    </main>`;
}
