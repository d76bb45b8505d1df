import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { emptyState } from "../components/empty-state.ts";
import { LightElement } from "../components/light-element.ts";
import { t } from "./language.ts";
import type { RouteParams } from "./router.ts";

/** What stands at an address that no page has. */
@customElement("rw-missing-page")
export class MissingPage extends LightElement {
  params: RouteParams = {};

  override render(): TemplateResult {
    return html`
      <header class="top"><h1>${t("web.missing.title")}</h1></header>
      <main class="sheet">
        ${emptyState({ icon: "search", title: t("web.missing.text"), action: html`<a class="btn primary" href="/">${t("web.missing.home")}</a>` })}
      </main>
    `;
  }
}
