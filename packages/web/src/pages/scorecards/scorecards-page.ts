import { consume } from "@lit/context";
import type { Holder, ScorecardSummary, Session, TemplateSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { failurePage } from "../../app/failure.ts";
import { current, t } from "../../app/language.ts";
import { navigate, type RouteParams } from "../../app/router.ts";
import { may, sessionContext } from "../../app/session.ts";
import { ago, exactTime } from "../../components/ago.ts";
import { avatar, colorOf } from "../../components/avatar.ts";
import { emptyState } from "../../components/empty-state.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { periodLabel } from "../../components/period-label.ts";
import { skeleton } from "../../components/skeleton.ts";
import { listHolders, listScorecards, listTemplates } from "../../data/api.ts";
import "./new-scorecard-dialog.ts";
import "./scorecards-page.css";
import { everyScorecard, type Pile, periodsOf, pileOf, type ScorecardState, stateOf, states } from "./pile.ts";
import { pileTree } from "./pile-tree.ts";

/** All scorecards by period, newest first. */
@customElement("rw-scorecards-page")
export class ScorecardsPage extends LightElement {
  params: RouteParams = {};
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session: Session | undefined;
  @state() private scorecards: readonly ScorecardSummary[] | undefined;
  @state() private holders: readonly Holder[] = [];
  @state() private templates: readonly TemplateSummary[] = [];
  @state() private failure: unknown;
  @state() private adding = false;
  @state() private pile: Pile = everyScorecard;
  /** The person for whom a scorecard is to be opened, where the reader came for that: `/scorecards?for=<holder>`. */
  private holder = "";

  override connectedCallback(): void {
    super.connectedCallback();
    this.holder = new URLSearchParams(location.search).get("for") ?? "";
    void this.load();
  }

  override render(): TemplateResult {
    const title = t("web.scorecards.title");
    if (this.failure) return failurePage(title, this.failure, () => void this.load());
    if (!this.scorecards) return skeleton(title, 6);
    const all = this.scorecards;
    return html`
      <header class="top">
        <h1>${title}</h1>
        <span class="t13 ink3 scl-count">${t("web.scorecards.count", { count: all.length })}</span>
        <span class="grow"></span>${all.length > 0 ? this.renderSearch() : nothing}<span class="grow"></span
        >${this.mayAdd ? this.renderAdd() : nothing}
      </header>
      <div class="scl">
        ${pileTree(all, this.pile, this.choose)}
        <main class="sheet scl-sheet">${all.length === 0 ? this.renderEmpty() : this.renderPile(all)}</main>
      </div>
      ${
        this.adding
          ? html`<rw-new-scorecard-dialog
        .holders=${this.holders}
        .templates=${this.templates}
        .holder=${this.holder}
        @created=${(event: CustomEvent<ScorecardSummary>) => navigate(`/scorecards/${event.detail.id}`)}
        @dialog-closed=${() => {
          this.adding = false;
          this.holder = "";
        }}
      ></rw-new-scorecard-dialog>`
          : nothing
      }
    `;
  }

  private renderAdd(): TemplateResult {
    return html`<button class="btn primary" type="button" @click=${this.add}>${icon("plus", 16)}<span class="wide-word">${t("web.scorecards.add")}</span></button>`;
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

  private renderSearch(): TemplateResult {
    return html`<label class="f scl-find">
      ${icon("search", 15)}<span class="said">${t("web.scorecards.search")}</span>
      <input
        type="search"
        placeholder=${t("web.scorecards.search")}
        .value=${this.pile.search}
        @input=${(event: InputEvent) => this.choose({ search: (event.target as HTMLInputElement).value })}
      />
    </label>`;
  }

  private renderPile(all: readonly ScorecardSummary[]): TemplateResult {
    const shown = pileOf(all, this.pile);
    return html`${this.renderPeriods(all)}
    ${
      shown.length === 0
        ? emptyState({
            icon: "search",
            title: t("web.scorecards.none"),
            action: html`<button class="btn soft" type="button" @click=${() => this.choose(everyScorecard)}>${t("web.library.none.reset")}</button>`,
          })
        : periodsOf(shown).map((period) => renderPeriod(period, shown))
    }`;
  }

  /** Stands in for the tree where there is no room for it. */
  private renderPeriods(all: readonly ScorecardSummary[]): TemplateResult {
    const { period, state } = this.pile;
    return html`<div class="scl-filters">
      <select class="f" aria-label=${t("web.scorecards.tree.periods")} @change=${(event: Event) => this.choose({ period: chosen(event) })}>
        <option value="" ?selected=${period === undefined}>${t("web.scorecards.tree.all")}</option>
        ${periodsOf(all).map((one) => html`<option value=${one} ?selected=${one === period}>${periodLabel(one)}</option>`)}
      </select>
      <select class="f" aria-label=${t("web.scorecards.tree.states")} @change=${(event: Event) => this.choose({ state: chosen(event) as ScorecardState | undefined })}>
        <option value="" ?selected=${state === undefined}>${t("web.scorecards.tree.anyState")}</option>
        ${states.map((one) => html`<option value=${one} ?selected=${one === state}>${t(`web.scorecards.state.${one}`)}</option>`)}
      </select>
    </div>`;
  }

  private readonly choose = (change: Partial<Pile>): void => {
    this.pile = { ...this.pile, ...change };
  };

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
      if (this.mayAdd && this.holder) this.add();
    } catch (error) {
      this.failure = error;
    }
  }
}

/** The scorecards of one period, headed by how they stand together. */
function renderPeriod(period: string, shown: readonly ScorecardSummary[]): TemplateResult {
  const rows = shown.filter((one) => one.period === period);
  const count = (...of: ScorecardState[]) => rows.filter((row) => of.includes(stateOf(row))).length;
  const progress = { complete: count("complete", "signed"), signed: count("signed"), count: rows.length };
  const columns = ["person", "role", "total", "grade", "coverage", "state", "updated"] as const;
  return html`<section aria-labelledby="period-${period}">
    <div class="scl-period">
      <h2 id="period-${period}">${periodLabel(period)}</h2>
      <span>${t("web.scorecards.progress", { ...progress })}</span>
    </div>
    <table class="tbl scl-table" role="table" aria-labelledby="period-${period}">
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map((name) => html`<th scope="col" role="columnheader" class="scl-${name} ${name === "total" || name === "updated" ? "num" : ""}">${t(`web.scorecards.column.${name}`)}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map((row) => renderRow(row))}
      </tbody>
    </table>
  </section>`;
}

function renderRow(row: ScorecardSummary): TemplateResult {
  const covered = Math.floor(Number(row.coverage));
  const href = `/scorecards/${row.id}`;
  return html`<tr role="row" @click=${(event: MouseEvent) => openRow(event, href)}>
    <th scope="row" role="rowheader" class="scl-person">
      <span class="scl-who">
        ${avatar(row.holder.name, colorOf(row.holder.id))}
        <span class="scl-name"><a href=${href}>${row.holder.name}</a><span class="ell">${row.holder.unit}</span></span>
      </span>
    </th>
    <td role="cell" class="scl-role">${row.title} <span class="chip sq line tn">v${row.version}</span></td>
    <td role="cell" class="scl-total num">${row.total === null ? "—" : current().number(row.total)}</td>
    <td role="cell" class="scl-grade">${row.grade === null ? html`<span class="ink3">—</span>` : html`<span class="chip blue sq">${row.grade}</span>`}</td>
    <td role="cell" class="scl-coverage tn"><span class="scl-bar" aria-hidden="true"><i style="width:${covered}%"></i></span>${covered} %</td>
    <td role="cell" class="scl-state">${stateChip(row)}</td>
    <td role="cell" class="scl-updated num"><time datetime=${row.updatedAt} title=${exactTime(row.updatedAt)}>${ago(row.updatedAt)}</time></td>
  </tr>`;
}

const tones: Readonly<Record<ScorecardState, string>> = {
  empty: "",
  partial: "warn",
  complete: "ok",
  signed: "blue",
};

function stateChip(row: ScorecardSummary): TemplateResult {
  const state = stateOf(row);
  const why = row.signed ? t("signing.locked", { name: row.signed.name, at: exactTime(row.signed.at) }) : nothing;
  return html`<span class="chip ${tones[state]}" title=${why}>${row.signed ? icon("lock", 12) : nothing}${t(`web.scorecards.state.${state}`)}</span>`;
}

function chosen(event: Event): string | undefined {
  return (event.target as HTMLSelectElement).value || undefined;
}

/** The row opens as a whole; its link stays for the keyboard and for new tabs. */
function openRow(event: MouseEvent, href: string): void {
  if (event.target instanceof Element && event.target.closest("a")) return;
  navigate(href);
}
