import type { KpiModel, TemplateHost } from "@rolewright/runtime";
import type { LibraryName } from "@rolewright/server/protocol";
import { readLibraryTexts } from "./api.ts";

/** References in one request: they stand in its address, which must not grow too long. */
const portion = 40;

/** By reference with version: published versions never change. */
const known = new Map<string, KpiModel>();

/** What a KPI means, once it has been learnt; undefined before, and for a text that cannot be read. */
export function kpiModel({ id, version }: LibraryName): KpiModel | undefined {
  return known.get(`${id}@${version}`);
}

/**
 * Fetches and reads KPIs that are not known yet, some at a time, with the runtime, which is loaded for it.
 *
 * @param told Called when there is more to show.
 * @throws a `RequestError`.
 */
export async function learnKpis(names: readonly LibraryName[], told: () => void): Promise<void> {
  const wanted = names.filter((name) => name.kind === "kpi" && !kpiModel(name));
  for (let from = 0; from < wanted.length; from += portion) {
    await learn(wanted.slice(from, from + portion).map(({ id, version }) => `${id}@${version}`));
    told();
  }
}

async function learn(references: readonly string[]): Promise<void> {
  const [{ inspectKpi }, found] = await Promise.all([import("@rolewright/runtime"), readLibraryTexts(references)]);
  const texts = new Map(found.map(({ reference, text }) => [reference, text]));
  const host: TemplateHost = {
    template: (id, version) => texts.get(version === undefined ? id : `${id}@${version}`),
  };
  for (const reference of references) {
    const { kpi } = inspectKpi(texts.get(reference) ?? "", host);
    if (kpi) known.set(reference, kpi);
  }
}
