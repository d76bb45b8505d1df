import { type Observation, type RoleModel, scorecard, type WorkingDaysOptions, workingDays } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import type { ObservationChange } from "../../components/observation-field.ts";
import "../../components/scorecard.ts";
import { scorecardAdjustments } from "../../components/scorecard-adjustments.ts";
import { scorecardTotal } from "../../components/scorecard-summary.ts";

/** What figures are tried with. */
export interface Trial {
  readonly model: RoleModel;
  readonly period: string;
  readonly days: WorkingDaysOptions;
  /** May hold some of items that are gone. */
  readonly tries: readonly Observation[];
  readonly report: (change: ObservationChange) => void;
  readonly clear: () => void;
}

/** A scorecard to try figures in: nothing of it is kept. It brings all that scores, so it is loaded when it is first shown. */
export function scorecardTrial({ model, period, days, tries: all, report, clear }: Trial): TemplateResult {
  const known = new Set(model.sections.flatMap(({ items }) => items.map(({ key }) => key)));
  const tries = all.filter(({ item }) => known.has(item));
  const result = scorecard(model, period, [...tries], { calendar: workingDays(days) });
  return html`
    <p class="pv-try">
      ${icon("info", 14)}<span class="grow">${t("web.preview.try")}</span>
      ${
        all.length > 0
          ? html`<button class="btn quiet xs" type="button" @click=${clear}>${t("web.preview.clear")}</button>`
          : nothing
      }
    </p>
    <div class="pv-total">${scorecardTotal(result)}</div>
    <rw-scorecard
      .model=${model}
      .scorecard=${result}
      .observations=${tries}
      @observation-change=${(event: CustomEvent<ObservationChange>) => report(event.detail)}
    ></rw-scorecard>
    ${
      result.adjustments.length > 0
        ? html`<div class="pv-total">
            ${scorecardAdjustments({ model, scorecard: result, observations: tries, fillable: () => true, report })}
          </div>`
        : nothing
    }
  `;
}
