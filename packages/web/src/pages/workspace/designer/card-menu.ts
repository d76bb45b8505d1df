import type { Item, RoleModel } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import { type IconName, icon } from "../../../components/icon.ts";
import "../menu.css";
import type { Desk } from "./desk.ts";

/** What can be done with a whole item. The popover closes on Escape and on a click outside by itself. */
export function cardMenu(item: Item, desk: Desk, role: RoleModel | undefined): TemplateResult {
  const { items } = desk;
  const others = role?.sections.filter(({ key }) => key !== item.section) ?? [];
  return html`<button class="ib xs dz-menu-button" type="button" aria-label=${t("designer.menu")} title=${t("designer.menu")} popovertarget="dz-menu">
      ${icon("more", 16)}
    </button>
    <div class="dz-menu" id="dz-menu" popover @click=${closeMenu}>
      ${entry("up", t("designer.up"), () => items.step([item], -1), "Alt ↑")}
      ${entry("down", t("designer.down"), () => items.step([item], 1), "Alt ↓")}
      ${others.map(({ key, title }) => entry("right", t("designer.moveTo", { title }), () => items.moveTo([item], key)))}
      <hr />
      ${entry("copy", t("designer.copy"), () => items.copy([item]), "Ctrl C")}
      ${entry("duplicate", t("designer.duplicate"), () => items.duplicate([item]), "Ctrl D")}
      ${entry("select", t("designer.many.start"), () => items.choose(item.key), "Ctrl Space")}
      ${entry("file", t("designer.showCode"), () => desk.showCode(item.key))}
      <hr />
      ${entry("trash", t("designer.remove"), () => items.remove([item]), "Delete")}
    </div>`;
}

/** One line of a menu. */
export function entry(sign: IconName, words: string, run: () => void, keys?: string): TemplateResult {
  return html`<button type="button" @click=${run}>
    ${icon(sign, 16)}<span class="grow">${words}</span>${keys ? html`<span class="kbd">${keys}</span>` : nothing}
  </button>`;
}

/** Closes the menu that was clicked in. */
export function closeMenu(event: Event): void {
  (event.currentTarget as HTMLElement).hidePopover();
}
