import type { Kysely, Selectable } from "kysely";
import { listColleagues, People } from "../accounts/people.ts";
import { newId } from "../accounts/secrets.ts";
import type { Caller } from "../accounts/sessions.ts";
import type { Settings } from "../accounts/workspace-settings.ts";
import type { Rooms } from "../collaboration/rooms.ts";
import { ProblemError } from "../http/problem.ts";
import type { NoticeStore } from "../notices/notice-store.ts";
import type {
  NewDecision,
  NewReview,
  NewRevision,
  Review,
  ReviewAction,
  ReviewState,
  ReviewStatus,
  RevisionSummary,
  TemplateSummary,
} from "../protocol.ts";
import type { ReviewDecisionTable, ReviewTable, Tables } from "../storage/tables.ts";
import type { RevisionStore } from "../templates/revision-store.ts";
import type { TemplateStore } from "../templates/template-store.ts";
import { sha256Of } from "../templates/text-facts.ts";
import { type ReviewQuestion, type ReviewRefusal, reviewActions, reviewRefusal } from "./review-rules.ts";

export interface ReviewStoreOptions {
  readonly database: Kysely<Tables>;
  readonly settings: Settings;
  readonly templates: TemplateStore;
  readonly revisions: RevisionStore;
  readonly notices: NoticeStore;
  readonly rooms: Rooms;
  readonly clock: () => Date;
}

type ReviewRow = Selectable<ReviewTable>;
type DecisionRow = Selectable<ReviewDecisionTable>;

/** Where a template stands at this moment, and what that follows from. */
interface Standing {
  readonly state: ReviewState;
  /** The newest submission. */
  readonly review: ReviewRow | undefined;
  readonly decisions: readonly DecisionRow[];
  /** Of the live text. */
  readonly sha256: string;
}

const refusalStatus: Readonly<Record<ReviewRefusal, number>> = {
  forbidden: 403,
  "review-state": 409,
  "approval-required": 409,
  "review-own": 403,
  "review-not-yours": 403,
  "review-not-asked": 403,
};

/** The way of a template from draft to published version: submitted, decided on by others, published. */
export class ReviewStore {
  readonly #options: ReviewStoreOptions;

  constructor(options: ReviewStoreOptions) {
    this.#options = options;
  }

  async status(caller: Caller, templateId: string): Promise<ReviewStatus> {
    const standing = await this.#standing(caller.workspaceId, templateId);
    const people = await People.of(this.#options.database, caller.workspaceId);
    return {
      state: standing.state,
      approvalRequired: this.#options.settings.current.approvalRequired,
      review: standing.review === undefined ? null : reviewOf(standing, people),
      may: reviewActions.filter((action) => reviewRefusal(this.#question(caller, standing, action)) === undefined),
    };
  }

  /** Refused with its reason where the table does not let the caller do it now. */
  async check(caller: Caller, templateId: string, action: ReviewAction): Promise<Standing> {
    const standing = await this.#standing(caller.workspaceId, templateId);
    const refusal = reviewRefusal(this.#question(caller, standing, action));
    if (refusal !== undefined) throw new ProblemError(refusalStatus[refusal], refusal, { state: standing.state });
    return standing;
  }

  /** Asks for approval of the text as it is now, which is kept as a revision. */
  async submit(caller: Caller, templateId: string, { note = "", reviewers = [] }: NewReview): Promise<ReviewStatus> {
    const { database, clock, notices, revisions } = this.#options;
    await this.check(caller, templateId, "submit");
    await this.#refuseErrors(caller.workspaceId, templateId);
    const colleagues = await this.#approvers(caller);
    const unable = reviewers.find((id) => !colleagues.includes(id));
    if (unable !== undefined) throw new ProblemError(400, "reviewer-unable", { id: unable });
    const kept = await revisions.make(caller.workspaceId, templateId, { kind: "submitted" }, caller.member);
    await this.#close(caller.workspaceId, templateId, "withdrawn");
    const row: ReviewTable = {
      workspace_id: caller.workspaceId,
      template_id: templateId,
      id: newId(),
      revision: kept.revision,
      note: note.trim(),
      reviewers: JSON.stringify(reviewers),
      submitted_at: clock().toISOString(),
      submitted_by: caller.member.id,
      outcome: null,
      closed_at: null,
    };
    await database.insertInto("review").values(row).execute();
    const receivers = reviewers.length > 0 ? reviewers : colleagues;
    await notices.tell(caller, receivers, { kind: "review-requested", templateId, text: note });
    return this.#changed(caller, templateId);
  }

  async withdraw(caller: Caller, templateId: string): Promise<ReviewStatus> {
    await this.check(caller, templateId, "withdraw");
    await this.#close(caller.workspaceId, templateId, "withdrawn");
    return this.#changed(caller, templateId);
  }

  /**
   * Approves the text the caller looked at, or sends it back. It is approved when everybody who was asked has approved
   * that very text; it is kept as a revision if the submitted one reads otherwise.
   */
  async decide(caller: Caller, templateId: string, draft: NewDecision): Promise<ReviewStatus> {
    const { notices } = this.#options;
    const { decision, note = "", sha256 } = draft;
    const standing = await this.check(caller, templateId, decision);
    const { review } = standing;
    if (review === undefined) throw new ProblemError(409, "review-state", { state: standing.state });
    if (decision === "approve" && sha256 !== standing.sha256) throw new ProblemError(409, "review-text-changed");
    const row = await this.#record(caller, review, draft, standing.decisions.length + 1);
    const decisions = [...standing.decisions, row];
    const told = { templateId, text: note } as const;
    if (decision === "request-changes") {
      await this.#close(caller.workspaceId, templateId, "changes");
      await notices.tell(caller, [review.submitted_by], { kind: "changes-requested", ...told });
    } else if (isApproved(review, decisions, sha256)) {
      await this.#approve(caller, review, sha256);
      await notices.tell(caller, [review.submitted_by], { kind: "review-approved", ...told });
    }
    return this.#changed(caller, templateId);
  }

  /** Makes the next version: of the live text, or with `approved` of the approved one. */
  async publish(caller: Caller, templateId: string, { name, approved }: NewRevision): Promise<RevisionSummary> {
    const { revisions } = this.#options;
    const standing = await this.#standing(caller.workspaceId, templateId);
    // What was not changed since a version is refused by its own reason.
    if (standing.state !== "published") await this.check(caller, templateId, approved ? "publish-approved" : "publish");
    const revision = approved ? standing.review?.revision : undefined;
    const made = await revisions.make(
      caller.workspaceId,
      templateId,
      { kind: "published", name, revision },
      caller.member,
    );
    await this.#close(caller.workspaceId, templateId, "published");
    this.#tellRoom(templateId);
    return made;
  }

  /** The summaries with what the caller is to know of submissions under way. */
  async inSummaries(caller: Caller, summaries: readonly TemplateSummary[]): Promise<TemplateSummary[]> {
    const rows = await this.#open(caller.workspaceId);
    if (rows.length === 0) return [...summaries];
    const people = await People.of(this.#options.database, caller.workspaceId);
    const newest = new Map(rows.map((row) => [row.template_id, row]));
    return Promise.all(
      summaries.map(async (summary) => {
        if (!newest.has(summary.id)) return summary;
        const standing = await this.#standing(caller.workspaceId, summary.id);
        return { ...summary, review: this.#brief(caller, standing, people) };
      }),
    );
  }

  #brief(caller: Caller, standing: Standing, people: People): TemplateSummary["review"] {
    const { state, review, decisions, sha256 } = standing;
    if (review === undefined || state === "draft" || state === "published") return null;
    const mine = approvalsOf(decisions, sha256).has(caller.member.id);
    return {
      state,
      submittedBy: people.get(review.submitted_by),
      submittedAt: review.submitted_at,
      awaitingMe: !mine && asked(review, caller) && !reviewRefusal(this.#question(caller, standing, "approve")),
    };
  }

  #question(caller: Caller, { state, review }: Standing, action: ReviewAction): ReviewQuestion {
    return {
      action,
      state,
      role: caller.member.role,
      approvalRequired: this.#options.settings.current.approvalRequired,
      submitter: review?.submitted_by === caller.member.id,
      asked: review !== undefined && asked(review, caller),
    };
  }

  async #standing(workspaceId: string, templateId: string): Promise<Standing> {
    const { templates, revisions } = this.#options;
    const sha256 = sha256Of((await templates.read(workspaceId, templateId)).text);
    const review = await this.#newest(workspaceId, templateId);
    const decisions = review === undefined ? [] : await this.#decisions(review);
    const found = { review, decisions, sha256 };
    if (review?.outcome === null) return { state: "review", ...found };
    if (review?.outcome === "approved") {
      const approved = await revisions.find(workspaceId, templateId, review.revision);
      return { state: approved?.summary.sha256 === sha256 ? "approved" : "outdated", ...found };
    }
    const version = await revisions.newestVersion(workspaceId, templateId);
    return { state: version?.summary.sha256 === sha256 ? "published" : "draft", ...found };
  }

  async #approve(caller: Caller, review: ReviewRow, sha256: string): Promise<void> {
    const { revisions } = this.#options;
    const { workspaceId } = caller;
    const submitted = await revisions.find(workspaceId, review.template_id, review.revision);
    const same = submitted?.summary.sha256 === sha256;
    const revision = same
      ? review.revision
      : (await revisions.make(workspaceId, review.template_id, { kind: "submitted" }, caller.member)).revision;
    await this.#close(workspaceId, review.template_id, "approved", revision);
  }

  /** What others cannot read is not worth their time. */
  async #refuseErrors(workspaceId: string, templateId: string): Promise<void> {
    const { templates } = this.#options;
    const { text } = await templates.read(workspaceId, templateId);
    const { diagnostics } = await templates.inspect(text);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    if (errors.length > 0)
      throw new ProblemError(422, "template-has-errors", { count: errors.length }, { text, diagnostics });
  }

  /** Everybody else who may approve. */
  async #approvers(caller: Caller): Promise<readonly string[]> {
    const colleagues = await listColleagues(this.#options.database, caller.workspaceId);
    return colleagues.filter(({ id, mayApprove }) => mayApprove && id !== caller.member.id).map(({ id }) => id);
  }

  async #record(caller: Caller, review: ReviewRow, draft: NewDecision, sequence: number): Promise<DecisionRow> {
    const row: ReviewDecisionTable = {
      workspace_id: review.workspace_id,
      template_id: review.template_id,
      review_id: review.id,
      sequence,
      member_id: caller.member.id,
      decision: draft.decision,
      note: draft.note?.trim() ?? "",
      sha256: draft.sha256,
      decided_at: this.#options.clock().toISOString(),
    };
    await this.#options.database.insertInto("review_decision").values(row).execute();
    return row;
  }

  /** Ends the submission that is open or approved, if there is one. */
  async #close(
    workspaceId: string,
    templateId: string,
    outcome: NonNullable<ReviewTable["outcome"]>,
    revision?: number,
  ): Promise<void> {
    await this.#options.database
      .updateTable("review")
      .set({
        outcome,
        closed_at: this.#options.clock().toISOString(),
        ...(revision === undefined ? {} : { revision }),
      })
      .where("workspace_id", "=", workspaceId)
      .where("template_id", "=", templateId)
      .where((where) => where.or([where("outcome", "is", null), where("outcome", "=", "approved")]))
      .execute();
  }

  #open(workspaceId: string): Promise<ReviewRow[]> {
    return this.#options.database
      .selectFrom("review")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .where((where) => where.or([where("outcome", "is", null), where("outcome", "=", "approved")]))
      .execute();
  }

  #newest(workspaceId: string, templateId: string): Promise<ReviewRow | undefined> {
    return this.#options.database
      .selectFrom("review")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .where("template_id", "=", templateId)
      .orderBy("submitted_at", "desc")
      .orderBy("id", "desc")
      .executeTakeFirst();
  }

  #decisions(review: ReviewRow): Promise<DecisionRow[]> {
    return this.#options.database
      .selectFrom("review_decision")
      .selectAll()
      .where("workspace_id", "=", review.workspace_id)
      .where("template_id", "=", review.template_id)
      .where("review_id", "=", review.id)
      .orderBy("sequence")
      .execute();
  }

  #changed(caller: Caller, templateId: string): Promise<ReviewStatus> {
    this.#tellRoom(templateId);
    return this.status(caller, templateId);
  }

  #tellRoom(templateId: string): void {
    this.#options.rooms.tell(templateId, { changed: "review" });
  }
}

function asked({ reviewers }: ReviewRow, { member }: Caller): boolean {
  const named = JSON.parse(reviewers) as string[];
  return named.length === 0 || named.includes(member.id);
}

/** Who approved this very text, by their newest decision. */
function approvalsOf(decisions: readonly DecisionRow[], sha256: string): ReadonlySet<string> {
  const newest = new Map(decisions.map((row) => [row.member_id, row]));
  const approving = [...newest.values()].filter((row) => row.decision === "approve" && row.sha256 === sha256);
  return new Set(approving.map(({ member_id }) => member_id));
}

/** Whether all who were named have approved; an owner who was not named approves for all of them. */
function isApproved({ reviewers }: ReviewRow, decisions: readonly DecisionRow[], sha256: string): boolean {
  const named = JSON.parse(reviewers) as string[];
  const approvals = approvalsOf(decisions, sha256);
  const steppedIn = [...approvals].some((id) => !named.includes(id));
  return steppedIn || named.every((id) => approvals.has(id));
}

function reviewOf({ review, decisions, sha256 }: Standing, people: People): Review {
  const row = review as ReviewRow;
  return {
    id: row.id,
    revision: row.revision,
    note: row.note,
    submittedBy: people.get(row.submitted_by),
    submittedAt: row.submitted_at,
    reviewers: people.all(JSON.parse(row.reviewers) as string[]),
    decisions: decisions.map((each) => ({
      by: people.get(each.member_id),
      decision: each.decision,
      note: each.note,
      at: each.decided_at,
      current: each.sha256 === sha256,
    })),
    outcome: row.outcome,
    closedAt: row.closed_at,
  };
}
