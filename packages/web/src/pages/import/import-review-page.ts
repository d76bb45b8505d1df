import { consume } from "@lit/context";
import type { ImportFile, Session } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { failurePage, failureText } from "../../app/failure.ts";
import { t } from "../../app/language.ts";
import { navigate, type RouteParams } from "../../app/router.ts";
import { may, sessionContext } from "../../app/session.ts";
import { emptyState } from "../../components/empty-state.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { notify } from "../../components/notice.ts";
import { skeleton } from "../../components/skeleton.ts";
import { changeImportFile, createImportDrafts } from "../../data/imports.ts";
import { Shortcuts } from "../workspace/shortcuts.ts";
import "../workspace/splitter.ts";
import type { Review } from "./entry-card.ts";
import { entriesOf, keyOf, placeOf, placesToCheck, reviewCounts, sureness } from "./import-result.ts";
import "./import-review-page.css";
import { ImportWatch } from "./import-watch.ts";
import type { ResultPane } from "./result-pane.ts";
import { ReviewDesk } from "./review-desk.ts";
import "./result-pane.ts";
import type { SourcePane } from "./source-pane.ts";
import "./source-pane.ts";
import { readingFindings, readingNotes } from "./reading-notes.ts";
import { fileCells, stateLegend } from "./state-cells.ts";
import { surenessMark } from "./sureness-mark.ts";
import { drawWire } from "./wire.ts";

const legend = ["qualification", "duty", "standard", "relation", "question", "unplaced"] as const;
const narrow = matchMedia("(max-width: 1023px)");
const phone = matchMedia("(max-width: 719px)");

/** One document: its source at the left, what was read out of it at the right, each leading to the other. */
@customElement("rw-import-review-page")
export class ImportReviewPage extends LightElement {
  @property({ attribute: false }) params: RouteParams = {};
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session: Session | undefined;
  @state() private description = 0;
  @state() private picked = "";
  @state() private lit = "";
  @state() private open = false;
  @state() private busy = false;
  /** On a phone: which of the two is seen. */
  @state() private side: "source" | "result" = "result";
  @query("rw-source-pane") private sourcePane: SourcePane | undefined;
  @query("rw-result-pane") private resultPane: ResultPane | undefined;
  private desk: ReviewDesk | undefined;
  private readonly watch = new ImportWatch(this, ({ files }) => this.onFiles(files));
  private readonly redraw = () => this.requestUpdate();

  constructor() {
    super();
    const apart = (event: KeyboardEvent) => !(event.target as Element).matches("input, textarea, select");
    new Shortcuts(this, [
      { key: "j", when: apart, run: () => this.step(1) },
      { key: "k", when: apart, run: () => this.step(-1) },
      { key: "Escape", when: () => this.picked !== "", run: () => this.pick("") },
      { key: "z", mod: true, when: apart, run: () => this.desk?.undo() },
      { key: "z", mod: true, shift: true, when: apart, run: () => this.desk?.redo() },
    ]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const width of [narrow, phone]) width.addEventListener("change", this.redraw);
    window.addEventListener("beforeunload", this.onLeave);
    window.addEventListener("resize", this.wire);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const width of [narrow, phone]) width.removeEventListener("change", this.redraw);
    window.removeEventListener("beforeunload", this.onLeave);
    window.removeEventListener("resize", this.wire);
    this.desk?.close();
    this.desk = undefined;
  }

  protected override willUpdate(): void {
    if (!this.isConnected) return;
    const { id = "", file = "" } = this.params;
    this.watch.follow(id);
    if (this.desk?.batch === id && this.desk.file === file) return;
    this.desk?.close();
    this.description = 0;
    this.picked = "";
    this.desk = new ReviewDesk(id, file, (summary) => this.watch.replace(summary));
    this.desk.addEventListener("change", this.redraw);
  }

  protected override updated(): void {
    this.wire();
  }

  override render(): TemplateResult {
    const { desk } = this;
    const title = t("importing.title");
    if (desk?.failure) return failurePage(title, desk.failure, () => void desk.load());
    if (!desk?.loaded) return skeleton(title, 8);
    const { file } = desk.loaded;
    return html`
      ${this.renderTop(this.fileNow ?? file)} ${this.renderBatch()}
      <main class="sheet imr" data-side=${this.side}>
        ${desk.loaded.source ? this.renderPanes(desk) : this.renderWaiting(this.fileNow ?? file)}
      </main>
    `;
  }

  private renderTop(file: ImportFile): TemplateResult {
    const { result } = this.desk ?? {};
    const counts = result && result.descriptions.length > 0 ? reviewCounts(result) : undefined;
    return html`<header class="top">
      <nav class="crumb"><a href="/import">${t("importing.title")}</a>${icon("right", 12)}<a href="/import/${this.params.id}" class="ell">${this.watch.detail?.batch.name ?? ""}</a>${icon("right", 12)}</nav>
      <h1 class="ell">${file.name}</h1>
      ${counts ? html`<span class="chip ${counts.open > 0 ? "warn" : "ok"}">${counts.open > 0 ? t("importing.review.toCheck", { count: counts.open }) : t("importing.review.checked")}</span>` : nothing}
      <span class="grow"></span>
      ${this.renderSave()} ${this.writable && this.desk?.result ? this.renderActions(file) : nothing}
    </header>`;
  }

  private renderSave(): TemplateResult | typeof nothing {
    const { desk } = this;
    if (!desk?.result) return nothing;
    if (desk.save === "changed")
      return html`<span class="imr-save" role="alert">${icon("warn", 16)}${t("importing.review.changed")}<button class="btn sm" type="button" @click=${() => void desk.load()}>${t("importing.review.reload")}</button></span>`;
    if (desk.save === "kept")
      return html`<span class="imr-save" role="alert">${icon("cloudoff", 16)}${t("importing.review.kept", { reason: failureText(desk.problem) })}</span>`;
    return html`<span class="imr-save" role="status">${icon("cloud", 17)}<span class="wide-word">${t(`importing.review.${desk.save}`)}</span></span>`;
  }

  private renderActions(file: ImportFile): TemplateResult {
    const made = file.templates[0];
    const { desk } = this;
    return html`<span class="vr imr-wide"></span>
      <button class="ib sm imr-wide" type="button" aria-label=${t("importing.review.undo")} title="${t("importing.review.undo")} · Ctrl Z" ?disabled=${!desk?.mayUndo} @click=${() => desk?.undo()}>${icon("undo", 16)}</button>
      <button class="ib sm imr-wide" type="button" aria-label=${t("importing.review.redo")} title="${t("importing.review.redo")} · Ctrl Shift Z" ?disabled=${!desk?.mayRedo} @click=${() => desk?.redo()}>${icon("redo", 16)}</button>
      ${
        file.state === "confirmed"
          ? html`<button class="btn quiet" type="button" @click=${() => void this.mark(file, "to-check")}>${t("importing.review.unconfirm")}</button>`
          : html`<button class="btn" type="button" @click=${() => void this.mark(file, "confirmed")}>${icon("check", 16)}<span class="wide-word">${t("importing.review.confirm")}</span></button>`
      }
      ${
        made
          ? html`<a class="btn primary" href="/roles/${made.template}">${t("importing.review.openRole")}</a>`
          : this.renderMake(file)
      }`;
  }

  /** Without a description there is nothing to make a draft of, which is said. */
  private renderMake(file: ImportFile): TemplateResult {
    const none = this.desk?.result?.descriptions.length === 0 ? t("importing.review.nothing") : undefined;
    return html`<button
      class="btn primary"
      type="button"
      aria-busy=${this.busy ? "true" : nothing}
      aria-disabled=${none ? "true" : nothing}
      title=${none ?? nothing}
      @click=${() => (none ? notify(none) : void this.make(file))}
    >${t("importing.review.make")}</button>`;
  }

  /** How far the whole batch is; only where there is more than one document. */
  private renderBatch(): TemplateResult | typeof nothing {
    const { detail } = this.watch;
    if (!detail || detail.files.length < 2) return nothing;
    const at = detail.files.findIndex(({ id }) => id === this.params.file);
    const go = (file: ImportFile | undefined) => file && navigate(`/import/${this.params.id}/${file.id}`);
    return html`<section class="imr-batch" aria-label=${t("importing.batch.all")}>
      <b class="tn nowrap">${t("importing.batch.position", { at: at + 1, count: detail.files.length })}</b>
      <button class="ib xs" type="button" aria-label=${t("importing.review.previousFile")} ?disabled=${at <= 0} @click=${() => go(detail.files[at - 1])}>${icon("left", 15)}</button>
      ${fileCells(detail.files, this.params.file ?? "", go)}
      <button class="ib xs" type="button" aria-label=${t("importing.review.nextFile")} ?disabled=${at >= detail.files.length - 1} @click=${() => go(detail.files[at + 1])}>${icon("right", 15)}</button>
      ${stateLegend(detail.batch.counts)}
    </section>`;
  }

  private renderWaiting(file: ImportFile): TemplateResult {
    if (file.state !== "failed" && file.state !== "cancelled")
      return html`<div class="imr-waiting">${emptyState({ icon: "clock", title: t(`importing.review.${file.state === "reading" ? "reading" : "queued"}`) })}</div>`;
    return html`<div class="imr-waiting">${emptyState({
      icon: "error",
      title: t("importing.review.failed"),
      ...(file.problem ? { text: file.problem.message } : {}),
      ...(this.writable
        ? {
            action: html`<button class="btn soft" type="button" @click=${() => void this.again({ state: "queued" })}>${t("importing.batch.again")}</button>`,
          }
        : {}),
    })}</div>`;
  }

  private renderPanes(desk: ReviewDesk): TemplateResult {
    const { result } = desk;
    const review: Review | undefined = result && {
      result,
      source: desk.source,
      writable: this.writable,
      edit: (run) => desk.edit(run),
      pick: (key) => this.pick(key),
      undo: () => desk.undo(),
    };
    const hint = (event: CustomEvent<string>) => {
      this.lit = event.detail;
    };
    return html`
      ${phone.matches ? this.renderSides() : nothing}
      <section class="imr-source" aria-label=${t("importing.review.source")}>
        <div class="imr-bar"><h2>${t("importing.review.source")}</h2><span class="imr-legend">${legend.map((kind) => html`<span data-kind=${kind}><i></i>${t(`importing.legend.${kind}`)}</span>`)}</span></div>
        <div class="imr-scroll" @scroll=${this.wire}>
          ${readingNotes(desk.loaded?.notes ?? [], this.writable ? (encoding) => void this.again({ encoding }) : undefined)}
          <rw-source-pane .source=${desk.loaded?.source ?? undefined} .result=${result} .picked=${this.picked} .lit=${this.lit} @pick=${(event: CustomEvent<string>) => this.pick(event.detail)} @hint=${hint}></rw-source-pane>
        </div>
      </section>
      ${phone.matches ? nothing : html`<rw-splitter name="imr-source" .size=${608} .min=${320} .max=${900} .grows=${"right"} label=${t("importing.review.source")}></rw-splitter>`}
      <section class="imr-result" aria-label=${t("importing.review.result")}>
        ${this.renderResultBar(desk)}
        <div class="imr-scroll" @scroll=${this.wire}>
          ${readingFindings(desk.result, this.description)}
          <rw-result-pane .review=${review} .description=${this.description} .picked=${this.picked} .lit=${this.lit} ?open=${this.open} @hint=${hint}></rw-result-pane>
        </div>
        ${this.renderFoot(desk)}
      </section>
      <svg class="imr-wire" aria-hidden="true"></svg>
    `;
  }

  private renderSides(): TemplateResult {
    return html`<div class="seg imr-sides" role="group">
      ${(["result", "source"] as const).map(
        (side) =>
          html`<button type="button" aria-pressed=${this.side === side} @click=${() => {
            this.side = side;
          }}>${t(`importing.review.${side}Tab`)}</button>`,
      )}
    </div>`;
  }

  private renderResultBar({ result }: ReviewDesk): TemplateResult {
    if (!result) return html`<div class="imr-bar"><h2>${t("importing.review.result")}</h2></div>`;
    const entries = entriesOf(result, this.description);
    const open = placesToCheck(result, this.description).length;
    const steps = (["high", "medium", "low"] as const).map((step) => ({
      step,
      count: entries.filter(({ entry }) => sureness(entry.confidence) === step).length,
    }));
    return html`<div class="imr-bar">
      <h2>${t("importing.review.result")}</h2>
      ${result.descriptions.length > 1 ? this.renderDescriptions(result.descriptions.map(({ title }) => title?.text ?? "")) : nothing}
      <span class="imr-sure">${steps.map(({ step, count }) => html`<span>${surenessMark({ high: 1, medium: 0.7, low: 0 }[step])}${t(`importing.surenessCount.${step}`, { count })}</span>`)}</span>
      <span class="grow"></span>
      <div class="seg" role="group" aria-label=${t("importing.review.result")}>
        <button type="button" aria-pressed=${!this.open} @click=${() => {
          this.open = false;
        }}>${t("importing.review.all", { count: entries.length })}</button>
        <button type="button" aria-pressed=${this.open} @click=${() => {
          this.open = true;
        }}>${t("importing.review.open", { count: open })}</button>
      </div>
    </div>`;
  }

  private renderDescriptions(titles: readonly string[]): TemplateResult {
    return html`<select class="f imr-descriptions" aria-label=${t("importing.review.description")} @change=${(event: Event) => this.show(Number((event.target as HTMLSelectElement).value))}>
      ${titles.map((title, index) => html`<option value=${index} ?selected=${index === this.description}>${t("importing.review.of", { at: index + 1, count: titles.length, title: title || t("importing.batch.noTitle") })}</option>`)}
    </select>`;
  }

  private renderFoot({ result }: ReviewDesk): TemplateResult | typeof nothing {
    if (!result) return nothing;
    const { all, open } = reviewCounts(result);
    return html`<footer class="imr-foot">
      <span class="t13 ink2 tn">${t("importing.review.progress", { done: all - open, count: all })}</span>
      <span class="grow"></span>
      <button class="btn quiet" type="button" ?disabled=${open === 0} @click=${() => this.step(-1)}>${t("importing.review.previous")}</button>
      <button class="btn" type="button" ?disabled=${open === 0} title=${open === 0 ? t("importing.review.none") : nothing} @click=${() => this.step(1)}>${t("importing.review.next")}<span class="kbd">J</span></button>
    </footer>`;
  }

  private get writable(): boolean {
    return may(this.session, "imports.write") && this.desk?.save !== "changed";
  }

  /** The document as the last answer of the server told it. */
  private get fileNow(): ImportFile | undefined {
    return this.watch.detail?.files.find(({ id }) => id === this.params.file);
  }

  /** A document that has been read meanwhile is loaded. */
  private onFiles(files: readonly ImportFile[]): void {
    const file = files.find(({ id }) => id === this.desk?.file);
    const shown = this.desk?.loaded;
    if (!file || !shown) return;
    const read = file.state === "to-check" || file.state === "confirmed";
    if (read && (!shown.source || shown.file.encoding !== file.encoding)) void this.desk?.load();
  }

  private show(description: number): void {
    this.description = description;
    this.picked = "";
    const start = this.desk?.result?.descriptions[description]?.span.start;
    if (start !== undefined) this.sourcePane?.showOffset(start);
  }

  private pick(key: string): void {
    const place = placeOf(key);
    if (place) this.description = place.description;
    this.picked = key;
    this.lit = "";
    if (key !== "" && phone.matches) this.side = "result";
    void this.updateComplete.then(() => this.resultPane?.entryElement(key)?.scrollIntoView({ block: "nearest" }));
  }

  /** The next or previous entry that waits for a look, in all descriptions. */
  private step(by: 1 | -1): void {
    const result = this.desk?.result;
    if (!result) return;
    const keys = [...result.descriptions.keys()].flatMap((description) =>
      placesToCheck(result, description).map(keyOf),
    );
    if (keys.length === 0) {
      notify(t("importing.review.none"));
      return;
    }
    const at = keys.indexOf(this.picked);
    const next = at < 0 ? (by === 1 ? 0 : keys.length - 1) : (at + by + keys.length) % keys.length;
    this.pick(keys[next] ?? "");
  }

  private async mark(file: ImportFile, state: "confirmed" | "to-check"): Promise<void> {
    try {
      await this.desk?.flush();
      this.watch.replace(await changeImportFile(this.params.id ?? "", file.id, { state }));
      if (state === "confirmed") notify(t("importing.review.confirmed"));
    } catch (error) {
      notify(failureText(error), "error");
    }
  }

  private async make(file: ImportFile): Promise<void> {
    const result = this.desk?.result;
    if (this.busy || !result) return;
    this.busy = true;
    try {
      await this.desk?.flush();
      await changeImportFile(this.params.id ?? "", file.id, { state: "confirmed" });
      const descriptions = [...result.descriptions.keys()].map((description) => ({ file: file.id, description }));
      const made = await createImportDrafts(this.params.id ?? "", { descriptions });
      notify(t("importing.drafts.done", { count: made.length }));
      const [only] = made;
      if (only && made.length === 1) navigate(`/roles/${only.template.id}`);
      else this.watch.refresh();
    } catch (error) {
      notify(failureText(error), "error");
    }
    this.busy = false;
  }

  private async again(change: { readonly state: "queued" } | { readonly encoding: string }): Promise<void> {
    try {
      await changeImportFile(this.params.id ?? "", this.params.file ?? "", change);
      await this.desk?.load();
      this.watch.refresh();
    } catch (error) {
      notify(failureText(error), "error");
    }
  }

  private readonly onLeave = (event: BeforeUnloadEvent): void => {
    if (this.desk?.unsaved) event.preventDefault();
  };

  private readonly wire = (): void => {
    const svg = this.querySelector<SVGElement>(".imr-wire");
    if (!svg) return;
    const hidden = narrow.matches || this.picked === "";
    drawWire(
      svg,
      hidden ? undefined : this.sourcePane?.markOf(this.picked),
      this.resultPane?.entryElement(this.picked),
    );
  };
}
