import type { IncomingHttpHeaders } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Kysely } from "kysely";
import { callerOfToken } from "../accounts/api-tokens.ts";
import { type Action, may } from "../accounts/permissions.ts";
import { type Caller, callerOfSession } from "../accounts/sessions.ts";
import type { Tables } from "../storage/tables.ts";
import { ProblemError } from "./problem.ts";
import { sameOrigin } from "./same-origin.ts";

export const sessionCookie = "rolewright-session";

/** Upgrades come without Fastify, and so without its cookie parser. */
const cookiePattern = new RegExp(`(?:^|;)\\s*${sessionCookie}=([^;\\s]+)`);

declare module "fastify" {
  interface FastifyContextConfig {
    /** What the caller must be allowed to do; `public` routes ask for no session, `session` ones for any. */
    permission?: Action | "public" | "session";
  }
  interface FastifyRequest {
    /** Who asks; undefined on public routes without a session. Read it with `callerOf`. */
    caller: Caller | undefined;
  }
}

/** The caller of a route that needs one. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === undefined) throw new ProblemError(401, "not-signed-in");
  return request.caller;
}

/** Who the headers' bearer token or session cookie belongs to. */
export async function authenticate(
  database: Kysely<Tables>,
  headers: IncomingHttpHeaders,
  now: Date,
): Promise<Caller | undefined> {
  const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1];
  if (bearer !== undefined) return callerOfToken(database, bearer.trim(), now);
  const cookie = cookiePattern.exec(headers.cookie ?? "")?.[1];
  return cookie === undefined ? undefined : callerOfSession(database, cookie, now);
}

/**
 * Makes every route of the API check its caller, before the body is read. A route without a `permission` stops the
 * server from starting: forgetting the check must not be possible.
 */
export function installCallerCheck(app: FastifyInstance, database: Kysely<Tables>, clock: () => Date): void {
  app.decorateRequest("caller", undefined);
  app.addHook("onRoute", ({ url, config, method }) => {
    if (config?.permission === undefined) throw new Error(`Route ${String(method)} ${url} names no permission`);
  });
  app.addHook("onRequest", async (request) => {
    if (changesSomething(request.method) && !sameOrigin(request.headers)) throw new ProblemError(403, "foreign-origin");
    request.caller = await authenticate(database, request.headers, clock());
    const permission = request.routeOptions.config.permission ?? "session";
    if (permission === "public") return;
    const { member } = callerOf(request);
    if (permission !== "session" && !may(member.role, permission)) throw new ProblemError(403, "forbidden");
  });
}

function changesSomething(method: string): boolean {
  return method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
}
