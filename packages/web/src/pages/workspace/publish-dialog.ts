import type { Diagnostic } from "@rolewright/runtime";
import type { RevisionSummary } from "@rolewright/server/protocol";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { createRevision } from "../../data/api.ts";
import { findingText } from "../../editor/findings.ts";
import "./dialogs.css";
import { type Outlook, outlookView, readOutlook } from "./publish-outlook.ts";

/**
 * Asks before a version is published, because it cannot be taken back, and says why when it cannot be published.
 * Events: `published` (`RevisionSummary`), `show-problem` (`Diagnostic`).
 */
@customElement("rw-publish-dialog")
export class PublishDialog extends LightElement {
  @property() template = "";
  /** Number the new version will have. */
  @property({ type: Number }) next = 1;
  @property({ attribute: false }) diagnostics: readonly Diagnostic[] = [];
  /** Whether the server has every change; before that the published text would not be the one shown. */
  @property({ type: Boolean }) saved = false;
  @state() approved = false;
  @state() private busy = false;
  /** What publishing would bring; undefined until the server has said. */
  @state() private outlook: Outlook | undefined;
  @state() private outlookFailure: unknown;
  @state() private failure: unknown;
  @query("dialog") private dialog!: HTMLDialogElement;

  /** With `approved` it is about the approved text, though the live one was changed since. */
  open(approved = false): void {
    this.approved = approved;
    this.failure = undefined;
    this.outlook = undefined;
    this.outlookFailure = undefined;
    this.dialog.showModal();
    if (this.saved) void this.look();
  }

  /** Somebody went on writing while the dialog is open: what it says is about the text the server has now. */
  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("saved") && this.saved && this.dialog.open) void this.look();
  }

  override render(): TemplateResult {
    const errors = this.approved ? [] : this.diagnostics.filter(({ severity }) => severity === "error");
    return html`<dialog class="dg dg-publish" aria-labelledby="publish-title">
      <form method="dialog" @submit=${this.publish}>
        <header class="dg-head">
          <h2 id="publish-title">${t("web.workspace.publish.title", { version: this.next })}</h2>
        </header>
        ${errors.length > 0 ? this.renderBlocked(errors) : this.renderQuestion()}
      </form>
    </dialog>`;
  }

  private renderBlocked(errors: readonly Diagnostic[]): TemplateResult {
    return html`
      <div class="dg-body">
        <p>${t("web.workspace.publish.blocked", { count: errors.length })}</p>
        <ul class="dg-errors">
          ${errors.slice(0, 5).map(
            (error) => html`<li>
              ${icon("error", 16)}<button type="button" class="dg-link" @click=${() => this.leadTo(error)}>${findingText(error)}</button>
            </li>`,
          )}
        </ul>
      </div>
      <footer class="dg-foot"><button class="btn" type="button" @click=${() => this.dialog.close()}>${t("web.workspace.close")}</button></footer>
    `;
  }

  private renderQuestion(): TemplateResult {
    const warnings = this.diagnostics.filter(({ severity }) => severity === "warning").length;
    return html`
      <div class="dg-body">
        <p>${t("web.workspace.publish.effect", { version: this.next })}</p>
        ${this.approved ? html`<p class="strip warn">${icon("info", 16)}${t("together.review.publishesApproved")}</p>` : ""}
        ${this.approved ? nothing : this.renderOutlook()}
        ${warnings > 0 ? html`<p class="strip warn">${icon("warn", 16)}${t("web.workspace.publish.warnings", { count: warnings, version: this.next })}</p>` : ""}
        <label class="dg-field"
          ><span class="lbl">${t("web.workspace.publish.note")}</span>
          <span class="f"><input name="name" maxlength="200" placeholder=${t("web.workspace.publish.notePlaceholder")} /></span
        ></label>
        ${this.saved ? "" : html`<p class="strip warn" role="status">${icon("cloud", 16)}${t("web.workspace.publish.unsaved")}</p>`}
        ${this.failure ? html`<p class="strip" role="alert">${failureText(this.failure)}</p>` : ""}
      </div>
      <footer class="dg-foot">
        <button class="btn" type="button" @click=${() => this.dialog.close()}>${t("web.workspace.cancel")}</button>
        <button class="btn primary" type="submit" aria-disabled=${!this.saved || this.busy ? "true" : nothing} aria-busy=${this.busy ? "true" : nothing}>
          ${t("web.workspace.publish.confirm", { version: this.next })}
        </button>
      </footer>
    `;
  }

  private renderOutlook(): TemplateResult | typeof nothing {
    if (this.outlook) return outlookView(this.outlook, this.next);
    if (!this.saved) return nothing;
    if (!this.outlookFailure)
      return html`<span class="bone" style="width:70%"></span><span class="bone" style="width:50%"></span>`;
    return html`<div class="strip" role="alert">
      ${icon("error", 16)}<span class="grow">${t("web.workspace.publish.outlookFailed", { reason: failureText(this.outlookFailure) })}</span>
      <button class="btn sm" type="button" @click=${() => void this.look()}>${t("web.failure.retry")}</button>
    </div>`;
  }

  private async look(): Promise<void> {
    this.outlookFailure = undefined;
    try {
      this.outlook = await readOutlook(this.template);
    } catch (failure) {
      this.outlookFailure = failure;
    }
  }

  private leadTo(error: Diagnostic): void {
    this.dialog.close();
    this.dispatchEvent(new CustomEvent("show-problem", { detail: error }));
  }

  private async publish(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!this.saved || this.busy) return;
    const name = String(new FormData(event.target as HTMLFormElement).get("name") ?? "");
    this.busy = true;
    try {
      const revision: RevisionSummary = await createRevision(this.template, {
        kind: "published",
        ...(name ? { name } : {}),
        ...(this.approved ? { approved: true as const } : {}),
      });
      this.dialog.close();
      this.dispatchEvent(new CustomEvent("published", { detail: revision }));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }
}
