import { stepInWords } from "@rolewright/locale";
import type { RoleModel, Scorecard, ScorecardLine } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { current, t } from "../app/language.ts";
import { coverageRing } from "./coverage-ring.ts";
import { percentText, sumText } from "./decimal-text.ts";
import "./scorecard-summary.css";

/** The total with its grade, how much of it is measured, and the sum behind it. */
export function scorecardTotal(scorecard: Scorecard, grades: RoleModel["grades"] = []): TemplateResult {
  const { coverage, total, grade, lines, adjustments } = scorecard;
  const unreasoned = adjustments.filter(({ reason }) => reason === "no-reason").length;
  const open = lines.filter(({ state }) => state === "no-data").length + unreasoned;
  return html`<section class="box sum-total" aria-labelledby="sum-total">
    <h3 id="sum-total">
      ${t("web.scorecard.total.title")}${
        scorecard.provisional
          ? html`<span class="chip warn">${t("web.scorecard.total.provisional", { count: open })}</span>`
          : total === null
            ? nothing
            : html`<span class="chip ok">${t("web.scorecard.total.complete")}</span>`
      }
    </h3>
    <div class="sum-figure">
      <span class="sum-value" data-figure=${total ?? ""} aria-hidden="true">${total === null ? "—" : current().number(total)}</span>
      <span class="said" aria-live="polite">${total === null ? "—" : current().number(total)}</span>
      ${grade === null ? nothing : html`<span class="sum-grade" data-rank=${rank(grade, grades)} title=${t("web.scorecard.total.grade")}>${grade}</span>`}
      <span class="grow"></span>
      ${coverageRing(coverage.percent, t("web.scorecard.total.coverage", { ...coverage }))}
    </div>
    <p class="sum-eq">
      ${scorecard.steps.map((step) => html`${stepInWords(step, t)}<br />`)}
      ${t("web.scorecard.total.parts", { ...coverage })}
    </p>
  </section>`;
}

/** Points of each section over its measured weight; hatching is weight without data. */
export function scorecardSections(model: RoleModel, scorecard: Scorecard, digits: number): TemplateResult {
  const sections = model.sections
    .map((section) => ({ section, lines: scorecard.lines.filter((line) => line.section === section.key) }))
    .filter(({ lines }) => lines.length > 0);
  return html`<section class="box" aria-labelledby="sum-sections">
    <h3 id="sum-sections">${t("web.scorecard.sections.title")}<span>${t("web.scorecard.sections.legend")}</span></h3>
    <ul class="sum-bars">
      ${sections.map(({ section, lines }) => {
        const measured = weightOf(lines, ["met", "missed"]);
        const due = weightOf(lines, ["met", "missed", "no-data"]);
        const given = sumText(lines.map((line) => line.contribution ?? "0"));
        const points = percentText(given, measured, digits);
        const part = share(measured, due);
        return html`<li>
          <span class="ell" title=${section.title}>${section.title}</span>
          <span class="sum-track">
            <i style="width:${(part * Number(points ?? 0)) / 100}%"></i><u style="width:${100 - part}%"></u>
          </span>
          <b class="tn" data-figure=${points ?? ""}>${points === null ? "—" : current().number(points)}</b>
        </li>`;
      })}
    </ul>
  </section>`;
}

/** Only the best grade is as green as a met standard, only the lowest as red as a missed one. */
function rank(grade: string, grades: RoleModel["grades"]): "best" | "lowest" | "between" {
  const down = [...grades].sort((a, b) => Number(b.from) - Number(a.from));
  if (down.length > 1 && down.at(-1)?.grade === grade) return "lowest";
  return down[0]?.grade === grade ? "best" : "between";
}

function weightOf(lines: readonly ScorecardLine[], states: readonly ScorecardLine["state"][]): string {
  return sumText(lines.filter((line) => states.includes(line.state)).map((line) => line.weight));
}

/** Part of the bar in %, drawn with what has data. */
function share(measured: string, due: string): number {
  return Number(due) === 0 ? 100 : (Number(measured) / Number(due)) * 100;
}
