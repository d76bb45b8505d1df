import { Type } from "typebox";
import { deleteApiToken, listApiTokens, makeApiToken } from "../accounts/api-tokens.ts";
import { answers, answersNothing, listOf, type Routes } from "../http/api.ts";
import { callerOf } from "../http/caller.ts";
import { notFound } from "../http/problem.ts";
import { ref } from "../http/shared-schemas.ts";
import { ApiToken, NewApiToken, NewApiTokenSecret } from "../protocol.ts";

const tags = ["Tokens"];

/** Tokens with which programs act as the member who made them. */
export const tokenRoutes: Routes = (api, { database, connections, clock }) => {
  api.get(
    "/tokens",
    {
      config: { permission: "tokens.own" },
      schema: { tags, summary: "One's own API tokens", response: answers(200, listOf(ApiToken)) },
    },
    async (request) => ({ items: await listApiTokens(database, callerOf(request)) }),
  );

  api.post(
    "/tokens",
    {
      config: { permission: "tokens.own" },
      schema: {
        tags,
        summary: "Make an API token; its secret is shown this once",
        body: ref(NewApiToken),
        response: answers(201, ref(NewApiTokenSecret)),
      },
    },
    async (request, reply) =>
      reply.code(201).send(await makeApiToken(database, callerOf(request), request.body.name, clock())),
  );

  api.delete(
    "/tokens/:id",
    {
      config: { permission: "tokens.own" },
      schema: {
        tags,
        summary: "Take an API token out of use",
        params: Type.Object({ id: Type.String() }),
        response: answersNothing,
      },
    },
    async (request, reply) => {
      const { workspaceId, member } = callerOf(request);
      if (!(await deleteApiToken(database, callerOf(request), request.params.id))) throw notFound("token");
      await connections.recheck({ workspaceId, memberId: member.id });
      return reply.code(204).send(null);
    },
  );
};
