import { firstDay, type Item, type JsonValue, lastDay, type RoleModel } from "@rolewright/runtime";
import { LightElement } from "./light-element.ts";
import "@vaadin/date-picker";
import type { DatePicker } from "@vaadin/date-picker";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { t } from "../app/language.ts";
import "./event-field.css";
import { icon } from "./icon.ts";
import { datePickerTexts } from "./kit-language.ts";
import { entryOf, isListOfDays } from "./list-entry.ts";
import "./list-field.ts";
import type { ObservationChange } from "./observation-field.ts";

/**
 * The dated events of one period instance: add a day, take one away, or state that there was none (an empty list,
 * which is a measured zero; nothing recorded is no data). Lists of anything but days are entered line by line. Fires
 * `observation-change`.
 */
@customElement("rw-event-field")
export class EventField extends LightElement {
  @property({ attribute: false }) model: RoleModel | undefined;
  @property({ attribute: false }) item: Item | undefined;
  @property() period = "";
  @property({ attribute: false }) data: JsonValue | undefined;
  @property({ type: Boolean }) readonly = false;

  override render(): TemplateResult | typeof nothing {
    const { item } = this;
    if (!item) return nothing;
    if (!isListOfDays(item)) return this.renderList(item);
    const days = this.days;
    return html`<div class="events" role="group" aria-label=${item.title}>
      ${days.map((day) => this.renderDay(day))}
      ${this.data !== undefined && this.data !== null && days.length === 0 ? html`<span class="chip">${t("web.scorecard.events.none")}</span>` : nothing}
      ${this.readonly ? nothing : this.renderActions(item, days)}
    </div>`;
  }

  /** Richer events than a line of fields can hold come from other systems. */
  private renderList(item: Item): TemplateResult {
    if (!entryOf(item)) return html`<span class="ink3">${t("web.scorecard.events.elsewhere")}</span>`;
    return html`<rw-list-field
      .model=${this.model}
      .item=${item}
      .period=${this.period}
      .data=${this.data}
      ?readonly=${this.readonly}
    ></rw-list-field>`;
  }

  private renderDay(day: string): TemplateResult {
    return html`<span class="chip line tn"
      >${day.slice(5)}${
        this.readonly
          ? nothing
          : html`<button
              class="event-remove"
              type="button"
              aria-label=${t("web.scorecard.events.remove", { day })}
              @click=${() => this.report(this.days.filter((one) => one !== day))}
            >
              ${icon("x", 12)}
            </button>`
      }</span
    >`;
  }

  private renderActions(item: Item, days: readonly string[]): TemplateResult {
    const recorded = this.data !== undefined && this.data !== null;
    return html`<vaadin-date-picker
        class="event-add"
        theme="small"
        accessible-name=${t("web.scorecard.events.add", { title: item.title })}
        placeholder=${t("web.scorecard.events.addShort")}
        .i18n=${datePickerTexts()}
        .min=${firstDay(this.period)}
        .max=${lastDay(this.period)}
        .initialPosition=${firstDay(this.period)}
        @change=${(event: Event) => this.add(event.target as DatePicker)}
      ></vaadin-date-picker>
      ${
        recorded
          ? html`<button class="btn quiet xs" type="button" @click=${() => this.report(null)}>${t("web.scorecard.events.withdraw")}</button>`
          : html`<button class="btn quiet xs" type="button" @click=${() => this.report([])}>${t("web.scorecard.events.none")}</button>`
      }
      <span class="said">${t("web.scorecard.events.count", { count: days.length })}</span>`;
  }

  private get days(): readonly string[] {
    return Array.isArray(this.data) ? this.data.map(String) : [];
  }

  private add(picker: DatePicker): void {
    const day = picker.value;
    if (!day || picker.invalid) return;
    picker.value = "";
    this.report([...new Set([...this.days, day])].sort());
  }

  private report(data: JsonValue): void {
    const detail: ObservationChange = { item: this.item?.key ?? "", period: this.period, data };
    this.dispatchEvent(new CustomEvent("observation-change", { detail, bubbles: true }));
  }
}
