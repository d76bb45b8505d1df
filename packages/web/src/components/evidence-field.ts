import type { Item, JsonValue } from "@rolewright/runtime";
import { html, type TemplateResult } from "lit";
import { t } from "../app/language.ts";
import "./evidence-field.css";
import { icon } from "./icon.ts";
import type { ObservationChange } from "./observation-field.ts";
import { periodLabel } from "./period-label.ts";

/** What one field of evidence needs to know. */
export interface EvidenceField {
  readonly item: Item;
  readonly period: string;
  /** The observation it belongs to: evidence without one proves nothing, so the field waits for it. */
  readonly data: JsonValue | undefined;
  readonly evidence: string;
  readonly readonly: boolean;
  /** Whether the period is named, as several stand below each other. */
  readonly named: boolean;
  readonly report: (change: ObservationChange) => void;
}

/** Where the proof of an observation is: a note, a document number, an address. Saved with the observation. */
export function evidenceField(field: EvidenceField): TemplateResult {
  const { item, period, data, evidence, report } = field;
  const waits = data === undefined || data === null;
  const place = field.named ? t("web.scorecard.evidence.of", { period: periodLabel(period) }) : "";
  const label = `${t("web.scorecard.evidence.label")}${place}`;
  const hint = waits ? t("web.scorecard.evidence.waits") : (item.evidence ?? t("web.scorecard.evidence.hint"));
  return html`<label class="evidence">
    ${icon("clip", 14)}<span class="evidence-label">${label}</span>
    <input
      class="f"
      type="text"
      autocomplete="off"
      maxlength="2000"
      aria-label=${`${item.title} · ${label}`}
      placeholder=${field.readonly ? "—" : hint}
      ?readonly=${field.readonly || waits}
      .value=${evidence}
      @input=${(event: InputEvent) =>
        report({ item: item.key, period, data: data ?? null, evidence: (event.target as HTMLInputElement).value })}
    />
  </label>`;
}
