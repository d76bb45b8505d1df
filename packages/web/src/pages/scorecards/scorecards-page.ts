import { consume } from "@lit/context";
import type { Holder, ScorecardSummary, Session, TemplateSummary } from "@rolewright/server/protocol";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { failurePage } from "../../app/failure.ts";
import { current, LanguageController, t } from "../../app/language.ts";
import { navigate, type RouteParams } from "../../app/router.ts";
import { may, sessionContext } from "../../app/session.ts";
import { avatar, colorOf } from "../../components/avatar.ts";
import { emptyState } from "../../components/empty-state.ts";
import { icon } from "../../components/icon.ts";
import { periodLabel } from "../../components/period-label.ts";
import { skeleton } from "../../components/skeleton.ts";
import { listHolders, listScorecards, listTemplates } from "../../data/api.ts";
import "./new-scorecard-dialog.ts";
import "./scorecards-page.css";

/** All scorecards by period, newest first. */
@customElement("rw-scorecards-page")
export class ScorecardsPage extends LitElement {
  params: RouteParams = {};
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session: Session | undefined;
  @state() private scorecards: readonly ScorecardSummary[] | undefined;
  @state() private holders: readonly Holder[] = [];
  @state() private templates: readonly TemplateSummary[] = [];
  @state() private failure: unknown;
  @state() private adding = false;

  constructor() {
    super();
    new LanguageController(this);
  }

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    const title = t("web.scorecards.title");
    if (this.failure) return failurePage(title, this.failure, () => void this.load());
    if (!this.scorecards) return skeleton(title, 6);
    const periods = [...new Set(this.scorecards.map((one) => one.period))].sort().reverse();
    return html`
      <header class="top">
        <h1>${title}</h1>
        <span class="t13 ink3 tn">${t("web.scorecards.count", { count: this.scorecards.length })}</span>
        <span class="grow"></span>${this.mayAdd ? this.renderAdd() : nothing}
      </header>
      <main class="sheet scl">
        ${periods.length === 0 ? this.renderEmpty() : periods.map((period) => this.renderPeriod(period))}
      </main>
      ${
        this.adding
          ? html`<rw-new-scorecard-dialog
        .holders=${this.holders}
        .templates=${this.templates}
        @created=${(event: CustomEvent<ScorecardSummary>) => navigate(`/scorecards/${event.detail.id}`)}
        @dialog-closed=${() => {
          this.adding = false;
        }}
      ></rw-new-scorecard-dialog>`
          : nothing
      }
    `;
  }

  private renderAdd(): TemplateResult {
    return html`<button class="btn primary" type="button" @click=${this.add}>${icon("plus", 16)}${t("web.scorecards.add")}</button>`;
  }

  private renderEmpty(): TemplateResult {
    return emptyState({
      icon: "gauge",
      title: t("web.scorecards.empty.title"),
      text: t(this.mayAdd ? "web.scorecards.empty.text" : "web.scorecards.empty.none"),
      ...(this.mayAdd
        ? {
            action: html`<button class="btn soft" type="button" @click=${this.add}>${t("web.scorecards.add")}</button>`,
          }
        : {}),
    });
  }

  private renderPeriod(period: string): TemplateResult {
    const rows = (this.scorecards ?? []).filter((one) => one.period === period);
    return html`<section aria-labelledby="period-${period}">
      <h2 class="scl-period" id="period-${period}">${periodLabel(period)}<span class="tn">${t("web.scorecards.count", { count: rows.length })}</span></h2>
      <table class="scl-table">
        <thead>
          <tr>
            <th scope="col">${t("web.scorecards.column.person")}</th>
            <th scope="col" class="scl-role">${t("web.scorecards.column.role")}</th>
            <th scope="col" class="num">${t("web.scorecards.column.total")}</th>
            <th scope="col">${t("web.scorecards.column.grade")}</th>
            <th scope="col" class="scl-cover">${t("web.scorecards.column.coverage")}</th>
            <th scope="col">${t("web.scorecards.column.state")}</th>
            <th scope="col" class="num scl-when">${t("web.scorecards.column.updated")}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => renderRow(row))}
        </tbody>
      </table>
    </section>`;
  }

  private get mayAdd(): boolean {
    return may(this.session, "scorecards.write");
  }

  private add(): void {
    this.adding = true;
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      this.scorecards = await listScorecards();
      if (this.mayAdd) [this.holders, this.templates] = await Promise.all([listHolders(), listTemplates()]);
    } catch (error) {
      this.failure = error;
    }
  }
}

function renderRow(row: ScorecardSummary): TemplateResult {
  const covered = Math.floor(Number(row.coverage));
  const href = `/scorecards/${row.id}`;
  return html`<tr @click=${(event: MouseEvent) => openRow(event, href)}>
    <th scope="row">
      <span class="row" style="gap:10px">
        ${avatar(row.holder.name, colorOf(row.holder.id))}
        <span class="scl-person"><a href=${href}>${row.holder.name}</a><span class="ell">${row.holder.unit}</span></span>
      </span>
    </th>
    <td class="scl-role">${row.title} <span class="chip sq line mono">@v${row.version}</span></td>
    <td class="num scl-total">${row.total === null ? "—" : current().number(row.total)}</td>
    <td>${row.grade === null ? "—" : html`<span class="chip ok sq">${row.grade}</span>`}</td>
    <td class="scl-cover tn"><span class="scl-bar" aria-hidden="true"><i style="width:${covered}%"></i></span>${covered} %</td>
    <td>${stateChip(row)}</td>
    <td class="num scl-when ink3">${current().date(row.updatedAt, { dateStyle: "medium" })}</td>
  </tr>`;
}

function stateChip(row: ScorecardSummary): TemplateResult {
  if (row.total === null) return html`<span class="chip">${t("web.scorecards.state.empty")}</span>`;
  if (Number(row.coverage) < 100) return html`<span class="chip warn">${t("web.scorecards.state.partial")}</span>`;
  return html`<span class="chip ok">${t("web.scorecards.state.complete")}</span>`;
}

/** The row opens as a whole; its link stays for the keyboard and for new tabs. */
function openRow(event: MouseEvent, href: string): void {
  if (event.target instanceof Element && event.target.closest("a")) return;
  navigate(href);
}
