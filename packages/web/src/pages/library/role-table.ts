import type { TemplateSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { t } from "../../app/language.ts";
import { ago, exactTime } from "../../components/ago.ts";
import { icon } from "../../components/icon.ts";
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
  { key: "problems", numeric: true },
  { key: "updatedAt", numeric: true },
];

/** What the table tells its page. */
export interface RoleTableActions {
  readonly sort: (key: SortKey) => void;
  readonly select: (id: string) => void;
}

/** The roles as a table; on a phone each row is a card. A row's name opens it, the rest of the row looks into it. */
export function roleTable(
  roles: readonly TemplateSummary[],
  view: View,
  selected: string | undefined,
  actions: RoleTableActions,
): TemplateResult {
  return html`<table class="roles" role="table" aria-label=${t("web.library.title")}>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => renderHead(column, view, actions))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        roles,
        (role) => role.id,
        (role) => renderRow(role, role.id === selected, actions),
      )}
    </tbody>
  </table>`;
}

function renderHead(column: (typeof columns)[number], view: View, actions: RoleTableActions): TemplateResult {
  const sorted = view.sort === column.key;
  const order = view.descending ? "descending" : "ascending";
  return html`<th
    scope="col"
    role="columnheader"
    class="roles-${column.key} ${column.numeric ? "num" : ""}"
    aria-sort=${sorted ? order : nothing}
  >
    <button type="button" class="roles-sort" @click=${() => actions.sort(column.key)}>
      ${t(`web.library.column.${column.key}`)}${sorted ? icon(view.descending ? "down" : "up", 12) : nothing}
    </button>
  </th>`;
}

function renderRow(role: TemplateSummary, selected: boolean, actions: RoleTableActions): TemplateResult {
  const select = (event: MouseEvent) => {
    if (!(event.target instanceof Element && event.target.closest("a"))) actions.select(role.id);
  };
  return html`<tr role="row" class=${selected ? "roles-on" : nothing} data-role=${role.id} @click=${select}>
    <th scope="row" role="rowheader" class="roles-title">
      <a href="/roles/${role.id}" lang=${role.language} aria-current=${selected ? "true" : nothing}>${role.title}</a>
    </th>
    <td role="cell" class="roles-department" lang=${role.language}>${role.department ?? "—"}</td>
    <td role="cell" class="roles-version tn">${role.version === null ? "—" : `v${role.version}`}</td>
    <td role="cell" class="roles-state">${roleState(role)}</td>
    <td role="cell" class="roles-reportsTo" lang=${role.language}>${role.reportsTo ?? "—"}</td>
    <td role="cell" class="roles-standards num">${role.standards}</td>
    <td role="cell" class="roles-problems num">${renderProblems(role)}</td>
    <td role="cell" class="roles-updatedAt num">
      <time datetime=${role.updatedAt} title=${exactTime(role.updatedAt)}>${ago(role.updatedAt)}</time>
    </td>
  </tr>`;
}

function renderProblems(role: TemplateSummary): TemplateResult {
  const { errors, warnings } = role;
  if (errors + warnings === 0) return html`<span class="ink3">0</span>`;
  return html`<span class="roles-found" aria-label=${t("web.library.problems", { errors, warnings })}>
    ${errors > 0 ? html`<span class="roles-errors">${icon("error", 14)}${errors}</span>` : nothing}
    ${warnings > 0 ? html`<span class="roles-warnings">${icon("warn", 14)}${warnings}</span>` : nothing}
  </span>`;
}
