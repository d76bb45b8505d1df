import type { Adjustment, Item, JsonValue, Observation, RoleModel, Scorecard } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { current, t } from "../app/language.ts";
import "./event-field.ts";
import { icon } from "./icon.ts";
import "./observation-field.ts";
import type { ObservationChange } from "./observation-field.ts";
import { ownerName } from "./owner-name.ts";
import { periodLabel } from "./period-label.ts";
import "./scorecard-adjustments.css";

/** What the panel of bonuses and vetoes needs to know. */
export interface AdjustmentPanel {
  readonly model: RoleModel;
  readonly scorecard: Scorecard;
  readonly observations: readonly Observation[];
  readonly fillable: (item: Item) => boolean;
  readonly report: (change: ObservationChange) => void;
}

/**
 * Bonuses and vetoes (加分与否决), filled in where they stand: outside the table, as they are outside its sum. A veto asks
 * for its reason as soon as it is triggered. Nothing where the role has none.
 */
export function scorecardAdjustments(panel: AdjustmentPanel): TemplateResult | typeof nothing {
  const { model, scorecard, report } = panel;
  if (scorecard.adjustments.length === 0) return nothing;
  const items = new Map(model.sections.flatMap((section) => section.items.map((item) => [item.key, item] as const)));
  return html`<section
    class="box adj"
    aria-labelledby="sum-adjustments"
    @observation-change=${(event: CustomEvent<ObservationChange>) => report(event.detail)}
  >
    <h3 id="sum-adjustments">${t("web.scorecard.adjustments.title")}</h3>
    <ul>
      ${scorecard.adjustments.map((adjustment) => {
        const item = items.get(adjustment.item);
        return item ? renderAdjustment(panel, adjustment, item) : nothing;
      })}
    </ul>
  </section>`;
}

function renderAdjustment(panel: AdjustmentPanel, adjustment: Adjustment, item: Item): TemplateResult {
  const [single, second] = adjustment.instances;
  const period = single?.period ?? panel.scorecard.period;
  const owner =
    !panel.fillable(item) && item.owner ? t("web.scorecard.filledBy", { owner: ownerName(item.owner) }) : nothing;
  return html`<li data-adjustment=${item.key} data-state=${adjustment.state} title=${owner}>
    <div class="adj-row">
      ${icon(adjustment.kind === "bonus" ? "star" : "shield", 16)}
      <span class="adj-title">${adjustment.title}</span>
      ${second ? nothing : renderField(panel, adjustment, item, period)} ${renderEffect(adjustment)}
    </div>
    ${second ? renderInstances(panel, adjustment, item) : nothing} ${renderReason(panel, adjustment, item, period)}
  </li>`;
}

function renderInstances(panel: AdjustmentPanel, adjustment: Adjustment, item: Item): TemplateResult {
  return html`<ul class="adj-instances">
    ${adjustment.instances.map(
      ({ period }) =>
        html`<li><span class="tn">${periodLabel(period)}</span>${renderField(panel, adjustment, item, period)}</li>`,
    )}
  </ul>`;
}

function renderField(panel: AdjustmentPanel, { kind }: Adjustment, item: Item, period: string): TemplateResult {
  const data = observationOf(panel, item, period)?.data as JsonValue | undefined;
  const readonly = !panel.fillable(item);
  if (kind === "veto" && item.observation.kind === "tick") return renderSwitch(panel, item, period, data === true);
  if (item.observation.kind === "events")
    return html`<rw-event-field .model=${panel.model} .item=${item} .period=${period} .data=${data} ?readonly=${readonly}></rw-event-field>`;
  return html`<rw-observation-field
    .model=${panel.model}
    .item=${item}
    .period=${period}
    .data=${data}
    ?readonly=${readonly}
  ></rw-observation-field>`;
}

function renderSwitch(panel: AdjustmentPanel, item: Item, period: string, on: boolean): TemplateResult {
  return html`<button
    class="adj-switch"
    type="button"
    role="switch"
    aria-checked=${on}
    aria-label=${item.title}
    ?disabled=${!panel.fillable(item)}
    @click=${() => panel.report({ item: item.key, period, data: !on })}
  ></button>`;
}

function renderEffect({ kind, state, points, grade, reason }: Adjustment): TemplateResult {
  if (kind === "bonus") {
    const text = points === null ? "—" : `+${current().number(points)}`;
    return html`<b class="tn adj-points">${text}</b>`;
  }
  if (reason === "no-reason") return html`<span class="adj-open">${t("web.scorecard.adjustments.unreasoned")}</span>`;
  if (state !== "applied") return html`<span class="ink3">${t("web.scorecard.adjustments.idle")}</span>`;
  return html`<b class="adj-veto">${grade === null ? t("web.scorecard.adjustments.inForce") : t("web.scorecard.adjustments.grade", { grade })}</b>`;
}

/** Why a veto was pronounced: kept as the evidence of its observation. */
function renderReason(
  panel: AdjustmentPanel,
  adjustment: Adjustment,
  item: Item,
  period: string,
): TemplateResult | typeof nothing {
  const observation = observationOf(panel, item, period);
  const triggered = adjustment.reason === "no-reason" || (adjustment.kind === "veto" && adjustment.state === "applied");
  const asked = item.score?.params.reason === undefined && !item.observation.fields.some(({ key }) => key === "reason");
  if (!triggered || !asked || !observation) return nothing;
  const label = `${adjustment.title} · ${t("web.scorecard.adjustments.reason")}`;
  const data = observation.data as JsonValue;
  return html`<input
    class="f adj-reason ${adjustment.reason === "no-reason" ? "adj-wanted" : ""}"
    type="text"
    autocomplete="off"
    maxlength="2000"
    aria-label=${label}
    aria-required="true"
    placeholder=${t("web.scorecard.adjustments.reasonHint")}
    ?readonly=${!panel.fillable(item)}
    .value=${observation.evidence ?? ""}
    @input=${(event: InputEvent) =>
      panel.report({ item: item.key, period, data, evidence: (event.target as HTMLInputElement).value })}
  />`;
}

function observationOf({ observations }: AdjustmentPanel, item: Item, period: string): Observation | undefined {
  return observations.find((one) => one.item === item.key && one.period === period);
}
