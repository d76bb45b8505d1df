import type { Colleague, RevisionSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { current, t } from "../../app/language.ts";
import { avatar, colorOf } from "../../components/avatar.ts";

/** How many authors of a revision are shown by their mark. */
const shownAuthors = 4;

/** What the timeline shows and reports. */
export interface Timeline {
  /** Newest first. */
  readonly revisions: readonly RevisionSummary[];
  /** Number of the revision that is shown. */
  readonly shown: number | undefined;
  readonly colleagues: readonly Colleague[];
  readonly pick: (revision: number) => void;
}

/** Revisions by the day they were made on, newest first, each with the people who wrote what is new in it. */
export function historyTimeline(view: Timeline): TemplateResult {
  const days = new Map<string, RevisionSummary[]>();
  for (const revision of view.revisions) {
    const day = dayOf(revision);
    days.set(day, [...(days.get(day) ?? []), revision]);
  }
  return html`<div class="hd-list">
    ${[...days].map(
      ([day, list]) => html`<section>
        <h3 class="hd-day">${day}</h3>
        <ul>
          ${list.map((revision) => html`<li>${entry(revision, view)}</li>`)}
        </ul>
      </section>`,
    )}
  </div>`;
}

function entry(revision: RevisionSummary, view: Timeline): TemplateResult {
  const time = current().date(new Date(revision.createdAt), { timeStyle: "short" });
  const by = revision.createdBy ? `${revision.createdBy} · ${time}` : time;
  return html`<button
    type="button"
    data-kind=${revision.kind}
    aria-current=${view.shown === revision.revision ? "true" : nothing}
    @click=${() => view.pick(revision.revision)}
  >
    <span class="row hd-name-row">
      ${revision.version === null ? nothing : html`<span class="chip sq blue tn">v${revision.version}</span>`}
      <b class="ell">${givenName(revision) || t(`together.history.kind.${revision.kind}`)}</b>
    </span>
    <span class="hd-meta"><span class="t12 ink3 ell">${by}</span>${authors(revision, view.colleagues)}</span>
  </button>`;
}

/** Who wrote what is new in a revision, told by the log of edits. */
function authors(
  { authors: names }: RevisionSummary,
  colleagues: readonly Colleague[],
): TemplateResult | typeof nothing {
  if (names.length === 0) return nothing;
  const colors = new Map(colleagues.map(({ name, color }) => [name, color]));
  const label = t("together.history.authors", { names: current().list([...names]) });
  return html`<span class="avs hd-authors" role="img" aria-label=${label} title=${label}>
    ${names.slice(0, shownAuthors).map((name) => avatar(name, colors.get(name) ?? colorOf(name), "s"))}
  </span>`;
}

/** The name people gave it: a version published without one is called by its number, which is shown already. */
export function givenName({ name, version }: RevisionSummary): string {
  return name === `v${version}` ? "" : name;
}

function dayOf({ createdAt }: RevisionSummary): string {
  return current().date(new Date(createdAt), { dateStyle: "full" });
}
