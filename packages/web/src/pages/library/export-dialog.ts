import type { TemplateSummary } from "@rolewright/server/protocol";
import { LightElement } from "../../components/light-element.ts";
import "@vaadin/dialog";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { current, language, t } from "../../app/language.ts";
import { FocusReturn, onClosing } from "../../components/dialog-parts.ts";
import { icon } from "../../components/icon.ts";
import { notify } from "../../components/notice.ts";
import { saveFile } from "../../components/save-file.ts";
import "./export-dialog.css";
import {
  type ExportFormat,
  type ExportProgress,
  type ExportResult,
  exportFormats,
  exportRoles,
} from "./export-roles.ts";

/** Exports several roles as one archive: choose what, see how far it is, stop it. Fires `dialog-closed` when left. */
@customElement("rw-export-dialog")
export class ExportDialog extends LightElement {
  @property({ attribute: false }) roles: readonly TemplateSummary[] = [];
  @state() private format: ExportFormat = "pdf";
  @state() private progress: ExportProgress | undefined;
  @state() private failed: ExportResult["failed"] = [];
  private work: AbortController | undefined;
  private began = 0;

  constructor() {
    super();
    new FocusReturn(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.work?.abort();
  }

  override render(): TemplateResult {
    const busy = this.progress !== undefined;
    return html`<vaadin-dialog header-title=${t("library.export.title", { count: this.roles.length })} opened @opened-changed=${onClosing(this.close)}>
      <form class="dialog-form" id="export-roles" @submit=${this.onSubmit}>
        ${busy ? this.renderProgress() : this.renderFormats()} ${this.renderFailed()}
      </form>
      <div slot="footer" class="dialog-actions">
        <button class="btn" type="button" @click=${busy ? this.stop : this.close}>${t(busy ? "library.export.stop" : "web.kit.cancel")}</button>
        ${busy ? nothing : html`<button class="btn primary" type="submit" form="export-roles">${icon("download", 16)}${t("library.export.make", { count: this.roles.length })}</button>`}
      </div>
    </vaadin-dialog>`;
  }

  private renderFormats(): TemplateResult {
    return html`<fieldset class="exp-formats">
      <legend class="lbl">${t("library.export.format")}</legend>
      ${exportFormats.map(
        (one) => html`<label
          ><input type="radio" name="format" value=${one} .checked=${one === this.format} @change=${() => {
            this.format = one;
          }} /><span><b>${t(`library.export.formats.${one}.name`)}</b><span class="ink3">${t(`library.export.formats.${one}.text`)}</span></span></label
        >`,
      )}
    </fieldset>`;
  }

  private renderProgress(): TemplateResult | typeof nothing {
    if (!this.progress) return nothing;
    const { done, of, title } = this.progress;
    return html`<div class="exp-progress">
      <progress max=${of} value=${done} aria-label=${t("library.export.working")}></progress>
      <p class="t13 ink2"><span class="tn">${t("library.export.at", { done, of })}</span> · ${title}</p>
      <p class="t12 ink3" role="status">${this.left(done, of)}</p>
    </div>`;
  }

  /** An estimate, once there is something to go by. */
  private left(done: number, of: number): string {
    const elapsed = performance.now() - this.began;
    if (done === 0 || elapsed < 3000) return t("library.export.keep");
    return t("library.export.left", { seconds: Math.ceil(((elapsed / done) * (of - done)) / 1000) });
  }

  private renderFailed(): TemplateResult | typeof nothing {
    if (this.failed.length === 0) return nothing;
    return html`<div class="strip" role="alert">
      ${icon("error", 16)}
      <ul>
        ${this.failed.map(({ title, reason }) => html`<li><b>${title}</b> ${failureText(reason)}</li>`)}
      </ul>
    </div>`;
  }

  private readonly close = (): void => {
    this.stop();
    this.dispatchEvent(new CustomEvent("dialog-closed"));
  };

  private readonly stop = (): void => {
    this.work?.abort();
    this.work = undefined;
    this.progress = undefined;
  };

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const work = new AbortController();
    this.work = work;
    this.failed = [];
    this.began = performance.now();
    const progress = (now: ExportProgress) => {
      this.progress = now;
    };
    try {
      this.finish(await exportRoles(this.roles, this.format, language(), { signal: work.signal, progress }));
    } catch (error) {
      if (work.signal.aborted) return;
      this.failed = [{ title: "", reason: error }];
    }
    this.progress = undefined;
  }

  private finish({ zip, failed }: ExportResult): void {
    const made = this.roles.length - failed.length;
    this.failed = failed;
    if (made > 0) {
      saveFile(
        zip,
        `${t("library.export.file")} ${current().date(new Date(), { dateStyle: "short" }).replaceAll("/", "-")}.zip`,
      );
      notify(t("library.export.done", { count: made }));
    }
    if (failed.length === 0) this.close();
  }
}
