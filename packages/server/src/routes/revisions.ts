import { Type } from "typebox";
import { may } from "../accounts/permissions.ts";
import { answers, listOf, type Routes } from "../http/api.ts";
import { callerOf } from "../http/caller.ts";
import { notFound, ProblemError, required } from "../http/problem.ts";
import { ref } from "../http/shared-schemas.ts";
import { Authorship, NewRevision, RevisionChange, RevisionDetail, RevisionSummary } from "../protocol.ts";

const tags = ["Revisions"];
const params = Type.Object({ id: Type.String() });

/** Named and published states of a template. */
export const revisionRoutes: Routes = (api, { templates, revisions, reviews, acknowledgements }) => {
  api.get(
    "/templates/:id/revisions",
    {
      config: { permission: "templates.read" },
      schema: {
        tags,
        summary: "Revisions of a template, newest first",
        params,
        response: answers(200, listOf(RevisionSummary)),
      },
    },
    async (request) => {
      const { workspaceId } = callerOf(request);
      if (!(await templates.exists(workspaceId, request.params.id))) throw notFound("template");
      return { items: await revisions.list(workspaceId, request.params.id) };
    },
  );

  api.get(
    "/templates/:id/authorship",
    {
      config: { permission: "templates.read" },
      schema: {
        tags,
        summary: "Who wrote what of the text of this moment",
        params,
        response: answers(200, ref(Authorship)),
      },
    },
    async (request) => {
      const { workspaceId } = callerOf(request);
      if (!(await templates.exists(workspaceId, request.params.id))) throw notFound("template");
      return await revisions.authorship(workspaceId, request.params.id);
    },
  );

  api.post(
    "/templates/:id/revisions",
    {
      config: { permission: "templates.write" },
      schema: {
        tags,
        summary: "Name the text of this moment, or publish it as the next version",
        params,
        body: ref(NewRevision),
        response: answers(201, ref(RevisionSummary)),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { workspaceId, member } = caller;
      const { id } = request.params;
      const { kind, name } = request.body;
      if (kind === "published" && !may(member.role, "templates.publish")) throw new ProblemError(403, "forbidden");
      if (!(await templates.exists(workspaceId, id))) throw notFound("template");
      if (kind === "named") return reply.code(201).send(await revisions.make(workspaceId, id, { kind, name }, member));
      const made = await reviews.publish(caller, id, request.body);
      await acknowledgements.ask(caller, id, made.version ?? 0);
      return reply.code(201).send(made);
    },
  );

  api.get(
    "/templates/:id/revisions/:revision",
    {
      config: { permission: "templates.read" },
      schema: {
        tags,
        summary: "One revision with its text",
        params: Type.Object({ id: Type.String(), revision: Type.String({ pattern: "^[0-9]{1,9}$" }) }),
        response: answers(200, ref(RevisionDetail)),
      },
    },
    async (request) => {
      const { id, revision } = request.params;
      const found = await revisions.find(callerOf(request).workspaceId, id, Number(revision));
      return required(found, notFound("revision"));
    },
  );

  api.patch(
    "/templates/:id/revisions/:revision",
    {
      config: { permission: "templates.write" },
      schema: {
        tags,
        summary: "Give a revision a name",
        params: Type.Object({ id: Type.String(), revision: Type.String({ pattern: "^[0-9]{1,9}$" }) }),
        body: ref(RevisionChange),
        response: answers(200, ref(RevisionSummary)),
      },
    },
    async (request) => {
      const { workspaceId } = callerOf(request);
      const { id, revision } = request.params;
      const renamed = await revisions.rename(workspaceId, id, Number(revision), request.body.name);
      return required(renamed, notFound("revision"));
    },
  );

  api.post(
    "/templates/:id/revisions/:revision/restore",
    {
      config: { permission: "templates.write" },
      schema: {
        tags,
        summary: "Make the live text read as a revision does, by minimal edits that keep other people's cursors",
        params: Type.Object({ id: Type.String(), revision: Type.String({ pattern: "^[0-9]{1,9}$" }) }),
        response: answers(200, ref(RevisionDetail)),
      },
    },
    async (request) => {
      const { workspaceId, member } = callerOf(request);
      const { id, revision } = request.params;
      const found = required(await revisions.find(workspaceId, id, Number(revision)), notFound("revision"));
      await templates.write(workspaceId, id, found.text, member.id);
      return found;
    },
  );
};
