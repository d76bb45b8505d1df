import type { ReviewAction, TemplateSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
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

/**
 * The one primary action of the workspace, which follows the state, and a menu with what else may be done. The button is
 * the same one all along, so that a keyboard on it stays there when its action is done.
 */
export function reviewButtons(view: ReviewButtons): TemplateResult | typeof nothing {
  const version = (view.role.summary?.version ?? 0) + 1;
  const { review } = view.role.talk;
  const same = view.state === "published" && review?.state !== "review";
  // Of what may be done in a draft the status says nothing now: who writes may publish.
  if (same && (!review || view.role.locked)) return nothing;
  const [first, ...others] = nextSteps(view);
  if (!same && !first) return nothing;
  const action = same || !first ? "publish" : first;
  const why = same ? t("web.workspace.publish.same", { version: version - 1 }) : undefined;
  return html`${firstButton(action, version, why, view.run)} ${!same && others.length > 0 ? menu(others, view, version) : nothing}`;
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
    ${t(`together.review.do.${action}`, { version })}${why ? html`<span class="said">${why}</span>` : nothing}
  </button>`;
}

function menu(actions: readonly ReviewAction[], { run }: ReviewButtons, version: number): TemplateResult {
  return html`<span class="ws-export rv-more">
    <button class="ib" type="button" popovertarget="rv-menu" aria-label=${t("together.review.more")} title=${t("together.review.more")}>${icon("more", 18)}</button>
    <ul class="ws-menu rv-menu" id="rv-menu" popover @click=${({ currentTarget }: Event) => (currentTarget as HTMLElement).hidePopover()}>
      ${actions.map(
        (action) =>
          html`<li><button type="button" @click=${() => run(action)}>${t(`together.review.do.${action}`, { version })}</button></li>`,
      )}
    </ul>
  </span>`;
}
