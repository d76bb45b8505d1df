import { checklist, isPeriod } from "@rolewright/runtime";
import { Type } from "typebox";
import { organisationOf } from "../accounts/workspace.ts";
import { exportFile, exportTranslator, mediaTypes, sourceType, textFile } from "../appraisal/documents.ts";
import { findHolder } from "../appraisal/holder-store.ts";
import { answers, answersFile, type Routes } from "../http/api.ts";
import { callerOf } from "../http/caller.ts";
import { notFound, ProblemError, required } from "../http/problem.ts";
import { recordRef } from "../http/shared-schemas.ts";
import { titleOf } from "../templates/library-text.ts";
import { sha256Of } from "../templates/text-facts.ts";

const tags = ["Templates"];
const params = Type.Object({ id: Type.String() });
const version = Type.Optional(
  Type.String({ pattern: "^[0-9]{1,9}$", description: "A published version; the live text when it is left out." }),
);

/** What a template is turned into: checklists and role documents. */
export const templateOutputRoutes: Routes = (
  api,
  { database, settings, templates, revisions, roles, observations, clock },
) => {
  /** The text of a version or any other revision, or the live one. */
  async function textOf(workspaceId: string, id: string, wanted: string | undefined, revision?: string) {
    if (!(await templates.exists(workspaceId, id))) throw notFound("template");
    if (revision !== undefined) {
      const found = required(await revisions.find(workspaceId, id, Number(revision)), notFound("revision"));
      return { text: found.text, version: found.summary.version };
    }
    if (wanted === undefined) return { text: (await templates.read(workspaceId, id)).text, version: null };
    const found = required(await revisions.version(workspaceId, id, Number(wanted)), notFound("revision"));
    return { text: found.text, version: found.summary.version };
  }

  api.get(
    "/templates/:id/checklist",
    {
      config: { permission: "templates.read" },
      schema: {
        tags,
        summary: "What the role has to do in a period, with due dates",
        params,
        querystring: Type.Object({
          period: Type.String({ description: "A period instance, e.g. 2026-11." }),
          version,
          holder: Type.Optional(Type.String({ description: "Whose facts tell what is done." })),
        }),
        response: answers(200, recordRef("Checklist")),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { period, version: wanted, holder: holderId } = request.query;
      if (!isPeriod(period)) throw new ProblemError(400, "unknown-period", { period });
      const { text, version } = await textOf(caller.workspaceId, request.params.id, wanted);
      const role = await roles.compile(text);
      // Swedish dates are ISO dates, and in local time, which toISOString is not.
      const today = new Intl.DateTimeFormat("sv-SE").format(clock());
      if (holderId === undefined) return checklist(role, period, settings.calendar(period), { version, today });
      const holder = required(await findHolder(database, caller, holderId), notFound("holder"));
      const facts = await observations.list(caller.workspaceId, { holderId, templateId: request.params.id });
      const person = { id: holder.id, name: holder.name };
      return checklist(role, period, settings.calendar(period), {
        version,
        today,
        holder: person,
        observations: facts,
      });
    },
  );

  api.get(
    "/templates/:id/export",
    {
      config: { permission: "templates.read" },
      schema: {
        tags,
        summary: "The role document as a file, or with format jsonc the template's own text",
        params,
        querystring: Type.Object({
          format: Type.String({ default: "pdf" }),
          version,
          revision: Type.Optional(
            Type.String({ pattern: "^[0-9]{1,9}$", description: "Any revision, by its own number." }),
          ),
          language: Type.Optional(
            Type.String({ description: "Language tag; the template's own when it is left out." }),
          ),
        }),
        response: answersFile([...mediaTypes, sourceType]),
      },
    },
    async (request, reply) => {
      const { roleDocument } = await import("@rolewright/exporters/document");
      const { workspaceId } = callerOf(request);
      const { format, language, version: wanted, revision } = request.query;
      const { text, version } = await textOf(workspaceId, request.params.id, wanted, revision);
      if (format === "jsonc") {
        const file = textFile(
          text,
          [titleOf(text) ?? request.params.id, version ? `v${version}` : ""].join(" ").trim(),
        );
        return reply.type(file.mediaType).header("content-disposition", file.disposition).send(file.bytes);
      }
      const role = await roles.compile(text);
      const translator = await exportTranslator(language, role.language);
      const organisation = await organisationOf(database, workspaceId);
      const document = roleDocument(role, { translator, version, sha256: sha256Of(text), ...organisation });
      const file = await exportFile(document, format, [document.title, document.footer.version].join(" "));
      return reply.type(file.mediaType).header("content-disposition", file.disposition).send(file.bytes);
    },
  );
};
