import type { Kysely, Selectable } from "kysely";
import { ProblemError } from "../http/problem.ts";
import type { NewRevision, RevisionDetail, RevisionSummary } from "../protocol.ts";
import type { RevisionTable, Tables } from "../storage/tables.ts";
import { titleOf } from "./library-text.ts";
import type { PublishedTexts } from "./published-texts.ts";
import type { TemplateStore } from "./template-store.ts";
import { sha256Of } from "./text-facts.ts";

export interface RevisionStoreOptions {
  readonly database: Kysely<Tables>;
  readonly templates: TemplateStore;
  readonly published: PublishedTexts;
  readonly clock: () => Date;
}

/** Who makes a revision; `name` is what it shows. */
export interface Maker {
  readonly name: string;
}

/** Immutable states of templates: named by somebody, or published under a number that counts up. */
export class RevisionStore {
  readonly #options: RevisionStoreOptions;

  constructor(options: RevisionStoreOptions) {
    this.#options = options;
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
  async make(workspaceId: string, templateId: string, draft: NewRevision, maker: Maker): Promise<RevisionSummary> {
    const { templates, published, clock } = this.#options;
    const { text, seq } = await templates.read(workspaceId, templateId);
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
    published.add(row.schema_id, row.version, row.text);
    if (row.schema_id !== null && row.version !== null) await templates.forgetChildrenOf(workspaceId, row.schema_id);
    return summaryOf(row);
  }

  /** Numbers and row in one transaction: two who publish at once get two numbers. */
  #insert(
    workspaceId: string,
    templateId: string,
    draft: NewRevision,
    content: Pick<RevisionTable, "schema_id" | "text" | "sha256" | "seq" | "created_at" | "created_by">,
  ): Promise<Selectable<RevisionTable>> {
    return this.#options.database.transaction().execute(async (database) => {
      const before = await database
        .selectFrom("revision")
        .select(["revision", "version", "sha256", "seq"])
        .where("workspace_id", "=", workspaceId)
        .where("template_id", "=", templateId)
        .orderBy("revision", "desc")
        .execute();
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
        name:
          draft.name?.trim() || (version === null ? content.created_at.slice(0, 16).replace("T", " ") : `v${version}`),
        authors: JSON.stringify(await authorsSince(database, workspaceId, templateId, since)),
      };
      await database.insertInto("revision").values(row).execute();
      return row;
    });
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

/** Names of the members who wrote after a log position, from the log's rows and from what compaction kept of them. */
async function authorsSince(
  database: Kysely<Tables>,
  workspaceId: string,
  doc: string,
  seq: number,
): Promise<string[]> {
  const logged = database
    .selectFrom("update_log")
    .select("user_id")
    .where("workspace_id", "=", workspaceId)
    .where("doc", "=", doc)
    .where("seq", ">", seq);
  const folded = database
    .selectFrom("contribution")
    .select("user_id")
    .where("workspace_id", "=", workspaceId)
    .where("doc", "=", doc)
    .where("last_seq", ">", seq);
  const rows = await database
    .selectFrom("member")
    .select("name")
    .where("workspace_id", "=", workspaceId)
    .where((where) => where.or([where("id", "in", logged), where("id", "in", folded)]))
    .orderBy("name")
    .execute();
  return rows.map(({ name }) => name);
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
