import { type Item, type JsonValue, observationProblems, type RoleModel } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { t } from "../app/language.ts";
import { icon } from "./icon.ts";
import { LightElement } from "./light-element.ts";
import { entryOf } from "./list-entry.ts";
import "./list-field.css";
import type { ObservationChange, ObservationFieldElement } from "./observation-field.ts";
import "./observation-field.ts";

/**
 * The entries of one period instance, one after the other: durations that are known, or from when to when each took.
 * The last line adds one, by its button or Enter; entries are changed where they stand. Fires `observation-change` with
 * the whole list; what is not allowed stays in the field with its reason.
 */
@customElement("rw-list-field")
export class ListField extends LightElement {
  @property({ attribute: false }) model: RoleModel | undefined;
  @property({ attribute: false }) item: Item | undefined;
  @property() period = "";
  @property({ attribute: false }) data: JsonValue | undefined;
  @property({ type: Boolean }) readonly = false;
  /** The entry being typed in the last line. */
  @state() private pending: JsonValue = null;
  @state() private refusal = "";
  /** Grows with every entry, so that the last line starts anew. */
  @state() private added = 0;

  override render(): TemplateResult | typeof nothing {
    const entry = this.item && entryOf(this.item);
    if (!this.item || !entry) return nothing;
    return html`<div class="lf-entries" role="group" aria-label=${this.item.title}>
      ${this.entries.map((data, index) => this.renderEntry(entry, data, index))}
      ${this.readonly ? nothing : this.renderNew(entry)}
      ${this.refusal ? html`<p class="obs-refusal" role="status">${this.refusal}</p>` : nothing}
    </div>`;
  }

  private renderEntry(entry: Item, data: JsonValue, index: number): TemplateResult {
    const numbered = { ...entry, title: t("web.scorecard.entries.entry", { title: entry.title, number: index + 1 }) };
    return html`<div class="lf-entry">
      <rw-observation-field
        .item=${numbered}
        .period=${`${this.period}-${index}`}
        .data=${data}
        ?readonly=${this.readonly}
        @observation-change=${(event: CustomEvent<ObservationChange>) => this.change(event, index)}
      ></rw-observation-field>
      ${
        this.readonly
          ? nothing
          : html`<button
              class="ib sm"
              type="button"
              aria-label=${t("web.scorecard.entries.remove", { number: index + 1 })}
              @click=${() => this.report(this.entries.filter((_, place) => place !== index))}
            >
              ${icon("x", 14)}
            </button>`
      }
    </div>`;
  }

  private renderNew(entry: Item): TemplateResult {
    const named = { ...entry, title: t("web.scorecard.entries.new", { title: entry.title }) };
    const recorded = this.data !== undefined && this.data !== null;
    return html`<div class="lf-entry">
      ${keyed(
        this.added,
        html`<rw-observation-field
          class="lf-new"
          .item=${named}
          .period=${`${this.period}-new`}
          @observation-change=${(event: CustomEvent<ObservationChange>) => {
            event.stopPropagation();
            this.pending = event.detail.data;
          }}
          @keydown=${(event: KeyboardEvent) => (event.key === "Enter" ? this.add() : undefined)}
        ></rw-observation-field>`,
      )}
      <button class="btn xs" type="button" @click=${() => this.add()}>${icon("plus", 12)}${t("web.scorecard.entries.add")}</button>
      ${
        recorded
          ? html`<button class="btn quiet xs" type="button" @click=${() => this.report(null)}>${t("web.scorecard.events.withdraw")}</button>`
          : html`<button class="btn quiet xs" type="button" @click=${() => this.report([])}>${t("web.scorecard.events.none")}</button>`
      }
      <span class="said" role="status">${t("web.scorecard.entries.count", { count: this.entries.length })}</span>
    </div>`;
  }

  private get entries(): readonly JsonValue[] {
    return Array.isArray(this.data) ? (this.data as readonly JsonValue[]) : [];
  }

  private change(event: CustomEvent<ObservationChange>, index: number): void {
    event.stopPropagation();
    const { data } = event.detail;
    // Emptied while it is written anew: it goes only by its own button.
    if (data !== null) this.report(this.entries.map((old, place) => (place === index ? data : old)));
  }

  private add(): void {
    const field = this.querySelector<ObservationFieldElement>(".lf-new");
    if (this.pending === null || field?.refused || !this.report([...this.entries, this.pending])) return;
    this.pending = null;
    this.added += 1;
    void this.updateComplete
      .then(() => this.querySelector<ObservationFieldElement>(".lf-new")?.updateComplete)
      .then(() => this.querySelector<HTMLElement>(".lf-new input")?.focus());
  }

  /** Whether it was allowed, and so reported. */
  private report(data: JsonValue): boolean {
    const { item, period } = this;
    if (!item) return false;
    this.refusal = data === null ? "" : this.reasonAgainst(item, data);
    if (this.refusal) return false;
    const detail: ObservationChange = { item: item.key, period, data };
    this.dispatchEvent(new CustomEvent("observation-change", { detail, bubbles: true }));
    return true;
  }

  private reasonAgainst(item: Item, data: JsonValue): string {
    if (!this.model) return "";
    const [problem] = observationProblems(this.model, { item: item.key, period: this.period, data: data as never });
    return problem
      ? t("web.scorecard.refused.schema", { reason: t(`runtime.problems.${problem.code}`, problem.params) })
      : "";
  }
}
