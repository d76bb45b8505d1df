import type { TemplateHost } from "@rolewright/runtime";
import type { Kysely } from "kysely";
import type { LibraryName, LibraryText } from "../protocol.ts";
import type { Tables } from "../storage/tables.ts";
import { referenceParts, referencesOf, titleOf, titlesOf } from "./library-text.ts";
import type { ShippedKpi } from "./shipped-kpis.ts";

/** Texts one answer holds at most: parents of parents, and one KPI for each item of a large role. */
const mostTexts = 1000;

/**
 * What `x-extends` may refer to, by `$id` and version, in memory: the published texts of a workspace, and the KPI
 * library.
 */
export class PublishedTexts implements TemplateHost {
  readonly #texts = new Map<string, Map<number, string>>();
  /** Goes up with every text: what was made from texts that name no version is then out of date. */
  generation = 0;
  #names: { readonly generation: number; readonly list: readonly LibraryName[] } = { generation: -1, list: [] };

  static async load(
    database: Kysely<Tables>,
    workspaceId: string,
    kpis: readonly ShippedKpi[],
  ): Promise<PublishedTexts> {
    const texts = new PublishedTexts();
    for (const { id, version, text } of kpis) texts.add(id, version, text);
    const rows = await database
      .selectFrom("revision")
      .select(["schema_id", "version", "text"])
      .where("workspace_id", "=", workspaceId)
      .where("version", "is not", null)
      .orderBy("created_at")
      .execute();
    for (const { schema_id, version, text } of rows) texts.add(schema_id, version, text);
    return texts;
  }

  /** A version once published stays what it was: should two templates claim one `$id`, the first has it. */
  add(schemaId: string | null, version: number | null, text: string): void {
    if (schemaId === null || version === null) return;
    const versions = this.#texts.get(schemaId) ?? new Map<number, string>();
    if (versions.has(version)) return;
    this.#texts.set(schemaId, versions.set(version, text));
    this.generation += 1;
  }

  template(id: string, version?: number): string | undefined {
    const versions = this.#texts.get(id);
    return versions?.get(version ?? newestOf(versions));
  }

  /** The newest version of each. Made once for as long as no text is added. */
  names(): readonly LibraryName[] {
    if (this.#names.generation !== this.generation)
      this.#names = { generation: this.generation, list: this.#listNames() };
    return this.#names.list;
  }

  #listNames(): readonly LibraryName[] {
    return [...this.#texts].map(([id, versions]) => {
      const version = newestOf(versions);
      const text = versions.get(version) ?? "";
      const title = titleOf(text);
      const kind = text.slice(0, 4096).includes('"https://rolewright.dev/kpi/') ? "kpi" : "role";
      return { id, version, kind, ...(title === undefined ? {} : { title }), titles: { ...titlesOf(text) } };
    });
  }

  /** The texts behind some references, and behind those in these texts, and so on; unknown ones are left out. */
  behind(references: readonly string[]): readonly LibraryText[] {
    const found: LibraryText[] = [];
    const asked = new Set(references);
    // What is added to a set while it is walked is walked too.
    for (const reference of asked) {
      const { id, version } = referenceParts(reference);
      const text = this.template(id, version);
      if (text === undefined || found.length >= mostTexts) continue;
      found.push({ reference, text });
      for (const next of referencesOf(text)) asked.add(next);
    }
    return found;
  }
}

function newestOf(versions: ReadonlyMap<number, string>): number {
  return Math.max(...versions.keys());
}
