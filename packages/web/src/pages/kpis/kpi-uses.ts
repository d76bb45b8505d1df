import type { LibraryName, TemplateContents } from "@rolewright/server/protocol";

/** One item of a role that refers to a KPI. */
export interface KpiUse {
  readonly templateId: string;
  /** Key of the item. */
  readonly item: string;
  readonly title: string;
  /** Version it refers to; null: always the newest. */
  readonly version: number | null;
}

/** A KPI of the library with all that refers to it. */
export interface UsedKpi {
  readonly name: LibraryName;
  /** Folder of the library, e.g. `property`. */
  readonly family: string;
  readonly uses: readonly KpiUse[];
}

const folder = "/kpis/";

/** Every KPI of the library, with the items of live texts that refer to it. */
export function kpiUses(names: readonly LibraryName[], contents: readonly TemplateContents[]): readonly UsedKpi[] {
  const uses = Map.groupBy(
    contents.flatMap(({ id, items }) =>
      items.flatMap(({ key, title, origin }) =>
        origin ? [{ kpi: origin.id, templateId: id, item: key, title, version: origin.version }] : [],
      ),
    ),
    ({ kpi }) => kpi,
  );
  return names
    .filter(({ kind }) => kind === "kpi")
    .map((name) => ({
      name,
      family: name.id.split(folder)[1]?.split("/")[0] ?? "",
      uses: (uses.get(name.id) ?? []).map(({ kpi: _, ...use }) => use),
    }));
}

/** How many roles use it: a role may refer to it twice. */
export function rolesUsing({ uses }: UsedKpi): number {
  return new Set(uses.map(({ templateId }) => templateId)).size;
}
