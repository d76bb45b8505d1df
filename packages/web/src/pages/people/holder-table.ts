import type { Holder, ScorecardSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { current, t } from "../../app/language.ts";
import { avatar, colorOf } from "../../components/avatar.ts";
import { icon } from "../../components/icon.ts";
import { periodLabel } from "../../components/period-label.ts";
import "./holder-table.css";

/** Scorecards shown beside a name; older ones are counted. */
const most = 3;

/** Who holds roles: their unit, whether they can sign in, and their newest scorecards. */
export function holderTable(
  holders: readonly Holder[],
  scorecards: readonly ScorecardSummary[],
  mayOpen: boolean,
): TemplateResult {
  const columns = ["name", "unit", "account", "scorecards"] as const;
  return html`<table class="tbl holders" role="table" aria-labelledby="people-holders">
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((name) => html`<th scope="col" role="columnheader" class="holders-${name}">${t(`web.people.column.${name}`)}</th>`)}
        <th scope="col" role="columnheader" class="holders-open"><span class="said">${t("web.scorecards.add")}</span></th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${holders.map((holder) => {
        const own = scorecards.filter((one) => one.holder.id === holder.id);
        return renderHolder(holder, own, mayOpen);
      })}
    </tbody>
  </table>`;
}

function renderHolder(holder: Holder, own: readonly ScorecardSummary[], mayOpen: boolean): TemplateResult {
  return html`<tr role="row">
    <th scope="row" role="rowheader" class="holders-name">
      <span class="holders-who">${avatar(holder.name, colorOf(holder.id))}<b class="ell">${holder.name}</b></span>
    </th>
    <td role="cell" class="holders-unit">${holder.unit || "—"}</td>
    <td role="cell" class="holders-account">
      ${holder.memberId ? html`<span class="chip blue">${t("web.people.linked")}</span>` : "—"}
    </td>
    <td role="cell" class="holders-scorecards ${own.length === 0 ? "holders-none" : ""}">${renderScorecards(own)}</td>
    <td role="cell" class="holders-open">
      ${
        mayOpen
          ? html`<a class="btn sm" href="/scorecards?for=${holder.id}" aria-label=${t("web.people.openFor", { name: holder.name })}
              >${icon("plus", 14)}${t("web.scorecards.add")}</a
            >`
          : nothing
      }
    </td>
  </tr>`;
}

function renderScorecards(own: readonly ScorecardSummary[]): TemplateResult | string {
  if (own.length === 0) return "—";
  const newest = [...own].sort((a, b) => b.period.localeCompare(a.period));
  return html`<span class="holders-cards">
    ${newest.slice(0, most).map(renderScorecard)}
    ${newest.length > most ? html`<span class="ink3">+${newest.length - most}</span>` : nothing}
  </span>`;
}

function renderScorecard(one: ScorecardSummary): TemplateResult {
  const total = one.total === null ? t("web.scorecards.state.empty") : current().number(one.total);
  return html`<a class="chip sq line" href="/scorecards/${one.id}" title=${`${one.title} · ${periodLabel(one.period)}`}
    ><span class="tn">${one.period}</span><b class="tn">${total}</b>${one.grade === null ? nothing : html`<b class="holders-grade">${one.grade}</b>`}</a
  >`;
}
