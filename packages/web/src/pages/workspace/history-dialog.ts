import type { RevisionDetail, RevisionSummary } from "@rolewright/server/protocol";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { current, LanguageController, language, t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { notify } from "../../components/notice.ts";
import { createRevision, listRevisions, readRevision, templateExport } from "../../data/api.ts";
import "../../editor/code-editor.ts";
import "./dialogs.css";

/** The revisions of a template: who kept which text when; each can be read, published ones downloaded. */
@customElement("rw-history-dialog")
export class HistoryDialog extends LitElement {
  @property() template = "";
  /** Whether this person may keep a revision by name. */
  @property({ type: Boolean }) writable = false;
  @state() private revisions: readonly RevisionSummary[] | undefined;
  @state() private shown: RevisionDetail | undefined;
  @state() private failure: unknown;
  @query("dialog") private dialog!: HTMLDialogElement;

  constructor() {
    super();
    new LanguageController(this);
  }

  override createRenderRoot(): this {
    return this;
  }

  /** Opens the list; with `naming`, at the field that keeps the present text under a name. */
  async open(naming = false): Promise<void> {
    this.shown = undefined;
    this.dialog.showModal();
    await this.load();
    if (naming) this.querySelector<HTMLInputElement>(".hd-name input")?.focus();
  }

  override render(): TemplateResult {
    return html`<dialog class="dg dg-wide" aria-labelledby="history-title">
      <header class="dg-head">
        <h2 id="history-title">${t("web.workspace.history.title")}</h2>
        <button class="ib sm" type="button" aria-label=${t("web.workspace.close")} @click=${() => this.dialog.close()}>${icon("x", 16)}</button>
      </header>
      <div class="hd-body">
        <div class="hd-side">${this.writable ? this.renderNaming() : nothing} ${this.renderList()}</div>
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

  private renderList(): TemplateResult {
    if (this.failure) return html`<p class="strip" role="alert">${failureText(this.failure)}</p>`;
    if (!this.revisions) return html`<span class="bone" style="margin:12px"></span>`;
    if (this.revisions.length === 0) return html`<p class="dg-note">${t("web.workspace.history.none")}</p>`;
    return html`<ul class="hd-list">
      ${this.revisions.map((revision) => this.renderRevision(revision))}
    </ul>`;
  }

  private renderRevision(revision: RevisionSummary): TemplateResult {
    const when = current().date(new Date(revision.createdAt), { dateStyle: "medium", timeStyle: "short" });
    return html`<li>
      <button
        type="button"
        aria-current=${this.shown?.summary.revision === revision.revision ? "true" : nothing}
        @click=${() => this.read(revision.revision)}
      >
        <span class="row" style="gap:6px">
          ${revision.version === null ? nothing : html`<span class="chip sq blue tn">v${revision.version}</span>`}
          <b class="ell">${revision.name || t(`web.workspace.history.${revision.kind}`)}</b>
        </span>
        <span class="t12 ink3">${revision.createdBy} · ${when}</span>
      </button>
    </li>`;
  }

  private renderText(): TemplateResult {
    if (!this.shown) return html`<p class="dg-note">${t("web.workspace.history.pick")}</p>`;
    const { summary, text } = this.shown;
    return html`
      <div class="hd-bar">
        <span class="t12 ink3 mono ell">SHA-256 ${summary.sha256.slice(0, 16)}</span><span class="grow"></span>
        ${
          summary.version === null
            ? nothing
            : html`<a class="btn sm" download href=${templateExport(this.template, { format: "pdf", version: summary.version, language: language() })}
              >${icon("download", 15)}${t("web.workspace.export.pdfOf", { version: summary.version })}</a
            >`
        }
      </div>
      <rw-code-editor readonly .value=${text} label=${t("web.workspace.history.text")}></rw-code-editor>
    `;
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
    try {
      this.shown = await readRevision(this.template, revision);
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
      await this.load();
    } catch (failure) {
      notify(failureText(failure), "error");
    }
  }
}
