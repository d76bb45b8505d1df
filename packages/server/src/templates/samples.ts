import type { Kysely } from "kysely";
import type { Samples } from "../protocol.ts";
import type { Tables } from "../storage/tables.ts";

/**
 * The shipped roles as sample data. Removed ones are out of every list, and their documents cannot be opened; their
 * versions stay, since roles of the organisation may extend them. So removing can be taken back wholly.
 */
export class SampleRoles {
  readonly #database: Kysely<Tables>;

  constructor(database: Kysely<Tables>) {
    this.#database = database;
  }

  async count(workspaceId: string): Promise<Samples> {
    const rows = await this.#shipped(workspaceId);
    const shown = rows.filter(({ removed }) => removed === 0).map(({ id }) => id);
    const inUse = await this.#inUse(workspaceId);
    const kept = shown.filter((id) => inUse.has(id)).length;
    return { untouched: shown.length - kept, kept, removed: rows.length - shown.length };
  }

  /** Puts out of sight what nobody has written in and nobody is scored by. */
  async remove(workspaceId: string): Promise<Samples> {
    const inUse = await this.#inUse(workspaceId);
    const rows = await this.#shipped(workspaceId);
    const untouched = rows.filter(({ id, removed }) => removed === 0 && !inUse.has(id));
    await this.#set(workspaceId, untouched, 1);
    return this.count(workspaceId);
  }

  /** Brings back all that was removed. */
  async restore(workspaceId: string): Promise<Samples> {
    const rows = await this.#shipped(workspaceId);
    await this.#set(
      workspaceId,
      rows.filter(({ removed }) => removed === 1),
      0,
    );
    return this.count(workspaceId);
  }

  async #set(workspaceId: string, rows: readonly { readonly id: string }[], removed: 0 | 1): Promise<void> {
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    const update = this.#database.updateTable("template").set({ removed }).where("workspace_id", "=", workspaceId);
    await update.where("id", "in", ids).execute();
  }

  /** Nobody made them: they were there at the first start. */
  #shipped(workspaceId: string) {
    const rows = this.#database.selectFrom("template").select(["id", "removed"]);
    return rows.where("workspace_id", "=", workspaceId).where("created_by", "is", null).execute();
  }

  /** Roles somebody has written in, or is scored by. */
  async #inUse(workspaceId: string): Promise<ReadonlySet<string>> {
    const written = this.#database
      .selectFrom("update_log")
      .select("doc as id")
      .where("workspace_id", "=", workspaceId)
      .where("user_id", "is not", null);
    const folded = this.#database
      .selectFrom("contribution")
      .select("doc as id")
      .where("workspace_id", "=", workspaceId);
    const scored = this.#database
      .selectFrom("scorecard")
      .select("template_id as id")
      .where("workspace_id", "=", workspaceId);
    const rows = await written.union(folded).union(scored).execute();
    return new Set(rows.map(({ id }) => id));
  }
}
