import type { MemberRole, ReviewAction, ReviewState } from "../protocol.ts";

const writers = ["owner", "author"] as const;
const approvers = ["owner", "author", "manager"] as const;
const commenters = ["owner", "author", "manager", "commenter"] as const;

const always = <Roles>(roles: Roles) => ({
  draft: roles,
  review: roles,
  approved: roles,
  outdated: roles,
  published: roles,
});

/**
 * Who may do what on the way from a draft to a published version, in one table: roles by action and state; what is
 * absent is nobody's. What it depends on besides is in `reviewRefusal`.
 */
export const reviewRules = {
  submit: { draft: writers, outdated: writers },
  withdraw: { review: writers, approved: writers, outdated: writers },
  approve: { review: approvers },
  "request-changes": { review: approvers, approved: approvers, outdated: approvers },
  publish: { draft: writers, review: ["owner"], approved: writers, outdated: writers },
  "publish-approved": { outdated: writers },
  comment: always(commenters),
  "accept-suggestion": always(writers),
} as const satisfies Record<ReviewAction, Partial<Record<ReviewState, readonly MemberRole[]>>>;

export const reviewActions = Object.keys(reviewRules) as readonly ReviewAction[];

/** Who asks to do what, where. */
export interface ReviewQuestion {
  readonly action: ReviewAction;
  readonly state: ReviewState;
  readonly role: MemberRole;
  /** Whether the workspace publishes only what was approved. */
  readonly approvalRequired: boolean;
  /** Whether the caller submitted what is under review. */
  readonly submitter: boolean;
  /** Whether the caller is one of those asked to approve; all are where nobody was named. */
  readonly asked: boolean;
}

/**
 * Why not: the role never may (`forbidden`), not in this state (`review-state`), only after approval
 * (`approval-required`), not one's own (`review-own`), not somebody else's (`review-not-yours`), or somebody else was
 * asked (`review-not-asked`).
 */
export type ReviewRefusal =
  | "forbidden"
  | "review-state"
  | "approval-required"
  | "review-own"
  | "review-not-yours"
  | "review-not-asked";

/** Undefined: it may be done. */
export function reviewRefusal(question: ReviewQuestion): ReviewRefusal | undefined {
  return refusalByTable(question) ?? refusalByPart(question);
}

function refusalByTable({ action, state, role, approvalRequired }: ReviewQuestion): ReviewRefusal | undefined {
  const rule: Partial<Record<ReviewState, readonly MemberRole[]>> = reviewRules[action];
  if (!Object.values(rule).some((roles) => roles.includes(role))) return "forbidden";
  if (action === "publish" && approvalRequired && state !== "approved" && state !== "published")
    return "approval-required";
  return rule[state]?.includes(role) ? undefined : "review-state";
}

/** Nobody decides on what they submitted themselves; the owner may step in for whoever was asked. */
function refusalByPart({ action, role, submitter, asked }: ReviewQuestion): ReviewRefusal | undefined {
  if (action === "withdraw") return submitter || role === "owner" ? undefined : "review-not-yours";
  if (action !== "approve" && action !== "request-changes") return undefined;
  if (submitter) return "review-own";
  return asked || role === "owner" ? undefined : "review-not-asked";
}
