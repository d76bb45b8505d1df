import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { subordinatesOf } from "./chart-layout.ts";
import type { ShownChart } from "./organisation-chart.ts";

/** The organisation as a list in a list, where a chart has no room. */
export function chartList(view: ShownChart): TemplateResult {
  return html`<ul class="org-list">
    ${view.chart.tops.map((top) => entry(top, view))}
  </ul>`;
}

function entry(id: string, view: ShownChart): TemplateResult | typeof nothing {
  const node = view.chart.nodes.get(id);
  if (!node) return nothing;
  const below = subordinatesOf(view.chart, id);
  const open = !view.folded.has(id);
  const inside = below.map((one) => entry(one, view));
  // A search leaves what it found, and what leads there.
  if (view.found && !view.found.has(id) && inside.every((one) => one === nothing)) return nothing;
  return html`<li>
    <div class="org-entry" ?data-at=${view.at === id}>
      ${
        below.length > 0
          ? html`<button class="ib" type="button" aria-expanded=${open} aria-label=${t("organisation.fold", { title: node.title })} @click=${() => view.fold(id)}>${icon(open ? "down" : "right", 16)}</button>`
          : html`<span class="org-no-fold"></span>`
      }
      ${node.described ? html`<a class="grow" href="/roles/${id}">${node.title}</a>` : html`<span class="grow ink2">${node.title} <span class="chip sq">${t("organisation.named")}</span></span>`}
      ${view.doubtful.has(id) ? html`<span class="org-warn" title=${t("organisation.doubtful")}>${icon("warn", 16)}<span class="said">${t("organisation.doubtful")}</span></span>` : nothing}
      ${below.length > 0 ? html`<span class="t12 ink3 tn">${t("organisation.span", { count: below.length })}</span>` : nothing}
    </div>
    ${below.length > 0 && open ? html`<ul>${inside}</ul>` : nothing}
  </li>`;
}
