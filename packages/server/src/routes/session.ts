import type { FastifyReply, FastifyRequest } from "fastify";
import { actionsOf } from "../accounts/permissions.ts";
import { beginSession, type Caller, endSession, sessionSeconds } from "../accounts/sessions.ts";
import { redeemSignInLink } from "../accounts/sign-in-links.ts";
import type { Settings } from "../accounts/workspace-settings.ts";
import { answers, answersNothing, type Routes } from "../http/api.ts";
import { callerOf, sessionCookie } from "../http/caller.ts";
import { ProblemError, required } from "../http/problem.ts";
import { ref } from "../http/shared-schemas.ts";
import { Session, SignIn } from "../protocol.ts";

const tags = ["Session"];

/** Signing in by a one-time link, signing out, and who one is. */
export const sessionRoutes: Routes = (api, { database, settings, connections, clock }) => {
  api.get(
    "/session",
    {
      config: { permission: "session" },
      schema: { tags, summary: "Who is signed in", response: answers(200, ref(Session)) },
    },
    async (request, reply) => {
      // Sliding: the cookie moves on with the session it names.
      const cookie = request.cookies[sessionCookie];
      if (cookie !== undefined) setCookie(request, reply, cookie);
      return sessionOf(settings, callerOf(request));
    },
  );

  api.post(
    "/session",
    {
      config: { permission: "public", rateLimit: { max: 30, timeWindow: "1 minute" } },
      schema: {
        tags,
        summary: "Sign in with the token of a one-time link",
        body: ref(SignIn),
        response: answers(201, ref(Session)),
      },
    },
    async (request, reply) => {
      const caller = await redeemSignInLink(database, request.body.token, clock());
      const found = required(caller, new ProblemError(401, "link-not-valid"));
      setCookie(request, reply, await beginSession(database, found, clock()));
      return reply.code(201).send(sessionOf(settings, found));
    },
  );

  api.delete(
    "/session",
    { config: { permission: "public" }, schema: { tags, summary: "Sign out", response: answersNothing } },
    async (request, reply) => {
      const cookie = request.cookies[sessionCookie];
      if (cookie !== undefined) await endSession(database, cookie);
      const { caller } = request;
      if (caller) await connections.recheck({ workspaceId: caller.workspaceId, memberId: caller.member.id });
      return reply.clearCookie(sessionCookie, { path: "/" }).code(204).send(null);
    },
  );
};

function setCookie(request: FastifyRequest, reply: FastifyReply, value: string): void {
  reply.setCookie(sessionCookie, value, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(request),
    maxAge: sessionSeconds,
  });
}

/** Also behind a proxy that ends TLS: a forged header could only make the cookie stricter. */
function isSecure(request: FastifyRequest): boolean {
  return request.protocol === "https" || request.headers["x-forwarded-proto"] === "https";
}

function sessionOf(settings: Settings, { workspaceId, member }: Caller): Session {
  const { name, language, severities } = settings.current;
  return {
    member,
    workspace: { id: workspaceId, name, language, severities },
    permissions: [...actionsOf(member.role)],
  };
}
