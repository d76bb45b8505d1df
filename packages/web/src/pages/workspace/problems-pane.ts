import type { Diagnostic, Fix } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { fixAll } from "./fix-all.ts";
import type { OpenRole } from "./open-role.ts";
import { problemCounts, problemList } from "./problems.ts";
import { qualityBadge } from "./quality-badge.ts";
import { splitter } from "./splitter.ts";

/** What the pane of findings needs and reports. */
export interface ProblemsPane {
  readonly role: OpenRole;
  readonly open: boolean;
  /** Whether the text is in sight. */
  readonly lines: boolean;
  readonly fold: () => void;
  readonly pick: (diagnostic: Diagnostic) => void;
  readonly fix: (fix: Fix) => void;
}

/** The findings under the sheet: counts in one line, opened to the list. */
export function problemsPane(pane: ProblemsPane): TemplateResult {
  const { diagnostics } = pane.role;
  const some = diagnostics.length > 0;
  const open = some && pane.open;
  return html`<section class="ws-problems" aria-label=${t("web.workspace.problems.title")} ?data-closed=${!open}>
    ${splitter("ws-problems", 140, 80, 480, "up", "web.workspace.split.problems")}
    <div class="ws-problems-head">
      <h2>${t("web.workspace.problems.title")}</h2>
      ${problemCounts(diagnostics)} ${qualityBadge(pane.role.live?.written, diagnostics, pane.pick)}
      <span class="t12 ink3 ws-problems-note">${t(`web.workspace.problems.${some ? "note" : "none"}`)}</span>
      <span class="grow"></span>
      ${pane.role.locked ? nothing : fixAllButton(pane)} ${some ? foldButton(open, pane.fold) : nothing}
    </div>
    ${open ? problemsOf(pane) : nothing}
    <p class="said" role="status">${placeAmong(pane.role)}</p>
  </section>`;
}

/** The list alone, for the panes that show it beside the role. */
export function problemsOf({ role, lines, pick, fix }: Omit<ProblemsPane, "open" | "fold">): TemplateResult {
  const { source, diagnostics, at, locked } = role;
  return problemList({ role: role.role, source, lines, diagnostics, at, mayFix: !locked, pick, fix });
}

function placeAmong({ at, diagnostics }: OpenRole): string {
  return at ? t("web.workspace.problems.at", { place: diagnostics.indexOf(at) + 1, count: diagnostics.length }) : "";
}

function fixAllButton({ role, fix }: ProblemsPane): TemplateResult | typeof nothing {
  const all = fixAll(role.diagnostics);
  if (!all) return nothing;
  return html`<button class="btn quiet xs" type="button" title=${t("designer.fixAll.note")} @click=${() => fix(all.fix)}>
    ${icon("wand", 14)}${t("designer.fixAll.action", { count: all.count })}
  </button>`;
}

function foldButton(open: boolean, fold: () => void): TemplateResult {
  return html`<button
    class="ib xs"
    type="button"
    aria-expanded=${open}
    aria-label=${t("web.workspace.problems.fold")}
    title=${`${t("web.workspace.problems.fold")} · Ctrl Shift M`}
    @click=${fold}
  >
    ${icon(open ? "down" : "up", 16)}
  </button>`;
}
