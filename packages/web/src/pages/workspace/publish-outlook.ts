import type { ScorecardImpact } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { current, t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { periodLabel } from "../../components/period-label.ts";
import { listRevisions, readImpact, readRevision, readTemplate } from "../../data/api.ts";
import { changeList } from "./change-list.ts";
import { type Comparison, compareTexts } from "./comparison.ts";

/** What publishing would bring: what is new against the newest version, and what that would mean for scorecards. */
export interface Outlook {
  /** Number of the newest published version; undefined before the first. */
  readonly version: number | undefined;
  /** Undefined where there is nothing to compare with. */
  readonly comparison: Comparison | undefined;
  /** Scorecards of the newest periods; none of them changes by publishing. */
  readonly impact: readonly ScorecardImpact[];
}

/** Asks the server, whose text is the one that would be published. Throws a `RequestError`. */
export async function readOutlook(templateId: string): Promise<Outlook> {
  const revisions = await listRevisions(templateId);
  const published = revisions.filter(({ version }) => version !== null);
  const newest = published.reduce<(typeof published)[number] | undefined>(
    (best, one) => (best === undefined || one.revision > best.revision ? one : best),
    undefined,
  );
  if (!newest) return { version: undefined, comparison: undefined, impact: [] };
  const [before, live, impact] = await Promise.all([
    readRevision(templateId, newest.revision),
    readTemplate(templateId),
    readImpact(templateId),
  ]);
  const comparison = await compareTexts(before.text, live.text);
  return { version: newest.version ?? undefined, comparison, impact };
}

/** The outlook in words; `next` is the number the new version will have. */
export function outlookView({ version, comparison, impact }: Outlook, next: number): TemplateResult {
  if (version === undefined)
    return html`<p class="po-first">${icon("info", 16)}${t("web.workspace.publish.first")}</p>`;
  return html`
    <section class="po" aria-labelledby="publish-changes">
      <h3 id="publish-changes">
        ${t("web.workspace.publish.changes", { version, count: comparison?.changes.length ?? 0 })}
      </h3>
      ${comparison ? changeList(comparison) : html`<p>${t("web.workspace.changes.unread")}</p>`}
    </section>
    <section class="po" aria-labelledby="publish-impact">
      <h3 id="publish-impact">${t("web.workspace.publish.impact.title")}</h3>
      ${impactView(impact, next)}
    </section>
  `;
}

function impactView(impact: readonly ScorecardImpact[], next: number): TemplateResult {
  if (impact.length === 0) return html`<p>${t("web.workspace.publish.impact.none", { next })}</p>`;
  const touched = impact.filter(({ changed }) => changed);
  const versions = current().list([...new Set(impact.map(({ version }) => `v${version}`))].sort());
  return html`
    <p>
      ${t("web.workspace.publish.impact.pinned", { count: impact.length, versions })}${
        touched.length === 0
          ? t("web.workspace.publish.impact.same", { next })
          : t("web.workspace.publish.impact.would", { next, count: touched.length })
      }
    </p>
    ${touched.length === 0 ? nothing : html`<ul class="po-cards" tabindex="0" role="list" aria-labelledby="publish-impact">${touched.map(cardRow)}</ul>`}
  `;
}

function cardRow({ id, holder, period, version, before, after }: ScorecardImpact): TemplateResult {
  return html`<li data-scorecard=${id}>
    <b class="ell">${holder}</b>
    <span class="ink3 ell">${periodLabel(period)} · v${version}</span>
    <span class="po-total tn"
      >${total(before) === total(after) ? t("web.workspace.publish.impact.lines", { total: total(after) }) : html`${total(before)} → <b>${total(after)}</b>`}</span
    >
  </li>`;
}

function total({ total: points, grade }: ScorecardImpact["before"]): string {
  const said = points ?? t("web.workspace.publish.impact.unmeasured");
  return grade === null ? said : `${said} ${grade}`;
}
