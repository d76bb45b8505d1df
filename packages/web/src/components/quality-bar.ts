import { html, type TemplateResult } from "lit";
import { t } from "../app/language.ts";
import "./quality-bar.css";

/** Points from which a text counts as good, and below which as poor. */
const good = 85;
const poor = 60;

/** How good a text is: the figure, and a bar whose colour repeats it. `why` is its tooltip. */
export function qualityBar(points: number, why?: string): TemplateResult {
  const tone = points >= good ? "ok" : points < poor ? "bad" : "warn";
  return html`<span class="quality quality-${tone}" title=${why ?? t("library.quality", { points })}>
    <span class="quality-bar" aria-hidden="true"><i style="width:${points}%"></i></span><span class="tn">${points}</span>
  </span>`;
}
