import type { TextRange } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import { type IconName, icon } from "../../components/icon.ts";
import type { OpenRole } from "./open-role.ts";
import "./together/comment-panel.ts";

/**
 * What can stand in the preview's place beside the role: opened by a button in the top bar, closed by the same, by
 * Escape or by its own. A new one is a line in `sidePanels`.
 */
export interface SidePanel {
  readonly id: string;
  readonly icon: IconName;
  /** Key of its name in the page's words. */
  readonly label: string;
  /** A count beside the icon; none when undefined or 0. */
  readonly count?: (open: OpenRole, reader: string | undefined) => number | undefined;
  readonly render: (open: OpenRole, view: SidePanelView) => TemplateResult;
}

/** What a panel may ask of the page. */
export interface SidePanelView {
  readonly close: () => void;
  /** Shows an item or section (`""`: the role itself) everywhere and traces it. */
  readonly pick: (key: string) => void;
  /** Shows a stretch of the code, where the code is in sight. */
  readonly reveal: (range: TextRange) => void;
}

/** In the order of their buttons. */
export const sidePanels: readonly SidePanel[] = [
  {
    id: "comments",
    icon: "comment",
    label: "together.title",
    count: ({ talk }, reader) => talk.unread(reader),
    render: (role, view) => html`<rw-comment-panel .openRole=${role} .view=${view}></rw-comment-panel>`,
  },
];

/** The buttons of all panels, for the top bar. */
export function panelButtons(
  role: OpenRole,
  shown: string | undefined,
  reader: string | undefined,
  toggle: (id: string) => void,
): TemplateResult[] {
  return sidePanels.map(({ id, icon: name, label, count }) => {
    const number = count?.(role, reader) ?? 0;
    return html`<button
      class="ib ws-panel-button"
      type="button"
      aria-label=${number > 0 ? t("together.panelCount", { label: t(label), count: number }) : t(label)}
      aria-pressed=${shown === id}
      title=${t(label)}
      @click=${() => toggle(id)}
    >
      ${icon(name, 18)}${number > 0 ? html`<span class="ws-badge tn">${number}</span>` : nothing}
    </button>`;
  });
}
