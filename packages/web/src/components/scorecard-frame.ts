import type { Scorecard, ScorecardLine } from "@rolewright/runtime";
import { html, type TemplateResult } from "lit";
import { current, t } from "../app/language.ts";
import { sumText } from "./decimal-text.ts";

/** The heads of the columns. */
export function renderHead(): TemplateResult {
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

/** A section with its weight and what its lines count. */
export function renderSection(title: string, spoken: string, lines: readonly ScorecardLine[]): TemplateResult {
  return html`<tr class="sc-group" role="row">
    <th scope="rowgroup" role="rowheader" colspan="5" lang=${spoken}>${title}</th>
    <td role="cell" class="num sc-weight">${current().number(sumText(lines.map((line) => line.weight)))}</td>
    <td role="cell" class="num sc-contribution" data-figure=${contributionOf(lines) ?? ""}>${decimal(contributionOf(lines))}</td>
    <td role="cell" class="sc-more"></td>
  </tr>`;
}

/** The foot: what is measured, and what all lines count. */
export function renderSum(scorecard: Scorecard): TemplateResult {
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

/** A numeric cell; its name stands beside it where the table is taken apart. */
export function figure(name: "points" | "weight" | "contribution", value: string | null): TemplateResult {
  return html`<td role="cell" class="num sc-${name}" data-label=${t(`web.scorecard.column.${name}`)} data-figure=${value ?? ""}>${decimal(value)}</td>`;
}

/** A figure in the reader's language, — while there is none. */
export function decimal(value: string | null): string {
  return value === null ? "—" : current().number(value);
}
