import type { Organisation, OrganisationNode } from "@rolewright/runtime";
import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import { box, type ChartLayout, type PlacedNode, subordinatesOf } from "./chart-layout.ts";
import "./chart-view.css";

export interface ChartView {
  readonly chart: Organisation;
  readonly layout: ChartLayout;
  readonly folded: ReadonlySet<string>;
  /** Node the keyboard is at. */
  readonly at: string | undefined;
  /** Nodes with a finding that contradicts another role, or in a cycle. */
  readonly doubtful: ReadonlySet<string>;
  /** Nodes that a search found; undefined without a search. */
  readonly found: ReadonlySet<string> | undefined;
  /** Where the chart is moved to, and how large it is drawn. */
  readonly transform: string;
  readonly pick: (id: string) => void;
  readonly open: (id: string) => void;
  readonly fold: (id: string) => void;
}

/** The organisation as a tree of boxes. To assistive technology it is a tree: level, place and what is below is said. */
export function chartView(view: ChartView): TemplateResult {
  const { layout, transform } = view;
  const places = new Map(layout.nodes.map((node) => [node.id, node]));
  return html`<svg class="org-svg" role="tree" aria-label=${t("organisation.title")}>
    <g class="org-all" transform=${transform}>
      <g aria-hidden="true">${layout.nodes.map((node) => line(node, places.get(node.parent ?? "")))}</g>
      ${layout.nodes.map((node) => boxOf(node, view))}
    </g>
  </svg>`;
}

/** Down from the superior and to the box; to a column along its side. */
function line(node: PlacedNode, parent: PlacedNode | undefined): SVGTemplateResult | typeof nothing {
  return parent ? svg`<path class="org-line" d=${linePath(node, parent)} />` : nothing;
}

/** The way of a line from a box to its superior's. */
export function linePath(node: PlacedNode, parent: PlacedNode): string {
  const from = parent.y + box.height;
  if (node.stacked) {
    const side = node.x - box.width / 2 - box.across / 2;
    return `M${parent.x} ${from}V${from + box.down / 4}H${side}V${node.y + box.height / 2}H${node.x - box.width / 2}`;
  }
  return `M${parent.x} ${from}V${from + box.down / 2}H${node.x}V${node.y}`;
}

function boxOf(node: PlacedNode, view: ChartView): SVGTemplateResult | typeof nothing {
  const role = view.chart.nodes.get(node.id);
  if (!role) return nothing;
  const below = subordinatesOf(view.chart, node.id).length;
  const here = view.at === node.id;
  const classes = [
    "org-box",
    role.described ? "" : "org-named",
    view.doubtful.has(node.id) ? "org-doubtful" : "",
    here ? "org-at" : "",
    view.found && !view.found.has(node.id) ? "org-away" : "",
  ];
  return svg`<g
    class=${classes.join(" ")}
    role="treeitem"
    tabindex=${here ? 0 : -1}
    data-node=${node.id}
    aria-description=${below > 0 ? t("organisation.span", { count: below }) : nothing}
    aria-level=${node.level}
    aria-expanded=${below > 0 ? !view.folded.has(node.id) : nothing}
    aria-selected=${here}
    transform="translate(${node.x - box.width / 2} ${node.y})"
    @click=${() => view.pick(node.id)}
    @dblclick=${() => view.open(node.id)}
  >
    <rect class="org-ground" width=${box.width} height=${box.height} rx="8"></rect>
    <foreignObject width=${box.width} height=${box.height}>${name(role)}</foreignObject>
    ${below > 0 ? knob(node.id, below, view) : nothing}
  </g>`;
}

function name({ title, described }: OrganisationNode): TemplateResult {
  return html`<div class="org-name" title=${title}><span>${title}</span>${described ? nothing : html`<small>${t("organisation.named")}</small>`}</div>`;
}

/** How many are directly below; a press folds them away. */
function knob(id: string, below: number, { folded, fold }: ChartView): SVGTemplateResult {
  const press = (event: Event) => {
    event.stopPropagation();
    fold(id);
  };
  return svg`<g class="org-knob" transform="translate(${box.width / 2} ${box.height})" aria-hidden="true" @click=${press}>
    <circle r="14" class="org-touch"></circle>
    <rect x="-12" y="-9" width="24" height="18" rx="9"></rect>
    <text text-anchor="middle" dy="4">${folded.has(id) ? `+${below}` : below}</text>
  </g>`;
}
