import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import { closeMenu, entry } from "./card-menu.ts";
import type { SectionDesk } from "./desk.ts";
import { sectionKinds } from "./section-head.ts";

/** Selector of what opens the menu of kinds. */
export const newSectionButton = ".dz-new-section > [popovertarget]";

/** What adds a section at the end of the role, of any kind; to an empty role also all the usual ones at once. */
export function newSection(desk: SectionDesk, empty: boolean): TemplateResult {
  return html`<div class="dz-new-section">
    ${
      empty
        ? html`<p class="dz-hint">${t("designer.section.none")}</p>
            <button class="btn sm soft" type="button" @click=${() => desk.addUsual()}>${t("designer.section.usual")}</button>`
        : nothing
    }
    <button class="btn sm" type="button" popovertarget="dz-kinds" style="anchor-name:--dz-kinds">${icon("plus", 15)}${t("designer.section.new")}</button>
    <div class="dz-menu" id="dz-kinds" style="position-anchor:--dz-kinds" popover @click=${closeMenu}>
      ${sectionKinds.map((kind) => entry("plus", t(`designer.section.kinds.${kind}`), () => desk.add(kind)))}
    </div>
  </div>`;
}
