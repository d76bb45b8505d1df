import type { Item, RoleModel } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import { type IconName, icon } from "../../../components/icon.ts";
import type { Desk } from "./desk.ts";

/** What can be done with a whole item. The popover closes on Escape and on a click outside by itself. */
export function cardMenu(item: Item, desk: Desk, role: RoleModel | undefined): TemplateResult {
  const others = role?.sections.filter(({ key }) => key !== item.section) ?? [];
  return html`<button class="ib xs dz-menu-button" type="button" aria-label=${t("designer.menu")} title=${t("designer.menu")} popovertarget="dz-menu">
      ${icon("more", 16)}
    </button>
    <div class="dz-menu" id="dz-menu" popover @click=${closeMenu}>
      ${entry("up", t("designer.up"), () => desk.step(item, -1), "Alt ↑")}
      ${entry("down", t("designer.down"), () => desk.step(item, 1), "Alt ↓")}
      ${entry("copy", t("designer.duplicate"), () => desk.duplicate(item))}
      ${others.map(({ key, title }) => entry("right", t("designer.moveTo", { title }), () => desk.moveTo(item, key)))}
      ${entry("file", t("designer.showCode"), () => desk.showCode(item))}
      ${others.length > 0 ? html`<hr />` : nothing}${entry("x", t("designer.remove"), () => desk.remove(item), "Delete")}
    </div>`;
}

function entry(sign: IconName, words: string, run: () => void, keys?: string): TemplateResult {
  return html`<button type="button" @click=${run}>
    ${icon(sign, 16)}<span class="grow">${words}</span>${keys ? html`<span class="kbd">${keys}</span>` : nothing}
  </button>`;
}

function closeMenu(event: Event): void {
  (event.currentTarget as HTMLElement).hidePopover();
}
