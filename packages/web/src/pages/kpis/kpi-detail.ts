import { inspectKpi, type KpiModel } from "@rolewright/runtime";
import type { TemplateSummary } from "@rolewright/server/protocol";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { LanguageController, language, t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { inLanguage } from "../../components/role-texts.ts";
import { targetText } from "../../components/target-text.ts";
import { readLibraryTexts } from "../../data/api.ts";
import type { KpiUse, UsedKpi } from "./kpi-uses.ts";

/** One KPI of the library: what it means, and which roles use it, at which version. Fires `close`. */
@customElement("rw-kpi-detail")
export class KpiDetail extends LitElement {
  @property({ attribute: false }) kpi: UsedKpi | undefined;
  @property({ attribute: false }) templates: readonly TemplateSummary[] = [];
  @state() private model: KpiModel | undefined;
  @state() private failure: unknown;
  private loaded = "";

  constructor() {
    super();
    new LanguageController(this);
  }

  override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(): void {
    const { kpi } = this;
    if (!kpi || kpi.name.id === this.loaded) return;
    this.loaded = kpi.name.id;
    this.model = undefined;
    void this.load(kpi);
  }

  override render(): TemplateResult | typeof nothing {
    const { kpi, model } = this;
    if (!kpi) return nothing;
    const title = this.text("title") ?? kpi.name.title ?? kpi.name.id;
    return html`<aside class="peek" aria-label=${t("library.kpis.label", { title })}>
      <div class="peek-head">
        <span class="chip sq tn">v${kpi.name.version}</span><span class="grow"></span>
        <button class="ib sm" type="button" aria-label=${t("web.library.peek.close")} title=${t("web.library.peek.close")} @click=${() => this.dispatchEvent(new CustomEvent("close"))}>${icon("x", 16)}</button>
      </div>
      <div class="peek-body">
        <h2>${title}</h2>
        ${this.failure ? html`<p class="strip" role="alert">${icon("error", 16)}<span>${failureText(this.failure)}</span></p>` : nothing}
        ${
          model
            ? html`<dl class="kpi-facts">
                ${fact("definition", this.text("description"))} ${fact("formula", this.text("formula"))}
                ${fact("target", model.item.target ? targetText(model.item) : undefined)} ${fact("source", this.text("source"))}
              </dl>`
            : nothing
        }
        <section>
          <h3 class="peek-title">${t("library.kpis.where")}</h3>
          ${kpi.uses.length === 0 ? html`<p class="t13 ink2">${t("library.kpis.nowhere")}</p>` : html`<ul class="kpi-uses">${kpi.uses.map((use) => this.renderUse(use, kpi))}</ul>`}
        </section>
      </div>
    </aside>`;
  }

  private renderUse({ templateId, version }: KpiUse, { name }: UsedKpi): TemplateResult | typeof nothing {
    const role = this.templates.find(({ id }) => id === templateId);
    if (!role) return nothing;
    const behind = version !== null && version < name.version;
    return html`<li>
      <a class="grow ell" href="/roles/${role.id}">${inLanguage(role, language()).title}</a>
      <span class="ink3 tn">${version === null ? t("library.kpis.newest") : t("library.kpis.at", { version })}</span>
      ${behind ? html`<span class="chip sq warn">${t("library.kpis.behind", { version: name.version })}</span>` : nothing}
    </li>`;
  }

  /** A text of the KPI in the reader's language. */
  private text(field: "title" | "description" | "formula" | "source"): string | undefined {
    const { model } = this;
    if (!model) return undefined;
    const translated = model.translations[language()]?.[field];
    const own = {
      title: model.item.title,
      description: model.item.description,
      formula: model.formula,
      source: model.item.dataSource,
    };
    return typeof translated === "string" ? translated : own[field];
  }

  private async load({ name }: UsedKpi): Promise<void> {
    this.failure = undefined;
    try {
      const [found] = await readLibraryTexts([`${name.id}@${name.version}`]);
      if (found && this.loaded === name.id) this.model = inspectKpi(found.text).kpi;
    } catch (error) {
      this.failure = error;
    }
  }
}

function fact(name: string, text: string | undefined): TemplateResult | typeof nothing {
  return text ? html`<div><dt>${t(`library.kpis.${name}`)}</dt><dd>${text}</dd></div>` : nothing;
}
