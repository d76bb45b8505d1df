import type { ReviewAction, TemplateSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import type { OpenRole } from "../open-role.ts";

/** What the review's buttons show and report. */
export interface ReviewButtons {
  readonly role: OpenRole;
  /** Whether the present text equals the newest version. */
  readonly state: TemplateSummary["state"];
  /** Whether the reader publishes without asking, where the workspace allows it. */
  readonly direct: boolean;
  readonly run: (action: ReviewAction) => void;
}

/** What may be done now, the step that is next first. Commenting and suggesting have places of their own. */
function nextSteps({ role: { talk }, direct }: ReviewButtons): readonly ReviewAction[] {
  const { review, colleagues } = talk;
  if (!review) return [];
  const order: readonly ReviewAction[] = ["approve", "request-changes", "withdraw"];
  // Who writes may approve as well, only not their own.
  const others = colleagues.filter(({ mayApprove }) => mayApprove).length > 1;
  const asks = review.approvalRequired || (others && !direct);
  const making: readonly ReviewAction[] = asks
    ? ["submit", "publish-approved", "publish"]
    : ["publish", "publish-approved", "submit"];
  const all = review.state === "review" ? [...order, ...making] : [...making, ...order];
  return all.filter((action) => review.may.includes(action) && (action !== "submit" || others));
}

/** A step on the way to a version that is not the next one. */
export interface OtherStep {
  readonly label: string;
  readonly run: () => void;
}

/** The button of the next step, and what else may be done now. */
export interface ReviewSteps {
  readonly first: TemplateResult | typeof nothing;
  readonly others: readonly OtherStep[];
}

const noSteps: ReviewSteps = { first: nothing, others: [] };

/**
 * The one primary action of the workspace, which follows the state, and what else may be done. The button is the same
 * one all along, so that a keyboard on it stays there when its action is done.
 */
export function reviewSteps(view: ReviewButtons): ReviewSteps {
  const version = (view.role.summary?.version ?? 0) + 1;
  const { review } = view.role.talk;
  const same = view.state === "published" && review?.state !== "review";
  // Of what may be done in a draft the status says nothing now: who writes may publish.
  if (same && (!review || view.role.locked)) return noSteps;
  const [first, ...others] = nextSteps(view);
  if (!same && !first) return noSteps;
  const action = same || !first ? "publish" : first;
  const why = same ? t("web.workspace.publish.same", { version: version - 1 }) : undefined;
  return {
    first: firstButton(action, version, why, view.run),
    others: same ? [] : others.map((one) => ({ label: label(one, version), run: () => view.run(one) })),
  };
}

function label(action: ReviewAction, version: number): string {
  return t(`together.review.do.${action}`, { version });
}

/** With nothing new to publish it stays where it is and says so: `why` it cannot be done. */
function firstButton(
  action: ReviewAction,
  version: number,
  why: string | undefined,
  run: ReviewButtons["run"],
): TemplateResult {
  const primary = action !== "withdraw" && action !== "request-changes";
  return html`<button class="btn ${primary ? "primary" : ""} rv-first" type="button" aria-disabled=${why ? "true" : nothing} title=${why ?? nothing} @click=${() => why === undefined && run(action)}>
    ${label(action, version)}${why ? html`<span class="said">${why}</span>` : nothing}
  </button>`;
}
