import type { JsonObject, JsonValue } from "@rolewright/runtime";
import { html, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import type { FieldView } from "./desk.ts";
import { type Choice, fieldBox, numberField, off } from "./fields.ts";
import type { Changes } from "./part-edits.ts";

/** What a figure may be when it is filled in, apart from its target: what lies outside is a typing error. */
export function figureLimits(view: FieldView): TemplateResult {
  const { item, desk } = view;
  const { schema } = item.observation;
  const label = t("designer.limits.label");
  const end = (name: "minimum" | "maximum") =>
    numberField(t(`designer.limits.${name}`), figureOf(schema[name]), off(view, name), (figure) =>
      desk.set(item, [name], figure),
    );
  const whole = (event: Event) =>
    desk.set(item, ["type"], (event.target as HTMLInputElement).checked ? "integer" : "number");
  const body = html`<div class="dz-limits" title=${t("designer.limits.note")}>
    <div class="dz-sentence">${end("minimum")}<span class="dz-to">–</span>${end("maximum")}</div>
    <label class="dz-flagged"><input type="checkbox" .checked=${schema.type === "integer"} ?disabled=${off(view, "type")} @change=${whole} />${t("designer.limits.integer")}</label>
  </div>`;
  return fieldBox(view, label, "minimum", body, { field: "observation" });
}

function figureOf(value: JsonValue | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** How one of several inputs is filled in. */
export const inputTypes = ["number", "integer", "date", "date-time"] as const;

export function inputTypeOf(schema: JsonObject): string {
  return schema.format === "date" || schema.format === "date-time" ? schema.format : String(schema.type ?? "");
}

export function inputTypeChoices(): readonly Choice[] {
  return inputTypes.map((value) => ({ value, label: t(`designer.inputType.${value}`) }));
}

/** The change to another way of filling an input in; its name and unit stay. */
export function inputTypeChanges(key: string, schema: JsonObject, type: string): Changes {
  const at = (name: string) => ["properties", key, name];
  const timed = type === "date" || type === "date-time";
  const bounds = Object.keys(schema).filter((name) => /^(exclusive)?(minimum|maximum)$/i.test(name));
  return [
    [at("type"), timed ? "string" : type],
    ...(timed
      ? [[at("format"), type] as const, ...bounds.map((name) => [at(name), undefined] as const)]
      : schema.format === undefined
        ? []
        : [[at("format"), undefined] as const, [at("minimum"), 0] as const]),
  ];
}
