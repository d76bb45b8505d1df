import { type Item, type RoleModel, type Traceability, traceability } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import { emptyState } from "../../components/empty-state.ts";
import { icon } from "../../components/icon.ts";
import "./trace-matrix.css";

export interface TraceMatrix {
  /** In the reader's language. */
  readonly role: RoleModel;
  readonly writable: boolean;
  /** Item that is lit. */
  readonly lit?: string | undefined;
  /** Goes to an item. */
  readonly pick: (key: string) => void;
  /** Links a standard to a duty, or takes the link away. */
  readonly link: (standard: string, duty: string, linked: boolean) => void;
}

/** On a phone each duty lists its standards. */
const phone = matchMedia("(max-width: 719px)");

/** Duties against standards, with what is missing on both sides. Arrow keys walk through the cells. */
export function traceMatrix(matrix: TraceMatrix): TemplateResult {
  const trace = traceability(matrix.role);
  if (trace.duties.length === 0 && trace.standards.length === 0)
    return emptyState({ icon: "link", title: t("traceability.empty"), text: t("traceability.emptyText") });
  return html`<div class="trace">
    <p class="trace-lead t13 ink2">${t(matrix.writable && !phone.matches ? "traceability.lead" : "traceability.readOnly")}</p>
    ${gaps(trace)} ${phone.matches ? list(trace, matrix) : grid(trace, matrix)}
  </div>`;
}

function gaps({ unmeasured, unfounded }: Traceability): TemplateResult {
  if (unmeasured.size + unfounded.size === 0)
    return html`<p class="trace-gaps" role="status"><span class="chip ok">${icon("check", 13)}${t("traceability.complete")}</span></p>`;
  return html`<p class="trace-gaps" role="status">
    ${unmeasured.size > 0 ? html`<span class="chip warn">${icon("warn", 13)}${t("traceability.unmeasured", { count: unmeasured.size })}</span>` : nothing}
    ${unfounded.size > 0 ? html`<span class="chip warn">${icon("warn", 13)}${t("traceability.unfounded", { count: unfounded.size })}</span>` : nothing}
  </p>`;
}

function grid(trace: Traceability, matrix: TraceMatrix): TemplateResult {
  const { duties, standards, unmeasured, unfounded } = trace;
  return html`<div class="trace-room">
    <table class="trace-grid" @keydown=${onArrow}>
      <caption class="said">${t("traceability.title")}</caption>
      <thead>
        <tr>
          <td class="trace-corner"><span>${t("traceability.standards")}</span><span>${t("traceability.duties")}</span></td>
          ${standards.map((item) => html`<th scope="col" ?data-gap=${unfounded.has(item.key)}>${name(item, matrix, unfounded.has(item.key) ? "noDuty" : undefined)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${duties.map(
          (duty) => html`<tr>
            <th scope="row" ?data-gap=${unmeasured.has(duty.key)}>${name(duty, matrix, unmeasured.has(duty.key) ? "noStandard" : undefined)}</th>
            ${standards.map((standard) => html`<td>${cell(standard, duty, matrix)}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function name(item: Item, { pick, lit }: TraceMatrix, gap: "noDuty" | "noStandard" | undefined): TemplateResult {
  return html`<button class="trace-name" type="button" title=${item.title} ?data-lit=${lit === item.key} @click=${() => pick(item.key)}>
    <span class="trace-number tn">${item.number}</span><span class="trace-title">${item.title}</span>
    ${gap ? html`<span class="trace-gap">${icon("warn", 13)}${t(`traceability.${gap}`)}</span>` : nothing}
  </button>`;
}

function cell(standard: Item, duty: Item, { writable, link }: TraceMatrix): TemplateResult {
  const linked = standard.supports.includes(duty.key);
  return html`<button
    class="trace-cell"
    type="button"
    aria-pressed=${linked}
    aria-disabled=${writable ? nothing : "true"}
    aria-label=${t("traceability.measures", { standard: standard.title, duty: duty.title })}
    title="${standard.title} × ${duty.title}"
    @click=${() => writable && link(standard.key, duty.key, !linked)}
  >
    <i></i>
  </button>`;
}

function list({ duties, standards, unmeasured, unfounded }: Traceability, matrix: TraceMatrix): TemplateResult {
  return html`<ul class="trace-list">
    ${duties.map((duty) => {
      const measuring = standards.filter(({ supports }) => supports.includes(duty.key));
      return html`<li>
        ${name(duty, matrix, unmeasured.has(duty.key) ? "noStandard" : undefined)}
        ${measuring.length > 0 ? html`<ul>${measuring.map((standard) => html`<li class="chip blue">${standard.number} ${standard.title}</li>`)}</ul>` : nothing}
      </li>`;
    })}
    ${standards
      .filter(({ key }) => unfounded.has(key))
      .map((standard) => html`<li>${name(standard, matrix, "noDuty")}</li>`)}
  </ul>`;
}

/** From cell to cell, as in a sheet. */
function onArrow(event: KeyboardEvent): void {
  const at = (event.target as Element).closest("td, th") as HTMLTableCellElement | null;
  const row = at?.parentElement as HTMLTableRowElement | null;
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
  if (!at || !row || !step) return;
  const table = event.currentTarget as HTMLTableElement;
  const next = table.rows[row.rowIndex + (step[0] ?? 0)]?.cells[at.cellIndex + (step[1] ?? 0)];
  event.preventDefault();
  next?.querySelector("button")?.focus();
}
