import { readdirSync, readFileSync } from "node:fs";
import type { TemplateHost } from "../template.ts";

/** The text of a KPI without findings: checked cases over all cases. */
export const spotCheckText = readFileSync(new URL("../fixtures/spot-check.kpi.jsonc", import.meta.url), "utf8");

/** A host that has version 1 of everything in `templates/`. */
export function shippedLibrary(): TemplateHost {
  const folder = new URL("../../../../templates/", import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".jsonc"));
  const texts = files.map((file) => readFileSync(new URL(file.replaceAll("\\", "/"), folder), "utf8"));
  return library(Object.fromEntries(texts.map((text) => [/"\$id"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? "", text])));
}

/** A host that has version 1 of each of these texts, by `$id`. */
export function library(texts: Readonly<Record<string, string>>): TemplateHost {
  return {
    template: (id, version = 1) => (version === 1 && Object.hasOwn(texts, id) ? texts[id] : undefined),
    names: () => Object.keys(texts).map((id) => ({ id, version: 1 })),
  };
}
