import type { Kysely, Selectable } from "kysely";
import { may } from "../accounts/permissions.ts";
import { newId } from "../accounts/secrets.ts";
import type { Caller } from "../accounts/sessions.ts";
import type { Holder, NewHolder } from "../protocol.ts";
import type { HolderTable, Tables } from "../storage/tables.ts";

/**
 * The holders a caller may see, by name: all of them, or for somebody who only answers for themselves the one linked
 * to their account.
 */
export async function listHolders(database: Kysely<Tables>, caller: Caller): Promise<Holder[]> {
  const all = may(caller.member.role, "people.all");
  const rows = await database
    .selectFrom("holder")
    .selectAll()
    .where("workspace_id", "=", caller.workspaceId)
    .$if(!all, (query) => query.where("member_id", "=", caller.member.id))
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map(holderOf);
}

/** Undefined also where the caller must not know of the holder. */
export async function findHolder(database: Kysely<Tables>, caller: Caller, id: string): Promise<Holder | undefined> {
  const holder = await holderById(database, caller.workspaceId, id);
  return holder !== undefined && mayKnow(caller, holder.memberId) ? holder : undefined;
}

/** The holder, whoever asks. */
export async function holderById(
  database: Kysely<Tables>,
  workspaceId: string,
  id: string,
): Promise<Holder | undefined> {
  const row = await database
    .selectFrom("holder")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && holderOf(row);
}

export async function addHolder(
  database: Kysely<Tables>,
  workspaceId: string,
  draft: NewHolder,
  now: string,
): Promise<Holder> {
  const row = {
    workspace_id: workspaceId,
    id: newId(),
    name: draft.name.trim(),
    unit: draft.unit?.trim() ?? "",
    member_id: draft.memberId ?? null,
    created_at: now,
  };
  await database.insertInto("holder").values(row).execute();
  return holderOf(row);
}

/** Whether the caller may see what belongs to the holder with that account. */
export function mayKnow(caller: Caller, memberId: string | null): boolean {
  return may(caller.member.role, "people.all") || memberId === caller.member.id;
}

export function holderOf(row: Selectable<HolderTable>): Holder {
  return { id: row.id, name: row.name, unit: row.unit, memberId: row.member_id };
}
