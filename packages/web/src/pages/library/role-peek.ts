import type { Item, RoleModel } from "@rolewright/runtime";
import type { TemplateSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { current, language, t } from "../../app/language.ts";
import { ago, exactTime } from "../../components/ago.ts";
import { type IconName, icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { reportingChart } from "../../components/reporting-chart.ts";
import { roleState } from "../../components/role-state.ts";
import { targetText } from "../../components/target-text.ts";
import { textLanguage } from "../../components/text-language.ts";
import { readTemplate, templateExport } from "../../data/api.ts";
import { firstInteraction } from "./first-interaction.ts";
import { type RecentChanges, readRecentChanges, recentChanges } from "./recent-changes.ts";
import "../workspace/menu.css";
import "./role-peek.css";

/** How many standards are shown before the link to all. */
const mostStandards = 6;

/** One role at a glance, beside the table. Fires `step` (1 or −1), `close`, `duplicate` and `archive`. */
@customElement("rw-role-peek")
export class RolePeek extends LightElement {
  @property({ attribute: false }) summary: TemplateSummary | undefined;
  /** Roles that say nearly the same. */
  @property({ attribute: false }) alike: readonly TemplateSummary[] = [];
  @property({ type: Boolean }) writable = false;
  @state() private model: RoleModel | undefined;
  @state() private recent: RecentChanges | undefined;
  /** Comes with the runtime, which the list of roles does without. */
  private localize: typeof import("@rolewright/runtime").localize | undefined;
  @state() private failure: unknown;
  private loaded = "";

  protected override willUpdate(): void {
    const { summary } = this;
    if (!summary || this.loaded === `${summary.id} ${summary.updatedAt}`) return;
    this.loaded = `${summary.id} ${summary.updatedAt}`;
    this.model = undefined;
    this.recent = undefined;
    void this.load(summary);
  }

  override render(): TemplateResult | typeof nothing {
    const { summary } = this;
    if (!summary) return nothing;
    const model = this.model && this.localize?.(this.model, language());
    const spoken = model ? textLanguage(model, language()) : summary.language;
    return html`<aside class="peek" aria-label=${t("web.library.peek.label", { title: summary.title })}>
      <div class="peek-head">
        ${summary.state === "published" ? nothing : roleState(summary)}${summary.version === null ? nothing : html`<span class="chip ok">${t("web.library.peek.inForce", { version: summary.version })}</span>`}
        <span class="grow"></span>
        ${this.renderButton("up", "previous", () => this.fire("step", -1))} ${this.renderButton("down", "next", () => this.fire("step", 1))}
        ${this.renderButton("x", "close", () => this.fire("close"))}
      </div>
      <div class="peek-body">
        <div>
          <h2 lang=${spoken}>${model?.title ?? summary.title}</h2>
          <p class="peek-purpose" lang=${spoken}>${model?.purpose ?? summary.purpose}</p>
        </div>
        ${renderReview(summary)} ${renderFacts(summary)} ${renderReporting(summary, model, spoken)} ${this.renderStandards(summary, model)} ${renderAlike(summary, this.alike)} ${renderReaders(summary)} ${recentChanges(summary, this.recent)}
      </div>
      <div class="peek-foot">
        <a class="btn soft grow" href="/roles/${summary.id}">${openWord(summary)}</a>
        <a class="btn" href=${templateExport(summary.id, { format: "pdf", language: language() })} download>${icon("download", 16)}PDF</a>
        <button class="ib" type="button" popovertarget="peek-menu" aria-label=${t("together.review.more")} title=${t("together.review.more")}>${icon("more", 18)}</button>
        <ul class="ws-menu peek-menu" id="peek-menu" popover @click=${closeMenu}>
          <li><a href="/roles/${summary.id}/traceability">${icon("link", 16)}${t("traceability.title")}</a></li>
          ${this.writable ? html`${this.renderAction("copy", t("library.bulk.duplicate"), "duplicate")} ${this.renderAction("archive", archiveWord(summary), "archive")}` : nothing}
        </ul>
      </div>
    </aside>`;
  }

  private renderButton(name: "up" | "down" | "x", word: string, run: () => void): TemplateResult {
    const label = t(`web.library.peek.${word}`);
    return html`<button class="ib sm" type="button" aria-label=${label} title=${label} @click=${run}>${icon(name, 16)}</button>`;
  }

  private renderAction(name: IconName, word: string, event: "archive" | "duplicate"): TemplateResult {
    return html`<li><button type="button" @click=${() => this.fire(event)}>${icon(name, 16)}${word}</button></li>`;
  }

  private renderStandards(summary: TemplateSummary, model: RoleModel | undefined): TemplateResult | typeof nothing {
    if (this.failure)
      return html`<p class="strip" role="alert">${icon("error", 16)}<span>${failureText(this.failure)}</span></p>`;
    if (!model) return html`<span class="bone" style="width:70%"></span>`;
    const standards = standardsOf(model);
    if (standards.length === 0) return nothing;
    const shown = [...standards].sort((a, b) => Number(b.weight ?? 0) - Number(a.weight ?? 0)).slice(0, mostStandards);
    return html`<section>
      <h3 class="peek-title"><span>${t("web.library.peek.standards")}</span><span>${t("web.library.peek.weight")}</span></h3>
      <ul class="peek-standards">
        ${shown.map(
          (item) => html`<li>
            <span class="ell" lang=${textLanguage(model, language())}>${item.title}</span><span class="peek-target">${targetText(item)}</span
            ><span class="peek-weight">${item.weight === undefined ? "—" : current().number(item.weight)}</span>
          </li>`,
        )}
      </ul>
      <a class="t13" href="/roles/${summary.id}">${t("web.library.peek.all", { count: standards.length })}</a>
    </section>`;
  }

  private async load(summary: TemplateSummary): Promise<void> {
    this.failure = undefined;
    const here = () => this.summary?.id === summary.id;
    try {
      await firstInteraction();
      const [{ text }, { inspectWithParents }, { localize }] = await Promise.all([
        readTemplate(summary.id),
        import("../../data/inspect-with-parents.ts"),
        import("@rolewright/runtime"),
      ]);
      const { role } = await inspectWithParents(text);
      this.localize = localize;
      if (here()) this.model = role;
      const recent = await readRecentChanges(summary, text);
      if (here()) this.recent = recent;
    } catch (error) {
      if (here()) this.failure = error;
    }
  }

  private fire(name: string, detail?: number): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function closeMenu({ currentTarget }: Event): void {
  if (currentTarget instanceof HTMLElement) currentTarget.hidePopover();
}

function renderFacts(summary: TemplateSummary): TemplateResult {
  const facts: readonly (readonly [string, number])[] = [
    ["duties", summary.duties],
    ["standards", summary.standards],
    ["subordinates", summary.supervises.length],
    ["holders", summary.holders],
  ];
  return html`<dl class="peek-facts">
    ${facts.map(([name, count]) => html`<div><dt>${t(`web.library.peek.fact.${name}`)}</dt><dd>${count}</dd></div>`)}
  </dl>`;
}

function renderReporting(summary: TemplateSummary, model: RoleModel | undefined, spoken: string): TemplateResult {
  const identity = model?.identity;
  const superior = identity ? (identity.reportsTo?.title ?? null) : summary.reportsTo;
  const subordinates = identity ? identity.supervises.map((one) => one.title) : summary.supervises;
  return html`<section>
    <h3 class="peek-title">${t("web.library.peek.reporting")}</h3>
    <div lang=${spoken}>${reportingChart(model?.title ?? summary.title, superior, subordinates)}</div>
  </section>`;
}

/** Who asked for approval and since when; whoever is asked to decide reads it as their turn. */
function renderReview({ review }: TemplateSummary): TemplateResult | typeof nothing {
  if (!review || review.state === "outdated") return nothing;
  const { state, submittedBy, submittedAt, awaitingMe } = review;
  const said = state === "approved" ? "approved" : awaitingMe ? "yours" : "waiting";
  return html`<p class="peek-review" data-review=${said}>
    ${icon(state === "approved" ? "check" : "clock", 16)}
    <span>${t(`library.peek.review.${said}`)}<br /><span class="t12">${submittedBy.name} · <time datetime=${submittedAt} title=${exactTime(submittedAt)}>${ago(submittedAt)}</time></span></span>
  </p>`;
}

/** Roles that say nearly the same, each with the way to see how they differ. */
function renderAlike({ id }: TemplateSummary, alike: readonly TemplateSummary[]): TemplateResult | typeof nothing {
  if (alike.length === 0) return nothing;
  return html`<section>
    <h3 class="peek-title">${t("library.only.alike")}</h3>
    <ul class="peek-standards">
      ${alike.map(
        (other) =>
          html`<li><a class="ell grow" href="/roles/${other.id}">${other.title}</a><a href="/compare/${encodeURIComponent(id)}/${encodeURIComponent(other.id)}" aria-label=${t("library.alike.compare", { title: other.title })}>${t("library.bulk.compare")}</a></li>`,
      )}
    </ul>
  </section>`;
}

/** Who has read the version in force, as far as anybody holds the role. */
function renderReaders({ holders, acknowledged, version }: TemplateSummary): TemplateResult | typeof nothing {
  if (holders === 0 || version === null) return nothing;
  return html`<section>
    <h3 class="peek-title"><span>${t("library.peek.readers", { version })}</span><span class="tn">${t("library.peek.readerCount", { done: acknowledged, total: holders })}</span></h3>
    <progress class="peek-readers" max=${holders} value=${acknowledged} aria-label=${t("library.peek.readers", { version })}></progress>
  </section>`;
}

function standardsOf(model: RoleModel): readonly Item[] {
  return model.sections.filter((section) => section.kind === "standards").flatMap((section) => section.items);
}

/** Says what is opened: what waits for the reader's approval, the draft of the next version, or the role as it is in force. */
function openWord({ state, version, review }: TemplateSummary): string {
  if (review?.awaitingMe) return t("library.peek.review.open");
  return state === "changed"
    ? t("library.peek.openDraft", { version: (version ?? 0) + 1 })
    : t("web.library.peek.open");
}

function archiveWord(summary: TemplateSummary): string {
  return t(summary.archived ? "web.library.peek.restore" : "web.library.peek.archive");
}
