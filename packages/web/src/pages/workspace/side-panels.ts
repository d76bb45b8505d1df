import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import { type IconName, icon } from "../../components/icon.ts";
import type { OpenRole } from "./open-role.ts";

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
  readonly count?: (open: OpenRole) => number | undefined;
  readonly render: (open: OpenRole, view: SidePanelView) => TemplateResult;
}

/** What a panel may ask of the page. */
export interface SidePanelView {
  readonly close: () => void;
  /** Shows an item or section (`""`: the role itself) everywhere and traces it. */
  readonly pick: (key: string) => void;
}

/** In the order of their buttons. */
export const sidePanels: readonly SidePanel[] = [];

/** The buttons of all panels, for the top bar. */
export function panelButtons(
  role: OpenRole,
  shown: string | undefined,
  toggle: (id: string) => void,
): TemplateResult[] {
  return sidePanels.map(({ id, icon: name, label, count }) => {
    const number = count?.(role) ?? 0;
    return html`<button
      class="ib ws-panel-button"
      type="button"
      aria-label=${t(label)}
      aria-pressed=${shown === id}
      title=${t(label)}
      @click=${() => toggle(id)}
    >
      ${icon(name, 18)}${number > 0 ? html`<span class="ws-badge tn">${number}</span>` : nothing}
    </button>`;
  });
}
