import type { Kysely, Selectable } from "kysely";
import { People } from "../accounts/people.ts";
import { clientStretches } from "../collaboration/authorship.ts";
import type { Rooms } from "../collaboration/rooms.ts";
import { notFound, ProblemError, required } from "../http/problem.ts";
import type { Authorship, RevisionDetail, RevisionSummary } from "../protocol.ts";
import type { UpdateLog } from "../storage/storage.ts";
import type { RevisionTable, Tables } from "../storage/tables.ts";
import { titleOf } from "./library-text.ts";
import type { PublishedTexts } from "./published-texts.ts";
import type { TemplateStore } from "./template-store.ts";
import { sha256Of } from "./text-facts.ts";

export interface RevisionStoreOptions {
  readonly database: Kysely<Tables>;
  readonly log: UpdateLog;
  readonly rooms: Rooms;
  readonly templates: TemplateStore;
  readonly published: PublishedTexts;
  readonly clock: () => Date;
}

/** Who makes a revision; `name` is what it shows. */
export interface Maker {
  readonly name: string;
}

/** What is kept: the text of this moment, or with `revision` that of an earlier revision once more. */
export interface RevisionDraft {
  readonly kind: RevisionSummary["kind"];
  readonly name?: string | undefined;
  readonly revision?: number | undefined;
}

type Content = Pick<RevisionTable, "schema_id" | "text" | "sha256" | "seq" | "created_at" | "created_by">;

/** The revisions of a template so far, newest first. */
type Before = readonly Pick<RevisionTable, "revision" | "version" | "sha256" | "seq">[];

/**
 * Immutable states of templates: named by somebody, published under a number that counts up, or kept by the server when
 * people paused.
 */
export class RevisionStore {
  readonly #options: RevisionStoreOptions;

  constructor(options: RevisionStoreOptions) {
    this.#options = options;
  }

  /** Who wrote what of the present text. */
  async authorship(workspaceId: string, templateId: string): Promise<Authorship> {
    const { database, rooms } = this.#options;
    const people = await People.of(database, workspaceId);
    return rooms.look(workspaceId, templateId, (text, _, writers) => ({
      text: text.toString(),
      stretches: clientStretches(text).map(({ length, client }) => ({
        length,
        by: people.orNull(writers.get(client) ?? null),
      })),
    }));
  }

  /** Newest first. */
  async list(workspaceId: string, templateId: string): Promise<RevisionSummary[]> {
    const rows = await this.#rows(workspaceId, templateId).orderBy("revision", "desc").execute();
    return rows.map(summaryOf);
  }

  async find(workspaceId: string, templateId: string, revision: number): Promise<RevisionDetail | undefined> {
    const row = await this.#rows(workspaceId, templateId).where("revision", "=", revision).executeTakeFirst();
    return row && { summary: summaryOf(row), text: row.text };
  }

  async version(workspaceId: string, templateId: string, version: number): Promise<RevisionDetail | undefined> {
    const row = await this.#rows(workspaceId, templateId).where("version", "=", version).executeTakeFirst();
    return row && { summary: summaryOf(row), text: row.text };
  }

  async newestVersion(workspaceId: string, templateId: string): Promise<RevisionDetail | undefined> {
    const row = await this.#rows(workspaceId, templateId)
      .where("version", "is not", null)
      .orderBy("version", "desc")
      .executeTakeFirst();
    return row && { summary: summaryOf(row), text: row.text };
  }

  /**
   * Keeps the text of this moment. A text with errors is not published, nor is the same text twice, nor one under the
   * `$id` of another published template; all of them may be named.
   */
  async make(workspaceId: string, templateId: string, draft: RevisionDraft, maker: Maker): Promise<RevisionSummary> {
    const { templates, published, clock } = this.#options;
    const { text, seq } = await this.#content(workspaceId, templateId, draft.revision);
    const { schemaId, diagnostics } = await templates.inspect(text);
    const sha256 = sha256Of(text);
    if (draft.kind === "published") {
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      if (errors.length > 0)
        throw new ProblemError(422, "template-has-errors", { count: errors.length }, { text, diagnostics });
    }
    const row = await this.#insert(workspaceId, templateId, draft, {
      schema_id: schemaId ?? null,
      text,
      sha256,
      seq,
      created_at: clock().toISOString(),
      created_by: maker.name,
    });
    if (row === undefined) throw new Error("A revision somebody asked for is always made");
    published.add(row.schema_id, row.version, row.text);
    if (row.schema_id !== null && row.version !== null) await templates.forgetChildrenOf(workspaceId, row.schema_id);
    return summaryOf(row);
  }

  /** Keeps the text after a pause in editing; undefined when the newest revision has the same text already. */
  async keepPause(workspaceId: string, templateId: string): Promise<RevisionSummary | undefined> {
    const { templates, clock } = this.#options;
    const { text, seq } = await templates.read(workspaceId, templateId);
    const sha256 = sha256Of(text);
    const content = { schema_id: null, text, sha256, seq, created_at: clock().toISOString(), created_by: "" };
    const row = await this.#insert(workspaceId, templateId, { kind: "pause" }, content);
    return row && summaryOf(row);
  }

  /** Templates with edits after their newest revision. */
  async changedSinceKept(workspaceId: string): Promise<readonly string[]> {
    const { database } = this.#options;
    const rows = await database
      .selectFrom("template")
      .select((of) => [
        "id",
        of
          .selectFrom("revision")
          .select(({ fn }) => fn.max("revision.seq").as("seq"))
          .whereRef("revision.workspace_id", "=", "template.workspace_id")
          .whereRef("revision.template_id", "=", "template.id")
          .as("kept"),
        of
          .selectFrom("update_log")
          .select(({ fn }) => fn.max("update_log.seq").as("seq"))
          .whereRef("update_log.workspace_id", "=", "template.workspace_id")
          .whereRef("update_log.doc", "=", "template.id")
          .as("logged"),
        of
          .selectFrom("snapshot")
          .select("snapshot.seq")
          .whereRef("snapshot.workspace_id", "=", "template.workspace_id")
          .whereRef("snapshot.doc", "=", "template.id")
          .as("folded"),
      ])
      .where("workspace_id", "=", workspaceId)
      .execute();
    return rows
      .filter(({ kept, logged, folded }) => Math.max(logged ?? 0, folded ?? 0) > (kept ?? 0))
      .map(({ id }) => id);
  }

  /** Gives a revision a name, also long after it was made; undefined where there is none. */
  async rename(
    workspaceId: string,
    templateId: string,
    revision: number,
    name: string,
  ): Promise<RevisionSummary | undefined> {
    await this.#options.database
      .updateTable("revision")
      .set({ name: name.trim() })
      .where("workspace_id", "=", workspaceId)
      .where("template_id", "=", templateId)
      .where("revision", "=", revision)
      .execute();
    return (await this.find(workspaceId, templateId, revision))?.summary;
  }

  async #content(workspaceId: string, templateId: string, revision: number | undefined) {
    if (revision === undefined) return this.#options.templates.read(workspaceId, templateId);
    const row = await this.#rows(workspaceId, templateId).where("revision", "=", revision).executeTakeFirst();
    return required(row, notFound("revision"));
  }

  /** Numbers and row in one transaction: two who publish at once get two numbers. */
  #insert(
    workspaceId: string,
    templateId: string,
    draft: RevisionDraft,
    content: Content,
  ): Promise<Selectable<RevisionTable> | undefined> {
    return this.#options.database.transaction().execute(async (database) => {
      const before: Before = await database
        .selectFrom("revision")
        .select(["revision", "version", "sha256", "seq"])
        .where("workspace_id", "=", workspaceId)
        .where("template_id", "=", templateId)
        .orderBy("revision", "desc")
        .execute();
      if (draft.kind === "pause" && before[0]?.sha256 === content.sha256) return undefined;
      const newest = before.find(({ version }) => version !== null);
      if (draft.kind === "published") {
        refuseSame(newest, content);
        await refuseTakenId(database, workspaceId, templateId, content.schema_id);
      }
      const version = draft.kind === "published" ? (newest?.version ?? 0) + 1 : null;
      const since = draft.kind === "published" ? (newest?.seq ?? 0) : (before[0]?.seq ?? 0);
      const row = {
        ...content,
        workspace_id: workspaceId,
        template_id: templateId,
        revision: (before[0]?.revision ?? 0) + 1,
        kind: draft.kind,
        version,
        name: nameOf(draft, version, content),
        authors: JSON.stringify(await this.#authors(database, workspaceId, templateId, since, content.seq)),
      };
      await database.insertInto("revision").values(row).execute();
      return row;
    });
  }

  /** Names of the members who wrote after a log position and not after another. */
  async #authors(database: Kysely<Tables>, workspaceId: string, doc: string, after: number, upTo: number) {
    const ids = await this.#options.log.authors(workspaceId, doc, after, upTo);
    if (ids.length === 0) return [];
    const rows = await database
      .selectFrom("member")
      .select("name")
      .where("workspace_id", "=", workspaceId)
      .where("id", "in", ids)
      .orderBy("name")
      .execute();
    return rows.map(({ name }) => name);
  }

  #rows(workspaceId: string, templateId: string) {
    return this.#options.database
      .selectFrom("revision")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .where("template_id", "=", templateId);
  }
}

function refuseSame(
  newest: Pick<RevisionTable, "version" | "sha256"> | undefined,
  { sha256 }: Pick<RevisionTable, "sha256">,
): void {
  if (newest?.sha256 === sha256) throw new ProblemError(409, "nothing-to-publish", { version: newest.version });
}

/** `x-extends` names texts by their `$id`: of two templates with the same, nobody could tell which is meant. */
async function refuseTakenId(
  database: Kysely<Tables>,
  workspaceId: string,
  templateId: string,
  schemaId: string | null,
): Promise<void> {
  if (schemaId === null) return;
  const other = await database
    .selectFrom("revision")
    .select("text")
    .where("workspace_id", "=", workspaceId)
    .where("schema_id", "=", schemaId)
    .where("version", "is not", null)
    .where("template_id", "!=", templateId)
    .orderBy("created_at", "desc")
    .executeTakeFirst();
  if (other) throw new ProblemError(409, "schema-id-taken", { id: schemaId, title: titleOf(other.text) ?? schemaId });
}

/** What people call it, else its number or its time; what nobody made has no name. */
function nameOf(draft: RevisionDraft, version: number | null, { created_at }: Content): string {
  const given = draft.name?.trim();
  if (given) return given;
  if (draft.kind === "named") return created_at.slice(0, 16).replace("T", " ");
  return version === null ? "" : `v${version}`;
}

function summaryOf(row: Selectable<RevisionTable>): RevisionSummary {
  return {
    revision: row.revision,
    kind: row.kind,
    version: row.version,
    name: row.name,
    sha256: row.sha256,
    authors: JSON.parse(row.authors) as string[],
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}
