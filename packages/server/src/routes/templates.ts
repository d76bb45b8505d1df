import { Type } from "typebox";
import { newId } from "../accounts/secrets.ts";
import { answers, listOf, type Routes } from "../http/api.ts";
import { callerOf } from "../http/caller.ts";
import { notFound, required } from "../http/problem.ts";
import { ref } from "../http/shared-schemas.ts";
import { NewTemplate, TemplateChange, TemplateDetail, TemplateSummary, TemplateText } from "../protocol.ts";
import { blankTemplate } from "../templates/blank-template.ts";
import type { TemplateStore } from "../templates/template-store.ts";

const tags = ["Templates"];
const params = Type.Object({ id: Type.String() });

/** Role templates and their live texts. */
export const templateRoutes: Routes = (api, { templates }) => {
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
    async (request) => ({ items: await templates.list(callerOf(request).workspaceId) }),
  );

  api.post(
    "/templates",
    {
      config: { permission: "templates.write" },
      schema: {
        tags,
        summary: "Write a new role, blank or from a text",
        body: ref(NewTemplate),
        response: answers(201, ref(TemplateSummary)),
      },
    },
    async (request, reply) => {
      const { workspaceId, member } = callerOf(request);
      const { title, language = "zh-CN", family = "", text } = request.body;
      const id = newId();
      const content = text ?? (await blankTemplate({ id, title, language }));
      await templates.create(workspaceId, family, member.id, id);
      await templates.write(workspaceId, id, content, member.id);
      const summary = await templates.find(workspaceId, id);
      return reply.code(201).send(required(summary, notFound("template")));
    },
  );

  api.get(
    "/templates/:id",
    {
      config: { permission: "templates.read" },
      schema: { tags, summary: "One template with its live text", params, response: answers(200, ref(TemplateDetail)) },
    },
    (request) => detail(templates, callerOf(request).workspaceId, request.params.id),
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
      const { workspaceId } = callerOf(request);
      await templates.change(workspaceId, request.params.id, request.body);
      return required(await templates.find(workspaceId, request.params.id), notFound("template"));
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
      const { workspaceId, member } = callerOf(request);
      const { id } = request.params;
      if (!(await templates.exists(workspaceId, id))) throw notFound("template");
      await templates.write(workspaceId, id, request.body.text, member.id);
      return detail(templates, workspaceId, id);
    },
  );
};

async function detail(templates: TemplateStore, workspaceId: string, id: string): Promise<TemplateDetail> {
  const summary = required(await templates.find(workspaceId, id), notFound("template"));
  const { text } = await templates.read(workspaceId, id);
  return { summary, text };
}
