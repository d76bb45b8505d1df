import { html, nothing, type TemplateResult } from "lit";
import { t } from "../app/language.ts";
import "./reporting-chart.css";

/** Boxes that fit beside each other; the rest is counted. */
const most = 5;

/** A role between its superior and those who report to it. */
export function reportingChart(role: string, superior: string | null, subordinates: readonly string[]): TemplateResult {
  const shown = subordinates.length > most ? subordinates.slice(0, most - 1) : subordinates;
  const rest = subordinates.length - shown.length;
  const label = t("web.reporting.label", {
    role,
    superior: superior ?? t("web.reporting.none"),
    count: subordinates.length,
  });
  return html`<div class="chart" role="img" aria-label=${label}>
    ${superior ? html`<span class="chart-box chart-up">${superior}</span><span class="chart-line"></span>` : nothing}
    <span class="chart-box chart-me">${role}</span>
    ${
      shown.length > 0
        ? html`<span class="chart-line"></span>
            <div class="chart-row" style="--n:${shown.length + (rest > 0 ? 1 : 0)}">
              ${shown.map((title) => html`<span class="chart-cell"><span class="chart-box" title=${title}><span>${title}</span></span></span>`)}
              ${rest > 0 ? html`<span class="chart-cell"><span class="chart-box tn" title=${subordinates.slice(shown.length).join(" · ")}><span>+${rest}</span></span></span>` : nothing}
            </div>`
        : nothing
    }
  </div>`;
}
