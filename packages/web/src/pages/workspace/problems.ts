import type { Diagnostic, Fix, RoleModel } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { language, t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { findingText, fixText } from "../../editor/findings.ts";
import { placeText } from "./places.ts";
import "./problems.css";

/** What the list of findings needs, and what it reports. */
export interface ProblemsView {
  readonly role: RoleModel | undefined;
  readonly source: string;
  readonly diagnostics: readonly Diagnostic[];
  /** The one that F8 stands at. */
  readonly at: Diagnostic | undefined;
  /** Whether the text is in sight: only then a line's number leads anywhere. */
  readonly lines: boolean;
  /** Whether repairs may be applied by this reader. */
  readonly mayFix: boolean;
  readonly pick: (diagnostic: Diagnostic) => void;
  readonly fix: (fix: Fix) => void;
}

/** The findings, one row each: what, where, and what mends it. */
export function problemList(view: ProblemsView): TemplateResult {
  if (view.diagnostics.length === 0) {
    return html`<p class="pb-none">${icon("check", 16)}${t("web.workspace.problems.none")}</p>`;
  }
  const says = [view.diagnostics, view.source, view.lines, view.at, view.mayFix, language()];
  return html`<ul class="pb-list">
    ${guard(says, () => view.diagnostics.map((diagnostic) => row(diagnostic, view)))}
  </ul>`;
}

/** `1 错误` `2 警告`, each only when there are some. */
export function problemCounts(diagnostics: readonly Diagnostic[]): TemplateResult {
  const count = (severity: Diagnostic["severity"]) => diagnostics.filter((found) => found.severity === severity).length;
  const chip = (severity: Diagnostic["severity"], tone: string) => {
    const number = count(severity);
    return number === 0
      ? nothing
      : html`<span class="chip sq ${tone}">${t(`web.workspace.problems.${severity}`, { count: number })}</span>`;
  };
  return html`${chip("error", "bad")}${chip("warning", "warn")}${chip("info", "blue")}`;
}

const marks = { error: "error", warning: "warn", info: "info" } as const;

function row(diagnostic: Diagnostic, view: ProblemsView): TemplateResult {
  return html`<li class="pb-row" data-severity=${diagnostic.severity} aria-current=${view.at === diagnostic ? "true" : nothing}>
    <button class="pb-find" type="button" @click=${() => view.pick(diagnostic)}>
      <span class="pb-mark">${icon(marks[diagnostic.severity], 16)}</span>
      <span class="said">${t(`web.workspace.severity.${diagnostic.severity}`)}</span>
      <span class="pb-text">${findingText(diagnostic)}</span>
      <span class="pb-place">${placeText(view, diagnostic)}</span>
    </button>
    ${
      view.mayFix && diagnostic.fixes.length > 0
        ? html`<span class="pb-fixes">
          ${diagnostic.fixes.map(
            (fix, index) =>
              html`<button class="btn xs ${index === 0 ? "soft" : ""}" type="button" @click=${() => view.fix(fix)}>
                ${fixText(fix)}
              </button>`,
          )}
        </span>`
        : nothing
    }
  </li>`;
}
