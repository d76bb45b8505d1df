import { cadenceInWords, dueInWords, scoreInWords } from "@rolewright/locale";
import type { KpiModel } from "@rolewright/runtime";
import { t } from "../app/language.ts";
import { targetText } from "./target-text.ts";

/** What a KPI says, as text in one language; empty where it says nothing. */
export interface KpiWords {
  readonly title: string;
  readonly description: string;
  readonly formula: string;
  readonly source: string;
  readonly every: string;
  /** The last day in time. */
  readonly due: string;
  /** The usual target with its unit, `—` without one. */
  readonly target: string;
  readonly score: string;
}

/** @param tag Language whose translations are shown; where there are none, the KPI's own words. */
export function kpiWords({ item, formula, translations }: KpiModel, tag: string): KpiWords {
  const said = (field: string, own: string | undefined) => {
    const translated = translations[tag]?.[field];
    return typeof translated === "string" ? translated : (own ?? "");
  };
  const spoken = { ...item, unit: said("unit", item.unit) };
  return {
    title: said("title", item.title),
    description: said("description", item.description),
    formula: said("formula", formula),
    source: said("source", item.dataSource),
    every: cadenceInWords(item.every, t),
    due: dueInWords(item, t),
    target: item.target ? targetText(spoken) : "—",
    score: scoreInWords(spoken, t),
  };
}
