import type { Organisation, OrganisationFinding } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { current, t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";

export interface FindingPanel {
  readonly chart: Organisation;
  /** Node that is picked. */
  readonly at: string | undefined;
  readonly pick: (id: string) => void;
  readonly open: (id: string) => void;
}

/** The gravest first. */
const order: readonly OrganisationFinding["code"][] = [
  "cycle",
  "not-listed-by-superior",
  "not-reported-by-subordinate",
  "ambiguous-name",
  "no-superior",
  "superior-not-described",
  "subordinate-not-described",
];

/** Beside the chart: the picked role, figures of the whole, and what does not fit, by kind. */
export function findingPanel(panel: FindingPanel): TemplateResult {
  const groups = Map.groupBy(panel.chart.findings, ({ code }) => code);
  const kinds = order.filter((code) => groups.has(code));
  return html`<aside class="org-side" aria-label=${t("organisation.check")}>
    ${picked(panel)} ${figures(panel.chart)}
    <section>
      <h2>${t("organisation.check")}</h2>
      ${kinds.length === 0 ? html`<p class="t13 ink2 row org-fine">${icon("check", 16)}${t("organisation.fine")}</p>` : nothing}
      ${kinds.map((code) => group(code, groups.get(code) ?? [], panel))}
    </section>
  </aside>`;
}

function picked({ chart, at, open }: FindingPanel): TemplateResult | typeof nothing {
  const node = chart.nodes.get(at ?? "");
  if (!node) return nothing;
  const superior = chart.nodes.get(node.superior ?? "")?.title;
  return html`<section class="org-picked" role="status">
    <h2>${node.title}</h2>
    <p class="t13 ink2">
      ${superior ? t("organisation.reportsTo", { superior }) : t("organisation.top")} ·
      ${t("organisation.span", { count: node.subordinates.length })}
    </p>
    ${
      node.described
        ? html`<button class="btn soft" type="button" @click=${() => open(node.id)}>${t("web.library.peek.open")}</button>`
        : html`<p class="t12 ink3">${t("organisation.notDescribed")}</p>`
    }
  </section>`;
}

function figures({ nodes }: Organisation): TemplateResult {
  const spans = [...nodes.values()].map(({ subordinates }) => subordinates.length).filter((span) => span > 0);
  const mean = spans.length === 0 ? 0 : spans.reduce((sum, span) => sum + span, 0) / spans.length;
  const described = [...nodes.values()].filter((node) => node.described).length;
  const all: readonly (readonly [string, string])[] = [
    ["described", current().number(described)],
    ["named", current().number(nodes.size - described)],
    ["spanMean", current().number(Math.round(mean * 10) / 10)],
    ["spanMost", current().number(Math.max(0, ...spans))],
  ];
  return html`<dl class="peek-facts org-figures">
    ${all.map(([name, value]) => html`<div><dt>${t(`organisation.figure.${name}`)}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}

function group(
  code: OrganisationFinding["code"],
  findings: readonly OrganisationFinding[],
  panel: FindingPanel,
): TemplateResult {
  const title = (id: string | null) => panel.chart.nodes.get(id ?? "")?.title ?? named(id);
  const grave = order.indexOf(code) < 4;
  return html`<details class="org-group" ?open=${grave}>
    <summary>${icon(grave ? "warn" : "info", 15)}<span class="grow">${t(`organisation.kind.${code}`)}</span><span class="tn">${findings.length}</span></summary>
    <ul>
      ${findings.map(
        ({ role, other, nodes }) => html`<li>
          <button type="button" @click=${() => panel.pick(role)}>
            ${t(`organisation.finding.${code}`, { role: title(role), other: title(other), nodes: nodes.map(title).join(" → ") })}
          </button>
        </li>`,
      )}
    </ul>
  </details>`;
}

/** A node that is not shown keeps the name in its id. */
function named(id: string | null): string {
  return id?.replace(/^named:/, "") ?? "";
}
