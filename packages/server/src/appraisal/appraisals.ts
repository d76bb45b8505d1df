import {
  type Item,
  type Observation,
  observationProblems,
  openItems,
  type RoleModel,
  scorecard,
} from "@rolewright/runtime";
import type { Kysely, Selectable } from "kysely";
import { newId } from "../accounts/secrets.ts";
import type { Caller } from "../accounts/sessions.ts";
import type { Settings } from "../accounts/workspace-settings.ts";
import { notFound, ProblemError, required } from "../http/problem.ts";
import type {
  Holder,
  NewScorecard,
  NewSignature,
  RevisionDetail,
  ScorecardDetail,
  ScorecardSummary,
} from "../protocol.ts";
import type { ScorecardTable, Tables } from "../storage/tables.ts";
import type { RevisionStore } from "../templates/revision-store.ts";
import { withDraft } from "./draft-facts.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { findHolder, holderById, listHolders } from "./holder-store.ts";
import type { ObservationDraft, ObservationStore } from "./observation-store.ts";
import type { RoleCache } from "./role-cache.ts";
import { type SignatureStore, signatureInForce } from "./signature-store.ts";

export interface AppraisalsOptions {
  readonly database: Kysely<Tables>;
  readonly revisions: RevisionStore;
  readonly observations: ObservationStore;
  readonly signatures: SignatureStore;
  readonly roles: RoleCache;
  readonly settings: Settings;
  readonly clock: () => Date;
}

/** A scorecard with all that stands behind it. */
export interface FilledScorecard extends ScorecardDetail {
  readonly role: RoleModel;
  readonly revision: RevisionDetail;
}

/** What somebody says was observed of one item in one period. */
export interface Claim {
  readonly item: string;
  readonly period: string;
  readonly data: unknown;
  readonly evidence?: string;
  /** Why the item is not judged in the period; null withdraws that, and without it what was said before stands. */
  readonly exempt?: string | null;
}

/**
 * Scorecards of holders: each pins the template version it was opened with, so that a later edit changes none, and is
 * locked while it is signed.
 *
 * What records and what signs goes one after the other, so that no fact slips in between looking and signing. One
 * process has the database to itself.
 */
export class Appraisals {
  readonly #options: AppraisalsOptions;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: AppraisalsOptions) {
    this.#options = options;
  }

  /** Scorecards of the holders the caller may see, newest period first. */
  async list(caller: Caller): Promise<ScorecardSummary[]> {
    const holders = new Map((await listHolders(this.#options.database, caller)).map((holder) => [holder.id, holder]));
    const rows = await this.#rows(caller.workspaceId).orderBy("period", "desc").orderBy("created_at").execute();
    const summaries: ScorecardSummary[] = [];
    for (const row of rows) {
      const holder = holders.get(row.holder_id);
      if (holder !== undefined) summaries.push((await this.#fill(row, holder)).summary);
    }
    return summaries;
  }

  /** The scorecard as the facts of this moment make it; undefined where the caller must not know of it. */
  async find(caller: Caller, id: string): Promise<FilledScorecard | undefined> {
    const row = await this.#rows(caller.workspaceId).where("id", "=", id).executeTakeFirst();
    const holder = row && (await findHolder(this.#options.database, caller, row.holder_id));
    return row && holder && this.#fill(row, holder);
  }

  /** Scorecards of one role in the newest period of each length (month, quarter, year), newest first. */
  async latest(caller: Caller, templateId: string): Promise<FilledScorecard[]> {
    const holders = new Map((await listHolders(this.#options.database, caller)).map((holder) => [holder.id, holder]));
    const rows = await this.#rows(caller.workspaceId)
      .where("template_id", "=", templateId)
      .orderBy("period", "desc")
      .orderBy("created_at")
      .execute();
    const newest = new Map<string, string>();
    for (const { period } of rows) if (!newest.has(lengthOf(period))) newest.set(lengthOf(period), period);
    const filled: FilledScorecard[] = [];
    for (const row of rows) {
      const holder = holders.get(row.holder_id);
      if (holder && newest.get(lengthOf(row.period)) === row.period) filled.push(await this.#fill(row, holder));
    }
    return filled;
  }

  /** Opens a scorecard on the newest published version. */
  async open(caller: Caller, draft: NewScorecard): Promise<FilledScorecard> {
    const { database, revisions, clock } = this.#options;
    const { workspaceId, member } = caller;
    const holder = required(await findHolder(database, caller, draft.holderId), notFound("holder"));
    const newest = await revisions.newestVersion(workspaceId, draft.templateId);
    const { summary } = required(newest, new ProblemError(409, "template-not-published"));
    const row = {
      workspace_id: workspaceId,
      id: newId(),
      holder_id: holder.id,
      template_id: draft.templateId,
      version: summary.version ?? 0,
      period: draft.period,
      created_at: clock().toISOString(),
      created_by: member.id,
    };
    const { numInsertedOrUpdatedRows } = await database
      .insertInto("scorecard")
      .values(row)
      .onConflict((conflict) => conflict.columns(["workspace_id", "holder_id", "template_id", "period"]).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) {
      throw new ProblemError(409, "scorecard-exists", { holder: holder.name, period: draft.period });
    }
    return this.#fill(row, holder);
  }

  /** Records a fact through a scorecard; throws a problem that names the field and the mend when it cannot be. */
  async record(caller: Caller, { summary, role }: FilledScorecard, claim: Claim): Promise<void> {
    const item = checkedItem(role, claim);
    if (summary.holder.memberId === caller.member.id) checkOwn(caller, item, claim);
    const { templateId, version, holder } = summary;
    await this.#write(caller, [{ ...claim, templateId, version, holderId: holder.id }]);
  }

  /** Checks facts that come in a list, each against the version it names or the newest one, and records all or none. */
  async recordAll(caller: Caller, observations: readonly Observation[]): Promise<void> {
    const drafts: ObservationDraft[] = [];
    for (const [index, observation] of observations.entries())
      drafts.push(await this.#draft(caller, observation, index));
    await this.#write(caller, drafts);
  }

  /** Signs a scorecard in the manager's place, as the signer saw it. */
  sign(caller: Caller, id: string, draft: NewSignature): Promise<FilledScorecard> {
    return this.#inTurn(async () => {
      const filled = required(await this.find(caller, id), notFound("scorecard"));
      checkSignable(caller, filled, draft.fingerprint);
      const { fingerprint, summary } = filled;
      const { total, grade } = summary;
      const entry = {
        role: "manager",
        act: "signed",
        fingerprint,
        total,
        grade,
        note: draft.note?.trim() ?? "",
      } as const;
      await this.#options.signatures.add(caller, id, entry);
      return required(await this.find(caller, id), notFound("scorecard"));
    });
  }

  /** Withdraws the manager's signature, which stays in the history beside the reason. */
  withdraw(caller: Caller, id: string, reason: string): Promise<FilledScorecard> {
    return this.#inTurn(async () => {
      const { signatures } = required(await this.find(caller, id), notFound("scorecard"));
      const signed = required(signatureInForce(signatures), new ProblemError(409, "scorecard-not-signed"));
      await this.#options.signatures.add(caller, id, { ...signed, act: "withdrawn", note: reason.trim() });
      return required(await this.find(caller, id), notFound("scorecard"));
    });
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Records facts, all or none: not those that a signed scorecard counts. */
  #write(caller: Caller, drafts: readonly ObservationDraft[]): Promise<void> {
    return this.#inTurn(async () => {
      await this.#refuseLocked(caller.workspaceId, drafts);
      await this.#options.observations.record(caller.workspaceId, drafts, caller.member.id);
    });
  }

  /** A fact is locked where it would change what was signed; the next month's facts are not, nor saying the same again. */
  async #refuseLocked(workspaceId: string, drafts: readonly ObservationDraft[]): Promise<void> {
    const { database, signatures } = this.#options;
    for (const group of Map.groupBy(drafts, ({ holderId, templateId }) => `${holderId} ${templateId}`).values()) {
      const [{ holderId, templateId } = { holderId: "", templateId: "" }] = group;
      const rows = await this.#rows(workspaceId)
        .where("holder_id", "=", holderId)
        .where("template_id", "=", templateId)
        .execute();
      const holder = rows.length > 0 ? await holderById(database, workspaceId, holderId) : undefined;
      for (const row of rows) {
        const signed = signatureInForce(await signatures.list(workspaceId, row.id));
        if (!holder || !signed) continue;
        const card = await this.#fill(row, holder);
        const after = this.#judge(row, holder, card.revision, group.reduce(withDraft, card.observations));
        if (after.fingerprint === card.fingerprint) continue;
        const params = { holder: holder.name, period: row.period, name: signed.by.name, scorecard: row.id };
        throw new ProblemError(409, "scorecard-signed", params);
      }
    }
  }

  async #draft(caller: Caller, observation: Observation, index: number): Promise<ObservationDraft> {
    const { database, revisions, roles } = this.#options;
    const { holder: holderId = "", template, item, period, data, evidence, exempt } = observation;
    if (template === undefined) {
      throw new ProblemError(400, "invalid-request", { place: `body/items/${index}/template`, reason: "required" });
    }
    const holder = required(await findHolder(database, caller, holderId), notFound("holder"));
    const revision = await (template.version === null
      ? revisions.newestVersion(caller.workspaceId, template.id)
      : revisions.version(caller.workspaceId, template.id, template.version));
    const { text, summary } = required(revision, new ProblemError(409, "template-not-published"));
    const claim = {
      item,
      period,
      data,
      ...(evidence === undefined ? {} : { evidence }),
      ...(exempt === undefined ? {} : { exempt }),
    };
    checkOwn(caller, checkedItem(roles.role(text), claim, index), claim);
    return { ...claim, holderId: holder.id, templateId: template.id, version: summary.version ?? 0 };
  }

  #rows(workspaceId: string) {
    return this.#options.database.selectFrom("scorecard").selectAll().where("workspace_id", "=", workspaceId);
  }

  async #fill(row: Selectable<ScorecardTable>, holder: Holder): Promise<FilledScorecard> {
    const { revisions, observations, signatures } = this.#options;
    const found = await revisions.version(row.workspace_id, row.template_id, row.version);
    const revision = required(found, notFound("revision"));
    const facts = await observations.list(row.workspace_id, {
      holderId: holder.id,
      templateId: row.template_id,
      periodPrefixes: yearsAround(row.period),
    });
    const judged = this.#judge(row, holder, revision, facts);
    const { scorecard: filled, fingerprint, role } = judged;
    const history = await signatures.list(row.workspace_id, row.id);
    const inForce = signatureInForce(history);
    const changes = [...facts, ...history].map(({ at = "" }) => at);
    const summary = {
      id: row.id,
      holder,
      templateId: row.template_id,
      title: role.title,
      version: row.version,
      period: row.period,
      total: filled.total,
      grade: filled.grade,
      coverage: filled.coverage.percent,
      signed: inForce ? { name: inForce.by.name, at: inForce.at, intact: inForce.fingerprint === fingerprint } : null,
      updatedAt: changes.reduce((latest, at) => (at > latest ? at : latest), row.created_at),
    };
    return { ...judged, summary, text: revision.text, observations: facts, revision, signatures: history };
  }

  /** What the facts give under the pinned version, and the fingerprint of both. */
  #judge(
    { version, period }: Selectable<ScorecardTable>,
    { id, name }: Holder,
    { text, summary }: RevisionDetail,
    facts: readonly Observation[],
  ) {
    const { roles, settings } = this.#options;
    const role = roles.role(text);
    const filled = scorecard(role, period, facts, {
      version,
      holder: { id, name },
      calendar: settings.calendar(period),
    });
    return { role, scorecard: filled, fingerprint: fingerprintOf(filled, facts, summary.sha256) };
  }
}

/** Who may sign what: a complete scorecard of somebody else, as it is now. */
function checkSignable({ member }: Caller, filled: FilledScorecard, seen: string): void {
  const { summary, role, signatures, fingerprint, scorecard: card } = filled;
  const signed = signatureInForce(signatures);
  if (signed) throw new ProblemError(409, "scorecard-signed-already", { name: signed.by.name });
  if (summary.holder.memberId === member.id) throw new ProblemError(403, "signature-not-yours");
  const open = openItems(role, card);
  if (open.length > 0) {
    const items = open.map(({ item, number, title }) => ({ item, number, title }));
    const list = items.map(({ number, title }) => `${number} ${title}`);
    throw new ProblemError(409, "scorecard-incomplete", { count: items.length, list, items });
  }
  if (fingerprint !== seen) throw new ProblemError(409, "scorecard-changed");
}

/** Periods of one length are written alike: `2026-11` and `2026-12`, `2026-Q3` and `2026-Q4`. */
function lengthOf(period: string): string {
  return period.replace(/\d+/g, "0");
}

/** A month's weeks and its year's figures may lie in the years beside it. */
function yearsAround(period: string): readonly string[] {
  const year = Number(period.slice(0, 4));
  return [year - 1, year, year + 1].map((each) => String(each).padStart(4, "0"));
}

/** A holder edits no data that scores them, unless the template leaves it to them, and is never exempt by their own word. */
function checkOwn({ member }: Caller, { title, owner = "" }: Item, { exempt }: Claim): void {
  if (member.role !== "member") return;
  if (exempt !== undefined) throw new ProblemError(403, "exemption-not-yours", { item: title });
  if (owner !== "holder") throw new ProblemError(403, "observation-not-yours", { item: title, owner });
}

/** The item of a claim that can be recorded. */
function checkedItem(role: RoleModel, claim: Claim, index?: number): Item {
  const items = role.sections.flatMap((section) => section.items);
  const item = required(
    items.find(({ key }) => key === claim.item),
    notFound("item"),
  );
  if (claim.data !== null && depthOf(claim.data) > 20) throw new ProblemError(422, "observation-too-deep");
  const { exempt, ...stated } = { ...claim, data: claim.data as Observation["data"] };
  const problems = observationProblems(role, typeof exempt === "string" ? { ...stated, exempt } : stated);
  if (problems.length > 0) {
    throw new ProblemError(422, "observation-invalid", {
      item: item.title,
      ...(index === undefined ? {} : { index }),
      problems: problems.map(({ code, params }) => ({ code, params })),
    });
  }
  return item;
}

/** How deep the data nests; counts no further than is refused. */
function depthOf(value: unknown, depth = 0): number {
  if (typeof value !== "object" || value === null || depth > 20) return depth;
  return Object.values(value).reduce((deepest, member) => Math.max(deepest, depthOf(member, depth + 1)), depth + 1);
}
