import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { notify } from "../../components/notice.ts";
import { chosenFiles, droppedFiles, type NamedFile } from "../../data/dropped-files.ts";
import { type ImportUpload, importUploads } from "../../data/import-uploads.ts";
import "./import-intake.css";
import "./paste-text-dialog.ts";

/**
 * Takes old job descriptions: dropped, chosen or pasted, and shows how far they are on their way. Fires `taken` with
 * the batch's id as soon as its first document is on the server, and again when all are.
 */
@customElement("rw-import-intake")
export class ImportIntake extends LightElement {
  /** The batch to add to; a new one is begun where there is none. */
  @property() batch = "";
  /** One line, beside other things. */
  @property({ type: Boolean }) small = false;
  @state() private over = false;
  @state() private pasting = false;
  /** There was nothing to take. */
  @state() private none = false;
  private readonly follow = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    importUploads.addEventListener("change", this.follow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    importUploads.removeEventListener("change", this.follow);
  }

  override render(): TemplateResult {
    const upload = importUploads.to(this.batch);
    return html`<div class="intake ${this.small ? "intake-small" : ""}" ?data-over=${this.over} @dragover=${this.onOver} @dragleave=${this.onLeave} @drop=${this.onDrop}>
        ${upload?.state === "running" ? this.renderUpload(upload) : this.renderOffer()}
      </div>
      ${this.problems(upload).map((problem) => html`<p class="strip intake-problem" role="alert">${icon("error", 16)}<span>${problem}</span></p>`)}
      ${
        this.pasting
          ? html`<rw-paste-text-dialog
              batch=${this.batch}
              @taken=${(event: CustomEvent<string>) => this.tell(event.detail)}
              @dialog-closed=${() => {
                this.pasting = false;
              }}
            ></rw-paste-text-dialog>`
          : nothing
      }`;
  }

  private renderOffer(): TemplateResult {
    return html`<span class="intake-mark">${icon("upload", this.small ? 18 : 24)}</span>
      <div class="intake-words">
        <b>${this.over ? t("importing.drop.over") : t("importing.drop.title")}</b>
        ${this.small ? nothing : html`<p>${t("importing.drop.text")}</p>`}
      </div>
      <div class="intake-ways">
        <label class="btn ${this.small ? "" : "primary"}">${t("importing.drop.files")}<input class="said" type="file" multiple @change=${this.onChoice} /></label>
        <label class="btn">${t("importing.drop.folder")}<input class="said" type="file" webkitdirectory multiple @change=${this.onChoice} /></label>
        <button class="btn" type="button" @click=${() => {
          this.pasting = true;
        }}>${t("importing.drop.paste")}</button>
      </div>`;
  }

  private renderUpload({ batch, count, done, name }: ImportUpload): TemplateResult {
    return html`<div class="intake-progress" role="status">
      <span class="t13">${t("importing.upload.progress", { done: done + 1, count, name })}</span>
      <progress max=${count} value=${done} aria-label=${t("importing.upload.progress", { done: done + 1, count, name })}></progress>
      <button class="btn sm" type="button" @click=${() => importUploads.stop(batch)}>${t("importing.upload.cancel")}</button>
    </div>`;
  }

  private problems(upload: ImportUpload | undefined): readonly string[] {
    return [...(this.none ? [t("importing.upload.none")] : []), ...(upload ? refusals(upload) : [])];
  }

  /** Sends files up; resolves when all are there, or it was stopped. */
  async take(files: readonly NamedFile[]): Promise<void> {
    this.none = files.length === 0;
    if (this.none || importUploads.to(this.batch)?.state === "running") return;
    const upload = await importUploads.send(this.batch, files, (begun) => this.tell(begun));
    const { batch, added, state } = upload;
    if (state === "stopped") notify(t("importing.upload.stopped", { done: added }));
    if (this.isConnected && added > 0) this.tell(batch);
    // Where the batch is shown, its list says what came; elsewhere the reader has gone on to other things.
    if (this.isConnected || location.pathname === `/import/${batch}` || state === "stopped") return;
    if (upload.refused.length > 0) notify(refusals(upload).join(" "), "error");
    else notify(t("importing.upload.over", { done: added }));
  }

  private tell(batch: string): void {
    this.pasting = false;
    this.dispatchEvent(new CustomEvent("taken", { detail: batch }));
  }

  private onChoice(event: Event): void {
    const field = event.target as HTMLInputElement;
    const files = chosenFiles(field);
    field.value = "";
    void this.take(files);
  }

  private onOver(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.over = true;
  }

  private onLeave(event: DragEvent): void {
    if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) this.over = false;
  }

  private onDrop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    if (event.dataTransfer) void droppedFiles(event.dataTransfer).then((files) => this.take(files));
  }
}

function refusals({ refused }: ImportUpload): readonly string[] {
  return refused.map(({ name, reason }) => t("importing.upload.failed", { name, reason: failureText(reason) }));
}
