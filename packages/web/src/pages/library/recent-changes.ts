import { changeInWords } from "@rolewright/locale";
import type { RevisionSummary, TemplateSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../app/language.ts";
import { ago, exactTime } from "../../components/ago.ts";
import { listRevisions, readRevision } from "../../data/api.ts";
import type { Comparison } from "../workspace/comparison.ts";

/** What happened to a role lately. */
export interface RecentChanges {
  /** What its live text says otherwise than its newest version; undefined where nothing was edited since, or before the first. */
  readonly comparison: Comparison | undefined;
  /** Newest first. */
  readonly revisions: readonly RevisionSummary[];
}

const mostSentences = 4;
const mostRevisions = 3;

/** Asks the server for the role's revisions, and compares. Throws a `RequestError`. */
export async function readRecentChanges({ id, state }: TemplateSummary, text: string): Promise<RecentChanges> {
  const revisions = [...(await listRevisions(id))].sort((one, other) => other.revision - one.revision);
  const newest = revisions.find(({ version }) => version !== null);
  if (state !== "changed" || !newest) return { comparison: undefined, revisions };
  const [before, { compareTexts }] = await Promise.all([
    readRevision(id, newest.revision),
    // It brings the runtime, which the list of roles does without.
    import("../workspace/comparison.ts"),
  ]);
  return { comparison: await compareTexts(before.text, text), revisions };
}

/** The newest changes in words, and below them who kept or published what when. */
export function recentChanges(summary: TemplateSummary, recent: RecentChanges | undefined): TemplateResult {
  return html`<section>
    <h3 class="peek-title"><span>${t("library.peek.changes")}</span>${edited(summary)}</h3>
    ${recent ? html`${sentences(summary, recent.comparison)} ${revisionList(recent.revisions)}` : html`<span class="bone" style="width:60%"></span>`}
  </section>`;
}

function edited({ updatedAt, updatedBy }: TemplateSummary): TemplateResult {
  return html`<span>${updatedBy ?? t("web.library.peek.shipped")} · <time datetime=${updatedAt} title=${exactTime(updatedAt)}>${ago(updatedAt)}</time></span>`;
}

function sentences(summary: TemplateSummary, comparison: Comparison | undefined): TemplateResult | typeof nothing {
  const { changes = [] } = comparison ?? {};
  if (changes.length === 0) return nothing;
  const more = changes.length - mostSentences;
  return html`<ul class="peek-changes">
    ${changes.slice(0, mostSentences).map((change) => html`<li>${changeInWords(change, t)}</li>`)}
    ${more > 0 ? html`<li class="ink3">${t("library.peek.more", { count: more, version: summary.version ?? 0 })}</li>` : nothing}
  </ul>`;
}

function revisionList(revisions: readonly RevisionSummary[]): TemplateResult | typeof nothing {
  if (revisions.length === 0) return nothing;
  return html`<ul class="peek-revisions">
    ${revisions.slice(0, mostRevisions).map(
      (one) => html`<li>
        <span class="chip sq tn ${one.version === null ? "" : "ok"}">${one.version === null ? t("library.peek.kept") : `v${one.version}`}</span>
        <span class="ell grow">${one.name === "" || one.name === `v${one.version}` ? one.createdBy : one.name}</span>
        <time class="ink3" datetime=${one.createdAt} title=${exactTime(one.createdAt)}>${ago(one.createdAt)}</time>
      </li>`,
    )}
  </ul>`;
}
