import { consume } from "@lit/context";
import {
  type Calendar,
  type Item,
  localize,
  type Observation,
  openItems,
  type RoleModel,
  type Scorecard,
  scorecard,
} from "@rolewright/runtime";
import type { ObservationInput, ScorecardSignature, ScorecardSummary, Session } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { failurePage, failureText } from "../../app/failure.ts";
import { language, t } from "../../app/language.ts";
import type { RouteParams } from "../../app/router.ts";
import { may, sessionContext } from "../../app/session.ts";
import { avatar, colorOf } from "../../components/avatar.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import type { ObservationChange } from "../../components/observation-field.ts";
import { ownerName } from "../../components/owner-name.ts";
import { periodLabel } from "../../components/period-label.ts";
import { type SaveState, saveState } from "../../components/save-state.ts";
import { showScoreChanges } from "../../components/score-motion.ts";
import "../../components/scorecard.ts";
import type { ScorecardElement } from "../../components/scorecard.ts";
import { scorecardAdjustments } from "../../components/scorecard-adjustments.ts";
import { scorecardSections, scorecardTotal } from "../../components/scorecard-summary.ts";
import { skeleton } from "../../components/skeleton.ts";
import {
  listScorecards,
  readScorecard,
  type ScorecardDetail,
  scorecardExport,
  writeObservation,
} from "../../data/api.ts";
import { inspectWithParents } from "../../data/inspect-with-parents.ts";
import { plainCalendar, workCalendar } from "../../data/work-calendar.ts";
import { type QueueState, WriteQueue } from "../../data/write-queue.ts";
import "./scorecard-page.css";
import "./sign-dialog.ts";
import { isSignable, lockedStrip, type Signing, signButton, signingPanel } from "./signing-panel.ts";
import "./withdraw-dialog.ts";

/** One person's scorecard of one period, under the template version it was opened with. */
@customElement("rw-scorecard-page")
export class ScorecardPage extends LightElement {
  @property({ attribute: false }) params: RouteParams = {};
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session: Session | undefined;
  @state() private summary: ScorecardSummary | undefined;
  @state() private signatures: readonly ScorecardSignature[] = [];
  /** What the reader is about to sign, as the server has it. */
  @state() private toSign: ScorecardDetail | undefined;
  @state() private withdrawing = false;
  @state() private observations: readonly Observation[] = [];
  @state() private calendar: Calendar = plainCalendar;
  @state() private siblings: readonly ScorecardSummary[] = [];
  @state() private failure: unknown;
  @state() private saving: SaveState = { kind: "saved" };
  @query("rw-scorecard") private table: ScorecardElement | undefined;
  /** The pinned template, in the language it is written in. */
  private source: RoleModel | undefined;
  private spoken: { readonly source: RoleModel; readonly tag: string; readonly model: RoleModel } | undefined;
  private queue: WriteQueue<ObservationInput> | undefined;
  private shown = "";

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.queue?.close();
    this.shown = "";
  }

  protected override updated(): void {
    showScoreChanges(this);
  }

  protected override willUpdate(): void {
    const id = this.params.id ?? "";
    if (id === this.shown) return;
    this.shown = id;
    void this.load(id);
  }

  override render(): TemplateResult {
    const { summary, source } = this;
    if (this.failure) return failurePage(t("web.scorecard.title"), this.failure, () => void this.load(this.shown));
    if (!summary || !source) return skeleton(t("web.scorecard.title"), 10);
    const model = this.modelIn(source, language());
    const result = scorecard(model, summary.period, [...this.observations], {
      version: summary.version,
      holder: summary.holder,
      calendar: this.calendar,
    });
    const signing = this.signing(summary, openItems(model, result));
    const readonly = signing.signed !== null || !may(this.session, "observations.write");
    return html`
      ${this.renderTop(summary, !isSignable(signing))}
      <main class="sheet scp">
        ${this.renderWho(summary, model)}
        <section class="scp-table" aria-label=${t("web.scorecard.table")}>
          ${lockedStrip(signing)}
          <rw-scorecard
            .model=${model}
            .scorecard=${result}
            .observations=${this.observations}
            .mayFill=${this.mayFill}
            proven
            ?exempts=${may(this.session, "people.all")}
            ?readonly=${readonly}
            @observation-change=${(event: CustomEvent<ObservationChange>) => this.apply(event.detail)}
          ></rw-scorecard>
        </section>
        <aside class="scp-side" aria-label=${t("web.scorecard.side")}>
          ${scorecardTotal(result, model.grades)} ${signingPanel(signing)} ${scorecardSections(model, result, model.rounding.digits)} ${scorecardAdjustments(
            {
              model,
              scorecard: result,
              observations: this.observations,
              fillable: (item) => !readonly && this.mayFill(item),
              report: this.apply,
            },
          )}
          ${this.renderOpen(model, result)}
        </aside>
        ${renderBar(result, signing)}
      </main>
      ${this.renderDialog(summary)}
    `;
  }

  private signing(summary: ScorecardSummary, open: Signing["open"]): Signing {
    return {
      signed: summary.signed,
      history: this.signatures,
      open,
      maySign: may(this.session, "scorecards.sign"),
      own: summary.holder.memberId !== null && summary.holder.memberId === this.session?.member.id,
      saved: this.saving.kind === "saved",
      sign: () => void this.beginSigning(summary.id),
      withdraw: () => {
        this.withdrawing = true;
      },
      reveal: this.reveal,
    };
  }

  private renderDialog(summary: ScorecardSummary): TemplateResult | typeof nothing {
    const done = (event: CustomEvent<ScorecardDetail>) => this.take(event.detail);
    if (this.toSign)
      return html`<rw-sign-dialog .detail=${this.toSign} @signed=${done} @dialog-closed=${this.closeDialog}></rw-sign-dialog>`;
    if (this.withdrawing)
      return html`<rw-withdraw-dialog .summary=${summary} @withdrawn=${done} @dialog-closed=${this.closeDialog}></rw-withdraw-dialog>`;
    return nothing;
  }

  private readonly closeDialog = (): void => {
    this.toSign = undefined;
    this.withdrawing = false;
  };

  /** Shows what the server has before it is signed: somebody else may have filled in something meanwhile. */
  private async beginSigning(id: string): Promise<void> {
    try {
      const detail = await readScorecard(id);
      if (id !== this.shown || this.saving.kind !== "saved") return;
      this.take(detail);
      if (detail.summary.signed === null && !detail.scorecard.provisional) this.toSign = detail;
    } catch (error) {
      this.saving = { kind: "refused", reason: failureText(error) };
    }
  }

  private take({ summary, observations, signatures }: ScorecardDetail): void {
    this.closeDialog();
    this.summary = summary;
    this.observations = observations;
    this.signatures = signatures;
  }

  /** Brings a line, or a bonus or veto, into view with the keyboard in its field. */
  private readonly reveal = (item: string): void => {
    const adjustment = this.querySelector<HTMLElement>(`[data-adjustment="${CSS.escape(item)}"]`);
    if (!adjustment) return void this.table?.reveal(item);
    adjustment.scrollIntoView({ block: "center" });
    (adjustment.querySelector<HTMLElement>(".adj-wanted") ?? adjustment.querySelector<HTMLElement>("button"))?.focus();
  };

  /** The model in the reader's language; the same object until the language changes. */
  private modelIn(source: RoleModel, tag: string): RoleModel {
    if (this.spoken?.source !== source || this.spoken.tag !== tag)
      this.spoken = { source, tag, model: localize(source, tag) };
    return this.spoken.model;
  }

  /** `leading`: whether taking the scorecard away is what there is to do here, rather than signing it. */
  private renderTop(summary: ScorecardSummary, leading: boolean): TemplateResult {
    const ready = this.saving.kind === "saved";
    return html`<header class="top">
      <nav class="crumb" aria-label=${t("web.shell.crumbs")}>
        <a href="/scorecards">${t("web.scorecards.title")}</a>${icon("right", 12)}<span>${periodLabel(summary.period)}</span
        >${summary.holder.unit ? html`${icon("right", 12)}<span>${summary.holder.unit}</span>` : nothing}
      </nav>
      <h1>${t("web.scorecard.of", { name: summary.holder.name })}</h1>
      <span class="grow"></span>
      ${saveState(this.saving, () => void this.queue?.flush())} ${this.renderSiblings(summary)}
      <a
        class="btn ${leading ? "primary" : ""}"
        href=${ready ? scorecardExport(summary.id, { format: "pdf", language: language() }) : nothing}
        download
        aria-disabled=${ready ? nothing : "true"}
        title=${ready ? nothing : t("web.scorecard.exportWaits")}
        >${icon("file", 16)}<span class="wide-word">${t("web.scorecard.export")}</span></a
      >
    </header>`;
  }

  /** Through the scorecards of the same period, as a manager fills them one after the other. */
  private renderSiblings(summary: ScorecardSummary): TemplateResult | typeof nothing {
    const place = this.siblings.findIndex((one) => one.id === summary.id);
    if (place < 0 || this.siblings.length < 2) return nothing;
    const step = (to: ScorecardSummary | undefined, name: "previous" | "next") =>
      to
        ? html`<a class="ib" href="/scorecards/${to.id}" aria-label=${t(`web.scorecard.${name}`, { name: to.holder.name })} title=${to.holder.name}
            >${icon(name === "next" ? "down" : "up", 18)}</a
          >`
        : html`<button class="ib" type="button" disabled aria-label=${t(`web.scorecard.${name}None`)}>
            ${icon(name === "next" ? "down" : "up", 18)}
          </button>`;
    return html`<span class="vr"></span
      ><span class="scp-siblings">
        ${step(this.siblings[place - 1], "previous")}
        <span class="t13 ink2 tn nowrap">${place + 1} / ${this.siblings.length}</span>
        ${step(this.siblings[place + 1], "next")}</span
      >`;
  }

  private renderWho(summary: ScorecardSummary, model: RoleModel): TemplateResult {
    const { holder, version, period } = summary;
    return html`<section class="scp-who" aria-label=${t("web.scorecard.who")}>
      ${avatar(holder.name, colorOf(holder.id), "l")}
      <div>
        <h2>${holder.name}</h2>
        <p class="scp-meta">
          <a href="/roles/${summary.templateId}">${model.title}</a>
          <span class="chip sq line tn">v${version}</span>
          <span class="ink3">·</span><span>${periodLabel(period)}</span>
          <span class="ink3">·</span
          ><span class="scp-pinned" title=${t("web.scorecard.pinnedWhy", { version })}>${icon("lock", 13)}${t("web.scorecard.pinned")}</span>
        </p>
      </div>
    </section>`;
  }

  /** What still waits for data, each with the way to it. */
  private renderOpen(model: RoleModel, result: Scorecard): TemplateResult | typeof nothing {
    const open = result.lines.filter((line) => line.state === "no-data");
    if (open.length === 0) return nothing;
    const items = new Map(model.sections.flatMap((section) => section.items.map((item) => [item.key, item] as const)));
    return html`<section class="box scp-open" aria-labelledby="scp-open">
      <h3 id="scp-open">${t("web.scorecard.open.title")}<span>${t("web.scorecard.open.count", { count: open.length })}</span></h3>
      <ul>
        ${open.map(
          (line) => html`<li>
            <button type="button" class="scp-jump" @click=${() => void this.table?.reveal(line.item)}>
              <span class="tn ink3">${line.number}</span><span class="ell">${line.title}</span
              ><span class="t12 ink3 nowrap">${ownerName(items.get(line.item)?.owner ?? "")}</span>
            </button>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private async load(id: string): Promise<void> {
    await this.queue?.close();
    this.failure = undefined;
    this.summary = undefined;
    try {
      const detail = await readScorecard(id);
      if (id !== this.shown) return;
      this.calendar = await workCalendar(detail.summary.period);
      const { role } = await inspectWithParents(detail.text);
      if (id !== this.shown) return;
      this.source = role;
      if (!this.source) throw new Error("The pinned template does not compile");
      this.take(detail);
      document.title = `${t("web.scorecard.of", { name: detail.summary.holder.name })} · Rolewright`;
      this.openQueue(id);
      this.siblings = (await listScorecards()).filter((one) => one.period === detail.summary.period);
    } catch (error) {
      this.failure = error;
    }
  }

  /** What an earlier visit could not send is shown and sent first. */
  private openQueue(id: string): void {
    this.saving = { kind: "saved" };
    this.queue = new WriteQueue<ObservationInput>({
      name: id,
      send: (key, input) => {
        const [item = "", period = ""] = key.split(" ");
        return writeObservation(id, item, period, input);
      },
      changed: (queue) => {
        this.saving = said(queue);
      },
    });
    for (const [key, input] of this.queue.unsent) {
      const [item = "", period = ""] = key.split(" ");
      this.observations = withObservation(this.observations, {
        item,
        period,
        data: input.data as ObservationChange["data"],
        evidence: input.evidence ?? "",
        ...(input.exempt === undefined ? {} : { exempt: input.exempt }),
      });
    }
  }

  /**
   * A changed figure keeps its evidence: what the server stores is the whole observation. An exemption it keeps by itself,
   * so only a change of it is sent, and stays in what waits to be sent.
   */
  private readonly apply = (change: ObservationChange): void => {
    const { item, period, data } = change;
    const key = `${item} ${period}`;
    const known = this.observations.find((one) => one.item === item && one.period === period)?.evidence;
    const evidence = change.evidence ?? known ?? "";
    const exempt = change.exempt === undefined ? this.queue?.unsent.get(key)?.exempt : change.exempt;
    const exemption = exempt === undefined ? {} : { exempt };
    this.observations = withObservation(this.observations, { item, period, data, evidence, ...exemption });
    this.queue?.put(key, { data, ...(evidence === "" ? {} : { evidence }), ...exemption });
  };

  /** Members record only what the template gives to the holder; the server holds to the same. */
  private readonly mayFill = (item: Item): boolean => may(this.session, "people.all") || item.owner === "holder";
}

/** On a phone: total and signing at the foot, whatever is scrolled. The figures repeat the side, so they are not said again. */
function renderBar(result: Scorecard, signing: Signing): TemplateResult {
  return html`<div class="scp-bar">
    <span class="scp-bar-figures" aria-hidden="true"><span class="ink2">${t("web.scorecard.total.title")}</span><b data-figure=${result.total ?? ""}>${result.total ?? "—"}</b>
    ${result.grade === null ? nothing : html`<span class="chip blue sq">${result.grade}</span>`}
    <span class="grow"></span>
    <span class="ink3 tn">${t("web.scorecards.column.coverage")} ${Math.floor(Number(result.coverage.percent))} %</span></span>
    ${signButton(signing)}
  </div>`;
}

function withObservation(
  observations: readonly Observation[],
  { item, period, data, evidence, ...change }: ObservationChange,
): readonly Observation[] {
  const known = observations.find((one) => one.item === item && one.period === period);
  const others = observations.filter((one) => one !== known);
  const exempt = change.exempt === undefined ? known?.exempt : (change.exempt ?? undefined);
  if (data === null && exempt === undefined) return others;
  return [
    ...others,
    {
      item,
      period,
      data: data as Observation["data"],
      ...(evidence ? { evidence } : {}),
      ...(exempt === undefined ? {} : { exempt }),
    },
  ];
}

function said(state: QueueState): SaveState {
  return state.kind === "refused" ? { kind: "refused", reason: failureText(state.error) } : state;
}
