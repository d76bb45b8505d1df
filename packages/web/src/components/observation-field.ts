import {
  type Item,
  type JsonValue,
  type ObservedField,
  observationProblems,
  type RoleModel,
} from "@rolewright/runtime";
import { LightElement } from "./light-element.ts";
import "@vaadin/date-picker";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../app/language.ts";
import { datePickerTexts } from "./kit-language.ts";
import { instantOf, localTimeOf } from "./local-time.ts";
import { type Draft, draftOf, type Reading, readDraft } from "./observation-draft.ts";
import "./observation-field.css";
import { ownerName } from "./owner-name.ts";

/**
 * What a field reports when its data changed: `data: null` withdraws the observation. Absent evidence and an absent
 * exemption stay as they are; null ends an exemption.
 */
export interface ObservationChange {
  readonly item: string;
  readonly period: string;
  readonly data: JsonValue;
  readonly evidence?: string;
  readonly exempt?: string | null;
}

/**
 * Fills in one item for one period instance: one figure, two parted by ÷, named figures, days or times, a date, a
 * tick, a choice or a text.
 *
 * Fires `observation-change` at each keystroke that leaves allowed data. What cannot be read or is not allowed stays in the
 * field with the reason beside it, and is never reported.
 */
@customElement("rw-observation-field")
export class ObservationFieldElement extends LightElement {
  @property({ attribute: false }) model: RoleModel | undefined;
  @property({ attribute: false }) item: Item | undefined;
  @property() period = "";
  @property({ attribute: false }) data: JsonValue | undefined;
  @property({ type: Boolean }) readonly = false;
  /** Why what was typed is not saved. */
  @state() private refusal = "";
  /** Typed texts while the reader is in the field; absent, the stored data is shown. */
  @state() private draft: Draft | undefined;
  private place = "";

  constructor() {
    super();
    this.addEventListener("focusout", (event) => this.settle(event));
  }

  /** A field may be given to another item; a new model of the same item (another language) keeps what is typed. */
  protected override willUpdate(): void {
    const place = `${this.item?.key} ${this.period}`;
    if (place === this.place) return;
    this.place = place;
    this.draft = undefined;
    this.refusal = "";
  }

  override render(): TemplateResult | typeof nothing {
    const { item } = this;
    if (!item) return nothing;
    return html`<div class="obs" data-kind=${item.observation.kind} title=${this.readonly ? filledBy(item) : nothing}>
      ${this.renderKind(item)}
      ${this.refusal ? html`<p class="obs-refusal" id=${this.refusalId} role="status">${this.refusal}</p>` : nothing}
    </div>`;
  }

  private renderKind(item: Item): TemplateResult {
    const [first] = item.observation.fields;
    switch (item.observation.kind) {
      case "inputs":
        return this.renderInputs(item);
      case "tick":
        return this.renderTick(item);
      case "choice":
        return this.renderChoice(item);
      case "date":
        return this.renderDate(item);
      default:
        return first ? this.renderText(item, first, item.title) : html``;
    }
  }

  /** The two figures of a ratio stand as numerator ÷ denominator; other measures name their inputs. */
  private renderInputs(item: Item): TemplateResult {
    const { of, to } = item.measure?.params ?? {};
    const numerator = item.observation.fields.find((field) => field.key === of);
    const denominator = item.observation.fields.find((field) => field.key === to);
    if (item.measure?.kind === "ratio" && numerator && denominator)
      return html`${this.renderText(item, numerator, fieldLabel(item, numerator))}<span class="obs-op" aria-hidden="true">÷</span
        >${this.renderText(item, denominator, fieldLabel(item, denominator))}${unitOf(denominator.unit)}`;
    return html`${item.observation.fields.map(
      (field) =>
        html`<span class="obs-named"><span class="lbl" title=${field.title}>${field.title}</span>${this.renderInput(item, field)}</span>`,
    )}${unitOf(item.observation.fields[0]?.unit)}`;
  }

  /** A named input: a day or a time in a field that knows the calendar, else typed. */
  private renderInput(item: Item, field: ObservedField): TemplateResult {
    const { format } = field.schema;
    if (format !== "date" && format !== "date-time") return this.renderText(item, field, fieldLabel(item, field));
    const text = this.texts(item)[field.key] ?? "";
    const timed = format === "date-time";
    return html`<input
      class="f obs-when ${text === "" && !this.readonly ? "obs-empty" : ""}"
      type=${timed ? "datetime-local" : "date"}
      aria-label=${fieldLabel(item, field)}
      aria-invalid=${this.refusal ? "true" : nothing}
      aria-describedby=${this.refusal ? this.refusalId : nothing}
      ?readonly=${this.readonly}
      .value=${timed ? localTimeOf(text) : text}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLInputElement;
        this.type(item, field.key, timed ? instantOf(value) : value);
      }}
    />`;
  }

  private renderText(item: Item, field: ObservedField, label: string): TemplateResult {
    const single = item.observation.kind !== "inputs";
    const numeric = isNumeric(field);
    const value = this.texts(item)[field.key] ?? "";
    const wanted = value === "" && !this.readonly && item.fromTicks !== true;
    const unit = field.unit ?? item.unit;
    return html`<input
        class="f ${numeric ? "obs-number" : "obs-text"} ${wanted ? "obs-empty" : ""}"
        type="text"
        inputmode=${numeric ? "decimal" : "text"}
        autocomplete="off"
        aria-label=${label}
        aria-invalid=${this.refusal ? "true" : nothing}
        aria-describedby=${this.refusal ? this.refusalId : nothing}
        placeholder=${this.readonly ? "—" : single ? "" : field.title}
        ?readonly=${this.readonly}
        .value=${value}
        @input=${(event: InputEvent) => this.type(item, field.key, (event.target as HTMLInputElement).value)}
      />${single ? unitOf(unit) : nothing}`;
  }

  private renderTick(item: Item): TemplateResult {
    const field = item.observation.fields[0]?.key ?? item.key;
    const value = this.texts(item)[field];
    const option = (wanted: string, label: string) =>
      html`<button
        type="button"
        aria-pressed=${value === wanted}
        ?disabled=${this.readonly}
        @click=${() => this.type(item, field, value === wanted ? "" : wanted)}
      >
        ${label}
      </button>`;
    return html`<div class="seg obs-tick" role="group" aria-label=${item.title}>
      ${option("true", t("web.scorecard.tick.yes"))}${option("false", t("web.scorecard.tick.no"))}
    </div>`;
  }

  private renderChoice(item: Item): TemplateResult {
    const field = item.observation.fields[0];
    const options = Array.isArray(field?.schema.enum) ? (field.schema.enum as readonly JsonValue[]).map(String) : [];
    const value = this.texts(item)[field?.key ?? ""] ?? "";
    return html`<select
      class="f"
      aria-label=${item.title}
      ?disabled=${this.readonly}
      @change=${(event: Event) => this.type(item, field?.key ?? "", (event.target as HTMLSelectElement).value)}
    >
      <option value="" ?selected=${value === ""}>—</option>
      ${options.map((option) => html`<option value=${option} ?selected=${option === value}>${item.observation.labels?.[option] ?? option}</option>`)}
    </select>`;
  }

  private renderDate(item: Item): TemplateResult {
    const field = item.observation.fields[0]?.key ?? item.key;
    return html`<vaadin-date-picker
      class="obs-date ${this.texts(item)[field] || this.readonly ? "" : "obs-wanted"}"
      theme="small"
      accessible-name=${item.title}
      .i18n=${datePickerTexts()}
      .value=${this.texts(item)[field] ?? ""}
      .initialPosition=${this.period.length === 7 ? `${this.period}-15` : undefined}
      ?readonly=${this.readonly}
      clear-button-visible
      @change=${(event: Event) => this.type(item, field, (event.target as HTMLInputElement).value)}
    ></vaadin-date-picker>`;
  }

  private texts(item: Item): Draft {
    return this.draft ?? draftOf(item, this.data);
  }

  private type(item: Item, field: string, typed: string): void {
    this.draft = { ...this.texts(item), [field]: typed };
    const reading = readDraft(item, this.draft);
    this.refusal = this.reasonAgainst(item, reading);
    if (this.refusal) return;
    const data = reading.kind === "value" ? reading.data : null;
    const detail: ObservationChange = { item: item.key, period: this.period, data };
    this.dispatchEvent(new CustomEvent("observation-change", { detail, bubbles: true }));
  }

  private reasonAgainst(item: Item, reading: Reading): string {
    if (reading.kind === "unreadable") return t(`web.scorecard.refused.${reading.fault}`);
    if (reading.kind === "empty" || !this.model) return "";
    const [problem] = observationProblems(this.model, {
      item: item.key,
      period: this.period,
      data: reading.data as never,
    });
    return problem
      ? t("web.scorecard.refused.schema", { reason: t(`runtime.problems.${problem.code}`, problem.params) })
      : "";
  }

  /** Leaving the field drops the draft when it was taken, so that later changes from elsewhere show. */
  private settle(event: FocusEvent): void {
    if (this.contains(event.relatedTarget as Node | null) || this.refusal) return;
    this.draft = undefined;
  }

  /** Whether what stands in the field was not taken. */
  get refused(): boolean {
    return this.refusal !== "";
  }

  private get refusalId(): string {
    return `refusal-${this.item?.key}-${this.period}`;
  }
}

function fieldLabel(item: Item, field: ObservedField): string {
  return `${item.title} · ${field.title}`;
}

function unitOf(unit: string | undefined): TemplateResult | typeof nothing {
  return unit ? html`<span class="obs-unit">${unit}</span>` : nothing;
}

function isNumeric(field: ObservedField): boolean {
  return field.schema.type === "integer" || field.schema.type === "number";
}

/** Why a field is closed to this reader: somebody else fills it in. */
function filledBy(item: Item): string | typeof nothing {
  return item.owner ? t("web.scorecard.filledBy", { owner: ownerName(item.owner) }) : nothing;
}
