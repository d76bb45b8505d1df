import { firstDay, type Instance, type Item, type JsonValue } from "@rolewright/runtime";
import { html, type TemplateResult } from "lit";
import { t } from "../app/language.ts";
import "./instance-ticks.css";
import type { ObservationChange } from "./observation-field.ts";
import { periodLabel } from "./period-label.ts";
import { stateShape } from "./state-mark.ts";

/** More than these leave room for the day alone. */
const roomy = 4;

/** Friday, when the item states no weekday. */
const defaultWeekday = 5;

/**
 * One tick for each week (or month) behind a line. A press goes round: nothing recorded → done → not done → nothing.
 * For events, "done" records the day on which it was due; the opened row shows the day and lets it be corrected.
 */
export function instanceTicks(
  item: Item,
  instances: readonly Instance[],
  data: ReadonlyMap<string, JsonValue>,
  readonly: boolean,
  report: (change: ObservationChange) => void,
): TemplateResult {
  return html`<div class="ticks" role="group" aria-label=${item.title}>
    ${instances.map((instance) => {
      const value = data.get(instance.period) ?? null;
      const label = t("web.scorecard.tickLabel", {
        period: periodLabel(instance.period),
        state: t(`runtime.states.${instance.state}`),
      });
      return html`<button
        class="tick"
        type="button"
        data-state=${instance.state}
        title=${label}
        ?disabled=${readonly}
        @click=${() => report({ item: item.key, period: instance.period, data: next(item, instance.period, value) })}
      >
        ${stateShape(instance.state, 13)}<span aria-hidden="true">${shortText(instance.period, value, instances.length > roomy)}</span><span class="said">${label}</span>
      </button>`;
    })}
  </div>`;
}

function next(item: Item, period: string, value: JsonValue): JsonValue {
  if (item.observation.kind === "tick") return value === null ? true : value === true ? false : null;
  if (value === null) return [dueDay(item, period)];
  return Array.isArray(value) && value.length > 0 ? [] : null;
}

function dueDay(item: Item, period: string): string {
  const date = new Date(`${firstDay(period)}T00:00:00Z`);
  if (period.includes("W")) date.setUTCDate(date.getUTCDate() + (item.due?.weekday ?? defaultWeekday) - 1);
  return date.toISOString().slice(0, 10);
}

/** The recorded day where there is one, else the instance's own short name (47 周, 11). */
function shortText(period: string, value: JsonValue, dense: boolean): string {
  const [day] = Array.isArray(value) ? value : [];
  if (typeof day === "string" && day.length === 10) return day.slice(dense ? 8 : 5);
  return period.includes("W") ? t("web.scorecard.weekShort", { week: Number(period.slice(6)) }) : period.slice(5);
}
