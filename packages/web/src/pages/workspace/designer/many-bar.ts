import type { Item, RoleModel } from "@rolewright/runtime";
import { html, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import { type IconName, icon } from "../../../components/icon.ts";
import { type Choice, choiceField } from "./fields.ts";
import type { ItemWork } from "./item-desk.ts";
import { cadenceChoices, ownerChoices } from "./more-fields.ts";
import "./many-bar.css";

/** What can be done with several items at once. `leave` ends it. */
export function manyBar(items: readonly Item[], role: RoleModel, desk: ItemWork, leave: () => void): TemplateResult {
  const list = (label: string, choices: readonly Choice[], take: (value: string) => void) =>
    choiceField(label, "", [{ value: "", label }, ...choices], false, (value) => value !== "" && take(value));
  const set = (field: string) => (value: string) =>
    desk.setAll(items, () => [[["x-item", field], value === none ? undefined : value]]);
  const sections = role.sections.map(({ key, number, title }) => ({ value: key, label: `${number} ${title}` }));
  return html`<div class="dz-many" role="toolbar" aria-label=${t("designer.many.label")}>
    <b class="tn">${t("designer.many.count", { count: items.length })}</b>
    ${list(t("designer.many.moveTo"), sections, (section) => desk.moveTo(items, section))}
    ${list(t("designer.many.every"), [...cadenceChoices(), noValue()], set("every"))}
    ${list(t("designer.many.owner"), [...ownerChoices(), noValue()], set("owner"))}
    <button class="btn xs" type="button" @click=${() => desk.shareWeight(items)}>${t("designer.many.weight")}</button>
    <span class="grow"></span>
    ${action("copy", t("designer.copy"), "Ctrl C", () => desk.copy(items))}
    ${action("duplicate", t("designer.duplicate"), "Ctrl D", () => desk.duplicate(items))}
    ${action("trash", t("designer.remove"), "Delete", () => desk.remove(items))}
    ${action("x", t("designer.many.leave"), "Esc", leave)}
  </div>`;
}

const none = "\u0000";

function noValue(): Choice {
  return { value: none, label: t("designer.none") };
}

function action(sign: IconName, label: string, keys: string, run: () => void): TemplateResult {
  return html`<button class="ib xs" type="button" aria-label=${label} title=${`${label} · ${keys}`} @click=${run}>${icon(sign, 16)}</button>`;
}
