import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { notify } from "../../components/notice.ts";
import { chosenFiles, droppedFiles, type NamedFile } from "../../data/dropped-files.ts";
import { addImportFile, createImport } from "../../data/imports.ts";
import { RequestError } from "../../data/request.ts";
import "./import-intake.css";
import "./paste-text-dialog.ts";

interface Upload {
  readonly count: number;
  readonly done: number;
  readonly name: string;
}

/**
 * Takes old job descriptions: dropped, chosen or pasted. Files go up one after another, which can be stopped; those
 * that are up stay. Fires `taken` with the batch's id as soon as its first document is on the server.
 */
@customElement("rw-import-intake")
export class ImportIntake extends LightElement {
  /** The batch to add to; a new one is begun where there is none. */
  @property() batch = "";
  /** One line, beside other things. */
  @property({ type: Boolean }) small = false;
  @state() private over = false;
  @state() private upload: Upload | undefined;
  @state() private pasting = false;
  @state() private problems: readonly string[] = [];
  private stop: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.abort();
  }

  override render(): TemplateResult {
    return html`<div class="intake ${this.small ? "intake-small" : ""}" ?data-over=${this.over} @dragover=${this.onOver} @dragleave=${this.onLeave} @drop=${this.onDrop}>
        ${this.upload ? this.renderUpload(this.upload) : this.renderOffer()}
      </div>
      ${this.problems.map((problem) => html`<p class="strip intake-problem" role="alert">${icon("error", 16)}<span>${problem}</span></p>`)}
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

  private renderUpload({ count, done, name }: Upload): TemplateResult {
    return html`<div class="intake-progress" role="status">
      <span class="t13">${t("importing.upload.progress", { done: done + 1, count, name })}</span>
      <progress max=${count} value=${done} aria-label=${t("importing.upload.progress", { done: done + 1, count, name })}></progress>
      <button class="btn sm" type="button" @click=${() => this.stop?.abort()}>${t("importing.upload.cancel")}</button>
    </div>`;
  }

  /** Sends files up; resolves when all are there, or it was stopped. */
  async take(files: readonly NamedFile[]): Promise<void> {
    this.problems = files.length === 0 ? [t("importing.upload.none")] : [];
    if (files.length === 0 || this.upload) return;
    const stop = new AbortController();
    this.stop = stop;
    let added = 0;
    for (const [done, file] of files.entries()) {
      this.upload = { count: files.length, done, name: file.name };
      const outcome = await this.send(file, stop.signal);
      if (outcome === "added" && ++added === 1) this.dispatchEvent(new CustomEvent("begun", { detail: this.batch }));
      if (outcome === "over") break;
    }
    this.upload = undefined;
    if (stop.signal.aborted) notify(t("importing.upload.stopped", { done: added }));
    if (added === 0) return;
    // Who goes on to the batch must still learn what is missing there.
    if (this.problems.length > 0) notify(this.problems.join(" "), "error");
    this.tell(this.batch);
  }

  /** `refused`: this one is not taken, the next may be · `over`: stopped, or nobody answers. */
  private async send({ name, file }: NamedFile, signal: AbortSignal): Promise<"added" | "refused" | "over"> {
    try {
      this.batch ||= (await createImport()).id;
      await addImportFile(this.batch, name, file, signal);
      return signal.aborted ? "over" : "added";
    } catch (error) {
      if (signal.aborted) return "over";
      this.problems = [...this.problems, t("importing.upload.failed", { name, reason: failureText(error) })];
      return error instanceof RequestError && error.kind === "refused" ? "refused" : "over";
    }
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
