import type { PrintDocument } from "@rolewright/exporters/document";
import { localize } from "@rolewright/runtime";
import type { TemplateSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { failurePage } from "../../app/failure.ts";
import { current, language, t } from "../../app/language.ts";
import { navigate, type RouteParams } from "../../app/router.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { inLanguage } from "../../components/role-texts.ts";
import { skeleton } from "../../components/skeleton.ts";
import { listTemplates, readTemplate } from "../../data/api.ts";
import { changeList } from "../workspace/change-list.ts";
import { betweenRoles, type Comparison, compareTexts } from "../workspace/comparison.ts";
import "../workspace/paper.ts";
import "./compare-page.css";

type Documents = typeof import("@rolewright/exporters/document");

/** Two roles side by side: what the one says otherwise than the other, and both documents. */
@customElement("rw-compare-page")
export class ComparePage extends LightElement {
  @property({ attribute: false }) params: RouteParams = {};
  @state() private roles: readonly TemplateSummary[] = [];
  @state() private comparison: Comparison | undefined;
  @state() private documents: Documents | undefined;
  @state() private loaded = false;
  @state() private failure: unknown;
  /** Item under the pointer, lit in both documents. */
  @state() private lit: string | undefined;
  private shown = "";

  private get pair(): readonly [string, string] {
    return [this.params.left ?? "", this.params.right ?? ""];
  }

  protected override willUpdate(): void {
    const pair = this.pair.join(" ");
    if (pair === this.shown) return;
    this.shown = pair;
    this.loaded = false;
    void this.load();
  }

  override render(): TemplateResult {
    const title = t("library.compare.title");
    if (this.failure) return failurePage(title, this.failure, () => void this.load());
    if (!this.loaded) return skeleton(title, 8);
    return html`
      <header class="top">
        <nav class="crumb" aria-label=${t("web.workspace.crumbs")}><a href="/">${t("web.library.title")}</a>${icon("right", 12)}</nav>
        <h1>${title}</h1>
      </header>
      <main class="sheet cmp">
        <div class="cmp-bar">
          ${this.renderPick("left")}
          <button class="ib" type="button" aria-label=${t("library.compare.swap")} title=${t("library.compare.swap")} @click=${() => this.go(this.pair[1], this.pair[0])}>${icon("compare", 16)}</button>
          ${this.renderPick("right")}
        </div>
        ${this.comparison ? this.renderComparison(this.comparison) : html`<p class="strip warn">${icon("warn", 16)}${t("library.compare.unread")}</p>`}
      </main>
    `;
  }

  private renderPick(side: "left" | "right"): TemplateResult {
    const [left, right] = this.pair;
    return html`<select
      class="f grow"
      aria-label=${t(`library.compare.${side}`)}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        this.go(side === "left" ? value : left, side === "right" ? value : right);
      }}
    >
      ${this.roles.map((role) => html`<option value=${role.id} ?selected=${role.id === (side === "left" ? left : right)}>${inLanguage(role, language()).title}</option>`)}
    </select>`;
  }

  private renderComparison(comparison: Comparison): TemplateResult {
    const [before, after] = [comparison.before, comparison.after].map((role) => localize(role, language()).title);
    return html`<div class="cmp-body">
      <section class="cmp-changes" tabindex="0" aria-labelledby="cmp-changes">
        <h2 id="cmp-changes">${t("library.compare.changes", { before, after, count: comparison.changes.length })}</h2>
        ${changeList(comparison)}
      </section>
      <section class="cmp-papers" tabindex="0" aria-label=${t("library.compare.documents")}>
        ${this.documents ? [comparison.before, comparison.after].map((role, side) => html`<div>${this.renderPaper(this.documentOf(role, this.pair[side]))}</div>`) : nothing}
      </section>
    </div>`;
  }

  /** Under its number where the present text is that of the version in force. */
  private documentOf(role: Comparison["before"], id: string | undefined): PrintDocument | undefined {
    const summary = this.roles.find((one) => one.id === id);
    const version = summary?.state === "published" ? summary.version : null;
    return this.documents?.roleDocument(localize(role, language()), { translator: current(), version });
  }

  private renderPaper(document: PrintDocument | undefined): TemplateResult | typeof nothing {
    if (!document) return nothing;
    return html`<rw-paper
      .document=${document}
      .lit=${this.lit}
      @hint=${(event: CustomEvent<string | undefined>) => {
        this.lit = event.detail;
      }}
    ></rw-paper>`;
  }

  private go(left: string, right: string): void {
    navigate(`/compare/${encodeURIComponent(left)}/${encodeURIComponent(right)}`, { replace: true });
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    const { shown } = this;
    try {
      const [left, right, roles, documents] = await Promise.all([
        readTemplate(this.pair[0]),
        readTemplate(this.pair[1]),
        listTemplates(),
        import("@rolewright/exporters/document"),
      ]);
      if (shown !== this.shown) return;
      this.roles = roles;
      this.documents = documents;
      const comparison = await compareTexts(left.text, right.text);
      this.comparison = comparison && betweenRoles(comparison);
      this.loaded = true;
    } catch (error) {
      this.failure = error;
    }
  }
}
