import { findMember } from "../accounts/members.ts";
import { addHolder, listHolders } from "../appraisal/holder-store.ts";
import { answers, listOf, type Routes } from "../http/api.ts";
import { callerOf } from "../http/caller.ts";
import { notFound } from "../http/problem.ts";
import { ref } from "../http/shared-schemas.ts";
import { Holder, NewHolder } from "../protocol.ts";

const tags = ["People"];

/** People who hold roles. */
export const holderRoutes: Routes = (api, { database, clock }) => {
  api.get(
    "/holders",
    {
      config: { permission: "holders.read" },
      schema: { tags, summary: "Holders one may see", response: answers(200, listOf(Holder)) },
    },
    async (request) => ({ items: await listHolders(database, callerOf(request)) }),
  );

  api.post(
    "/holders",
    {
      config: { permission: "holders.write" },
      schema: { tags, summary: "Add a holder", body: ref(NewHolder), response: answers(201, ref(Holder)) },
    },
    async (request, reply) => {
      const { workspaceId } = callerOf(request);
      const { memberId } = request.body;
      if (memberId !== undefined && !(await findMember(database, workspaceId, memberId))) throw notFound("member");
      return reply.code(201).send(await addHolder(database, workspaceId, request.body, clock().toISOString()));
    },
  );
};
