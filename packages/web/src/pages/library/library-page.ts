import { html, LitElement, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { LanguageController, t } from "../../app/language.ts";
import type { RouteParams } from "../../app/router.ts";

/** The role library. */
@customElement("rw-library-page")
export class LibraryPage extends LitElement {
  params: RouteParams = {};

  constructor() {
    super();
    new LanguageController(this);
  }

  override createRenderRoot(): this {
    return this;
  }

  override render(): TemplateResult {
    return html`<header class="top"><h1>${t("web.library.title")}</h1></header>
      <main class="sheet"></main>`;
  }
}
