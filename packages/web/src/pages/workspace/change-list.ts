import { changeInWords } from "@rolewright/locale";
import type { Change } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import "./change-list.css";
import { type Comparison, grouped } from "./comparison.ts";

/** The changes as sentences, by the part of the document they are in, each part with its count. */
export function changeList(comparison: Comparison): TemplateResult {
  if (comparison.changes.length === 0)
    return html`<p class="cl-none">${icon("check", 16)}${t("web.workspace.changes.none")}</p>`;
  return html`<div class="cl">
    ${grouped(comparison).map(
      ({ title, changes }) => html`<section>
        <h4>
          <span class="ell">${title ?? t("web.workspace.changes.role")}</span
          ><span class="cl-count tn">${changes.length}</span>
        </h4>
        <ul>
          ${changes.map(changeRow)}
        </ul>
      </section>`,
    )}
  </div>`;
}

function changeRow(change: Change): TemplateResult {
  return html`<li data-change=${change.code}>
    <span>${changeInWords(change, t)}</span>
    ${
      change.breaking
        ? html`<span class="chip sq warn" title=${t("web.workspace.changes.breakingWhy")}>${t("web.workspace.changes.breaking")}</span>`
        : nothing
    }
  </li>`;
}
