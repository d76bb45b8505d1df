import type { TemplateSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { failurePage, failureText } from "../../app/failure.ts";
import { hasText, language, t } from "../../app/language.ts";
import type { RouteParams } from "../../app/router.ts";
import { emptyState } from "../../components/empty-state.ts";
import { icon } from "../../components/icon.ts";
import { type KpiWords, kpiWords } from "../../components/kpi-words.ts";
import { LightElement } from "../../components/light-element.ts";
import { notify } from "../../components/notice.ts";
import { skeleton } from "../../components/skeleton.ts";
import { learnPinyin, mayBePinyin, textQuery } from "../../components/text-query.ts";
import { listContents, listLibrary, listTemplates } from "../../data/api.ts";
import { kpiModel, learnKpis } from "../../data/kpi-models.ts";
import "../library/library-page.css";
import "../library/role-peek.css";
import "./kpi-detail.ts";
import { kpiUses, rolesUsing, type UsedKpi } from "./kpi-uses.ts";
import "./kpis-page.css";

const columns = ["title", "family", "every", "target", "version", "uses"] as const;

/** The KPI library: every KPI with how it is reckoned, what is usually asked of it, and where it is used. */
@customElement("rw-kpis-page")
export class KpisPage extends LightElement {
  params: RouteParams = {};
  @state() private kpis: readonly UsedKpi[] | undefined;
  @state() private templates: readonly TemplateSummary[] = [];
  @state() private search = "";
  @state() private family = "";
  @state() private onlyUsed = false;
  @state() private selected: string | undefined;
  @state() private failure: unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    const title = t("library.kpis.title");
    if (this.failure) return failurePage(title, this.failure, () => void this.load());
    if (!this.kpis) return skeleton(title, 10);
    const shown = this.shown(this.kpis);
    const selected = shown.find(({ name }) => name.id === this.selected);
    return html`
      <header class="top">
        <nav class="crumb" aria-label=${t("web.workspace.crumbs")}><a href="/">${t("web.library.title")}</a>${icon("right", 12)}</nav>
        <h1>${title}</h1>
        <span class="t13 ink3 tn lib-total">${t("library.kpis.count", { count: this.kpis.length })}</span>
        <span class="grow"></span>
        <label class="f lib-find">
          ${icon("search", 15)}<span class="said">${t("library.kpis.search")}</span>
          <input type="search" placeholder=${t("library.kpis.search")} .value=${this.search} @input=${this.onFind} />
        </label>
        <span class="grow"></span>
      </header>
      <main class="sheet kpis ${selected ? "kpis-selected" : ""}">
        <section class="kpis-list" aria-label=${title}>
          ${this.renderFilters(this.kpis, shown.length)}
          ${shown.length === 0 ? emptyState({ icon: "target", title: t("library.kpis.none") }) : this.renderTable(shown)}
        </section>
        ${
          selected
            ? html`<rw-kpi-detail .kpi=${selected} .templates=${this.templates} @close=${() => this.select(undefined)}></rw-kpi-detail>`
            : nothing
        }
      </main>
    `;
  }

  private renderFilters(all: readonly UsedKpi[], count: number): TemplateResult {
    const families = [...new Set(all.map(({ family }) => family))];
    return html`<div class="kpis-filters">
      <select class="f" aria-label=${t("library.kpis.column.family")} @change=${(event: Event) => {
        this.family = (event.target as HTMLSelectElement).value;
      }}>
        <option value="">${t("library.kpis.column.family")}</option>
        ${families.map((family) => html`<option value=${family} ?selected=${family === this.family}>${kpiFamily(family)}</option>`)}
      </select>
      <label class="check"><input type="checkbox" .checked=${this.onlyUsed} @change=${(event: Event) => {
        this.onlyUsed = (event.target as HTMLInputElement).checked;
      }} />${t("library.kpis.onlyUsed")}</label>
      <span class="t12 ink3 tn" role="status">${count === all.length ? nothing : t("library.kpis.count", { count })}</span>
    </div>`;
  }

  private renderTable(shown: readonly UsedKpi[]): TemplateResult {
    return html`<div class="lib-table">
      <table class="tbl kpis-table">
        <thead>
          <tr>${columns.map((name) => html`<th scope="col" class="kpis-${name} ${name === "uses" ? "num" : ""}">${t(`library.kpis.column.${name}`)}</th>`)}</tr>
        </thead>
        <tbody>
          ${shown.map((kpi) => this.renderRow(kpi))}
        </tbody>
      </table>
    </div>`;
  }

  private renderRow(kpi: UsedKpi): TemplateResult {
    const { name, family } = kpi;
    const count = rolesUsing(kpi);
    const words = wordsOf(kpi);
    const waiting = html`<span class="bone" style="width:60%"></span>`;
    return html`<tr class=${name.id === this.selected ? "kpis-on" : ""} @click=${() => this.select(name.id)}>
      <th scope="row" class="kpis-title">
        <button type="button" aria-expanded=${name.id === this.selected}>${kpiTitle(kpi)}</button>
        <span class="kpis-formula ell" title=${words?.formula ?? nothing}>${words?.formula ?? ""}</span>
      </th>
      <td class="kpis-family">${kpiFamily(family)}</td>
      <td class="kpis-every">${words ? words.every : waiting}</td>
      <td class="kpis-target tn">${words ? words.target : waiting}</td>
      <td class="kpis-version tn">v${name.version}</td>
      <td class="kpis-uses num">${count === 0 ? html`<span class="ink3">${t("library.kpis.unused")}</span>` : t("library.kpis.used", { count })}</td>
    </tr>`;
  }

  private shown(all: readonly UsedKpi[]): readonly UsedKpi[] {
    const query = textQuery(this.search);
    return all.filter(
      (kpi) =>
        (this.family === "" || kpi.family === this.family) &&
        (!this.onlyUsed || kpi.uses.length > 0) &&
        (query.empty ||
          query.matches([
            kpi.name.title,
            ...Object.values(kpi.name.titles ?? {}),
            kpiFamily(kpi.family),
            ...(kpiModel(kpi.name)?.keywords ?? []),
          ])),
    );
  }

  private readonly onFind = (event: InputEvent): void => {
    this.search = (event.target as HTMLInputElement).value;
    if (mayBePinyin(this.search)) void learnPinyin().then(() => this.requestUpdate());
  };

  private select(id: string | undefined): void {
    this.selected = id === this.selected ? undefined : id;
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      const [names, contents, templates] = await Promise.all([listLibrary(), listContents(), listTemplates()]);
      this.templates = templates;
      const collator = new Intl.Collator(language());
      // What is used comes first; then by family and name.
      this.kpis = [...kpiUses(names, contents)].sort(
        (one, other) =>
          rolesUsing(other) - rolesUsing(one) ||
          collator.compare(one.family, other.family) ||
          collator.compare(kpiTitle(one), kpiTitle(other)),
      );
    } catch (error) {
      this.failure = error;
      return;
    }
    // The names are of use without what they mean: that comes as it is read, and where it cannot, is left out.
    learnKpis(
      this.kpis.map(({ name }) => name),
      () => this.requestUpdate(),
    ).catch((error: unknown) => notify(failureText(error), "error"));
  }
}

function wordsOf({ name }: UsedKpi): KpiWords | undefined {
  const model = kpiModel(name);
  return model && kpiWords(model, language());
}

function kpiTitle({ name }: UsedKpi): string {
  return name.titles?.[language()] ?? name.title ?? name.id;
}

/** The library's folder a KPI stands in, by the name people know it by. */
function kpiFamily(family: string): string {
  const key = `designer.library.family.${family}`;
  return hasText(key) ? t(key) : family;
}
