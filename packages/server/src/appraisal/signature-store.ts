import type { Kysely } from "kysely";
import type { Caller } from "../accounts/sessions.ts";
import type { ScorecardSignature } from "../protocol.ts";
import type { Tables } from "../storage/tables.ts";

/** Signatures of scorecards and their withdrawals, append-only. */
export class SignatureStore {
  readonly #database: Kysely<Tables>;
  readonly #clock: () => Date;

  constructor(database: Kysely<Tables>, clock: () => Date) {
    this.#database = database;
    this.#clock = clock;
  }

  /** The history of a scorecard, oldest first. */
  async list(workspaceId: string, scorecardId: string): Promise<ScorecardSignature[]> {
    const rows = await this.#database
      .selectFrom("scorecard_signature")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .where("scorecard_id", "=", scorecardId)
      .orderBy("sequence")
      .execute();
    return rows.map(({ role, act, member_id, member_name, at, fingerprint, total, grade, note }) => {
      return { role, act, by: { id: member_id, name: member_name }, at, fingerprint, total, grade, note };
    });
  }

  /** Adds an entry of the caller, now. */
  async add(
    { workspaceId, member }: Caller,
    scorecardId: string,
    entry: Omit<ScorecardSignature, "by" | "at">,
  ): Promise<void> {
    const { role, act, fingerprint, total, grade, note } = entry;
    const before = await this.list(workspaceId, scorecardId);
    await this.#database
      .insertInto("scorecard_signature")
      .values({
        workspace_id: workspaceId,
        scorecard_id: scorecardId,
        sequence: before.length + 1,
        role,
        act,
        member_id: member.id,
        member_name: member.name,
        at: this.#clock().toISOString(),
        fingerprint,
        total,
        grade,
        note,
      })
      .execute();
  }
}

/** The manager's signature that counts: the last entry, unless that withdraws it. */
export function signatureInForce(history: readonly ScorecardSignature[]): ScorecardSignature | undefined {
  const last = history.findLast(({ role }) => role === "manager");
  return last?.act === "signed" ? last : undefined;
}
