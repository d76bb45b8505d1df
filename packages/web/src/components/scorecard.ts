import { actualInWords, cadenceInWords } from "@rolewright/locale";
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
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { current, LanguageController, t } from "../app/language.ts";
import { sumText } from "./decimal-text.ts";
import "./event-field.ts";
import { icon } from "./icon.ts";
import { instanceTicks } from "./instance-ticks.ts";
import "./observation-field.ts";
import type { ObservationChange } from "./observation-field.ts";
import { periodLabel } from "./period-label.ts";
import "./scorecard.css";
import { scorecardWhy } from "./scorecard-why.ts";
import { stateMark } from "./state-mark.ts";
import { targetText } from "./target-text.ts";

/** Weeks of a month fit into one row; days of a month do not. */
const ticksInRow = 6;

/**
 * The scorecard as a table that is filled in where the figures stand; every row opens to its arithmetic.
 *
 * The element computes nothing and keeps nothing: it shows `scorecard`, which its owner made from `observations`, and
 * fires `observation-change` ({ item, period, data }; null withdraws) for the owner to apply and save.
 * (`model`, not `role`: that name is taken by ARIA on every element.)
 */
@customElement("rw-scorecard")
export class ScorecardElement extends LitElement {
  @property({ attribute: false }) model: RoleModel | undefined;
  @property({ attribute: false }) scorecard: Scorecard | undefined;
  @property({ attribute: false }) observations: readonly Observation[] = [];
  @property({ type: Boolean }) readonly = false;
  /** Which items this reader may fill in; all, unless the page knows better. */
  @property({ attribute: false }) mayFill: (item: Item) => boolean = () => true;
  /** Keys of the rows that are open. */
  @state() private open: ReadonlySet<string> = new Set();

  constructor() {
    super();
    new LanguageController(this);
  }

  override createRenderRoot(): this {
    return this;
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
    return html`<table class="sc" role="table" aria-label=${t("web.scorecard.table")}>
      ${renderHead()}
      ${sections.map((section) => {
        const lines = scorecard.lines.filter((line) => line.section === section.key);
        return html`<tbody role="rowgroup">
          ${renderSection(section.title, lines)}
          ${repeat(
            lines,
            (line) => line.item,
            (line) => {
              const item = items.get(line.item);
              return item ? this.renderLine(model, line, item) : nothing;
            },
          )}
        </tbody>`;
      })}
      ${renderSum(scorecard)}
    </table>`;
  }

  private renderLine(model: RoleModel, line: ScorecardLine, item: Item): TemplateResult {
    const opened = this.open.has(line.item);
    return html`<tr
        class="sc-line ${opened ? "sc-open" : ""}"
        role="row"
        data-item=${line.item}
        data-state=${line.state}
        @click=${(event: MouseEvent) => this.onRowClick(event, line.item)}
      >
        <th scope="row" role="rowheader" class="sc-name">
          <span class="sc-title">${line.title}</span>
          <span class="sc-sub tn">${line.number}${line.every ? html` · ${cadenceInWords(line.every, t)}` : nothing}</span>
        </th>
        <td role="cell" class="sc-target tn" data-label=${t("web.scorecard.column.target")}>${targetText(item)}</td>
        <td role="cell" class="sc-actual"><div class="act">${this.renderActual(model, line, item)}</div></td>
        <td role="cell" class="sc-state">${stateMark(line.state)}</td>
        ${figure("points", line.points)} ${figure("weight", line.weight)} ${figure("contribution", line.contribution)}
        <td role="cell" class="sc-more">
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
    const fields =
      several && line.state !== "not-applicable"
        ? line.instances.map((instance) => this.renderInstance(model, item, instance))
        : [];
    return html`<tr class="sc-why" role="row" id="why-${line.item}">
      <td role="cell" colspan="8">${scorecardWhy(model, this.scorecard, line, item, fields)}</td>
    </tr>`;
  }

  /** What stands in the row: the fields, the ticks of several instances, or why nothing is to be filled in. */
  private renderActual(model: RoleModel, line: ScorecardLine, item: Item): TemplateResult {
    if (line.state === "not-applicable" && line.reason === "not-due")
      return html`<span class="ink3">${notDue(line)}</span>`;
    const [first, second] = line.instances;
    const result =
      line.actual === null || isPlain(item)
        ? nothing
        : html`<span class="sc-result">${actualInWords(line, line.every, t)}</span>`;
    if (second && line.instances.length <= ticksInRow && isTicked(item))
      return html`${instanceTicks(item, line.instances, this.byPeriod(item), !this.fillable(item), this.report)}${result}`;
    if (second || item.observation.kind === "events") return html`${this.renderTally(line)}${result}`;
    return html`${this.renderField(model, item, first?.period ?? this.scorecard?.period ?? "")}${result}`;
  }

  private renderTally(line: ScorecardLine): TemplateResult {
    const measured = line.instances.filter((instance) => instance.state === "met" || instance.state === "missed");
    const met = measured.filter((instance) => instance.state === "met").length;
    return html`<button class="f sc-tally" type="button" @click=${() => this.toggle(line.item)}>
      ${icon("calcheck", 14)}${t("web.scorecard.tally", { met, measured: measured.length, all: line.instances.length })}
    </button>`;
  }

  private renderInstance(model: RoleModel, item: Item, instance: Instance): TemplateResult {
    return html`<li class="why-instance">
      <span class="why-period tn">${periodLabel(instance.period)}</span>
      ${this.renderField(model, item, instance.period)} ${stateMark(instance.state)}
    </li>`;
  }

  private renderField(model: RoleModel, item: Item, period: string): TemplateResult {
    const data = this.byPeriod(item).get(period);
    if (item.observation.kind === "events")
      return html`<rw-event-field .item=${item} .period=${period} .data=${data} ?readonly=${!this.fillable(item)}></rw-event-field>`;
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
    if (item.observation.kind !== "events") return found;
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
          node.matches("button, input, select, a, vaadin-date-picker, rw-observation-field"),
      );
    if (!used && !getSelection()?.toString()) this.toggle(item);
  }

  private toggle(item: string): void {
    const open = new Set(this.open);
    if (!open.delete(item)) open.add(item);
    this.open = open;
  }
}

function renderHead(): TemplateResult {
  const names = ["standard", "target", "actual", "state", "points", "weight", "contribution"] as const;
  const numeric = new Set<string>(["points", "weight", "contribution"]);
  return html`<thead role="rowgroup">
    <tr role="row">
      ${names.map(
        (name) =>
          html`<th scope="col" role="columnheader" class="sc-${name} ${numeric.has(name) ? "num" : ""}">
            ${t(`web.scorecard.column.${name}`)}
          </th>`,
      )}
      <th scope="col" role="columnheader" class="sc-more"><span class="said">${t("web.scorecard.column.why")}</span></th>
    </tr>
  </thead>`;
}

function renderSection(title: string, lines: readonly ScorecardLine[]): TemplateResult {
  return html`<tr class="sc-group" role="row">
    <th scope="rowgroup" role="rowheader" colspan="5">${title}</th>
    <td role="cell" class="num sc-weight">${current().number(sumText(lines.map((line) => line.weight)))}</td>
    <td role="cell" class="num sc-contribution">${decimal(contributionOf(lines))}</td>
    <td role="cell" class="sc-more"></td>
  </tr>`;
}

function renderSum(scorecard: Scorecard): TemplateResult {
  const { coverage, lines } = scorecard;
  return html`<tfoot role="rowgroup">
    <tr class="sc-sum" role="row">
      <th scope="row" role="rowheader" colspan="5">
        <b>${t("web.scorecard.sum.title")}</b>
        <span class="ink3">${t("web.scorecard.sum.parts", { ...coverage })}</span>
      </th>
      <td role="cell" class="num sc-weight">${current().number(sumText(lines.map((line) => line.weight)))}</td>
      <td role="cell" class="num sc-contribution"><b>${decimal(contributionOf(lines))}</b></td>
      <td role="cell" class="sc-more"></td>
    </tr>
  </tfoot>`;
}

/** Null while no line of them has a contribution: a lone dash, not a zero. */
function contributionOf(lines: readonly ScorecardLine[]): string | null {
  const given = lines.map((line) => line.contribution).filter((value) => value !== null);
  return given.length === 0 ? null : sumText(given);
}

function figure(name: "points" | "weight" | "contribution", value: string | null): TemplateResult {
  return html`<td role="cell" class="num sc-${name}" data-label=${t(`web.scorecard.column.${name}`)}>${decimal(value)}</td>`;
}

function decimal(value: string | null): string {
  return value === null ? "—" : current().number(value);
}

/** Where the value is what stands in the field, saying it twice helps nobody; nor does the 330th day of a year. */
function isPlain(item: Item): boolean {
  const { kind } = item.observation;
  return kind === "figure" || kind === "choice" || kind === "text" || (kind === "date" && item.every !== "month");
}

function isTicked(item: Item): boolean {
  return item.observation.kind === "tick" || item.observation.kind === "events";
}

/** The runtime's own sentence for why nothing is to be filled in, e.g. 年度项，2026 年 12 月一并计算. */
function notDue(line: ScorecardLine): string {
  const state = line.steps.find((step) => step.code.startsWith("state/"));
  return state ? t(`runtime.explain.${state.code}`, state.params) : t("web.scorecard.notDueOpen");
}
