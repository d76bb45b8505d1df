import { Type } from "typebox";
import { newId } from "../accounts/secrets.ts";
import type { Caller } from "../accounts/sessions.ts";
import { answers, listOf, type Routes } from "../http/api.ts";
import { callerOf } from "../http/caller.ts";
import { notFound, required } from "../http/problem.ts";
import { ref } from "../http/shared-schemas.ts";
import {
  NewTemplate,
  ShippedTemplate,
  TemplateChange,
  TemplateContents,
  TemplateDetail,
  TemplateSummary,
  TemplateText,
} from "../protocol.ts";
import { newText } from "../templates/new-text.ts";
import type { TemplateStore } from "../templates/template-store.ts";

const tags = ["Templates"];
const params = Type.Object({ id: Type.String() });

/** Role templates and their live texts. */
export const templateRoutes: Routes = (api, { templates, shipped, reviews }) => {
  api.get(
    "/templates",
    {
      config: { permission: "templates.read" },
      schema: {
        tags,
        summary: "All role templates, newest edit first",
        response: answers(200, listOf(TemplateSummary)),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const all = await templates.list(caller.workspaceId, caller.member.id);
      return { items: await reviews.inSummaries(caller, all) };
    },
  );

  api.get(
    "/templates/contents",
    {
      config: { permission: "templates.read" },
      schema: {
        tags,
        summary: "What each role holds: items, reporting lines, and what its items extend",
        response: answers(200, listOf(TemplateContents)),
      },
    },
    async (request) => ({ items: await templates.contents(callerOf(request).workspaceId) }),
  );

  api.get(
    "/templates/shipped",
    {
      config: { permission: "templates.read" },
      schema: {
        tags,
        summary: "The shipped templates a new role can begin with",
        response: answers(200, listOf(ShippedTemplate)),
      },
    },
    async () => ({ items: [...(await shipped.list())] }),
  );

  api.post(
    "/templates",
    {
      config: { permission: "templates.write" },
      schema: {
        tags,
        summary: "Write a new role: blank, from a text, as a copy, or from a job description in plain words",
        body: ref(NewTemplate),
        response: answers(201, ref(TemplateSummary)),
      },
    },
    async (request, reply) => {
      const { workspaceId, member } = callerOf(request);
      const { family = "" } = request.body;
      const id = newId();
      const text = await newText(request.body, {
        id,
        shipped: (path) => shipped.text(path),
        textOf: async (one) =>
          (await templates.exists(workspaceId, one)) ? (await templates.read(workspaceId, one)).text : undefined,
      });
      await templates.create(workspaceId, family, member.id, id);
      await templates.write(workspaceId, id, text, member.id);
      const summary = await templates.find(workspaceId, id, member.id);
      return reply.code(201).send(required(summary, notFound("template")));
    },
  );

  api.get(
    "/templates/:id",
    {
      config: { permission: "templates.read" },
      schema: {
        tags,
        summary: "One template with its live text",
        params,
        querystring: Type.Object({
          with: Type.Optional(Type.Literal("reading", { description: "Also what the text means, and its findings." })),
        }),
        response: answers(200, ref(TemplateDetail)),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { summary, text } = await detail(templates, caller, request.params.id);
      const [told = summary] = await reviews.inSummaries(caller, [summary]);
      const reading = request.query.with === "reading" ? await templates.reading(text) : undefined;
      return { summary: told, text, ...(reading ? { reading } : {}) };
    },
  );

  api.patch(
    "/templates/:id",
    {
      config: { permission: "templates.write" },
      schema: {
        tags,
        summary: "Archive a template, bring it back, or move it to another family",
        params,
        body: ref(TemplateChange),
        response: answers(200, ref(TemplateSummary)),
      },
    },
    async (request) => {
      const { workspaceId, member } = callerOf(request);
      await templates.change(workspaceId, request.params.id, request.body);
      return required(await templates.find(workspaceId, request.params.id, member.id), notFound("template"));
    },
  );

  api.put(
    "/templates/:id/text",
    {
      config: { permission: "templates.write" },
      schema: {
        tags,
        summary: "Replace the live text, by minimal edits that keep other people's cursors",
        params,
        body: ref(TemplateText),
        response: answers(200, ref(TemplateDetail)),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { workspaceId, member } = caller;
      const { id } = request.params;
      if (!(await templates.exists(workspaceId, id))) throw notFound("template");
      await templates.write(workspaceId, id, request.body.text, member.id);
      return detail(templates, caller, id);
    },
  );
};

async function detail(templates: TemplateStore, { workspaceId, member }: Caller, id: string): Promise<TemplateDetail> {
  const summary = required(await templates.find(workspaceId, id, member.id), notFound("template"));
  const { text } = await templates.read(workspaceId, id);
  return { summary, text };
}
