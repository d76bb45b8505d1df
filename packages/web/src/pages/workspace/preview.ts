import type { Diagnostic, Observation, RoleModel, WorkingDaysOptions } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import type { ObservationChange } from "../../components/observation-field.ts";
import { periodLabel } from "../../components/period-label.ts";
import { loaded } from "../../data/loaded.ts";
import { workDays } from "../../data/work-calendar.ts";
import { checklistView } from "./checklist-view.ts";
import { type DataKind, dataView } from "./data-view.ts";
import "./paper.ts";
import "./preview.css";
import type { MadeView, WantedView } from "./reading/protocol.ts";
import type { scorecardTrial } from "./scorecard-trial.ts";

/** What the preview can show; `problems` is given by the page. */
export const previewTabs = ["document", "checklist", "scorecard", "data", "problems"] as const;
export type PreviewTab = (typeof previewTabs)[number];

/**
 * What the text means, as it is typed: the role document, a month's checklist, a scorecard to try figures on, and the
 * findings. What is shown is made elsewhere: it says what it wants. Events: `want` (`WantedView` or undefined), `pick` (key of
 * an item), `hint` (key under the pointer or undefined), `tab` (`PreviewTab`), `show-obstacle`.
 */
@customElement("rw-preview")
export class Preview extends LightElement {
  /** The last role that could be read, in the reader's language. */
  @property({ attribute: false }) model: RoleModel | undefined;
  /** What was made of the role for this pane, the last that could be. */
  @property({ attribute: false }) made: MadeView | undefined;
  /** Line of the error that keeps the present text from being read; the role shown is then an earlier one. */
  @property({ attribute: false }) obstacle: number | undefined;
  @property({ attribute: false }) version: number | null = null;
  @property() organisation = "";
  @property() lit: string | undefined;
  /** Key of the item that was picked: it is brought into sight. What is only pointed at is lit where it stands. */
  @property() traced: string | undefined;
  @property() tab: PreviewTab = "document";
  @property({ attribute: false }) diagnostics: readonly Diagnostic[] = [];
  @property({ attribute: false }) problems: TemplateResult | typeof nothing = nothing;
  @state() private period = new Date().toISOString().slice(0, 7);
  /** Figures to try the scoring with; they stay in this pane. */
  @state() private tries: readonly Observation[] = [];
  @state() private days: WorkingDaysOptions = {};
  @state() private data: DataKind = "types";
  /** Whether the document is shown on pages as it prints. */
  @state() private paged = keptPaged();
  @state() private trial: typeof scorecardTrial | undefined;
  private wanted = "";
  /** Key of what is to come into sight as soon as it is drawn. */
  private sought: string | undefined;

  override render(): TemplateResult {
    return html`
      <div class="ws-bar">
        <div class="seg" role="tablist" aria-label=${t("web.preview.label")} @keydown=${this.onTabKey}>
          ${previewTabs.map((tab) => this.renderTab(tab))}
        </div>
        <span class="grow"></span>
        ${this.tab === "document" ? this.renderPaging() : nothing}
      </div>
      <div class="pv-body" role="tabpanel" id="pv-panel" aria-labelledby=${`pv-${this.tab}`} tabindex="0">
        ${this.renderObstacle()}${this.renderPanel()}
      </div>
    `;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const dated = this.tab === "checklist" || this.tab === "scorecard";
    if (dated && (changed.has("period") || changed.has("tab"))) void this.learnDays(this.period);
    if (changed.has("tab") && this.tab === "scorecard") void this.learnTrial();
    const detail = this.want();
    const said = JSON.stringify(detail) ?? "";
    if (said === this.wanted) return;
    this.wanted = said;
    this.dispatchEvent(new CustomEvent("want", { detail }));
  }

  private want(): WantedView | undefined {
    const { version, organisation, period, days } = this;
    if (this.tab === "document") return { kind: "document", version, organisation };
    if (this.tab === "data") return { kind: this.data };
    return this.tab === "checklist" ? { kind: "checklist", period, days } : undefined;
  }

  private async learnDays(period: string): Promise<void> {
    const days = await workDays(period);
    if (period === this.period) this.days = days;
  }

  private async learnTrial(): Promise<void> {
    this.trial ??= (await loaded(() => import("./scorecard-trial.ts"))).scorecardTrial;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("traced")) this.sought = this.matches(":hover") ? undefined : this.traced;
    if (this.sought !== undefined) void this.bringIn(this.sought);
  }

  /** `""` is the head. The paper draws in a frame of its own, and what was just added is read later still. */
  private async bringIn(key: string): Promise<void> {
    await this.querySelector("rw-paper")?.updateComplete;
    const found = this.querySelector(key === "" ? ".paper-head" : `[data-anchor="${CSS.escape(key)}"]`);
    if (!found || key !== this.sought) return;
    this.sought = undefined;
    found.scrollIntoView({ block: "nearest" });
  }

  private renderTab(tab: PreviewTab): TemplateResult {
    const { length } = this.diagnostics;
    const bad = this.diagnostics.some(({ severity }) => severity === "error");
    return html`<button
      id=${`pv-${tab}`}
      role="tab"
      type="button"
      aria-selected=${this.tab === tab}
      aria-controls="pv-panel"
      tabindex=${this.tab === tab ? 0 : -1}
      @click=${() => this.show(tab)}
    >
      ${t(`web.preview.tab.${tab}`)}${
        tab === "problems" && length > 0 ? html`<b class="tn ${bad ? "pv-bad" : "pv-warn"}">${length}</b>` : nothing
      }
    </button>`;
  }

  private renderPaging(): TemplateResult {
    const label = t(`workspace.preview.${this.paged ? "column" : "pages"}`);
    return html`<button class="ib sm pv-paging" type="button" aria-pressed=${this.paged} aria-label=${t("workspace.preview.pages")} title=${label} @click=${this.togglePaged}>
      ${icon("file", 16)}
    </button>`;
  }

  private renderObstacle(): TemplateResult | typeof nothing {
    if (this.obstacle === undefined || this.tab === "problems") return nothing;
    return html`<div class="strip pv-obstacle" role="status">
      ${icon("error", 16)}<span class="grow">${t(`web.preview.${this.model ? "obstacle" : "obstacleAtFirst"}`, { line: this.obstacle })}</span>
      <button class="btn xs" type="button" @click=${() => this.dispatchEvent(new Event("show-obstacle"))}>
        ${t("web.preview.toLine")}
      </button>
    </div>`;
  }

  private renderPanel(): TemplateResult | typeof nothing {
    if (this.tab === "problems") return html`${this.problems}`;
    if (!this.model)
      return this.obstacle === undefined ? waiting() : html`<p class="cl-none">${t("web.preview.nothing")}</p>`;
    if (this.tab === "checklist") return this.renderChecklist(this.model);
    if (this.tab === "scorecard") return this.renderScorecard(this.model);
    if (this.tab === "data") return this.renderData();
    return this.renderDocument();
  }

  private renderDocument(): TemplateResult {
    if (this.made?.kind !== "document") return waiting();
    return html`<rw-paper
      .document=${this.made.document}
      .lit=${this.lit}
      ?paged=${this.paged}
      @pick=${this.passOn}
      @hint=${this.passOn}
    ></rw-paper>`;
  }

  private renderData(): TemplateResult {
    const { data: kind, made } = this;
    const parts = made?.kind === kind ? made.parts : undefined;
    const choose = (chosen: DataKind) => {
      this.data = chosen;
    };
    return dataView({ kind, parts, choose, ...this.trace() });
  }

  private renderChecklist(model: RoleModel): TemplateResult {
    const { made } = this;
    const list = made?.kind === "checklist" && made.period === this.period ? made.checklist : undefined;
    return html`${this.renderPeriod()}${list ? checklistView({ model, checklist: list, ...this.trace() }) : waiting()}`;
  }

  private renderScorecard(model: RoleModel): TemplateResult {
    const { period, days, tries, try: report, clearTries: clear } = this;
    return html`${this.renderPeriod()}${this.trial ? this.trial({ model, period, days, tries, report, clear }) : waiting()}`;
  }

  private renderPeriod(): TemplateResult {
    return html`<div class="pv-period">
      <button class="ib sm" type="button" aria-label=${t("web.preview.earlier")} @click=${() => this.shift(-1)}>${icon("left", 16)}</button>
      <b aria-live="polite">${periodLabel(this.period)}</b>
      <button class="ib sm" type="button" aria-label=${t("web.preview.later")} @click=${() => this.shift(1)}>${icon("right", 16)}</button>
    </div>`;
  }

  private trace() {
    return {
      lit: this.lit,
      pick: (key: string) => this.dispatchEvent(new CustomEvent("pick", { detail: key })),
      hint: (key: string | undefined) => this.dispatchEvent(new CustomEvent("hint", { detail: key })),
    };
  }

  private passOn({ type, detail }: CustomEvent<string | undefined>): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  private readonly togglePaged = (): void => {
    this.paged = !this.paged;
    localStorage.setItem(pagedMemory, String(this.paged));
  };

  private show(tab: PreviewTab): void {
    this.dispatchEvent(new CustomEvent("tab", { detail: tab }));
  }

  private onTabKey(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    const { length } = previewTabs;
    const next = previewTabs[(previewTabs.indexOf(this.tab) + by + length) % length] ?? "document";
    this.show(next);
    this.querySelector<HTMLElement>(`#pv-${next}`)?.focus();
  }

  private shift(months: number): void {
    const [year = 0, month = 1] = this.period.split("-").map(Number);
    this.period = new Date(Date.UTC(year, month - 1 + months)).toISOString().slice(0, 7);
  }

  private readonly try = ({ item, period, data, evidence }: ObservationChange): void => {
    const others = this.tries.filter((known) => known.item !== item || known.period !== period);
    const tried = { item, period, data: data as Observation["data"], ...(evidence ? { evidence } : {}) };
    this.tries = data === null ? others : [...others, tried];
  };

  private readonly clearTries = (): void => {
    this.tries = [];
  };
}

const pagedMemory = "rolewright.preview.paged";

/** As chosen last in this browser; before that a column to read, since the pane is narrower than a page. */
function keptPaged(): boolean {
  return localStorage.getItem(pagedMemory) === "true";
}

function waiting(): TemplateResult {
  return html`<div class="paper" aria-busy="true">
    ${Array.from({ length: 9 }, (_, row) => html`<span class="bone" style="width:${90 - ((row * 17) % 50)}%;margin-bottom:12px"></span>`)}
  </div>`;
}
