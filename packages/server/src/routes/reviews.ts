import { Type } from "typebox";
import { answers, type Routes } from "../http/api.ts";
import { callerOf } from "../http/caller.ts";
import { notFound } from "../http/problem.ts";
import { ref } from "../http/shared-schemas.ts";
import { Acknowledgements, NewAcknowledgement, NewDecision, NewReview, ReviewStatus } from "../protocol.ts";

const tags = ["Review"];
const params = Type.Object({ id: Type.String() });

/** Approval of templates, and who has read what was published. */
export const reviewRoutes: Routes = (api, { templates, reviews, acknowledgements }) => {
  async function checkTemplate(workspaceId: string, id: string): Promise<void> {
    if (!(await templates.exists(workspaceId, id))) throw notFound("template");
  }

  api.get(
    "/templates/:id/review",
    {
      config: { permission: "templates.read" },
      schema: {
        tags,
        summary: "Where a template stands on its way to the next version, and what the caller may do",
        params,
        response: answers(200, ref(ReviewStatus)),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      await checkTemplate(caller.workspaceId, request.params.id);
      return reviews.status(caller, request.params.id);
    },
  );

  api.post(
    "/templates/:id/review",
    {
      config: { permission: "templates.write" },
      schema: {
        tags,
        summary: "Submit the text of this moment for approval",
        params,
        body: ref(NewReview),
        response: answers(201, ref(ReviewStatus)),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      await checkTemplate(caller.workspaceId, request.params.id);
      return reply.code(201).send(await reviews.submit(caller, request.params.id, request.body));
    },
  );

  api.delete(
    "/templates/:id/review",
    {
      config: { permission: "templates.write" },
      schema: { tags, summary: "Take a submission back", params, response: answers(200, ref(ReviewStatus)) },
    },
    async (request) => {
      const caller = callerOf(request);
      await checkTemplate(caller.workspaceId, request.params.id);
      return reviews.withdraw(caller, request.params.id);
    },
  );

  api.post(
    "/templates/:id/review/decisions",
    {
      config: { permission: "templates.review" },
      schema: {
        tags,
        summary: "Approve the text one has looked at, or send it back with what to change",
        params,
        body: ref(NewDecision),
        response: answers(201, ref(ReviewStatus)),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      await checkTemplate(caller.workspaceId, request.params.id);
      return reply.code(201).send(await reviews.decide(caller, request.params.id, request.body));
    },
  );

  api.get(
    "/templates/:id/acknowledgements",
    {
      config: { permission: "holders.read" },
      schema: {
        tags,
        summary: "Who of the role's holders has read a version",
        params,
        querystring: Type.Object({
          version: Type.Optional(
            Type.String({ pattern: "^[0-9]{1,9}$", description: "The newest when it is left out." }),
          ),
        }),
        response: answers(200, ref(Acknowledgements)),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { version } = request.query;
      await checkTemplate(caller.workspaceId, request.params.id);
      return acknowledgements.list(caller, request.params.id, version === undefined ? undefined : Number(version));
    },
  );

  api.post(
    "/templates/:id/acknowledgements",
    {
      config: { permission: "versions.acknowledge" },
      schema: {
        tags,
        summary: "Record that a holder has read a version",
        params,
        body: ref(NewAcknowledgement),
        response: answers(201, ref(Acknowledgements)),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      await checkTemplate(caller.workspaceId, request.params.id);
      return reply.code(201).send(await acknowledgements.record(caller, request.params.id, request.body));
    },
  );
};
