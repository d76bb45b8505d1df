import type { TemplateSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import { type IconName, icon } from "../../components/icon.ts";
import "../../components/tree.css";
import { familiesOf, familyName, type Only, type View } from "./shelf.ts";

/** Which part of the library a press on the tree shows. */
export type Shelf = Pick<View, "only"> & { readonly family?: string; readonly department?: string };

interface Entry {
  readonly label: string;
  readonly count: number;
  readonly shelf: Shelf;
  readonly icon?: IconName;
  readonly deep?: boolean;
}

/** How many roles each view across families holds. */
export type Counts = Readonly<Record<Only, number>>;

const views: readonly { readonly only: Only; readonly icon: IconName }[] = [
  { only: "mine", icon: "pencil" },
  { only: "approval", icon: "clock" },
  { only: "findings", icon: "warn" },
  { only: "alike", icon: "copy" },
];

/** Families with their departments, the KPI library, and a few views across them. */
export function familyTree(
  all: readonly TemplateSummary[],
  view: View,
  counts: Counts,
  choose: (shelf: Shelf) => void,
): TemplateResult {
  const entry = (one: Entry) => renderEntry(one, isOn(view, one.shelf), choose);
  return html`<nav class="tree" aria-label=${t("web.library.tree.families")}>
    <h2>${t("web.library.tree.families")}</h2>
    <ul>
      ${entry({ label: t("web.library.tree.all"), count: counts.all, shelf: { only: "all" }, icon: "stack" })}
      ${familiesOf(all).map(({ family, count, departments }) => {
        const opened = view.family === family;
        return html`${entry({ label: familyName(family), count, shelf: { only: "all", family }, icon: opened ? "down" : "right" })}
        ${opened ? departments.map(([department, number]) => entry({ label: department, count: number, shelf: { only: "all", family, department }, deep: true })) : nothing}`;
      })}
    </ul>
    <h2>${t("library.kpis.title")}</h2>
    <ul>
      <li><a class="tree-entry" href="/kpis">${icon("target", 15)}<span class="ell">${t("library.kpis.shared")}</span></a></li>
    </ul>
    <h2>${t("web.library.tree.views")}</h2>
    <ul>
      ${views.map((one) => entry({ label: t(`library.only.${one.only}`), count: counts[one.only], shelf: { only: one.only }, icon: one.icon }))}
    </ul>
    <span class="grow"></span>
    ${counts.archived > 0 || view.only === "archived" ? html`<ul>${entry({ label: t("library.only.archived"), count: counts.archived, shelf: { only: "archived" }, icon: "archive" })}</ul>` : nothing}
  </nav>`;
}

function renderEntry(entry: Entry, on: boolean, choose: (shelf: Shelf) => void): TemplateResult {
  return html`<li>
    <button type="button" class="tree-entry ${entry.deep ? "tree-deep" : ""}" aria-pressed=${on} @click=${() => choose(entry.shelf)}>
      ${entry.icon ? icon(entry.icon, 15) : nothing}<span class="ell">${entry.label}</span><span class="tree-count">${entry.count}</span>
    </button>
  </li>`;
}

function isOn(view: View, shelf: Shelf): boolean {
  return view.only === shelf.only && view.family === shelf.family && view.department === shelf.department;
}
