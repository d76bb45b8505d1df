import { html, nothing, type TemplateResult } from "lit";
import { t } from "../app/language.ts";
import "./reporting-chart.css";

/** Boxes that fit beside each other; the rest is counted. */
const most = 5;

/** Characters (a Chinese one counts two) that fit on the two lines of a box of five; no word may break. */
const widest = { name: 14, word: 7 } as const;

/** A role between its superior and those who report to it. */
export function reportingChart(role: string, superior: string | null, subordinates: readonly string[]): TemplateResult {
  const shown = subordinates.length > most ? subordinates.slice(0, most - 1) : subordinates;
  const rest = subordinates.length - shown.length;
  const label = t("web.reporting.label", {
    role,
    superior: superior ?? t("web.reporting.none"),
    count: subordinates.length,
  });
  const below = shown.some(isWide);
  return html`<div class="chart ${below ? "chart-below" : ""}" role="img" aria-label=${label}>
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

/** Long names, as in English, stand below each other instead. */
function isWide(name: string): boolean {
  const width = (text: string) => [...text].reduce((sum, one) => sum + (one > "\u2E7F" ? 2 : 1), 0);
  const words = name.split(/[\s\u2E80-\uFFFF]+/);
  return width(name) > widest.name || words.some((word) => width(word) > widest.word);
}
