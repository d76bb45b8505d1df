import type { Kysely } from "kysely";
import type { Member } from "../protocol.ts";
import type { Tables } from "../storage/tables.ts";
import { memberOf } from "./members.ts";
import { hashOf, newSecret, splitSecret, withWorkspace } from "./secrets.ts";

/** Somebody whose cookie, token or link was good. */
export interface Caller {
  readonly workspaceId: string;
  readonly member: Member;
}

const dayMs = 86_400_000;
/** A session ends 30 days after it was last used. */
const sessionDays = 30;

export const sessionSeconds = sessionDays * 86_400;

/** Begins a session; what is returned goes into the cookie and is not kept. */
export async function beginSession(database: Kysely<Tables>, caller: Caller, now: Date): Promise<string> {
  const secret = newSecret();
  const { workspaceId, member } = caller;
  await database
    .insertInto("session")
    .values({
      workspace_id: workspaceId,
      hash: hashOf(secret),
      member_id: member.id,
      created_at: now.toISOString(),
      expires_at: expiry(now),
    })
    .execute();
  return withWorkspace(workspaceId, secret);
}

/** Whose session the cookie is; its end moves on when a day of it has passed. */
export async function callerOfSession(
  database: Kysely<Tables>,
  cookie: string,
  now: Date,
): Promise<Caller | undefined> {
  const parts = splitSecret(cookie);
  if (parts === undefined) return undefined;
  const hash = hashOf(parts.secret);
  const row = await database
    .selectFrom("session")
    .innerJoin("member", (join) =>
      join.onRef("member.workspace_id", "=", "session.workspace_id").onRef("member.id", "=", "session.member_id"),
    )
    .selectAll("member")
    .select("session.expires_at")
    .where("session.workspace_id", "=", parts.workspaceId)
    .where("session.hash", "=", hash)
    .where("session.expires_at", ">", now.toISOString())
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (Date.parse(row.expires_at) - now.getTime() < (sessionDays - 1) * dayMs) {
    await prolong(database, parts.workspaceId, hash, now);
  }
  return { workspaceId: parts.workspaceId, member: memberOf(row) };
}

export async function endSession(database: Kysely<Tables>, cookie: string): Promise<void> {
  const parts = splitSecret(cookie);
  if (parts === undefined) return;
  await database
    .deleteFrom("session")
    .where("workspace_id", "=", parts.workspaceId)
    .where("hash", "=", hashOf(parts.secret))
    .execute();
}

async function prolong(database: Kysely<Tables>, workspaceId: string, hash: string, now: Date): Promise<void> {
  await database
    .updateTable("session")
    .set({ expires_at: expiry(now) })
    .where("workspace_id", "=", workspaceId)
    .where("hash", "=", hash)
    .execute();
}

function expiry(now: Date): string {
  return new Date(now.getTime() + sessionDays * dayMs).toISOString();
}
