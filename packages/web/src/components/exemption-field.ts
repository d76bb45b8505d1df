import type { Item, JsonValue } from "@rolewright/runtime";
import { html, type TemplateResult } from "lit";
import { t } from "../app/language.ts";
import "./exemption-field.css";
import { icon } from "./icon.ts";
import type { ObservationChange } from "./observation-field.ts";
import { periodLabel } from "./period-label.ts";

/** What the control of one exemption needs to know. */
export interface ExemptionField {
  readonly item: Item;
  readonly period: string;
  /** What is recorded for the period: an exemption keeps it. */
  readonly data: JsonValue | undefined;
  /** Why the item is exempt in the period; undefined while it is not. */
  readonly exempt: string | undefined;
  readonly readonly: boolean;
  readonly report: (change: ObservationChange) => void;
}

/** Takes an item out of one period (免考核: leave, no such work there), which needs a reason, or puts it back. */
export function exemptionField(field: ExemptionField): TemplateResult {
  return field.exempt === undefined ? renderOffer(field) : renderExempt(field, field.exempt);
}

function renderExempt(field: ExemptionField, reason: string): TemplateResult {
  const { item, readonly } = field;
  const label = t("web.scorecard.exemption.lift");
  return html`<p class="exemption" data-exempt>
    ${icon("lock", 14)}<span>${t("web.scorecard.exemption.said", { period: periodLabel(field.period), reason })}</span>
    <button
      class="btn sm quiet"
      type="button"
      ?hidden=${readonly}
      aria-label=${`${item.title} · ${label}`}
      @click=${() => change(field, null)}
    >
      ${label}
    </button>
  </p>`;
}

function renderOffer(field: ExemptionField): TemplateResult {
  const { item, period } = field;
  const label = t("web.scorecard.exemption.offer", { period: periodLabel(period) });
  return html`<details class="exemption">
    <summary>${label}</summary>
    <form novalidate @submit=${(event: SubmitEvent) => onSubmit(event, field)}>
      <input
        class="f"
        name="reason"
        autocomplete="off"
        maxlength="500"
        aria-label=${`${item.title} · ${t("web.scorecard.exemption.reason")}`}
        placeholder=${t("web.scorecard.exemption.hint")}
        @input=${(event: InputEvent) => (event.target as HTMLInputElement).setCustomValidity("")}
      />
      <button class="btn sm" type="submit">${t("web.scorecard.exemption.confirm")}</button>
    </form>
  </details>`;
}

function onSubmit(event: SubmitEvent, field: ExemptionField): void {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const input = form.elements.namedItem("reason") as HTMLInputElement;
  const reason = input.value.trim();
  if (reason === "") {
    input.setCustomValidity(t("web.scorecard.exemption.needed"));
    input.reportValidity();
    return;
  }
  form.reset();
  change(field, reason);
}

function change({ item, period, data, report }: ExemptionField, exempt: string | null): void {
  report({ item: item.key, period, data: data ?? null, exempt });
}
