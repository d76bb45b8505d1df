import type { Organisation } from "@rolewright/runtime";
import type { TemplateContents, TemplateSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { failurePage } from "../../app/failure.ts";
import { language, t } from "../../app/language.ts";
import { navigate, type RouteParams } from "../../app/router.ts";
import { emptyState } from "../../components/empty-state.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { inLanguage } from "../../components/role-texts.ts";
import { saveFile } from "../../components/save-file.ts";
import { skeleton } from "../../components/skeleton.ts";
import { learnPinyin, mayBePinyin, textQuery } from "../../components/text-query.ts";
import { listContents, listTemplates } from "../../data/api.ts";
import { chartLayout, subordinatesOf } from "./chart-layout.ts";
import { chartPrint } from "./chart-print.ts";
import "./organisation-chart.ts";
import type { OrganisationChart } from "./organisation-chart.ts";
import "../library/library-page.css";
import "../library/role-peek.css";
import "./organisation-page.css";
import { chartList } from "./chart-list.ts";
import { findingPanel } from "./finding-panel.ts";
import { doubtfulIn, visibleChart } from "./visible-chart.ts";

/** On a phone a list takes the chart's place. */
const phone = matchMedia("(max-width: 719px)");

/** The organisation as the reporting lines of all roles make it, and what does not fit between their two ends. */
@customElement("rw-organisation-page")
export class OrganisationPage extends LightElement {
  params: RouteParams = {};
  @state() private templates: readonly TemplateSummary[] | undefined;
  @state() private contents: readonly TemplateContents[] = [];
  @state() private failure: unknown;
  @state() private folded: ReadonlySet<string> = new Set();
  @state() private at: string | undefined;
  @state() private search = "";
  /** Whether roles that are only named are shown. */
  @state() private named = true;
  /** The drawings for paper are made when a print begins, and not before. */
  private printing = false;
  private readonly redraw = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    phone.addEventListener("change", this.redraw);
    window.addEventListener("beforeprint", this.onPrint);
    window.addEventListener("afterprint", this.onPrint);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    phone.removeEventListener("change", this.redraw);
    window.removeEventListener("beforeprint", this.onPrint);
    window.removeEventListener("afterprint", this.onPrint);
  }

  override render(): TemplateResult {
    const title = t("organisation.title");
    if (this.failure) return failurePage(title, this.failure, () => void this.load());
    if (!this.templates) return skeleton(title, 6);
    const chart = this.chart;
    if (chart.nodes.size === 0) return this.renderEmpty(title);
    return html`
      <header class="top">
        <h1>${title}</h1>
        <span class="t13 ink3 tn org-total">${t("organisation.subtitle", { count: this.roles.length })}</span>
        <span class="grow"></span>
        ${this.renderFind()}
        <span class="grow"></span>
        ${this.renderExports()}
      </header>
      <main class="sheet org">
        <section class="org-room" aria-label=${t("organisation.chart")}>
          <div class="org-bar">
            <label class="check"><input type="checkbox" .checked=${this.named} @change=${this.toggleNamed} />${t("organisation.showNamed")}</label>
            <span class="grow"></span>
            <div class="seg" role="group" aria-label=${t("library.as.label")}>
              <a href="/">${icon("filter", 14)}${t("library.as.list")}</a><button type="button" aria-pressed="true">${icon("org", 14)}${t("library.as.chart")}</button>
            </div>
          </div>
          ${this.renderChart(chart)} ${this.printing ? chartPrint(chart, this.folded) : nothing}
        </section>
        ${findingPanel({ chart, at: this.at, pick: (id) => this.pick(id), open: (id) => this.open(id) })}
      </main>
    `;
  }

  private renderChart(chart: Organisation): TemplateResult {
    const shared = {
      chart,
      folded: this.folded,
      at: this.at,
      doubtful: doubtfulIn(chart),
      found: this.found(chart),
      pick: (id: string) => this.pick(id),
      open: (id: string) => this.open(id),
      fold: (id: string) => this.fold(id),
    };
    if (phone.matches) return chartList(shared);
    return html`<rw-organisation-chart .view=${shared}></rw-organisation-chart>`;
  }

  private renderFind(): TemplateResult {
    return html`<label class="f lib-find">
      ${icon("search", 15)}<span class="said">${t("organisation.search")}</span>
      <input type="search" placeholder=${t("organisation.search")} .value=${this.search} @input=${this.onFind} @keydown=${this.onFindKey} />
    </label>`;
  }

  private renderExports(): TemplateResult {
    return html`<div class="org-exports" role="group" aria-label=${t("organisation.export.label")}>
      ${icon("download", 16)}
      <button class="btn sm" type="button" @click=${() => void this.save("svg")}>SVG</button>
      <button class="btn sm" type="button" @click=${() => void this.save("png")}>PNG</button>
      <button class="btn sm" type="button" title=${t("organisation.export.pdfHint")} @click=${() => window.print()}>PDF</button>
    </div>`;
  }

  private renderEmpty(title: string): TemplateResult {
    return html`<header class="top"><h1>${title}</h1></header>
      <main class="sheet">
        ${emptyState({
          icon: "org",
          title: t("organisation.empty.title"),
          text: t("organisation.empty.text"),
          action: html`<a class="btn soft" href="/">${t("organisation.empty.action")}</a>`,
        })}
      </main>`;
  }

  /** Roles that stand in the organisation, as the reader sees them. */
  private get roles(): readonly TemplateSummary[] {
    return (this.templates ?? []).filter(({ archived }) => !archived).map((role) => inLanguage(role, language()));
  }

  private get chart(): Organisation {
    return visibleChart(this.templates ?? [], this.contents, language(), this.named);
  }

  private found(chart: Organisation): ReadonlySet<string> | undefined {
    const query = textQuery(this.search);
    if (query.empty) return undefined;
    return new Set([...chart.nodes.values()].filter(({ title }) => query.match(title)).map(({ id }) => id));
  }

  private readonly onFind = (event: InputEvent): void => {
    this.search = (event.target as HTMLInputElement).value;
    if (mayBePinyin(this.search)) void learnPinyin().then(this.showFound);
    else this.showFound();
  };

  /** The first that is found is brought into sight. */
  private readonly showFound = (): void => {
    const [first] = this.found(this.chart) ?? [];
    if (first) this.pick(first);
    this.requestUpdate();
  };

  /** Enter goes on to the next that is found. */
  private readonly onFindKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.isComposing) return;
    const found = [...(this.found(this.chart) ?? [])];
    const next = found[(found.indexOf(this.at ?? "") + 1) % found.length];
    if (next) this.pick(next);
  };

  private readonly toggleNamed = (event: Event): void => {
    this.named = (event.target as HTMLInputElement).checked;
  };

  /** What it lies under is unfolded. */
  private pick(id: string): void {
    const { nodes } = this.chart;
    const folded = new Set(this.folded);
    const seen = new Set<string>();
    for (let above = nodes.get(id)?.superior; above && !seen.has(above); above = nodes.get(above)?.superior) {
      seen.add(above);
      folded.delete(above);
    }
    this.folded = folded;
    this.at = id;
    void this.updateComplete.then(() => this.chartElement?.show(id));
  }

  private open(id: string): void {
    if (this.chart.nodes.get(id)?.described) navigate(`/roles/${id}`);
  }

  private fold(id: string): void {
    if (subordinatesOf(this.chart, id).length === 0) return;
    const folded = new Set(this.folded);
    folded.has(id) ? folded.delete(id) : folded.add(id);
    this.folded = folded;
    this.at = id;
  }

  private async save(kind: "svg" | "png"): Promise<void> {
    const { chartPng, chartSvg } = await import("./chart-file.ts");
    const { chart } = this;
    const drawing = chartSvg(chart, chartLayout(chart, this.folded));
    const blob = kind === "png" ? await chartPng(drawing) : new Blob([drawing], { type: "image/svg+xml" });
    saveFile(blob, `${t("organisation.chart")}.${kind}`);
  }

  /** What is printed has to stand there when the event has been heard. */
  private readonly onPrint = ({ type }: Event): void => {
    this.printing = type === "beforeprint";
    this.requestUpdate();
    this.performUpdate();
  };

  private get chartElement(): OrganisationChart | null {
    return this.querySelector<OrganisationChart>("rw-organisation-chart");
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      const [templates, contents] = await Promise.all([listTemplates(), listContents()]);
      this.contents = contents;
      this.templates = templates;
      this.at = this.contents[0]?.id;
    } catch (error) {
      this.failure = error;
    }
  }
}
