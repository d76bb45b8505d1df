import type { TemplateSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { t } from "../../app/language.ts";
import { ago, exactTime } from "../../components/ago.ts";
import { icon } from "../../components/icon.ts";
import { qualityBar } from "../../components/quality-bar.ts";
import { roleState } from "../../components/role-state.ts";
import "./role-table.css";
import type { SortKey, View } from "./shelf.ts";

const columns: readonly { readonly key: SortKey; readonly numeric?: true }[] = [
  { key: "title" },
  { key: "department" },
  { key: "version" },
  { key: "state" },
  { key: "reportsTo" },
  { key: "standards", numeric: true },
  { key: "quality", numeric: true },
  { key: "acknowledged", numeric: true },
  { key: "updatedAt", numeric: true },
];

/** How long a finger rests on a row before it is chosen. */
const pressMs = 500;

export interface RoleTable {
  readonly roles: readonly TemplateSummary[];
  readonly view: View;
  /** Role that is looked into. */
  readonly peeked: string | undefined;
  /** Roles chosen for an action on all of them. */
  readonly chosen: ReadonlySet<string>;
  /** By which of its items a search found a role, in words. */
  readonly hint: (role: TemplateSummary) => string | undefined;
  readonly sort: (key: SortKey) => void;
  readonly peek: (id: string) => void;
  readonly choose: (ids: readonly string[], on: boolean) => void;
}

/**
 * The roles as a table; on a phone each row is a card. A row's name opens it, its box chooses it (on a phone a long
 * press), the rest of the row looks into it.
 */
export function roleTable(table: RoleTable): TemplateResult {
  const { roles, chosen } = table;
  return html`<table class="tbl roles" role="table" aria-label=${t("web.library.title")} ?data-choosing=${chosen.size > 0}>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" class="roles-box">${renderAll(table)}</th>
        ${columns.map((column) => renderHead(column, table))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        roles,
        (role) => role.id,
        (role) => renderRow(role, table),
      )}
    </tbody>
  </table>`;
}

function renderAll({ roles, chosen, choose }: RoleTable): TemplateResult {
  const on = roles.filter(({ id }) => chosen.has(id)).length;
  return html`<input
    type="checkbox"
    class="tick"
    aria-label=${t("library.choose.all")}
    .checked=${on > 0 && on === roles.length}
    .indeterminate=${on > 0 && on < roles.length}
    @change=${() =>
      choose(
        roles.map(({ id }) => id),
        on < roles.length,
      )}
  />`;
}

function renderHead(column: (typeof columns)[number], { view, sort }: RoleTable): TemplateResult {
  const sorted = view.sort === column.key;
  const order = view.descending ? "descending" : "ascending";
  return html`<th
    scope="col"
    role="columnheader"
    class="roles-${column.key} ${column.numeric ? "num" : ""}"
    aria-sort=${sorted ? order : nothing}
  >
    <button type="button" class="roles-sort" @click=${() => sort(column.key)}>
      ${t(`library.column.${column.key}`)}${sorted ? icon(view.descending ? "down" : "up", 12) : nothing}
    </button>
  </th>`;
}

function renderRow(role: TemplateSummary, table: RoleTable): TemplateResult {
  const { peeked, chosen, choose, hint } = table;
  const [looked, on, found] = [role.id === peeked, chosen.has(role.id), hint(role)];
  return html`<tr
    role="row"
    class="${looked ? "roles-on" : ""} ${on ? "roles-chosen" : ""}"
    data-role=${role.id}
    @click=${(event: MouseEvent) => onRow(event, role.id, table)}
    @pointerdown=${(event: PointerEvent) => onPress(event, () => choose([role.id], !on))}
  >
    <td role="cell" class="roles-box">
      <input
        type="checkbox"
        class="tick"
        aria-label=${t("library.choose.one", { title: role.title })}
        .checked=${on}
        @change=${() => choose([role.id], !on)}
      />
    </td>
    <th scope="row" role="rowheader" class="roles-title">
      <a href="/roles/${role.id}" lang=${role.language} aria-current=${looked ? "true" : nothing}>${role.title}</a>
      ${found ? html`<span class="roles-hint">${found}</span>` : nothing}
    </th>
    <td role="cell" class="roles-department" lang=${role.language}>${role.department ?? "—"}</td>
    <td role="cell" class="roles-version tn">${role.version === null ? "—" : `v${role.version}`}</td>
    <td role="cell" class="roles-state">${roleState(role)}</td>
    <td role="cell" class="roles-reportsTo" lang=${role.language}>${role.reportsTo ?? "—"}</td>
    <td role="cell" class="roles-standards num">${role.standards}</td>
    <td role="cell" class="roles-quality num">${renderQuality(role)}</td>
    <td role="cell" class="roles-acknowledged num">${renderAcknowledged(role)}</td>
    <td role="cell" class="roles-updatedAt num">
      <time datetime=${role.updatedAt} title=${exactTime(role.updatedAt)}>${ago(role.updatedAt)}</time>
    </td>
  </tr>`;
}

function renderQuality({ quality, errors, warnings }: TemplateSummary): TemplateResult {
  const why = errors + warnings > 0 ? t("web.library.problems", { errors, warnings }) : undefined;
  return qualityBar(quality, why);
}

/** Share of the role's holders who have read the version in force; the counts are the tooltip. */
function renderAcknowledged({ holders, acknowledged }: TemplateSummary): TemplateResult {
  if (holders === 0) return html`<span class="ink3">—</span>`;
  const title = t("library.acknowledged", { done: acknowledged, total: holders });
  return html`<span title=${title}>${Math.round((100 * acknowledged) / holders)} %</span>`;
}

/** While some are chosen on a phone, a tap chooses on instead of looking. */
function onRow(event: MouseEvent, id: string, { peek, choose, chosen }: RoleTable): void {
  if (event.target instanceof Element && event.target.closest("a, input")) return;
  if (chosen.size > 0 && matchMedia("(max-width: 719px)").matches) choose([id], !chosen.has(id));
  else peek(id);
}

/** Calls `run` when a finger rests on the row; a mouse has the box. The tap that ends the press does nothing more. */
function onPress(event: PointerEvent, run: () => void): void {
  if (event.pointerType !== "touch") return;
  const row = event.currentTarget as HTMLElement;
  const swallow = (click: Event) => {
    click.preventDefault();
    click.stopImmediatePropagation();
  };
  const timer = setTimeout(() => {
    row.addEventListener("click", swallow, { capture: true, once: true });
    run();
  }, pressMs);
  const stop = () => clearTimeout(timer);
  for (const end of ["pointerup", "pointercancel", "pointermove"]) row.addEventListener(end, stop, { once: true });
}
