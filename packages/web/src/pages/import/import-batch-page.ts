import { consume } from "@lit/context";
import type { AlikeRoles, ImportBatch, ImportDraft, ImportFile, Session } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { failurePage, failureText } from "../../app/failure.ts";
import { current, t } from "../../app/language.ts";
import { navigate, type RouteParams } from "../../app/router.ts";
import { may, sessionContext } from "../../app/session.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { notify } from "../../components/notice.ts";
import { skeleton } from "../../components/skeleton.ts";
import { cancelImport, changeImportFile, deleteImport, listAlike, pauseImport } from "../../data/imports.ts";
import "./import-batch-page.css";
import { alikeList } from "./import-drafts-dialog.ts";
import "./import-drafts-dialog.ts";
import "./import-intake.ts";
import { ImportWatch } from "./import-watch.ts";
import { ReadingPace } from "./reading-pace.ts";
import { stateCells, stateLegend, stateName } from "./state-cells.ts";

/** The documents of one import: a live list, while they are read and while they are checked. */
@customElement("rw-import-batch-page")
export class ImportBatchPage extends LightElement {
  @property({ attribute: false }) params: RouteParams = {};
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session: Session | undefined;
  @state() private drafting = false;
  @state() private asking = false;
  @state() private alike: readonly AlikeRoles[] = [];
  /** Seconds until all is read; undefined where that cannot be said. */
  @state() private seconds: number | undefined;
  private readonly pace = new ReadingPace();
  private settled = "";
  private readonly watch = new ImportWatch(this, ({ batch, files }) => this.follow(batch, files));

  protected override willUpdate(): void {
    if (this.isConnected && this.params.id) this.watch.follow(this.params.id);
  }

  override render(): TemplateResult {
    const { detail, failure } = this.watch;
    const title = t("importing.title");
    if (!detail) return failure ? failurePage(title, failure, () => this.watch.refresh()) : skeleton(title, 6);
    const { batch, files } = detail;
    return html`
      <header class="top">
        <nav class="crumb"><a href="/import">${title}</a>${icon("right", 12)}</nav>
        <h1 class="ell">${batch.name}</h1>
        <span class="grow"></span>
        ${this.writable ? this.renderActions(batch, files) : nothing}
      </header>
      <main class="sheet imb">
        ${failure ? html`<p class="strip" role="alert">${icon("error", 16)}<span>${failureText(failure)}</span></p>` : nothing}
        <div class="imb-progress">${stateCells(batch.counts)}${stateLegend(batch.counts)}<span class="grow"></span>${this.writable ? this.renderFlow(batch) : nothing}</div>
        ${this.writable ? html`<rw-import-intake small batch=${batch.id} @taken=${() => this.watch.refresh()}></rw-import-intake>` : nothing}
        ${this.alike.length > 0 ? alikeList(this.alike) : nothing}
        ${this.renderTable(files)}
      </main>
      ${this.drafting ? html`<rw-import-drafts-dialog batch=${batch.id} .count=${withoutTemplate(files)} @made=${this.onMade} @dialog-closed=${this.closeDialog}></rw-import-drafts-dialog>` : nothing}
    `;
  }

  private renderActions(batch: ImportBatch, files: readonly ImportFile[]): TemplateResult {
    const none = withoutTemplate(files) === 0;
    if (this.asking)
      return html`<span class="t13 ink2 imb-ask">${t("importing.batches.removeAsk", { name: batch.name })}</span>
        <button class="btn danger" type="button" @click=${() => void this.discard(batch)}>${t("importing.batches.removeEffect")}</button>
        <button class="btn" type="button" @click=${this.closeDialog}>${t("web.kit.cancel")}</button>`;
    return html`<button class="ib" type="button" aria-label=${t("importing.batches.remove")} title=${t("importing.batches.remove")} @click=${() => {
      this.asking = true;
    }}>${icon("trash", 17)}</button>
      <button class="btn primary" type="button" aria-disabled=${none ? "true" : nothing} title=${none ? t("importing.batch.draftsNone") : nothing} @click=${() => (none ? notify(t("importing.batch.draftsNone")) : this.draft())}>${t("importing.batch.drafts")}</button>`;
  }

  private renderFlow({ id, paused, counts }: ImportBatch): TemplateResult | typeof nothing {
    if (counts.queued + counts.reading === 0) return nothing;
    return html`${this.renderRest()}<button class="btn sm quiet" type="button" @click=${() => this.act(() => pauseImport(id, !paused))}>${t(paused ? "importing.batch.resume" : "importing.batch.pause")}</button>
      <button class="btn sm quiet" type="button" @click=${() => this.cancel(id)}>${t("importing.batch.cancel")}</button>`;
  }

  private renderRest(): TemplateResult | typeof nothing {
    const { seconds } = this;
    if (seconds === undefined) return nothing;
    const minutes = seconds < 90 ? 0 : Math.round(seconds / 60);
    return html`<span class="t12 ink3 tn">${t("importing.batch.remaining", { seconds, minutes })}</span>`;
  }

  private renderTable(files: readonly ImportFile[]): TemplateResult {
    const columns = ["file", "titles", "counts", "open", "stateColumn"] as const;
    return html`<table class="tbl imb-table" role="table">
      <thead role="rowgroup"><tr role="row">${columns.map((name) => html`<th scope="col" role="columnheader" class="imb-${name} ${name === "counts" || name === "open" ? "num" : ""}">${t(`importing.batch.${name}`)}</th>`)}</tr></thead>
      <tbody role="rowgroup">${files.map((file) => this.renderRow(file))}</tbody>
    </table>`;
  }

  private renderRow(file: ImportFile): TemplateResult {
    const read = file.state === "to-check" || file.state === "confirmed";
    const number = (value: number) => current().number(value);
    const head = (column: string) => t(`importing.batch.${column}`);
    return html`<tr role="row" data-state=${file.state}>
      <th scope="row" role="rowheader" class="imb-file"><a href="/import/${this.params.id}/${file.id}">${icon("file", 16)}<span class="ell">${file.name}</span></a><span class="t12 ink3">${file.format ?? ""} ${t("importing.batch.size", { kilobytes: number(Math.max(1, Math.round(file.size / 1024))) })}</span></th>
      <td role="cell" class="imb-titles">${file.problem ? html`<span class="imb-problem">${file.problem.message}</span>` : titlesOf(file)}</td>
      <td role="cell" class="imb-counts num" data-head=${head("counts")} ?data-empty=${!read}>${read ? `${number(file.qualifications)} · ${number(file.duties)} · ${number(file.standards)}` : ""}</td>
      <td role="cell" class="imb-open num" data-head=${head("open")} ?data-empty=${!read}>${read ? number(file.unsure) : ""}</td>
      <td role="cell" class="imb-stateColumn">${this.renderState(file)}</td>
    </tr>`;
  }

  private renderState(file: ImportFile): TemplateResult {
    const made = file.templates[0];
    const again = file.state === "failed" || file.state === "cancelled";
    return html`<span class="imb-state"><i></i>${stateName(file.state)}</span>
      ${file.state === "to-check" ? html`<a class="btn xs" href="/import/${this.params.id}/${file.id}">${t("importing.batch.check")}</a>` : nothing}
      ${made ? html`<a class="t12" href="/roles/${made.template}">${t("importing.batch.made")}</a>` : nothing}
      ${again && this.writable ? html`<button class="btn xs" type="button" @click=${() => this.act(() => changeImportFile(this.params.id ?? "", file.id, { state: "queued" }))}>${t("importing.batch.again")}</button>` : nothing}`;
  }

  private get writable(): boolean {
    return may(this.session, "imports.write");
  }

  private draft(): void {
    this.drafting = true;
  }

  private readonly closeDialog = (): void => {
    this.drafting = false;
    this.asking = false;
  };

  private onMade({ detail }: CustomEvent<readonly ImportDraft[]>): void {
    this.drafting = false;
    const [first] = detail;
    const show = () => navigate(detail.length === 1 && first ? `/roles/${first.template.id}` : "/");
    notify(t("importing.drafts.done", { count: detail.length }), "done", {
      label: t("importing.drafts.show"),
      run: show,
    });
    this.watch.refresh();
  }

  private follow(batch: ImportBatch, files: readonly ImportFile[]): void {
    if (batch.paused) this.pace.rest();
    this.seconds = batch.paused ? undefined : this.pace.see(batch.counts.queued + batch.counts.reading, Date.now());
    this.compare(batch, files);
  }

  /** Looks for likeness once everything is read, and again after documents came or went. */
  private compare(batch: ImportBatch, files: readonly ImportFile[]): void {
    const settled = files.map(({ id, titles }) => `${id} ${titles.join()}`).join();
    if (batch.counts.queued + batch.counts.reading > 0 || settled === this.settled) return;
    this.settled = settled;
    listAlike(batch.id).then(
      (alike) => {
        this.alike = alike;
      },
      () => {},
    );
  }

  private act(run: () => Promise<unknown>): void {
    run().then(
      () => this.watch.refresh(),
      (error: unknown) => notify(failureText(error), "error"),
    );
  }

  private cancel(id: string): void {
    this.act(async () => {
      const { counts } = await cancelImport(id);
      notify(t("importing.batch.cancelled", { count: counts.cancelled }));
    });
  }

  private async discard({ id, name }: ImportBatch): Promise<void> {
    try {
      await deleteImport(id);
      notify(t("importing.batches.removed", { name }));
      navigate("/import");
    } catch (error) {
      notify(failureText(error), "error");
    }
  }
}

/** How many of a document's roles are named in its row. */
const mostTitles = 3;

/** The roles that were read; of many the first, and how many more. */
function titlesOf({ titles }: ImportFile): TemplateResult {
  const more = titles.length - mostTitles;
  return html`${titles.slice(0, mostTitles).map((title) => html`<span>${title === "" ? t("importing.batch.noTitle") : title}</span>`)}
  ${more > 0 ? html`<span class="ink3">${t("importing.batch.moreTitles", { count: more })}</span>` : nothing}`;
}

/** Descriptions of confirmed documents that no template was made of yet. */
function withoutTemplate(files: readonly ImportFile[]): number {
  return files
    .filter(({ state }) => state === "confirmed")
    .reduce((sum, { titles, templates }) => sum + titles.length - templates.length, 0);
}
