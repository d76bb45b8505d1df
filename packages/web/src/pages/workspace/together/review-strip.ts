import type { Review, ReviewStatus } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { current, t } from "../../../app/language.ts";
import { ago } from "../../../components/ago.ts";
import { avatar } from "../../../components/avatar.ts";
import { type IconName, icon } from "../../../components/icon.ts";
import type { OpenRole } from "../open-role.ts";

/** The line under the top bar: where a submission stands, or that a holder is asked to read a version. */
export function reviewStrip(role: OpenRole, acknowledge: (version: number) => void): TemplateResult | typeof nothing {
  const { review: status, acknowledgements } = role.talk;
  const due = acknowledgements?.items.find(({ mine, acknowledgedAt }) => mine && acknowledgedAt === null);
  const version = acknowledgements?.version;
  if (due && version) {
    return strip(
      "",
      "file",
      html`${t("together.acknowledge.ask", { version })}`,
      html`<button class="btn sm soft" type="button" @click=${() => acknowledge(version)}>${t("together.acknowledge.do")}</button>`,
    );
  }
  if (!status?.review) return nothing;
  return underReview(status, status.review);
}

function underReview({ state }: ReviewStatus, review: Review): TemplateResult | typeof nothing {
  const by = review.submittedBy.name;
  if (state === "review") return strip("", "clock", submitted(review), progress(review));
  if (state === "approved")
    return strip("ok", "check", html`${t("together.review.approvedBy", { names: approvers(review) })}`, nothing);
  if (state === "outdated")
    return strip("warn", "warn", html`${t("together.review.outdated", { names: approvers(review) })}`, nothing);
  const asked = review.decisions.at(-1);
  if (state !== "draft" || review.outcome !== "changes" || !asked) return nothing;
  const words = t("together.review.changesBy", { name: asked.by.name, by, note: asked.note });
  return strip("warn", "pencil", html`${words}`, nothing);
}

function submitted({ submittedBy, submittedAt, note }: Review): TemplateResult {
  return html`<b>${t("together.review.submittedBy", { name: submittedBy.name })}</b>
    <span class="ink3">${ago(submittedAt)}</span>${note ? html`<span class="rv-note">${note}</span>` : nothing}`;
}

/** Who was asked, and who of them approved the present text. */
function progress({ reviewers, decisions }: Review): TemplateResult {
  if (reviewers.length === 0) return html`<span class="ink3">${t("together.review.anybody")}</span>`;
  const approved = new Set(
    decisions.filter(({ decision, current: now }) => decision === "approve" && now).map(({ by }) => by.id),
  );
  return html`<span class="rv-asked">
    ${reviewers.map(({ id, name, color }) => {
      const words = t(approved.has(id) ? "together.review.hasApproved" : "together.review.waits", { name });
      return html`<span class="rv-person" title=${words}>${avatar(name, color, "s")}${approved.has(id) ? html`<span class="rv-yes">${icon("check", 10)}</span>` : nothing}<span class="said">${words}</span></span>`;
    })}
    <span class="tn ink3">${t("together.review.progress", { done: approved.size, total: reviewers.length })}</span>
  </span>`;
}

function approvers({ decisions }: Review): string {
  const names = decisions.filter(({ decision }) => decision === "approve").map(({ by }) => by.name);
  return current().list([...new Set(names)]);
}

function strip(
  tone: string,
  mark: IconName,
  words: TemplateResult,
  right: TemplateResult | typeof nothing,
): TemplateResult {
  return html`<div class="rv-strip ${tone}" role="status">${icon(mark, 16)}<span class="rv-words">${words}</span><span class="grow"></span>${right}</div>`;
}

/** Beside the state: how many of the holders have read the newest version; nothing where there are none. */
export function readChip({ talk, summary }: OpenRole): TemplateResult | typeof nothing {
  const { acknowledgements: read } = talk;
  if (!read || read.total === 0 || read.items.length < read.total || !summary?.version) return nothing;
  const waiting = read.items.filter(({ acknowledgedAt }) => acknowledgedAt === null).map(({ holder }) => holder.name);
  const { version, done, total } = read;
  const title = waiting.length > 0 ? t("together.acknowledge.waiting", { names: current().list(waiting) }) : nothing;
  return html`<span class="chip line rv-read" title=${title}>${t("together.acknowledge.count", { version: version ?? 0, done, total })}</span>`;
}

/** Where a submission stands, while there is one. */
export function reviewingOf({ talk }: OpenRole): "review" | "approved" | "outdated" | undefined {
  const state = talk.review?.state;
  return state === "draft" || state === "published" ? undefined : state;
}
