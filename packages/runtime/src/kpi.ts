import { compileItem } from "./compile.ts";
import { type DiagnoseOptions, diagnose } from "./diagnose.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { JsonObject } from "./json.ts";
import { objectAt, textAt, textsAt } from "./json-kind.ts";
import type { Item, RoleModel, Translations } from "./model.ts";
import { readKpi } from "./read.ts";
import type { KpiSource, TemplateHost } from "./template.ts";

/** What a KPI of the library means: an item, and what the library says of it. Frozen like a role model. */
export interface KpiModel {
  /** `$id`, which items name with a version in `x-extends`. */
  readonly id: string;
  /** The item a role gets; its key is the last part of the id. */
  readonly item: Item;
  /** Folder of the library, e.g. `property`. */
  readonly family: string;
  /** Which way is better; `closer` to the target, of either side. */
  readonly direction: "higher" | "lower" | "closer";
  readonly formula: string;
  readonly keywords: readonly string[];
  /** Translated texts, the item's and `formula`. */
  readonly translations: Translations;
}

/** All that can be said about a KPI's text. */
export interface KpiInspection {
  readonly source?: KpiSource;
  readonly kpi?: KpiModel;
  readonly diagnostics: readonly Diagnostic[];
}

const nobody: TemplateHost = { template: () => undefined };

/** Reads, compiles and diagnoses a KPI of the library, as `inspect` does a role template. */
export function inspectKpi(text: string, host: TemplateHost = nobody, options: DiagnoseOptions = {}): KpiInspection {
  const read = readKpi(text);
  if (!read.kpi) return { diagnostics: read.diagnostics };
  const { value, item, diagnostics } = compileItem(read.kpi, host);
  if (!value || !item) return { source: read.kpi, diagnostics };
  // What it weighs is for the role to say that takes it.
  const findings = diagnose(roleAround(item), read.kpi, options).filter(({ code }) => code !== "weights/missing");
  return { source: read.kpi, kpi: kpiOf(value, item), diagnostics: [...diagnostics, ...findings] };
}

function kpiOf(value: JsonObject, item: Item): KpiModel {
  const info = objectAt(value, "x-kpi");
  return Object.freeze({
    id: textAt(value, "$id") ?? "",
    item,
    family: textAt(info, "family") ?? "",
    direction: (textAt(info, "direction") ?? "higher") as KpiModel["direction"],
    formula: textAt(info, "formula") ?? "",
    keywords: textsAt(info, "keywords"),
    translations: item.translations,
  });
}

/** The rules about items ask for a role around them; this one has nothing of its own to find fault with. */
function roleAround(item: Item): RoleModel {
  const section = {
    key: "standards",
    kind: "standards",
    title: "",
    number: "1",
    translations: {},
    source: item.source,
  };
  return {
    id: "",
    title: "",
    purpose: "",
    language: "zh-CN",
    identity: { supervises: [], supervision: [], contacts: { internal: [], external: [] }, authority: [] },
    sections: [{ ...section, items: [item] } as RoleModel["sections"][number]],
    grades: [],
    rounding: { digits: 2, mode: "half-up" },
    translations: {},
  };
}
