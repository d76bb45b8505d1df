import { type Inspection, inspect, type Severities } from "@rolewright/runtime";
import type { Kysely, Selectable } from "kysely";
import { newId } from "../accounts/secrets.ts";
import type { Rooms } from "../collaboration/rooms.ts";
import { ProblemError } from "../http/problem.ts";
import type { TemplateContents, TemplateReading, TemplateSummary } from "../protocol.ts";
import type { Tables, TemplateTable } from "../storage/tables.ts";
import type { Inspected, Inspector } from "./inspector.ts";
import { referenceParts, referencesOf } from "./library-text.ts";
import type { PublishedTexts } from "./published-texts.ts";
import { RecentInspections } from "./recent-inspections.ts";
import { factsOf, type TextFacts } from "./text-facts.ts";

export interface TemplateStoreOptions {
  readonly database: Kysely<Tables>;
  readonly rooms: Rooms;
  readonly published: PublishedTexts;
  readonly inspector: Inspector;
  /** How severe the organisation takes findings at this moment. */
  readonly severities: () => Severities;
  readonly clock: () => Date;
}

/** The last edit of a document. */
interface Position {
  readonly doc: string;
  readonly seq: number;
  readonly time: string;
  readonly userId: string | null;
}

interface NewestVersion {
  readonly version: number;
  readonly sha256: string;
}

/** By template: what its summary says besides what stands in its own row. */
interface Known {
  readonly positions: ReadonlyMap<string, Position>;
  readonly versions: ReadonlyMap<string, NewestVersion>;
  /** By member. */
  readonly names: ReadonlyMap<string, string>;
  readonly mine: ReadonlySet<string>;
  readonly holders: ReadonlyMap<string, ReadonlySet<string>>;
  /** By template and version. */
  readonly readers: ReadonlyMap<string, ReadonlySet<string>>;
}

function acknowledgedBy(holders: ReadonlySet<string> = new Set(), readers: ReadonlySet<string> = new Set()): number {
  return [...holders].filter((holder) => readers.has(holder)).length;
}

function collected(
  pairs: readonly (readonly [key: string, value: string])[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const sets = new Map<string, Set<string>>();
  for (const [key, value] of pairs) sets.set(key, (sets.get(key) ?? new Set()).add(value));
  return sets;
}

const noContents: Omit<TemplateContents, "id"> = { reportsTo: null, supervises: [], items: [] };

/** The templates of a workspace: their summaries, kept by log position, and their texts. */
export class TemplateStore {
  readonly #options: TemplateStoreOptions;
  readonly #recent = new RecentInspections();

  constructor(options: TemplateStoreOptions) {
    this.#options = options;
  }

  /** What the runtime finds in a text, with this workspace's published templates to inherit from. */
  inspect(text: string): Promise<Inspected> {
    const { inspector, published, severities } = this.#options;
    const decided = severities();
    return this.#recent.of([text, decided, published.generation], () => {
      const references = referencesOf(text);
      const names = references.length > 0 ? published.names() : [];
      return inspector.inspect({ text, behind: published.behind(references), names, severities: decided });
    });
  }

  /** The same for a page that opens the text; undefined where it takes too long. */
  async reading(text: string): Promise<TemplateReading | undefined> {
    try {
      const { role, diagnostics } = await this.inspect(text);
      return { ...(role ? { role } : {}), diagnostics };
    } catch (problem) {
      if (problem instanceof ProblemError) return undefined;
      throw problem;
    }
  }

  /** As `inspect`, for a text that went through it before: here, at once. */
  inspectPublished(text: string): Inspection {
    return inspect(text, this.#options.published);
  }

  /** Newest edit first. */
  async list(workspaceId: string, reader: string): Promise<TemplateSummary[]> {
    const rows = await this.#rows(workspaceId).execute();
    const known = await this.#known(workspaceId, reader);
    const summaries: TemplateSummary[] = [];
    for (const row of rows) summaries.push(await this.#summary(row, known));
    return summaries.sort((one, other) => other.updatedAt.localeCompare(one.updatedAt));
  }

  async find(workspaceId: string, id: string, reader: string): Promise<TemplateSummary | undefined> {
    const row = await this.#rows(workspaceId).where("id", "=", id).executeTakeFirst();
    return row && this.#summary(row, await this.#known(workspaceId, reader, id));
  }

  /** What every role holds that is not archived. */
  async contents(workspaceId: string): Promise<TemplateContents[]> {
    const rows = await this.#rows(workspaceId).where("archived", "=", 0).execute();
    const positions = await this.#positions(workspaceId);
    const all: TemplateContents[] = [];
    for (const row of rows) {
      const { contents = noContents } = await this.#facts(row, positions.get(row.id)?.seq ?? 0);
      all.push({ id: row.id, ...contents });
    }
    return all;
  }

  async exists(workspaceId: string, id: string): Promise<boolean> {
    return (await this.#rows(workspaceId).where("id", "=", id).executeTakeFirst()) !== undefined;
  }

  read(workspaceId: string, id: string): Promise<{ readonly text: string; readonly seq: number }> {
    return this.#options.rooms.read(workspaceId, id);
  }

  write(workspaceId: string, id: string, text: string, by: string | null): Promise<void> {
    return this.#options.rooms.write(workspaceId, id, text, by);
  }

  /** Makes an empty template; its text follows by `write`, which puts it down to somebody. Returns its id. */
  async create(workspaceId: string, family: string, by: string | null, id = newId()): Promise<string> {
    await this.#options.database
      .insertInto("template")
      .values({
        workspace_id: workspaceId,
        id,
        family,
        archived: 0,
        removed: 0,
        created_at: this.#options.clock().toISOString(),
        created_by: by,
        facts: null,
        facts_seq: 0,
      })
      .execute();
    return id;
  }

  /** Undefined fields stay as they are. */
  async change(
    workspaceId: string,
    id: string,
    change: { readonly archived?: boolean; readonly family?: string },
  ): Promise<void> {
    const set = {
      ...(change.archived === undefined ? {} : { archived: change.archived ? 1 : 0 }),
      ...(change.family === undefined ? {} : { family: change.family }),
    };
    if (Object.keys(set).length === 0) return;
    await this.#options.database
      .updateTable("template")
      .set(set)
      .where("workspace_id", "=", workspaceId)
      .where("id", "=", id)
      .execute();
  }

  /**
   * Has the facts of templates that extend this one read anew: a version they name may be there now, or a newer one
   * where they name none.
   */
  async forgetChildrenOf(workspaceId: string, schemaId: string): Promise<void> {
    const { database } = this.#options;
    const rows = await database
      .selectFrom("template")
      .select(["id", "facts"])
      .where("workspace_id", "=", workspaceId)
      .where("facts", "is not", null)
      .execute();
    const children = rows.filter(({ facts }) => {
      const { references = [] } = JSON.parse(facts ?? "{}") as Partial<TextFacts>;
      return references.some((reference) => referenceParts(reference).id === schemaId);
    });
    for (const { id } of children) {
      const row = database.updateTable("template").set({ facts_seq: -1 });
      await row.where("workspace_id", "=", workspaceId).where("id", "=", id).execute();
    }
  }

  /** Has the facts of all templates read anew: their findings count otherwise from now on. */
  async forgetFacts(workspaceId: string): Promise<void> {
    const rows = this.#options.database.updateTable("template").set({ facts_seq: -1 });
    await rows.where("workspace_id", "=", workspaceId).execute();
  }

  #rows(workspaceId: string) {
    return this.#options.database
      .selectFrom("template")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .where("removed", "=", 0);
  }

  async #summary(
    row: Selectable<TemplateTable>,
    { positions, versions, names, mine, holders, readers }: Known,
  ): Promise<TemplateSummary> {
    const position = positions.get(row.id);
    const newest = versions.get(row.id);
    const {
      references: _,
      contents: __,
      sha256,
      translations = {},
      quality = 0,
      ...facts
    } = await this.#facts(row, position?.seq ?? 0);
    const published = newest?.sha256 === sha256 ? "published" : "changed";
    return {
      ...facts,
      translations: { ...translations },
      quality,
      mine: mine.has(row.id),
      holders: holders.get(row.id)?.size ?? 0,
      acknowledged: acknowledgedBy(holders.get(row.id), readers.get(`${row.id} ${newest?.version}`)),
      id: row.id,
      family: row.family,
      version: newest?.version ?? null,
      state: newest === undefined ? "draft" : published,
      // Who asks, and so what awaits them, is not known here (`ReviewStore.inSummaries`).
      review: null,
      archived: row.archived === 1,
      updatedAt: position?.time ?? row.created_at,
      updatedBy: names.get(position?.userId ?? "") ?? null,
    };
  }

  async #facts(row: Selectable<TemplateTable>, seq: number): Promise<TextFacts> {
    const known = row.facts === null ? undefined : (JSON.parse(row.facts) as TextFacts);
    if (known?.contents !== undefined && row.facts_seq === seq) return known;
    const now = await this.read(row.workspace_id, row.id);
    const facts = await this.#factsNow(now.text, known);
    await this.#options.database
      .updateTable("template")
      .set({ facts: JSON.stringify(facts), facts_seq: now.seq })
      .where("workspace_id", "=", row.workspace_id)
      .where("id", "=", row.id)
      .execute();
    return facts;
  }

  /** A text that takes too long is one with an error: a list shows the others none the less. */
  async #factsNow(text: string, known: TextFacts | undefined): Promise<TextFacts> {
    try {
      return factsOf(text, await this.inspect(text), known);
    } catch (problem) {
      if (!(problem instanceof ProblemError)) throw problem;
      return { ...factsOf(text, { diagnostics: [] }, known), errors: 1 };
    }
  }

  /** The last edit of each document: its newest log row, else what the snapshot remembers of it. */
  async #positions(workspaceId: string, doc?: string): Promise<ReadonlyMap<string, Position>> {
    const { database } = this.#options;
    const snapshots = database
      .selectFrom("snapshot")
      .select(["doc", "seq", "time", "user_id"])
      .where("workspace_id", "=", workspaceId)
      .$if(doc !== undefined, (query) => query.where("doc", "=", doc ?? ""));
    const logged = database
      .selectFrom("update_log")
      .select(["doc", "seq", "time", "user_id"])
      .where("workspace_id", "=", workspaceId)
      .where("seq", "=", ({ selectFrom }) =>
        selectFrom("update_log as newest")
          .select(({ fn }) => fn.max("newest.seq").as("seq"))
          .whereRef("newest.workspace_id", "=", "update_log.workspace_id")
          .whereRef("newest.doc", "=", "update_log.doc"),
      )
      .$if(doc !== undefined, (query) => query.where("doc", "=", doc ?? ""));
    const rows = await snapshots.unionAll(logged).orderBy("seq").execute();
    return new Map(rows.map((row) => [row.doc, { doc: row.doc, seq: row.seq, time: row.time, userId: row.user_id }]));
  }

  async #versions(workspaceId: string, id?: string): Promise<ReadonlyMap<string, NewestVersion>> {
    const rows = await this.#options.database
      .selectFrom("revision")
      .select(["template_id", "version", "sha256"])
      .where("workspace_id", "=", workspaceId)
      .where("version", "is not", null)
      .$if(id !== undefined, (query) => query.where("template_id", "=", id ?? ""))
      .orderBy("version")
      .execute();
    return new Map(rows.map((row) => [row.template_id, { version: row.version ?? 0, sha256: row.sha256 }]));
  }

  /** What summaries are made with besides the rows themselves: of all templates, or of one. */
  async #known(workspaceId: string, reader: string, id?: string): Promise<Known> {
    return {
      positions: await this.#positions(workspaceId, id),
      versions: await this.#versions(workspaceId, id),
      names: await this.#memberNames(workspaceId),
      mine: await this.#writtenBy(workspaceId, reader, id),
      holders: await this.#holders(workspaceId, id),
      readers: await this.#readers(workspaceId, id),
    };
  }

  /** Who is or was appraised by each template. */
  async #holders(workspaceId: string, id?: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const rows = await this.#options.database
      .selectFrom("scorecard")
      .select(["template_id", "holder_id"])
      .distinct()
      .where("workspace_id", "=", workspaceId)
      .$if(id !== undefined, (query) => query.where("template_id", "=", id ?? ""))
      .execute();
    return collected(rows.map((row) => [row.template_id, row.holder_id]));
  }

  /** Who has read each version, by template and version. */
  async #readers(workspaceId: string, id?: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const rows = await this.#options.database
      .selectFrom("acknowledgement")
      .select(["template_id", "version", "holder_id"])
      .where("workspace_id", "=", workspaceId)
      .$if(id !== undefined, (query) => query.where("template_id", "=", id ?? ""))
      .execute();
    return collected(rows.map((row) => [`${row.template_id} ${row.version}`, row.holder_id]));
  }

  /** Documents somebody has written in since their newest version. */
  async #writtenBy(workspaceId: string, reader: string, id?: string): Promise<ReadonlySet<string>> {
    const { database } = this.#options;
    const logged = database
      .selectFrom("update_log")
      .select(["doc", ({ fn }) => fn.max("seq").as("seq")])
      .where("workspace_id", "=", workspaceId)
      .where("user_id", "=", reader)
      .$if(id !== undefined, (query) => query.where("doc", "=", id ?? ""))
      .groupBy("doc");
    const folded = database
      .selectFrom("contribution")
      .select(["doc", "last_seq as seq"])
      .where("workspace_id", "=", workspaceId)
      .where("user_id", "=", reader)
      .$if(id !== undefined, (query) => query.where("doc", "=", id ?? ""));
    const written = await logged.unionAll(folded).execute();
    const published = await database
      .selectFrom("revision")
      .select(["template_id", ({ fn }) => fn.max("seq").as("seq")])
      .where("workspace_id", "=", workspaceId)
      .where("version", "is not", null)
      .groupBy("template_id")
      .execute();
    const since = new Map(published.map((row) => [row.template_id, row.seq]));
    return new Set(written.filter((row) => row.seq > (since.get(row.doc) ?? 0)).map((row) => row.doc));
  }

  async #memberNames(workspaceId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#options.database
      .selectFrom("member")
      .select(["id", "name"])
      .where("workspace_id", "=", workspaceId)
      .execute();
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
