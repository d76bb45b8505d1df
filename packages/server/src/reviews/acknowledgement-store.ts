import type { Kysely } from "kysely";
import { may } from "../accounts/permissions.ts";
import type { Caller } from "../accounts/sessions.ts";
import { findHolder, listHolders } from "../appraisal/holder-store.ts";
import { notFound, ProblemError, required } from "../http/problem.ts";
import type { NoticeStore } from "../notices/notice-store.ts";
import type { Acknowledgements, NewAcknowledgement } from "../protocol.ts";
import type { Tables } from "../storage/tables.ts";
import type { RevisionStore } from "../templates/revision-store.ts";

export interface AcknowledgementStoreOptions {
  readonly database: Kysely<Tables>;
  readonly revisions: RevisionStore;
  readonly notices: NoticeStore;
  readonly clock: () => Date;
}

/** Who of a role's holders has read which version. */
export class AcknowledgementStore {
  readonly #options: AcknowledgementStoreOptions;

  constructor(options: AcknowledgementStoreOptions) {
    this.#options = options;
  }

  /** Of the newest version, or of the one named. */
  async list(caller: Caller, templateId: string, version?: number): Promise<Acknowledgements> {
    const { database, revisions } = this.#options;
    const { workspaceId, member } = caller;
    const newest = (await revisions.newestVersion(workspaceId, templateId))?.summary.version ?? null;
    const asked = version ?? newest;
    if (asked === null) return { version: null, done: 0, total: 0, items: [] };
    if (newest === null || asked > newest) throw notFound("revision");
    const holders = await holderIds(database, workspaceId, templateId);
    const read = await database
      .selectFrom("acknowledgement")
      .select(["holder_id", "acknowledged_at"])
      .where("workspace_id", "=", workspaceId)
      .where("template_id", "=", templateId)
      .where("version", "=", asked)
      .execute();
    const times = new Map(read.map(({ holder_id, acknowledged_at }) => [holder_id, acknowledged_at]));
    const items = (await listHolders(database, caller))
      .filter(({ id }) => holders.has(id))
      .map(({ id, name, unit, memberId }) => ({
        holder: { id, name, unit },
        acknowledgedAt: times.get(id) ?? null,
        mine: memberId === member.id,
      }));
    return { version: asked, done: [...holders].filter((id) => times.has(id)).length, total: holders.size, items };
  }

  /** Records that the caller, or somebody whose paper they keep, has read a version; twice is as good as once. */
  async record(caller: Caller, templateId: string, draft: NewAcknowledgement): Promise<Acknowledgements> {
    const { database, clock } = this.#options;
    const { workspaceId, member } = caller;
    const { version, items } = await this.list(caller, templateId, draft.version);
    const holderId = draft.holderId ?? items.find(({ mine }) => mine)?.holder.id;
    if (holderId === undefined) throw new ProblemError(403, "not-a-holder");
    const holder = required(await findHolder(database, caller, holderId), notFound("holder"));
    if (holder.memberId !== member.id && !may(member.role, "people.all")) throw new ProblemError(403, "forbidden");
    if (!items.some((item) => item.holder.id === holderId)) throw new ProblemError(409, "holds-another-role");
    await database
      .insertInto("acknowledgement")
      .values({
        workspace_id: workspaceId,
        template_id: templateId,
        version: version ?? draft.version,
        holder_id: holderId,
        acknowledged_at: clock().toISOString(),
        recorded_by: member.id,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return this.list(caller, templateId, draft.version);
  }

  /** Asks everybody who holds the role to read a version just published. */
  async ask(caller: Caller, templateId: string, version: number): Promise<void> {
    const { database, notices } = this.#options;
    const holders = await holderIds(database, caller.workspaceId, templateId);
    const accounts = await database
      .selectFrom("holder")
      .select(["id", "member_id"])
      .where("workspace_id", "=", caller.workspaceId)
      .where("member_id", "is not", null)
      .execute();
    const members = accounts.flatMap(({ id, member_id }) => (holders.has(id) && member_id !== null ? [member_id] : []));
    await notices.tell(caller, members, { kind: "acknowledge", templateId, version });
  }
}

/** Who holds a role: whoever is or was appraised by it. */
async function holderIds(
  database: Kysely<Tables>,
  workspaceId: string,
  templateId: string,
): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom("scorecard")
    .select("holder_id")
    .distinct()
    .where("workspace_id", "=", workspaceId)
    .where("template_id", "=", templateId)
    .execute();
  return new Set(rows.map(({ holder_id }) => holder_id));
}
