import type { Organisation } from "@rolewright/runtime";
import { html, type TemplateResult } from "lit";
import { chartSvg } from "./chart-file.ts";
import { chartLayout } from "./chart-layout.ts";

/**
 * The organisation for paper: each tree a drawing of its own, which a sheet can hold. Together in one drawing, many
 * trees would be too small to be read.
 */
export function chartPrint(chart: Organisation, folded: ReadonlySet<string>): TemplateResult {
  return html`<div class="org-print">
    ${chart.tops.map((top) => {
      const one = { ...chart, tops: [top] };
      const drawing = chartSvg(one, chartLayout(one, folded));
      return html`<img alt=${chart.nodes.get(top)?.title ?? ""} src="data:image/svg+xml,${encodeURIComponent(drawing)}" />`;
    })}
  </div>`;
}
