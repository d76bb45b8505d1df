import type { Diagnostic } from "@rolewright/runtime";
import type { RevisionSummary } from "@rolewright/server/protocol";
import { html, LitElement, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { LanguageController, t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { createRevision } from "../../data/api.ts";
import { findingText } from "../../editor/findings.ts";
import "./dialogs.css";

/**
 * Asks before a version is published, because it cannot be taken back, and says why when it cannot be published.
 * Events: `published` (`RevisionSummary`), `show-problem` (`Diagnostic`).
 */
@customElement("rw-publish-dialog")
export class PublishDialog extends LitElement {
  @property() template = "";
  /** Number the new version will have. */
  @property({ type: Number }) next = 1;
  @property({ attribute: false }) diagnostics: readonly Diagnostic[] = [];
  /** Whether the server has every change; before that the published text would not be the one shown. */
  @property({ type: Boolean }) saved = false;
  @state() private busy = false;
  @state() private failure: unknown;
  @query("dialog") private dialog!: HTMLDialogElement;

  constructor() {
    super();
    new LanguageController(this);
  }

  override createRenderRoot(): this {
    return this;
  }

  open(): void {
    this.failure = undefined;
    this.dialog.showModal();
  }

  override render(): TemplateResult {
    const errors = this.diagnostics.filter(({ severity }) => severity === "error");
    return html`<dialog class="dg" aria-labelledby="publish-title">
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
        ${warnings > 0 ? html`<p class="strip warn">${icon("warn", 16)}${t("web.workspace.publish.warnings", { count: warnings })}</p>` : ""}
        <label class="dg-field"
          ><span class="lbl">${t("web.workspace.publish.note")}</span>
          <span class="f"><input name="name" maxlength="200" placeholder=${t("web.workspace.publish.notePlaceholder")} /></span
        ></label>
        ${this.saved ? "" : html`<p class="strip warn" role="status">${icon("cloud", 16)}${t("web.workspace.publish.unsaved")}</p>`}
        ${this.failure ? html`<p class="strip" role="alert">${failureText(this.failure)}</p>` : ""}
      </div>
      <footer class="dg-foot">
        <button class="btn" type="button" @click=${() => this.dialog.close()}>${t("web.workspace.cancel")}</button>
        <button class="btn primary" type="submit" ?disabled=${!this.saved || this.busy}>
          ${t("web.workspace.publish.confirm", { version: this.next })}
        </button>
      </footer>
    `;
  }

  private leadTo(error: Diagnostic): void {
    this.dialog.close();
    this.dispatchEvent(new CustomEvent("show-problem", { detail: error }));
  }

  private async publish(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get("name") ?? "");
    this.busy = true;
    try {
      const revision: RevisionSummary = await createRevision(this.template, {
        kind: "published",
        ...(name ? { name } : {}),
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
