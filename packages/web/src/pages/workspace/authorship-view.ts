import { html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { t } from "../../app/language.ts";
import { avatar } from "../../components/avatar.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { loaded } from "../../data/loaded.ts";
import { readAuthorship } from "../../data/together.ts";
import "./authorship-view.css";
import type { PartAuthors, Share } from "./authorship.ts";

/** Who wrote which item of a template's present text; read anew each time it is put on the page. */
@customElement("rw-authorship-view")
export class AuthorshipView extends LightElement {
  @property() template = "";
  @state() private parts: readonly PartAuthors[] | undefined;
  @state() private failure: unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override render(): TemplateResult {
    return html`<div class="aw" tabindex="0" role="region" aria-label=${t("together.wrote.title")}>
      <h3>${t("together.wrote.title")}</h3>
      <p class="t12 ink3">${t("together.wrote.note")}</p>
      ${this.renderParts()}
    </div>`;
  }

  private renderParts(): TemplateResult {
    if (this.failure) return html`<p class="strip" role="alert">${icon("error", 16)}${failureText(this.failure)}</p>`;
    if (!this.parts) return html`<span class="bone" style="width:60%"></span>`;
    return html`<ul>
      ${this.parts.map(
        ({ item, shares }) => html`<li>
          <span class="aw-part">${item ? html`<span class="tn ink3">${item.number}</span> ${item.title}` : t("together.wrote.rest")}</span>
          <span class="aw-people">${shares.map(share)}</span>
        </li>`,
      )}
    </ul>`;
  }

  /** What reads whole roles is loaded only here. */
  private async read(): Promise<void> {
    try {
      const { authorsOfParts } = await loaded(() => import("./authorship.ts"));
      this.parts = await authorsOfParts(await readAuthorship(this.template));
    } catch (failure) {
      this.failure = failure;
    }
  }
}

function share({ by, signs }: Share): TemplateResult {
  const count = t("together.wrote.signs", { count: signs });
  if (!by)
    return html`<span class="aw-person ink3">${t("together.wrote.template")} <span class="tn">${count}</span></span>`;
  return html`<span class="aw-person">${avatar(by.name, by.color, "s")}${by.name} <span class="tn ink3">${count}</span></span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-authorship-view": AuthorshipView;
  }
}
