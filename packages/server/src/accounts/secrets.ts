import { createHash, randomBytes, randomUUID } from "node:crypto";

/**
 * Sign-in, sessions and tokens are these few lines over `node:crypto` rather than better-auth: that library keys
 * each of its tables by one `id` column of its own making and finds sessions by it, while here every key leads with
 * the workspace (the shard key). Links that an owner hands over also need no mail, password or account linking.
 * Its place comes with OpenID Connect.
 */

/** 256 random bits, URL-safe. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256, hex. A secret of 256 random bits needs no slow hash: there is nothing to guess. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}

/** An opaque, URL-safe id that nobody can guess, e.g. of a template or a person. */
export function newId(): string {
  return randomUUID().replaceAll("-", "");
}

/** Shared secrets carry the workspace in front, so that it is known before any look-up. */
export function withWorkspace(workspaceId: string, secret: string): string {
  return `${workspaceId}.${secret}`;
}

/** The two parts of a shared secret; undefined when it has another shape. */
export function splitSecret(shared: string): { readonly workspaceId: string; readonly secret: string } | undefined {
  const match = /^([a-z0-9]{1,40})\.([A-Za-z0-9_-]{43})$/.exec(shared);
  return match?.[1] && match[2] ? { workspaceId: match[1], secret: match[2] } : undefined;
}
