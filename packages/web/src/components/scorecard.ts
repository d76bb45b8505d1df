import { actualInWords, cadenceInWords, stepInWords } from "@rolewright/locale";
import {
  firstDay,
  type Instance,
  type Item,
  type JsonValue,
  lastDay,
  type Observation,
  type RoleModel,
  type Scorecard,
  type ScorecardLine,
} from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { current, language, t } from "../app/language.ts";
import { LightElement } from "./light-element.ts";
import "./event-field.ts";
import { evidenceField } from "./evidence-field.ts";
import { exemptionField } from "./exemption-field.ts";
import { icon } from "./icon.ts";
import { instanceTicks } from "./instance-ticks.ts";
import { isListOfDays } from "./list-entry.ts";
import "./observation-field.ts";
import type { ObservationChange } from "./observation-field.ts";
import { periodLabel } from "./period-label.ts";
import { showScoreChanges } from "./score-motion.ts";
import "./scorecard.css";
import { figure, renderHead, renderSection, renderSum } from "./scorecard-frame.ts";
import { scorecardWhy } from "./scorecard-why.ts";
import { stateMark } from "./state-mark.ts";
import { targetText } from "./target-text.ts";
import { textLanguage } from "./text-language.ts";

/** Weeks of a month fit into one row; days of a month do not. */
const ticksInRow = 6;

/**
 * The scorecard as a table that is filled in where the figures stand; every row opens to its arithmetic.
 *
 * The element computes nothing and keeps nothing: it shows `scorecard`, which its owner made from `observations`, and
 * fires `observation-change` ({ item, period, data, evidence? }; null data withdraws) for the owner to apply and save.
 * (`model`, not `role`: that name is taken by ARIA on every element.)
 */
@customElement("rw-scorecard")
export class ScorecardElement extends LightElement {
  @property({ attribute: false }) model: RoleModel | undefined;
  @property({ attribute: false }) scorecard: Scorecard | undefined;
  @property({ attribute: false }) observations: readonly Observation[] = [];
  @property({ type: Boolean }) readonly = false;
  /** Which items this reader may fill in; all, unless the page knows better. */
  @property({ attribute: false }) mayFill: (item: Item) => boolean = () => true;
  /** Whether this reader may take an item out of a period. */
  @property({ type: Boolean }) exempts = false;
  /** Whether figures are kept and so may say where their proof is; figures that are only tried need none. */
  @property({ type: Boolean }) proven = false;
  /** Keys of the rows that are open. */
  @state() private open: ReadonlySet<string> = new Set();

  protected override updated(): void {
    showScoreChanges(this);
  }

  /** Opens the row of an item and brings it into view. */
  async reveal(item: string): Promise<void> {
    this.open = new Set([...this.open, item]);
    await this.updateComplete;
    const row = this.querySelector<HTMLElement>(`[data-item="${CSS.escape(item)}"]`);
    row?.scrollIntoView({ block: "center" });
    row?.querySelector<HTMLElement>("input, button, vaadin-date-picker")?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const { model, scorecard } = this;
    if (!model || !scorecard) return nothing;
    const items = new Map(model.sections.flatMap((section) => section.items.map((item) => [item.key, item] as const)));
    const sections = model.sections.filter((section) => scorecard.lines.some((line) => line.section === section.key));
    // Roles are stated because the narrow layout takes the table apart with display, which would drop them.
    const spoken = textLanguage(model, language());
    return html`<table class="sc" role="table" aria-label=${t("web.scorecard.table")}>
      ${renderHead()}
      ${sections.map((section) => {
        const lines = scorecard.lines.filter((line) => line.section === section.key);
        return html`<tbody role="rowgroup">
          ${renderSection(section.title, spoken, lines)}
          ${repeat(
            lines,
            (line) => line.item,
            (line) => {
              const item = items.get(line.item);
              return item ? this.renderLine(model, line, item, spoken) : nothing;
            },
          )}
        </tbody>`;
      })}
      ${renderSum(scorecard)}
    </table>`;
  }

  private renderLine(model: RoleModel, line: ScorecardLine, item: Item, spoken: string): TemplateResult {
    const opened = this.open.has(line.item);
    return html`<tr
        class="sc-line ${opened ? "sc-open" : ""}"
        role="row"
        data-item=${line.item}
        data-state=${line.state}
        data-glows
        @click=${(event: MouseEvent) => this.onRowClick(event, line.item)}
      >
        <th scope="row" role="rowheader" class="sc-name">
          <span class="sc-title" lang=${spoken}>${line.title}</span>
          <span class="sc-sub tn">${line.number}${line.every ? html` · ${cadenceInWords(line.every, t)}` : nothing}</span>
        </th>
        <td role="cell" class="sc-target tn" data-label=${t("web.scorecard.column.target")}>${targetText(item)}</td>
        <td role="cell" class="sc-actual"><div class="act">${this.renderActual(model, line, item)}</div></td>
        <td role="cell" class="sc-state">${stateMark(line.state)}</td>
        ${figure("points", line.points)} ${figure("weight", line.weight)} ${figure("contribution", line.contribution)}
        <td role="cell" class="sc-more">
          ${this.renderClip(line)}
          <button
            class="ib sm"
            type="button"
            aria-expanded=${opened}
            aria-controls="why-${line.item}"
            aria-label=${t("web.scorecard.why", { title: line.title })}
            title=${t("web.scorecard.whyShort")}
            @click=${() => this.toggle(line.item)}
          >
            ${icon(opened ? "up" : "down", 16)}
          </button>
        </td>
      </tr>
      ${opened ? this.renderWhy(model, line, item) : nothing}`;
  }

  private renderWhy(model: RoleModel, line: ScorecardLine, item: Item): TemplateResult {
    const several = line.instances.length > 1 || item.observation.kind === "events";
    // What was filled in may itself make a line not applicable (nothing took place), and can still be changed.
    const due = line.state !== "not-applicable" || line.reason !== "not-due";
    const fields = several && due ? line.instances.map((instance) => this.renderInstance(model, item, instance)) : [];
    const single = fields.length === 0 && due ? line.instances[0] : undefined;
    const evidence = single && this.proven ? this.renderEvidence(item, single.period, false) : nothing;
    const exemption =
      due && this.proven ? this.renderExemption(item, single?.period ?? this.scorecard?.period ?? "") : nothing;
    return html`<tr class="sc-why" role="row" id="why-${line.item}">
      <td role="cell" colspan="8">${scorecardWhy(model, this.scorecard, line, item, { fields, evidence, exemption })}</td>
    </tr>`;
  }

  /** Why the item is not judged in the period, and the way in and out of that for who may decide it. */
  private renderExemption(item: Item, period: string): TemplateResult | typeof nothing {
    const exempt = this.recorded(item.key, period)?.exempt;
    if (exempt === undefined && (this.readonly || !this.exempts)) return nothing;
    return exemptionField({
      item,
      period,
      data: this.byPeriod(item).get(period),
      exempt,
      readonly: this.readonly || !this.exempts,
      report: this.report,
    });
  }

  /** How many of the line's observations say where their proof is. */
  private renderClip(line: ScorecardLine): TemplateResult | typeof nothing {
    const count = line.instances.filter(({ period }) => this.evidenceOf(line.item, period) !== "").length;
    if (count === 0) return nothing;
    const label = t("web.scorecard.evidence.count", { count });
    return html`<span class="sc-clip tn" title=${label}>${icon("clip", 14)}<span aria-hidden="true">${count}</span><span class="said">${label}</span></span>`;
  }

  private renderEvidence(item: Item, period: string, named: boolean): TemplateResult {
    return evidenceField({
      item,
      period,
      data: this.byPeriod(item).get(period),
      evidence: this.evidenceOf(item.key, period),
      readonly: !this.fillable(item),
      named,
      report: this.report,
    });
  }

  private evidenceOf(item: string, period: string): string {
    return this.recorded(item, period)?.evidence ?? "";
  }

  private recorded(item: string, period: string): Observation | undefined {
    return this.observations.find((one) => one.item === item && one.period === period);
  }

  /** What stands in the row: the fields, the ticks of several instances, or why nothing is to be filled in. */
  private renderActual(model: RoleModel, line: ScorecardLine, item: Item): TemplateResult {
    if (line.state === "not-applicable" && (line.reason === "not-due" || line.reason === "exempt"))
      return html`<span class="ink3">${whyOut(line)}</span>`;
    const [first, second] = line.instances;
    const result =
      line.actual === null || (isPlain(item) && item.cumulative !== true)
        ? nothing
        : html`<span class="sc-result">${actualInWords(line, line.every, t)}</span>`;
    if (second && line.instances.length <= ticksInRow && isTicked(item))
      return html`${instanceTicks(item, line.instances, this.byPeriod(item), !this.fillable(item), this.report)}${result}`;
    if (second || item.observation.kind === "events") return html`${this.renderTally(line, item)}${result}`;
    return html`${this.renderField(model, item, first?.period ?? this.scorecard?.period ?? "")}${result}`;
  }

  /** How many of the instances are in; of a single one, the days on which it took place. */
  private renderTally(line: ScorecardLine, item: Item): TemplateResult {
    const [only, second] = line.instances;
    const said = second ? tallied(line) : this.daysOf(item, only?.period ?? "");
    return html`<button class="f sc-tally" type="button" @click=${() => this.toggle(line.item)}>
      ${icon("calcheck", 14)}<span class="ell">${said}</span>
    </button>`;
  }

  private daysOf(item: Item, period: string): string {
    const data = this.byPeriod(item).get(period);
    if (!Array.isArray(data)) return t("web.scorecard.events.unrecorded");
    const days = data.filter((day) => typeof day === "string" && day.length === 10).map((day) => String(day).slice(5));
    if (days.length < data.length) return t("web.scorecard.entries.count", { count: data.length });
    return days.length === 0 ? t("web.scorecard.events.none") : current().list(days);
  }

  private renderInstance(model: RoleModel, item: Item, instance: Instance): TemplateResult {
    return html`<li class="why-instance">
      <span class="why-period tn">${periodLabel(instance.period)}</span>
      ${this.renderField(model, item, instance.period)} ${stateMark(instance.state)}
      ${this.proven ? html`${this.renderEvidence(item, instance.period, true)}${this.renderExemption(item, instance.period)}` : nothing}
    </li>`;
  }

  private renderField(model: RoleModel, item: Item, period: string): TemplateResult {
    const data = this.byPeriod(item).get(period);
    if (item.observation.kind === "events")
      return html`<rw-event-field .model=${model} .item=${item} .period=${period} .data=${data} ?readonly=${!this.fillable(item)}></rw-event-field>`;
    return html`<rw-observation-field
      .model=${model}
      .item=${item}
      .period=${period}
      .data=${data}
      ?readonly=${!this.fillable(item)}
    ></rw-observation-field>`;
  }

  private fillable(item: Item): boolean {
    return !this.readonly && this.mayFill(item);
  }

  /** The data of each period instance; a list of dates given for a whole month stands in its weeks as well. */
  private byPeriod(item: Item): ReadonlyMap<string, JsonValue> {
    const own = this.observations.filter((observation) => observation.item === item.key);
    const found = new Map(own.map((observation) => [observation.period, observation.data as JsonValue]));
    if (!isListOfDays(item)) return found;
    const days = own.flatMap((observation) => (Array.isArray(observation.data) ? observation.data.map(String) : []));
    const instances = this.scorecard?.lines.find((line) => line.item === item.key)?.instances ?? [];
    for (const { period, state } of instances) {
      const within = days.filter((day) => firstDay(period) <= day && day <= lastDay(period));
      if (!found.has(period) && state !== "no-data") found.set(period, within);
    }
    return found;
  }

  private readonly report = (detail: ObservationChange): void => {
    this.dispatchEvent(new CustomEvent("observation-change", { detail, bubbles: true }));
  };

  /** The whole row opens it, except where something in it can be worked with. */
  private onRowClick(event: MouseEvent, item: string): void {
    const used = event
      .composedPath()
      .some(
        (node) =>
          node instanceof HTMLElement &&
          node.matches("button, input, select, a, vaadin-date-picker, rw-observation-field, rw-list-field"),
      );
    if (!used && !getSelection()?.toString()) this.toggle(item);
  }

  private toggle(item: string): void {
    const open = new Set(this.open);
    if (!open.delete(item)) open.add(item);
    this.open = open;
  }
}

function tallied({ instances }: ScorecardLine): string {
  const measured = instances.filter(({ state }) => state === "met" || state === "missed");
  const met = measured.filter(({ state }) => state === "met").length;
  return t("web.scorecard.tally", { met, measured: measured.length, all: instances.length });
}

/** Where the value is what stands in the field, saying it twice helps nobody; nor does the 330th day of a year. */
function isPlain(item: Item): boolean {
  const { kind } = item.observation;
  return kind === "figure" || kind === "choice" || kind === "text" || (kind === "date" && item.every !== "month");
}

function isTicked(item: Item): boolean {
  return item.observation.kind === "tick" || isListOfDays(item);
}

/** The runtime's own sentence for why nothing is to be filled in, e.g. 年度项，2026 年 12 月一并计算. */
function whyOut(line: ScorecardLine): string {
  const state = line.steps.find((step) => step.code.startsWith("state/"));
  return state ? stepInWords(state, t) : t("web.scorecard.notDueOpen");
}
