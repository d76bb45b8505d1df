import type { Checklist, Occurrence, RoleModel } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { current, t } from "../../app/language.ts";
import { periodLabel } from "../../components/period-label.ts";
import "./checklist-view.css";
import { itemsOf } from "./places.ts";

/** What the list needs, and what it reports. */
export interface ChecklistView {
  readonly model: RoleModel;
  readonly checklist: Checklist;
  readonly lit: string | undefined;
  readonly pick: (key: string) => void;
  readonly hint: (key: string | undefined) => void;
}

/** A month's checklist as its holder would get it, grouped by due date; nothing can be ticked here. */
export function checklistView(view: ChecklistView): TemplateResult {
  const { occurrences } = view.checklist;
  if (occurrences.length === 0) return html`<p class="cl-none">${t("web.preview.checklist.none")}</p>`;
  const scored = occurrences.filter((occurrence) => occurrence.scored).length;
  const days = Map.groupBy(occurrences, ({ due }) => due);
  return html`
    <p class="cl-sum">${t("web.preview.checklist.sum", { count: occurrences.length, scored })}</p>
    ${[...days].map(([due, group]) => dayView(due, group, view))}
  `;
}

function dayView(due: string, group: readonly Occurrence[], view: ChecklistView): TemplateResult {
  const day = current().date(due, { month: "long", day: "numeric", weekday: "short" });
  return html`<section class="cl-day">
    <h3>${day}<span>${t("web.preview.checklist.items", { count: group.length })}</span></h3>
    <ul>
      ${group.map((occurrence) => occurrenceView(occurrence, view))}
    </ul>
  </section>`;
}

function occurrenceView(occurrence: Occurrence, view: ChecklistView): TemplateResult {
  const numbers = itemsOf(view.model)
    .filter(({ key }) => occurrence.supports.includes(key))
    .map(({ number }) => number);
  return html`<li data-anchor=${occurrence.item} ?data-lit=${occurrence.item === view.lit}>
    <button
      type="button"
      @click=${() => view.pick(occurrence.item)}
      @pointerenter=${() => view.hint(occurrence.item)}
      @pointerleave=${() => view.hint(undefined)}
    >
      <span class="cl-box" aria-hidden="true"></span>
      <span class="cl-name">${occurrence.title}</span>
      <span class="cl-feed" ?data-scored=${occurrence.scored}
        >${occurrence.scored ? t("web.preview.checklist.scored", { number: occurrence.number }) : t("web.preview.checklist.unscored")}</span
      >
      <span class="cl-meta"
        >${t(`web.preview.every.${occurrence.every}`)} · ${periodLabel(occurrence.period)}${
          numbers.length > 0
            ? html` · ${t("web.preview.checklist.supports", { numbers: current().list(numbers) })}`
            : nothing
        }</span
      >
    </button>
  </li>`;
}
