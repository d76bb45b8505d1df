import type { ImportResult } from "@rolewright/importer";
import type { FastifyRequest } from "fastify";
import { type Static, Type } from "typebox";
import { answers, listOf, type Routes } from "../http/api.ts";
import { callerOf } from "../http/caller.ts";
import { callerTranslator } from "../http/caller-language.ts";
import { ProblemError } from "../http/problem.ts";
import { ref } from "../http/shared-schemas.ts";
import { detailInWords, fileInWords } from "../imports/import-words.ts";
import { largestImportMegabytes } from "../paths.ts";
import {
  AlikeRoles,
  ImportCorrected,
  ImportCorrection,
  ImportDraft,
  ImportFileDetail,
  NewImportDrafts,
} from "../protocol.ts";

const tags = ["Import"];
const params = Type.Object({ id: Type.String() });
const fileParams = Type.Object({ id: Type.String(), file: Type.String() });
const read = { permission: "imports.read" } as const;
const write = { permission: "imports.write" } as const;
const bodyLimit = largestImportMegabytes * 2 ** 20;

/** What was read: looked at, corrected, compared, and made into templates. */
export const importReviewRoutes: Routes = (api, { imports, importDrafts }) => {
  api.get(
    "/imports/:id/files/:file",
    {
      config: read,
      schema: {
        tags,
        summary: "A document with its source text and what was read out of it",
        params: fileParams,
        response: answers(200, ref(ImportFileDetail)),
      },
    },
    async (request) => {
      const { id, file } = request.params;
      const whole = await imports.file(callerOf(request).workspaceId, id, file);
      return detailInWords(whole, await callerTranslator(request));
    },
  );

  api.put(
    "/imports/:id/files/:file/correction",
    {
      config: write,
      bodyLimit,
      schema: {
        tags,
        summary: "Keep a reviewer's edited result",
        params: fileParams,
        body: ref(ImportCorrection),
        response: answers(200, ref(ImportCorrected)),
      },
    },
    (request) => correct(request, request.params, request.body.version, request.body.result),
  );

  api.delete(
    "/imports/:id/files/:file/correction",
    {
      config: write,
      schema: {
        tags,
        summary: "Go back to what was read",
        params: fileParams,
        querystring: Type.Object({
          version: Type.String({ pattern: "^\\d{1,9}$", description: "The version one saw." }),
        }),
        response: answers(200, ref(ImportCorrected)),
      },
    },
    (request) => correct(request, request.params, Number(request.query.version), undefined),
  );

  api.get(
    "/imports/:id/alike",
    {
      config: read,
      schema: {
        tags,
        summary:
          "Descriptions that say the same as each other or as a template, or that one template with variants would serve",
        params,
        response: answers(200, listOf(AlikeRoles)),
      },
    },
    async (request) => {
      const { workspaceId, member } = callerOf(request);
      await imports.batch(workspaceId, request.params.id);
      return { items: await importDrafts.alike(workspaceId, request.params.id, member.id) };
    },
  );

  api.post(
    "/imports/:id/drafts",
    {
      config: write,
      schema: {
        tags,
        summary: "Make draft templates of descriptions",
        params,
        body: ref(NewImportDrafts),
        response: answers(201, listOf(ImportDraft)),
      },
    },
    async (request, reply) => {
      const { workspaceId, member } = callerOf(request);
      await imports.batch(workspaceId, request.params.id);
      const items = await importDrafts.create(workspaceId, request.params.id, request.body, member.id);
      return reply.code(201).send({ items });
    },
  );

  async function correct(
    request: FastifyRequest,
    { id, file }: Static<typeof fileParams>,
    version: number,
    result: ImportResult | undefined,
  ): Promise<ImportCorrected> {
    const { workspaceId } = callerOf(request);
    const known = await imports.file(workspaceId, id, file);
    if (known.original === undefined) throw new ProblemError(409, "import-not-read", { name: known.name });
    const newest = await imports.correct(workspaceId, known, version, result);
    const changed = await imports.file(workspaceId, id, file);
    return { version: newest, file: fileInWords(changed, await callerTranslator(request)) };
  }
};
