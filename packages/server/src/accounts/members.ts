import type { Kysely, Selectable } from "kysely";
import type { Member, MemberRole } from "../protocol.ts";
import type { MemberTable, Tables } from "../storage/tables.ts";
import { newId } from "./secrets.ts";

export function memberOf(row: Selectable<MemberTable>): Member {
  return { id: row.id, name: row.name, email: row.email, role: row.role, color: row.color };
}

/** Everybody with an account, in the order they joined. */
export async function listMembers(database: Kysely<Tables>, workspaceId: string): Promise<Member[]> {
  const rows = await database
    .selectFrom("member")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(memberOf);
}

export async function findMember(
  database: Kysely<Tables>,
  workspaceId: string,
  id: string,
): Promise<Member | undefined> {
  const row = await database
    .selectFrom("member")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && memberOf(row);
}

export interface MemberDraft {
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
}

/** Adds a person; undefined when somebody has that address already (compared without case). */
export async function addMember(
  database: Kysely<Tables>,
  workspaceId: string,
  draft: MemberDraft,
  now: string,
): Promise<Member | undefined> {
  const members = await listMembers(database, workspaceId);
  const email = draft.email.trim().toLowerCase();
  if (members.some((member) => member.email === email)) return undefined;
  const row = {
    workspace_id: workspaceId,
    id: newId(),
    name: draft.name.trim(),
    email,
    role: draft.role,
    // The four presence colours in turn, so that the first four people differ.
    color: (members.length % 4) + 1,
    created_at: now,
  };
  await database.insertInto("member").values(row).execute();
  return memberOf(row);
}
