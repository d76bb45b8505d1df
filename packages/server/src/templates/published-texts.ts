import type { TemplateHost } from "@rolewright/runtime";
import type { Kysely } from "kysely";
import type { Tables } from "../storage/tables.ts";

/** The published texts of a workspace by `$id` and version, in memory: what `x-extends` may refer to. */
export class PublishedTexts implements TemplateHost {
  readonly #texts = new Map<string, Map<number, string>>();

  static async load(database: Kysely<Tables>, workspaceId: string): Promise<PublishedTexts> {
    const texts = new PublishedTexts();
    const rows = await database
      .selectFrom("revision")
      .select(["schema_id", "version", "text"])
      .where("workspace_id", "=", workspaceId)
      .where("version", "is not", null)
      .execute();
    for (const { schema_id, version, text } of rows) texts.add(schema_id, version, text);
    return texts;
  }

  add(schemaId: string | null, version: number | null, text: string): void {
    if (schemaId === null || version === null) return;
    const versions = this.#texts.get(schemaId) ?? new Map<number, string>();
    this.#texts.set(schemaId, versions.set(version, text));
  }

  template(id: string, version?: number): string | undefined {
    const versions = this.#texts.get(id);
    return versions?.get(version ?? Math.max(...versions.keys()));
  }
}
