import type { SourceFile } from "@rolewright/importer";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { answers, answersNothing, listOf, type Routes } from "../http/api.ts";
import { callerOf } from "../http/caller.ts";
import { callerTranslator } from "../http/caller-language.ts";
import { ProblemError } from "../http/problem.ts";
import { ref } from "../http/shared-schemas.ts";
import { fileInWords } from "../imports/import-words.ts";
import { largestImportMegabytes } from "../paths.ts";
import {
  ImportBatch,
  ImportChange,
  ImportDetail,
  ImportFile,
  ImportFileChange,
  NewImport,
  NewImportText,
} from "../protocol.ts";

const tags = ["Import"];
const params = Type.Object({ id: Type.String() });
const fileParams = Type.Object({ id: Type.String(), file: Type.String() });
const read = { permission: "imports.read" } as const;
const write = { permission: "imports.write" } as const;
const bodyLimit = largestImportMegabytes * 2 ** 20;

/** Imports and the documents in them, which are read one after another. */
export const importRoutes: Routes = (api, { imports, importQueue }) => {
  api.get(
    "/imports",
    {
      config: read,
      schema: { tags, summary: "All imports, newest first", response: answers(200, listOf(ImportBatch)) },
    },
    async (request) => ({ items: await imports.batches(callerOf(request).workspaceId) }),
  );

  api.post(
    "/imports",
    {
      config: write,
      schema: {
        tags,
        summary: "Begin an import; its documents follow",
        body: ref(NewImport),
        response: answers(201, ref(ImportBatch)),
      },
    },
    async (request, reply) => {
      const { workspaceId, member } = callerOf(request);
      const { t } = await callerTranslator(request);
      const name = request.body.name ?? t("reading.batch", { date: new Date() });
      return reply.code(201).send(await imports.create(workspaceId, name, member.id));
    },
  );

  api.get(
    "/imports/:id",
    {
      config: read,
      schema: {
        tags,
        summary: "An import with its documents and how far they are, for polling",
        params,
        response: answers(200, ref(ImportDetail)),
      },
    },
    async (request) => {
      const { workspaceId } = callerOf(request);
      const { id } = request.params;
      const translator = await callerTranslator(request);
      const batch = await imports.batch(workspaceId, id);
      return { batch, files: (await imports.files(workspaceId, id)).map((file) => fileInWords(file, translator)) };
    },
  );

  api.patch(
    "/imports/:id",
    {
      config: write,
      schema: {
        tags,
        summary: "Rename an import, pause it, or let it go on",
        params,
        body: ref(ImportChange),
        response: answers(200, ref(ImportBatch)),
      },
    },
    async (request) => {
      const { workspaceId } = callerOf(request);
      await imports.batch(workspaceId, request.params.id);
      await imports.changeBatch(workspaceId, request.params.id, request.body);
      importQueue.wake();
      return imports.batch(workspaceId, request.params.id);
    },
  );

  api.post(
    "/imports/:id/cancel",
    {
      config: write,
      schema: {
        tags,
        summary: "Cancel what has not been read yet; what was read stays",
        params,
        response: answers(200, ref(ImportBatch)),
      },
    },
    async (request) => {
      const { workspaceId } = callerOf(request);
      const { id } = request.params;
      await imports.batch(workspaceId, id);
      await imports.cancel(workspaceId, id);
      importQueue.stop(id);
      return imports.batch(workspaceId, id);
    },
  );

  api.delete(
    "/imports/:id",
    {
      config: write,
      schema: {
        tags,
        summary: "Remove an import with its documents; templates made of it stay",
        params,
        response: answersNothing,
      },
    },
    async (request, reply) => {
      const { workspaceId } = callerOf(request);
      const { id } = request.params;
      await imports.batch(workspaceId, id);
      await imports.remove(workspaceId, id);
      importQueue.stop(id);
      return reply.code(204).send(null);
    },
  );

  api.post(
    "/imports/:id/files",
    {
      config: write,
      bodyLimit,
      schema: {
        tags,
        summary: "Add a document, or an archive of many; the body is the file as it is",
        description: `At most ${largestImportMegabytes} MiB. What it is, is found from the content.`,
        consumes: ["application/octet-stream"],
        params,
        querystring: Type.Object({
          name: Type.String({ minLength: 1, maxLength: 500, description: "File name, or its path in a folder." }),
          encoding: Type.Optional(
            Type.String({ maxLength: 40, description: "Encoding of a text file. Default: found from the bytes." }),
          ),
        }),
        body: { content: { "application/octet-stream": { schema: { contentMediaType: "application/octet-stream" } } } },
        response: answers(201, listOf(ImportFile)),
      },
    },
    async (request, reply) => {
      const { workspaceId } = callerOf(request);
      const { id } = request.params;
      const { name, encoding } = request.query;
      const body = request.body as unknown;
      if (!Buffer.isBuffer(body)) throw new ProblemError(415, "media-type");
      await imports.batch(workspaceId, id);
      const unpacked = await importQueue.unpack({ name, bytes: new Uint8Array(body) });
      const files = unpacked.map((file) => (file.name === name ? file : { ...file, name: `${name}/${file.name}` }));
      return reply.code(201).send({ items: await add(request, id, files, encoding === undefined ? {} : { encoding }) });
    },
  );

  api.post(
    "/imports/:id/texts",
    {
      config: write,
      bodyLimit,
      schema: {
        tags,
        summary: "Add words from the clipboard",
        params,
        body: ref(NewImportText),
        response: answers(201, listOf(ImportFile)),
      },
    },
    async (request, reply) => {
      const { name, text } = request.body;
      await imports.batch(callerOf(request).workspaceId, request.params.id);
      const file = { name, bytes: new TextEncoder().encode(text) };
      return reply.code(201).send({ items: await add(request, request.params.id, [file], { pasted: true }) });
    },
  );

  api.patch(
    "/imports/:id/files/:file",
    {
      config: write,
      schema: {
        tags,
        summary: "Confirm a document, take that back, or have it read again",
        params: fileParams,
        body: ref(ImportFileChange),
        response: answers(200, ref(ImportFile)),
      },
    },
    async (request) => {
      const { workspaceId } = callerOf(request);
      const { id, file } = request.params;
      const { state, encoding } = request.body;
      const known = await imports.file(workspaceId, id, file);
      const again = encoding !== undefined || state === "queued";
      const done = again
        ? await imports.requeue(workspaceId, known, encoding)
        : await imports.move(workspaceId, file, ["to-check", "confirmed"], state ?? known.state);
      if (!done) throw new ProblemError(409, "import-not-read", { name: known.name });
      if (again) importQueue.wake();
      return fileInWords(await imports.file(workspaceId, id, file), await callerTranslator(request));
    },
  );

  async function add(
    request: FastifyRequest,
    batch: string,
    files: readonly SourceFile[],
    how: AddedHow,
  ): Promise<ImportFile[]> {
    const { workspaceId } = callerOf(request);
    const ids = new Set(await imports.add(workspaceId, batch, files, how));
    importQueue.wake();
    const translator = await callerTranslator(request);
    const added = (await imports.files(workspaceId, batch)).filter((file) => ids.has(file.id));
    return added.map((file) => fileInWords(file, translator));
  }
};

type AddedHow = { readonly pasted?: boolean; readonly encoding?: string };
