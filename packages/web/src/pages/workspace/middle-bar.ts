import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import type { OpenRole } from "./open-role.ts";
import { type View, views } from "./workspace-view.ts";

/** What the bar over designer and code shows and reports. */
export interface MiddleBar {
  readonly role: OpenRole;
  readonly view: View;
  readonly show: (view: View) => void;
  readonly add: () => void;
}

/** The choice of designer, code or both, the history's two steps, and the button that adds an item. */
export function middleBar(bar: MiddleBar): TemplateResult {
  return html`<div class="ws-bar">
    <div class="seg" role="group" aria-label=${t("designer.view.label")}>${views.map((view) => viewButton(view, bar))}</div>
    <span class="grow"></span>
    ${historyButtons(bar.role)} ${addButton(bar)}
  </div>`;
}

function viewButton(view: View, bar: MiddleBar): TemplateResult {
  const label = t(`designer.view.${view}`);
  return html`<button
    type="button"
    class="ws-view-${view}"
    aria-pressed=${bar.view === view}
    title=${`${label} · Ctrl ${views.indexOf(view) + 1}`}
    @click=${() => bar.show(view)}
  >
    ${label}
  </button>`;
}

function historyButtons({ live, undo, redo }: OpenRole): TemplateResult {
  const history = live?.shared?.history;
  return html`
    <button class="ib sm" type="button" aria-label=${t("web.workspace.undo")} title=${`${t("web.workspace.undo")} · Ctrl Z`} ?disabled=${!history?.canUndo()} @click=${undo}>${icon("undo", 16)}</button>
    <button class="ib sm" type="button" aria-label=${t("web.workspace.redo")} title=${`${t("web.workspace.redo")} · Ctrl Shift Z`} ?disabled=${!history?.canRedo()} @click=${redo}>${icon("redo", 16)}</button>
  `;
}

function addButton({ role, view, add }: MiddleBar): TemplateResult | typeof nothing {
  const section = role.sectionAtHand;
  if (!section || role.locked || view === "code") return nothing;
  return html`<span class="vr"></span>
    <button class="btn sm" type="button" title=${t("designer.addTo", { title: section.title })} aria-label=${t(`designer.add.${section.kind}`)} @click=${add}>
      ${icon("plus", 15)}<span class="wide-word">${t(`designer.add.${section.kind}`)}</span>
    </button>`;
}
