import type { Kysely } from "kysely";
import type { SignInLink } from "../protocol.ts";
import type { Tables } from "../storage/tables.ts";
import { findMember } from "./members.ts";
import { hashOf, newSecret, splitSecret, withWorkspace } from "./secrets.ts";
import type { Caller } from "./sessions.ts";

/** Hours a link works: the owner's link at start, and one handed to somebody else. */
export const linkHours = { start: 24, invitation: 7 * 24 } as const;

export interface LinkRequest {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly hours: number;
  /** Address of the page, without a slash at its end. */
  readonly address: string;
  readonly now: Date;
}

/**
 * A link that signs its reader in once. The token stands after `#`: fragments are sent to no server and stand in no
 * access log or `Referer`.
 */
export async function makeSignInLink(database: Kysely<Tables>, request: LinkRequest): Promise<SignInLink> {
  const secret = newSecret();
  const expiresAt = new Date(request.now.getTime() + request.hours * 3_600_000).toISOString();
  await database
    .insertInto("sign_in_link")
    .values({
      workspace_id: request.workspaceId,
      hash: hashOf(secret),
      member_id: request.memberId,
      expires_at: expiresAt,
      created_at: request.now.toISOString(),
    })
    .execute();
  return { url: `${request.address}/sign-in#token=${withWorkspace(request.workspaceId, secret)}`, expiresAt };
}

/** Who the token signs in. It is used up by that: deleting and reading are one statement, so two cannot share it. */
export async function redeemSignInLink(
  database: Kysely<Tables>,
  token: string,
  now: Date,
): Promise<Caller | undefined> {
  const parts = splitSecret(token);
  if (parts === undefined) return undefined;
  const row = await database
    .deleteFrom("sign_in_link")
    .where("workspace_id", "=", parts.workspaceId)
    .where("hash", "=", hashOf(parts.secret))
    .returning(["member_id", "expires_at"])
    .executeTakeFirst();
  if (row === undefined || row.expires_at <= now.toISOString()) return undefined;
  const member = await findMember(database, parts.workspaceId, row.member_id);
  return member && { workspaceId: parts.workspaceId, member };
}

const thisComputer = ["localhost", "127.0.0.1", "[::1]"];

/**
 * The address to put into a link for somebody else: ours, unless it leads to this computer only while the one who
 * asks came by another; a server that listens on every address does not know by which others reach it.
 */
export function linkAddress(own: string, reached: string): string {
  const isLocal = (address: string) => thisComputer.includes(URL.parse(address)?.hostname ?? "localhost");
  return isLocal(own) && !isLocal(reached) ? reached : own;
}
