import type { Observation } from "@rolewright/runtime";
import type { Kysely, Selectable } from "kysely";
import type { ObservationTable, Tables } from "../storage/tables.ts";

/** Which facts: of whom, about which template, and in which periods (by the beginning of their names). */
export interface ObservationQuery {
  readonly holderId?: string;
  readonly templateId?: string;
  readonly periodPrefixes?: readonly string[];
}

/** A checked fact on its way to the database. */
export interface ObservationDraft {
  readonly holderId: string;
  readonly templateId: string;
  readonly version: number;
  readonly item: string;
  readonly period: string;
  /** null withdraws it. */
  readonly data: unknown;
  readonly evidence?: string;
  /** Why the item is not judged in the period; null withdraws that, undefined leaves what stands. */
  readonly exempt?: string | null;
}

/** Recorded facts, append-only: a correction is a new row and the last one counts, so that nothing is overwritten. */
export class ObservationStore {
  readonly #database: Kysely<Tables>;
  readonly #clock: () => Date;

  constructor(database: Kysely<Tables>, clock: () => Date) {
    this.#database = database;
    this.#clock = clock;
  }

  /** The facts that count, and exemptions, in the order of their periods; withdrawn ones are left out. */
  async list(workspaceId: string, query: ObservationQuery): Promise<Observation[]> {
    const { holderId, templateId, periodPrefixes: prefixes } = query;
    const rows = await this.#database
      .selectFrom("observation")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .where((where) => where.or([where("data", "!=", "null"), where("exempt", "is not", null)]))
      .where("sequence", "=", ({ selectFrom }) =>
        selectFrom("observation as newer")
          .select(({ fn }) => fn.max("newer.sequence").as("sequence"))
          .whereRef("newer.workspace_id", "=", "observation.workspace_id")
          .whereRef("newer.holder_id", "=", "observation.holder_id")
          .whereRef("newer.template_id", "=", "observation.template_id")
          .whereRef("newer.item", "=", "observation.item")
          .whereRef("newer.period", "=", "observation.period"),
      )
      .$if(holderId !== undefined, (rows) => rows.where("holder_id", "=", holderId ?? ""))
      .$if(templateId !== undefined, (rows) => rows.where("template_id", "=", templateId ?? ""))
      .$if(prefixes !== undefined, (rows) =>
        rows.where((where) => where.or((prefixes ?? []).map((prefix) => where("period", "like", `${prefix}%`)))),
      )
      .orderBy("period")
      .orderBy("item")
      .execute();
    return rows.map(observationOf);
  }

  /** Writes all of them or none. */
  async record(workspaceId: string, drafts: readonly ObservationDraft[], by: string): Promise<void> {
    const at = this.#clock().toISOString();
    await this.#database.transaction().execute(async (database) => {
      for (const draft of drafts) await insert(database, workspaceId, draft, by, at);
    });
  }
}

async function insert(
  database: Kysely<Tables>,
  workspaceId: string,
  draft: ObservationDraft,
  by: string,
  at: string,
): Promise<void> {
  const last = await database
    .selectFrom("observation")
    .select(["sequence", "exempt"])
    .where("workspace_id", "=", workspaceId)
    .where("holder_id", "=", draft.holderId)
    .where("template_id", "=", draft.templateId)
    .where("item", "=", draft.item)
    .where("period", "=", draft.period)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  await database
    .insertInto("observation")
    .values({
      workspace_id: workspaceId,
      holder_id: draft.holderId,
      template_id: draft.templateId,
      item: draft.item,
      period: draft.period,
      sequence: (last?.sequence ?? 0) + 1,
      version: draft.version,
      data: JSON.stringify(draft.data),
      evidence: draft.evidence ?? null,
      exempt: draft.exempt === undefined ? (last?.exempt ?? null) : draft.exempt,
      recorded_by: by,
      recorded_at: at,
    })
    .execute();
}

function observationOf(row: Selectable<ObservationTable>): Observation {
  return {
    holder: row.holder_id,
    template: { id: row.template_id, version: row.version },
    item: row.item,
    period: row.period,
    data: JSON.parse(row.data) as Observation["data"],
    ...(row.evidence === null ? {} : { evidence: row.evidence }),
    ...(row.exempt === null ? {} : { exempt: row.exempt }),
    by: row.recorded_by,
    at: row.recorded_at,
  };
}
