import { html, LitElement, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { emptyState } from "../components/empty-state.ts";
import { LanguageController, t } from "./language.ts";
import type { RouteParams } from "./router.ts";

/** What stands at an address that no page has. */
@customElement("rw-missing-page")
export class MissingPage extends LitElement {
  params: RouteParams = {};

  constructor() {
    super();
    new LanguageController(this);
  }

  override createRenderRoot(): this {
    return this;
  }

  override render(): TemplateResult {
    return html`
      <header class="top"><h1>${t("web.missing.title")}</h1></header>
      <main class="sheet">
        ${emptyState({ icon: "search", title: t("web.missing.text"), action: html`<a class="btn primary" href="/">${t("web.missing.home")}</a>` })}
      </main>
    `;
  }
}
