import type { Kysely } from "kysely";
import type { ApiToken } from "../protocol.ts";
import type { Tables } from "../storage/tables.ts";
import { memberOf } from "./members.ts";
import { hashOf, newId, newSecret, splitSecret, withWorkspace } from "./secrets.ts";
import type { Caller } from "./sessions.ts";

/** Makes secret scanners and people recognise a leaked token. */
const prefix = "rw_";

/** A token acts as the member who made it. The secret is shown once and not kept. */
export async function makeApiToken(
  database: Kysely<Tables>,
  caller: Caller,
  name: string,
  now: Date,
): Promise<{ readonly token: ApiToken; readonly secret: string }> {
  const secret = newSecret();
  const token = { id: newId(), name, createdAt: now.toISOString(), lastUsedAt: null };
  await database
    .insertInto("api_token")
    .values({
      workspace_id: caller.workspaceId,
      id: token.id,
      hash: hashOf(secret),
      member_id: caller.member.id,
      name,
      created_at: token.createdAt,
      last_used_at: null,
    })
    .execute();
  return { token, secret: prefix + withWorkspace(caller.workspaceId, secret) };
}

/** Who a `Bearer` token acts as. */
export async function callerOfToken(database: Kysely<Tables>, bearer: string, now: Date): Promise<Caller | undefined> {
  const parts = bearer.startsWith(prefix) ? splitSecret(bearer.slice(prefix.length)) : undefined;
  if (parts === undefined) return undefined;
  const row = await database
    .selectFrom("api_token")
    .innerJoin("member", (join) =>
      join.onRef("member.workspace_id", "=", "api_token.workspace_id").onRef("member.id", "=", "api_token.member_id"),
    )
    .selectAll("member")
    .select("api_token.id as token_id")
    .where("api_token.workspace_id", "=", parts.workspaceId)
    .where("api_token.hash", "=", hashOf(parts.secret))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await noteUse(database, parts.workspaceId, row.token_id, now);
  return { workspaceId: parts.workspaceId, member: memberOf(row) };
}

/** A member's own tokens, without their secrets. */
export async function listApiTokens(database: Kysely<Tables>, caller: Caller): Promise<ApiToken[]> {
  const rows = await database
    .selectFrom("api_token")
    .selectAll()
    .where("workspace_id", "=", caller.workspaceId)
    .where("member_id", "=", caller.member.id)
    .orderBy("created_at")
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, createdAt: row.created_at, lastUsedAt: row.last_used_at }));
}

/** False when the caller has no such token. */
export async function deleteApiToken(database: Kysely<Tables>, caller: Caller, id: string): Promise<boolean> {
  const result = await database
    .deleteFrom("api_token")
    .where("workspace_id", "=", caller.workspaceId)
    .where("member_id", "=", caller.member.id)
    .where("id", "=", id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** To the minute is enough, and spares a commit for each request. */
async function noteUse(database: Kysely<Tables>, workspaceId: string, id: string, now: Date): Promise<void> {
  const minute = `${now.toISOString().slice(0, 16)}:00.000Z`;
  await database
    .updateTable("api_token")
    .set({ last_used_at: minute })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where((where) => where.or([where("last_used_at", "is", null), where("last_used_at", "<", minute)]))
    .execute();
}
