import { createHash } from "node:crypto";
import type { ImportedFile, ImportResult, SourceDocument, SourceFile } from "@rolewright/importer";
import type { Kysely, Selectable, Updateable } from "kysely";
import { newId } from "../accounts/secrets.ts";
import { notFound, ProblemError } from "../http/problem.ts";
import type { ImportBatch, ImportedTemplate, ImportState } from "../protocol.ts";
import type { ImportFileTable, Tables } from "../storage/tables.ts";
import { factsOf, type ImportFacts, readColumns } from "./import-facts.ts";

/** Documents of one import. */
const mostFiles = 2_000;

/** Why a document could not be read: message `reading.errors.<code>`. */
export interface ReadingProblem {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** One document as lists need it. */
export interface ListedFile {
  readonly id: string;
  readonly batch: string;
  readonly name: string;
  readonly size: number;
  readonly state: ImportState;
  readonly encoding: string | null;
  readonly problem: ReadingProblem | undefined;
  readonly facts: ImportFacts | undefined;
  readonly corrected: boolean;
  readonly version: number;
  readonly templates: readonly ImportedTemplate[];
  readonly changedAt: string;
}

/** One document with all that is known of it. */
export interface WholeFile extends ListedFile {
  readonly source: SourceDocument | undefined;
  /** As read. */
  readonly original: ImportResult | undefined;
  /** As corrected, else as read. */
  readonly result: ImportResult | undefined;
}

/** A document on its way to the reader. */
export interface QueuedFile extends SourceFile {
  readonly workspaceId: string;
  readonly id: string;
  readonly batch: string;
  readonly pasted: boolean;
  readonly encoding: string | null;
}

const listed = [
  "id",
  "batch_id",
  "name",
  "size",
  "state",
  "encoding",
  "problem",
  "facts",
  "version",
  "templates",
  "changed_at",
] as const;

/** Imports and their documents in the database. */
export class ImportStore {
  readonly #database: Kysely<Tables>;
  readonly #clock: () => Date;

  constructor(database: Kysely<Tables>, clock: () => Date) {
    this.#database = database;
    this.#clock = clock;
  }

  async create(workspaceId: string, name: string, by: string): Promise<ImportBatch> {
    const id = newId();
    const row = { workspace_id: workspaceId, id, name, paused: 0, created_at: this.#now(), created_by: by };
    await this.#database.insertInto("import_batch").values(row).execute();
    return this.batch(workspaceId, id);
  }

  /** Newest first. */
  async batches(workspaceId: string): Promise<ImportBatch[]> {
    const rows = await this.#database
      .selectFrom("import_batch")
      .leftJoin("member", (join) =>
        join
          .onRef("member.workspace_id", "=", "import_batch.workspace_id")
          .onRef("member.id", "=", "import_batch.created_by"),
      )
      .select(["import_batch.id", "import_batch.name", "paused", "import_batch.created_at", "member.name as author"])
      .where("import_batch.workspace_id", "=", workspaceId)
      .orderBy("import_batch.created_at", "desc")
      .execute();
    const counts = await this.#counts(workspaceId);
    return rows.map(({ id, name, paused, created_at, author }) => ({
      id,
      name,
      paused: paused === 1,
      createdAt: created_at,
      createdBy: author,
      counts: { queued: 0, reading: 0, "to-check": 0, confirmed: 0, failed: 0, cancelled: 0, ...counts.get(id) },
    }));
  }

  /** @throws `import-not-found` */
  async batch(workspaceId: string, id: string): Promise<ImportBatch> {
    const found = (await this.batches(workspaceId)).find((batch) => batch.id === id);
    if (found === undefined) throw notFound("import");
    return found;
  }

  async changeBatch(workspaceId: string, id: string, change: { readonly name?: string; readonly paused?: boolean }) {
    const set = {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.paused === undefined ? {} : { paused: change.paused ? 1 : 0 }),
    };
    if (Object.keys(set).length === 0) return;
    const rows = this.#database.updateTable("import_batch").set(set);
    await rows.where("workspace_id", "=", workspaceId).where("id", "=", id).execute();
  }

  async remove(workspaceId: string, id: string): Promise<void> {
    await this.#database.transaction().execute(async (within) => {
      await within
        .deleteFrom("import_file")
        .where("workspace_id", "=", workspaceId)
        .where("batch_id", "=", id)
        .execute();
      await within.deleteFrom("import_batch").where("workspace_id", "=", workspaceId).where("id", "=", id).execute();
    });
  }

  /** Puts documents at the end of the queue. @throws `import-too-many-files` */
  async add(
    workspaceId: string,
    batch: string,
    files: readonly SourceFile[],
    how: { readonly pasted?: boolean; readonly encoding?: string } = {},
  ): Promise<string[]> {
    const known = await this.#database
      .selectFrom("import_file")
      .select(({ fn }) => [fn.countAll<number | string>().as("count"), fn.max("position").as("last")])
      .where("workspace_id", "=", workspaceId)
      .where("batch_id", "=", batch)
      .executeTakeFirstOrThrow();
    if (Number(known.count) + files.length > mostFiles)
      throw new ProblemError(413, "import-too-many-files", { most: mostFiles });
    const ids: string[] = [];
    for (const [index, { name, bytes }] of files.entries()) {
      const id = newId();
      ids.push(id);
      await this.#database
        .insertInto("import_file")
        .values({
          workspace_id: workspaceId,
          id,
          batch_id: batch,
          position: Number(known.last ?? 0) + index + 1,
          name: name.slice(0, 500),
          size: bytes.length,
          sha256: createHash("sha256").update(bytes).digest("hex"),
          pasted: how.pasted ? 1 : 0,
          encoding: how.encoding ?? null,
          bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
          state: "queued",
          problem: null,
          facts: null,
          source: null,
          result: null,
          corrected: null,
          templates: "[]",
          version: 0,
          changed_at: this.#now(),
        })
        .execute();
    }
    return ids;
  }

  /** In their order. */
  async files(workspaceId: string, batch: string): Promise<ListedFile[]> {
    const rows = await this.#files(workspaceId, batch)
      .select(listed)
      .select(({ eb }) => eb("corrected", "is not", null).as("is_corrected"))
      .orderBy("position")
      .execute();
    return rows.map((row) => listedFile(row, Boolean(row.is_corrected)));
  }

  /** @throws `import-file-not-found` */
  async file(workspaceId: string, batch: string, id: string): Promise<WholeFile> {
    const row = await this.#files(workspaceId, batch)
      .select([...listed, "source", "result", "corrected"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (row === undefined) throw notFound("import-file");
    const original = parsed<ImportResult>(row.result);
    return {
      ...listedFile(row, row.corrected !== null),
      source: parsed<SourceDocument>(row.source),
      original,
      result: parsed<ImportResult>(row.corrected) ?? original,
    };
  }

  /** Keeps what a reviewer made of a reading, where `version` is still the newest. Answers the version it has now. */
  async correct(
    workspaceId: string,
    file: WholeFile,
    version: number,
    result: ImportResult | undefined,
  ): Promise<number> {
    const kept = result ?? file.original;
    const updated = await this.#database
      .updateTable("import_file")
      .set({
        corrected: result === undefined ? null : JSON.stringify(result),
        ...(kept === undefined ? {} : { facts: JSON.stringify(factsOf(kept)) }),
        version: version + 1,
        changed_at: this.#now(),
      })
      .where("workspace_id", "=", workspaceId)
      .where("id", "=", file.id)
      .where("version", "=", version)
      .executeTakeFirst();
    if (updated.numUpdatedRows === 0n) throw new ProblemError(409, "import-changed", { name: file.name });
    return version + 1;
  }

  /** Of everything queued in imports that are not paused, what came first. */
  async nextQueued(): Promise<QueuedFile | undefined> {
    const row = await this.#database
      .selectFrom("import_file")
      .innerJoin("import_batch", (join) =>
        join
          .onRef("import_batch.workspace_id", "=", "import_file.workspace_id")
          .onRef("import_batch.id", "=", "import_file.batch_id"),
      )
      .select([
        "import_file.workspace_id",
        "import_file.id",
        "batch_id",
        "import_file.name",
        "pasted",
        "encoding",
        "bytes",
      ])
      .where("state", "=", "queued")
      .where("paused", "=", 0)
      .orderBy("import_batch.created_at")
      .orderBy("position")
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { workspace_id: workspaceId, id, batch_id: batch, name, pasted, encoding, bytes } = row;
    return { workspaceId, id, batch, name, pasted: pasted === 1, encoding, bytes: new Uint8Array(bytes) };
  }

  /** Moves a document on, where it is still in one of the states. */
  async move(
    workspaceId: string,
    id: string,
    from: readonly ImportState[],
    to: ImportState,
    more: Updateable<ImportFileTable> = {},
  ): Promise<boolean> {
    const updated = await this.#database
      .updateTable("import_file")
      .set({ ...more, state: to, changed_at: this.#now() })
      .where("workspace_id", "=", workspaceId)
      .where("id", "=", id)
      .where("state", "in", from)
      .executeTakeFirst();
    return updated.numUpdatedRows > 0n;
  }

  /** Keeps a reading. */
  async keep({ workspaceId, id }: QueuedFile, imported: ImportedFile): Promise<void> {
    await this.move(workspaceId, id, ["reading"], "to-check", { ...readColumns(imported), problem: null });
  }

  /** Has a document read again, in an encoding where one is given. Corrections of the earlier reading are gone. */
  async requeue(workspaceId: string, file: ListedFile, encoding: string | undefined): Promise<boolean> {
    const again = {
      ...(encoding === undefined ? {} : { encoding }),
      corrected: null,
      problem: null,
      version: file.version + 1,
    };
    return this.move(workspaceId, file.id, ["queued", "to-check", "confirmed", "failed", "cancelled"], "queued", again);
  }

  async cancel(workspaceId: string, batch: string): Promise<void> {
    await this.#database
      .updateTable("import_file")
      .set({ state: "cancelled", changed_at: this.#now() })
      .where("workspace_id", "=", workspaceId)
      .where("batch_id", "=", batch)
      .where("state", "in", ["queued", "reading"])
      .execute();
  }

  /** What was being read when the server stopped is read again. */
  async requeueInterrupted(): Promise<void> {
    await this.#database.updateTable("import_file").set({ state: "queued" }).where("state", "=", "reading").execute();
  }

  async setTemplates(workspaceId: string, id: string, templates: readonly ImportedTemplate[]): Promise<void> {
    const rows = this.#database.updateTable("import_file").set({ templates: JSON.stringify(templates) });
    await rows.where("workspace_id", "=", workspaceId).where("id", "=", id).execute();
  }

  #files(workspaceId: string, batch: string) {
    const rows = this.#database.selectFrom("import_file").where("workspace_id", "=", workspaceId);
    return rows.where("batch_id", "=", batch);
  }

  async #counts(workspaceId: string): Promise<ReadonlyMap<string, Partial<Record<ImportState, number>>>> {
    const rows = await this.#database
      .selectFrom("import_file")
      .select(({ fn }) => ["batch_id", "state", fn.countAll<number | string>().as("count")])
      .where("workspace_id", "=", workspaceId)
      .groupBy(["batch_id", "state"])
      .execute();
    const counts = new Map<string, Partial<Record<ImportState, number>>>();
    for (const { batch_id, state, count } of rows)
      counts.set(batch_id, { ...counts.get(batch_id), [state]: Number(count) });
    return counts;
  }

  #now(): string {
    return this.#clock().toISOString();
  }
}

function listedFile(row: Pick<Selectable<ImportFileTable>, (typeof listed)[number]>, corrected: boolean): ListedFile {
  return {
    id: row.id,
    batch: row.batch_id,
    name: row.name,
    size: row.size,
    state: row.state,
    encoding: row.encoding,
    problem: parsed<ReadingProblem>(row.problem),
    facts: parsed<ImportFacts>(row.facts),
    corrected,
    version: row.version,
    templates: parsed<ImportedTemplate[]>(row.templates) ?? [],
    changedAt: row.changed_at,
  };
}

function parsed<Value>(json: string | null): Value | undefined {
  return json === null ? undefined : (JSON.parse(json) as Value);
}
