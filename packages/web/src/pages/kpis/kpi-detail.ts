import type { TemplateSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { language, t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { kpiWords } from "../../components/kpi-words.ts";
import { LightElement } from "../../components/light-element.ts";
import { inLanguage } from "../../components/role-texts.ts";
import { kpiModel } from "../../data/kpi-models.ts";
import type { KpiUse, UsedKpi } from "./kpi-uses.ts";

/** One KPI of the library: what it means, and which roles use it, at which version. Fires `close`. */
@customElement("rw-kpi-detail")
export class KpiDetail extends LightElement {
  @property({ attribute: false }) kpi: UsedKpi | undefined;
  @property({ attribute: false }) templates: readonly TemplateSummary[] = [];
  override render(): TemplateResult | typeof nothing {
    const { kpi } = this;
    if (!kpi) return nothing;
    const title = kpi.name.titles?.[language()] ?? kpi.name.title ?? kpi.name.id;
    return html`<aside class="peek" aria-label=${t("library.kpis.label", { title })}>
      <div class="peek-head">
        <span class="chip sq tn">v${kpi.name.version}</span><span class="grow"></span>
        <button class="ib sm" type="button" aria-label=${t("web.library.peek.close")} title=${t("web.library.peek.close")} @click=${() => this.dispatchEvent(new CustomEvent("close"))}>${icon("x", 16)}</button>
      </div>
      <div class="peek-body">
        <h2>${title}</h2>
        ${renderFacts(kpi)}
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
}

function renderFacts({ name }: UsedKpi): TemplateResult | typeof nothing {
  const model = kpiModel(name);
  if (!model) return nothing;
  const words = kpiWords(model, language());
  return html`<dl class="kpi-facts">
    ${fact("definition", words.description)} ${fact("formula", words.formula)}
    <div class="kpi-pair">${fact("target", words.target)} ${fact("direction", t(`library.kpis.directions.${model.direction}`))}</div>
    <div class="kpi-pair">${fact("every", words.every)} ${fact("due", words.due)}</div>
    ${fact("score", words.score)} ${fact("source", words.source)}
  </dl>`;
}

function fact(name: string, text: string): TemplateResult | typeof nothing {
  return text ? html`<div><dt>${t(`library.kpis.${name}`)}</dt><dd>${text}</dd></div>` : nothing;
}
