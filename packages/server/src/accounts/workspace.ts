import type { Kysely } from "kysely";
import type { Tables } from "../storage/tables.ts";

/** The organisation's name, as documents take it; nothing where it was never given. */
export async function organisationOf(
  database: Kysely<Tables>,
  workspaceId: string,
): Promise<{ readonly organisation?: string }> {
  const row = await database
    .selectFrom("workspace")
    .select("name")
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();
  return row === undefined || row.name === "" ? {} : { organisation: row.name };
}
