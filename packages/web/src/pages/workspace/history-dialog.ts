import type { Colleague, RevisionDetail, RevisionSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { current, language, t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { notify } from "../../components/notice.ts";
import { createRevision, listRevisions, readRevision, templateExport } from "../../data/api.ts";
import { renameRevision } from "../../data/together.ts";
import "../../editor/code-editor.ts";
import "../../editor/diff-editor.ts";
import { changeList } from "./change-list.ts";
import { type Comparison, compareTexts } from "./comparison.ts";
import "./authorship-view.ts";
import "./dialogs.css";
import { givenName, historyTimeline } from "./history-timeline.ts";

/** What a revision is compared with: another one, or the text as it is now. */
type Against = number | "current";

/** Asks the page to put the text of a revision in place of the present one; `name` is how people call it. */
export interface Restoration {
  readonly text: string;
  readonly name: string;
}

/** Wide enough for a revision beside the list of them. */
const beside = matchMedia("(min-width: 720px)");

/** What changed, in sentences; the same beside both texts; the text of the one revision. */
const views = ["changes", "texts", "source"] as const;
type View = (typeof views)[number];

/**
 * The revisions of a template: who kept which text when; each can be read, compared with another or with the present
 * text, and restored; published ones are downloaded. Event: `restore` (`Restoration`).
 */
@customElement("rw-history-dialog")
export class HistoryDialog extends LightElement {
  @property() template = "";
  /** Whether this person may keep a revision by name. */
  @property({ type: Boolean }) writable = false;
  /** Whose colours are known. */
  @property({ attribute: false }) colleagues: readonly Colleague[] = [];
  /** The present text. */
  @property({ attribute: false }) text = "";
  @state() private revisions: readonly RevisionSummary[] | undefined;
  @state() private shown: RevisionDetail | undefined;
  @state() private against: Against = "current";
  /** The revision that was asked for last. */
  private wanted: number | undefined;
  /** Whether the reader said what to compare with. */
  private chosen = false;
  @state() private view: View = "changes";
  /** Whether it shows who wrote the present text instead of a revision. */
  @state() private wrote = false;
  /** The texts that are compared, the older first. */
  @state() private texts: readonly [string, string] | undefined;
  /** Whether the shown revision is being named. */
  @state() private naming = false;
  /** Undefined while it is made; `unread` where one of the two texts cannot be read. */
  @state() private comparison: Comparison | "unread" | undefined;
  @state() private failure: unknown;
  @query("dialog") private dialog!: HTMLDialogElement;

  /** Opens the list; with `naming`, at the field that keeps the present text under a name. */
  async open(naming = false): Promise<void> {
    this.shown = undefined;
    this.wrote = false;
    this.against = "current";
    this.chosen = false;
    this.dialog.showModal();
    await this.load();
    if (naming) this.querySelector<HTMLInputElement>(".hd-name input")?.focus();
    const newest = this.revisions?.[0];
    if (newest && beside.matches) await this.read(newest.revision);
  }

  override render(): TemplateResult {
    return html`<dialog class="dg dg-wide dg-history" aria-labelledby="history-title">
      <header class="dg-head">
        <h2 id="history-title">${t("web.workspace.history.title")}</h2>
        <button class="ib sm" type="button" aria-label=${t("web.workspace.close")} @click=${() => this.dialog.close()}>${icon("x", 16)}</button>
      </header>
      <div class="hd-body">
        <div class="hd-side">${this.writable ? this.renderNaming() : nothing} ${this.renderNow()} ${this.renderList()}</div>
        <div class="hd-text">${this.renderText()}</div>
      </div>
    </dialog>`;
  }

  private renderNaming(): TemplateResult {
    return html`<form class="hd-name" @submit=${this.keep}>
      <label class="f"
        ><input name="name" required maxlength="200" placeholder=${t("web.workspace.history.name")} aria-label=${t("web.workspace.history.name")}
      /></label>
      <button class="btn sm" type="submit">${t("web.workspace.history.keep")}</button>
    </form>`;
  }

  private renderNow(): TemplateResult {
    return html`<div class="hd-list hd-now">
      <button type="button" aria-current=${this.wrote ? "true" : nothing} @click=${() => {
        this.wrote = true;
      }}><b>${t("together.wrote.title")}</b><span class="t12 ink3">${t("together.wrote.now")}</span></button>
    </div>`;
  }

  private renderList(): TemplateResult {
    if (this.failure) return html`<p class="strip" role="alert">${failureText(this.failure)}</p>`;
    if (!this.revisions) return html`<span class="bone" style="margin:12px"></span>`;
    if (this.revisions.length === 0) return html`<p class="dg-note">${t("web.workspace.history.none")}</p>`;
    return historyTimeline({
      revisions: this.revisions,
      shown: this.wrote ? undefined : this.shown?.summary.revision,
      colleagues: this.colleagues,
      pick: (revision) => void this.read(revision),
    });
  }

  private renderText(): TemplateResult {
    if (this.wrote) return html`<rw-authorship-view template=${this.template}></rw-authorship-view>`;
    if (!this.shown) return html`<p class="dg-note">${t("web.workspace.history.pick")}</p>`;
    return html`
      ${this.renderBar(this.shown)}
      ${
        this.view === "source"
          ? html`<rw-code-editor readonly .value=${this.shown.text} label=${t("web.workspace.history.text")}></rw-code-editor>`
          : this.renderCompared(this.shown.summary)
      }
    `;
  }

  private renderBar({ summary, text }: RevisionDetail): TemplateResult {
    const view = (name: View) =>
      html`<button type="button" class="hd-view-${name}" aria-pressed=${this.view === name} @click=${() => {
        this.view = name;
      }}>${t(`web.workspace.history.${name}`)}</button>`;
    return html`<div class="hd-bar hd-title">${this.naming ? this.renderRename(summary) : this.renderName(summary)}</div>
    <div class="hd-bar">
      <div class="seg" role="group" aria-label=${t("web.workspace.history.view")}>${views.map(view)}</div>
      <span class="t12 ink3 mono ell hd-hash" title=${summary.sha256}>SHA-256 ${summary.sha256.slice(0, 12)}</span>
      <span class="grow"></span>
      ${this.renderDownloads(summary)}
      ${this.writable ? this.renderRestore(text) : nothing}
    </div>`;
  }

  private renderName({ revision }: RevisionSummary): TemplateResult {
    const rename = async () => {
      this.naming = true;
      await this.updateComplete;
      this.querySelector<HTMLInputElement>(".hd-rename input")?.select();
    };
    return html`<b class="ell">${this.nameOf(revision)}</b>
      ${this.writable ? html`<button class="ib xs" type="button" aria-label=${t("together.history.rename")} title=${t("together.history.rename")} @click=${rename}>${icon("pencil", 14)}</button>` : nothing}`;
  }

  private renderRename(summary: RevisionSummary): TemplateResult {
    return html`<form class="hd-rename" @submit=${this.rename}>
      <label class="f"><input name="name" required maxlength="200" aria-label=${t("together.history.rename")} .value=${givenName(summary)} /></label>
      <button class="btn sm" type="submit">${t("together.save")}</button>
      <button class="btn quiet sm" type="button" @click=${() => {
        this.naming = false;
      }}>${t("together.cancel")}</button>
    </form>`;
  }

  private renderDownloads({ revision }: RevisionSummary): TemplateResult {
    const link = (format: string, label: string) =>
      html`<a class="btn sm" download href=${templateExport(this.template, { format, revision, language: language() })}>${icon("download", 15)}${label}</a>`;
    return html`${link("pdf", "PDF")}${link("jsonc", "JSONC")}`;
  }

  private renderRestore(text: string): TemplateResult {
    const same = text === this.text;
    const reason = same ? t("web.workspace.history.restoreSame") : nothing;
    return html`<button class="btn sm" type="button" aria-disabled=${same ? "true" : nothing} title=${reason} @click=${this.restore}>
      ${icon("undo", 15)}${t("web.workspace.history.restore")}${same ? html`<span class="said">${reason}</span>` : nothing}
    </button>`;
  }

  private renderCompared(summary: RevisionSummary): TemplateResult {
    const others = this.revisions?.filter(({ revision }) => revision !== summary.revision) ?? [];
    return html`<div class="hd-changes">
      <label class="hd-against"
        ><span class="lbl">${t("web.workspace.history.against")}</span>
        <select class="f" @change=${this.onAgainst}>
          <option value="current" ?selected=${this.against === "current"}>${t("web.workspace.history.current")}</option>
          ${others.map(
            ({ revision }) =>
              html`<option value=${revision} ?selected=${this.against === revision}>${this.nameOf(revision)}</option>`,
          )}
        </select></label
      >
      ${
        this.view === "texts"
          ? html`<div class="hd-both">${this.renderTexts()}${this.renderSaid(summary)}</div>`
          : this.renderSaid(summary)
      }
    </div>`;
  }

  private renderTexts(): TemplateResult {
    if (!this.texts) return html`<span class="bone"></span>`;
    return html`<rw-diff-editor .older=${this.texts[0]} .newer=${this.texts[1]} label=${t("together.history.diff")}></rw-diff-editor>`;
  }

  private renderSaid(summary: RevisionSummary): TemplateResult {
    const [before, after] = this.inOrder(summary.revision, this.against);
    const names = { before: this.nameOf(before), after: this.nameOf(after) };
    return html`<div class="hd-said" tabindex="0" role="region" aria-label=${t("web.workspace.history.changes")}>
      ${this.renderSentences(names)}
    </div>`;
  }

  private renderSentences(names: { readonly before: string; readonly after: string }): TemplateResult {
    const { comparison } = this;
    if (comparison === undefined) return html`<span class="bone" style="width:60%"></span>`;
    if (comparison === "unread")
      return html`<h3>${t("web.workspace.history.unread", names)}</h3>
        <p class="strip warn">${icon("warn", 16)}${t("web.workspace.changes.unread")}</p>`;
    const same = this.texts?.[0] === this.texts?.[1];
    return html`<h3>${t("web.workspace.history.from", { ...names, count: comparison.changes.length })}</h3>
      ${same ? html`<p class="cl-none">${icon("check", 16)}${t("web.workspace.changes.same")}</p>` : changeList(comparison)}`;
  }

  /**
   * What a revision is compared with at first: the present text, or the revision before it where it is that. What the
   * reader chose stays.
   */
  private usefulAgainst({ text }: RevisionDetail, revision: number): Against {
    if (this.chosen && this.against !== revision) return this.against;
    const before = this.revisions?.find((one) => one.revision < revision)?.revision;
    return text === this.text ? (before ?? "current") : "current";
  }

  /** The older of two first; the present text is the newest. */
  private inOrder(one: number, other: Against): readonly [Against, Against] {
    return other === "current" || other > one ? [one, other] : [other, one];
  }

  private nameOf(place: Against): string {
    if (place === "current") return t("web.workspace.history.current");
    const revision = this.revisions?.find((each) => each.revision === place);
    if (!revision) return "";
    const named = givenName(revision);
    if (revision.version !== null) return named ? `v${revision.version} · ${named}` : `v${revision.version}`;
    const when = current().date(new Date(revision.createdAt), { dateStyle: "medium", timeStyle: "short" });
    return revision.name || `${t(`together.history.kind.${revision.kind}`)} · ${when}`;
  }

  private onAgainst(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.against = value === "current" ? "current" : Number(value);
    this.chosen = true;
    void this.compare();
  }

  private async compare(): Promise<void> {
    const { shown, against } = this;
    if (!shown) return;
    this.comparison = undefined;
    try {
      const other = against === "current" ? this.text : (await readRevision(this.template, against)).text;
      const [older] = this.inOrder(shown.summary.revision, against);
      const texts = older === against ? ([other, shown.text] as const) : ([shown.text, other] as const);
      if (this.shown === shown && this.against === against) this.texts = texts;
      const compared = (await compareTexts(...texts)) ?? "unread";
      // Whoever picked on meanwhile waits for another answer.
      if (this.shown === shown && this.against === against) this.comparison = compared;
    } catch (failure) {
      notify(failureText(failure), "error");
    }
  }

  private restore(): void {
    if (!this.shown || this.shown.text === this.text) return;
    const { summary, text } = this.shown;
    this.dialog.close();
    const detail: Restoration = { text, name: this.nameOf(summary.revision) };
    this.dispatchEvent(new CustomEvent("restore", { detail }));
  }

  private async rename(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get("name"));
    const { shown } = this;
    if (!shown) return;
    try {
      const summary = await renameRevision(this.template, shown.summary.revision, name);
      this.shown = { ...shown, summary };
      this.naming = false;
      await this.load();
    } catch (failure) {
      notify(failureText(failure), "error");
    }
  }

  private async load(): Promise<void> {
    try {
      this.failure = undefined;
      const revisions = await listRevisions(this.template);
      this.revisions = [...revisions].sort((a, b) => b.revision - a.revision);
    } catch (failure) {
      this.failure = failure;
    }
    await this.updateComplete;
  }

  private async read(revision: number): Promise<void> {
    this.naming = false;
    this.wrote = false;
    this.texts = undefined;
    this.wanted = revision;
    try {
      const found = await readRevision(this.template, revision);
      // Whoever picked on meanwhile waits for another one.
      if (this.wanted !== revision) return;
      this.shown = found;
      this.against = this.usefulAgainst(this.shown, revision);
      await this.compare();
    } catch (failure) {
      notify(failureText(failure), "error");
    }
  }

  private async keep(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    try {
      await createRevision(this.template, { kind: "named", name: String(new FormData(form).get("name")) });
      form.reset();
      notify(t("together.history.kept"));
      await this.load();
    } catch (failure) {
      notify(failureText(failure), "error");
    }
  }
}
