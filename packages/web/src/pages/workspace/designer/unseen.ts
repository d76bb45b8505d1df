import type { Item, JsonObject, JsonValue } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import { canShowTarget } from "./target-field.ts";

const shown: Readonly<Record<Item["observation"]["kind"], readonly string[]>> = {
  tick: ["type"],
  figure: ["type", "minimum", "maximum"],
  choice: ["type", "enum"],
  text: ["type"],
  date: ["type", "format"],
  events: ["type", "items"],
  inputs: ["type", "properties", "required"],
};

/** Keywords of an item that the designer has no control for; they stay as they are and can be changed in the code. */
export function unseenParts(item: Item): readonly string[] {
  const { kind, schema, fields } = item.observation;
  const extra = Object.keys(schema).filter((key) => !shown[kind].includes(key));
  const plainEvents = JSON.stringify(schema.items) === JSON.stringify({ type: "string", format: "date" });
  const events = kind === "events" && !plainEvents ? ["items"] : [];
  const inputs =
    kind === "inputs"
      ? fields.filter((field) => !isPlainInput(field.schema)).map(({ key }) => `properties.${key}`)
      : [];
  const target = canShowTarget(item) ? [] : ["target"];
  return [...extra, ...events, ...inputs, ...target];
}

const inputKeywords: ReadonlySet<string> = new Set(["type", "minimum", "exclusiveMinimum", "format"]);

function isPlainInput(schema: JsonObject): boolean {
  return Object.keys(schema).every((key) => inputKeywords.has(key));
}

const shownOfRole = new Set([
  "$schema",
  "$id",
  "title",
  "description",
  "type",
  "x-extends",
  "x-role",
  "x-i18n",
  "x-lint-ignore",
  "properties",
]);
const shownOfSection = new Set([
  "title",
  "description",
  "type",
  "x-extends",
  "x-section",
  "x-i18n",
  "x-lint-ignore",
  "properties",
]);

/** Keywords of the role itself, or of a section, that the designer has no control for. */
export function unseenMembers(written: JsonValue | undefined, part: "role" | "section"): readonly string[] {
  if (typeof written !== "object" || written === null || Array.isArray(written)) return [];
  const shown = part === "role" ? shownOfRole : shownOfSection;
  return Object.keys(written).filter((key) => !shown.has(key));
}

/** `此项有设计器不能显示的内容`, with the way to the code. */
export function unseenStrip(parts: readonly string[], show: () => void): TemplateResult | typeof nothing {
  if (parts.length === 0) return nothing;
  return html`<div class="dz-unseen" title=${parts.join(", ")}>
    ${icon("info", 14)}<span class="grow">${t("designer.unseen")}</span>
    <button class="btn quiet xs" type="button" @click=${show}>${t("designer.showCode")}</button>
  </div>`;
}
