import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import { type IconName, icon } from "../../components/icon.ts";
import "./bulk-bar.css";
import type { LibraryWork } from "./library-actions.ts";

/** What can be done with all chosen roles at once. */
export type BulkAction = "compare" | "export" | "move" | "duplicate" | "archive" | "restore";

export interface BulkBar {
  readonly count: number;
  /** Whether the chosen ones are archived. */
  readonly archived: boolean;
  readonly writable: boolean;
  /** What was asked for and is being fetched. */
  readonly coming: BulkAction | undefined;
  readonly run: (action: BulkAction) => void;
  readonly clear: () => void;
}

const icons: Readonly<Record<BulkAction, IconName>> = {
  compare: "compare",
  export: "download",
  move: "folder",
  duplicate: "copy",
  archive: "archive",
  restore: "undo",
};

/** The dark bar over the table while roles are chosen. */
export function bulkBar({ count, archived, writable, coming, run, clear }: BulkBar): TemplateResult {
  const writing: readonly BulkAction[] = ["move", "duplicate", archived ? "restore" : "archive"];
  const actions: readonly BulkAction[] = ["compare", "export", ...(writable ? writing : [])];
  return html`<div class="bulk" role="toolbar" aria-label=${t("library.bulk.label")}>
    <b class="nowrap" role="status">${t("library.bulk.count", { count })}</b><i></i>
    ${actions.map((action) => renderAction(action, action === "compare" && count !== 2, action === coming, run))}
    <i></i>
    <button type="button" aria-label=${t("library.bulk.clear")} title="${t("library.bulk.clear")} · Esc" @click=${clear}>${icon("x", 16)}</button>
  </div>`;
}

/** In place of the bar while many roles are worked on: how far it is, and the way to stop it. */
export function workBar({ done, count, stop }: LibraryWork): TemplateResult {
  const words = t("library.bulk.working", { done: done + 1, count });
  return html`<div class="bulk" role="status">
    <b class="nowrap tn">${words}</b>
    <progress max=${count} value=${done} aria-label=${words}></progress>
    <button type="button" @click=${stop}>${t("library.bulk.stop")}</button>
  </div>`;
}

/** Two roles are compared, no more and no fewer: the button says so where it cannot. */
function renderAction(action: BulkAction, disabled: boolean, busy: boolean, run: BulkBar["run"]): TemplateResult {
  const why = t("library.bulk.compareTwo");
  return html`<button
    type="button"
    aria-disabled=${disabled ? "true" : nothing}
    title=${disabled ? why : nothing}
    aria-description=${disabled ? why : nothing}
    aria-busy=${busy ? "true" : nothing}
    @click=${() => disabled || run(action)}
  >
    ${icon(icons[action], 16)}<span>${t(`library.bulk.${action}`)}</span>
  </button>`;
}
