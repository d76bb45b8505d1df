import type { ScorecardSummary } from "@rolewright/server/protocol";
import { html, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import { type IconName, icon } from "../../components/icon.ts";
import { periodLabel } from "../../components/period-label.ts";
import "../../components/tree.css";
import { type Pile, periodsOf, type ScorecardState, stateOf, states } from "./pile.ts";

const icons: Readonly<Record<ScorecardState, IconName>> = {
  empty: "file",
  partial: "pencil",
  complete: "check",
  signed: "lock",
};

interface Entry {
  readonly label: string;
  readonly count: number;
  readonly icon: IconName;
  readonly on: boolean;
  readonly choose: () => void;
}

/** Periods and states, each with how many scorecards it has; a second press on a state lets it go. */
export function pileTree(
  all: readonly ScorecardSummary[],
  pile: Pile,
  choose: (change: Partial<Pile>) => void,
): TemplateResult {
  const within = all.filter((one) => pile.period === undefined || one.period === pile.period);
  return html`<nav class="tree" aria-label=${t("web.scorecards.tree.label")}>
    <h2>${t("web.scorecards.tree.periods")}</h2>
    <ul>
      ${renderEntry({ label: t("web.scorecards.tree.all"), count: all.length, icon: "stack", on: pile.period === undefined, choose: () => choose({ period: undefined }) })}
      ${periodsOf(all).map((period) =>
        renderEntry({
          label: periodLabel(period),
          count: all.filter((one) => one.period === period).length,
          icon: "calendar",
          on: pile.period === period,
          choose: () => choose({ period }),
        }),
      )}
    </ul>
    <h2>${t("web.scorecards.tree.states")}</h2>
    <ul>
      ${states.map((state) => {
        const on = pile.state === state;
        return renderEntry({
          label: t(`web.scorecards.state.${state}`),
          count: within.filter((one) => stateOf(one) === state).length,
          icon: icons[state],
          on,
          choose: () => choose({ state: on ? undefined : state }),
        });
      })}
    </ul>
  </nav>`;
}

function renderEntry({ label, count, icon: name, on, choose }: Entry): TemplateResult {
  return html`<li>
    <button type="button" class="tree-entry" aria-pressed=${on} @click=${choose}>
      ${icon(name, 15)}<span class="ell">${label}</span><span class="tree-count">${count}</span>
    </button>
  </li>`;
}
