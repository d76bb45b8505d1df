import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { idOf } from "./library-text.ts";

/** One version of a KPI of the shipped library. */
export interface ShippedKpi {
  readonly id: string;
  readonly version: number;
  readonly text: string;
}

/**
 * The KPI library (`kpis/` among the shipped templates). A file is version 1 of its KPI, or the version its name ends
 * with (`collection-rate@2.jsonc`): a definition that somebody's appraisal rests on is never changed in place.
 */
export async function readShippedKpis(templatesFolder: string): Promise<readonly ShippedKpi[]> {
  const folder = join(templatesFolder, "kpis");
  if (!existsSync(folder)) return [];
  const kpis: ShippedKpi[] = [];
  for await (const file of glob("**/*.jsonc", { cwd: folder })) {
    const text = await readFile(join(folder, file), "utf8");
    const id = idOf(text);
    if (id !== undefined) kpis.push({ id, version: Number(/@(\d+)\.jsonc$/.exec(file)?.[1] ?? 1), text });
  }
  return kpis;
}
