import type { Item, JsonObject } from "@rolewright/runtime";
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
