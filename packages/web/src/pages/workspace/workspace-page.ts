import { consume } from "@lit/context";
import type { Diagnostic, Fix, RoleModel, TextRange } from "@rolewright/runtime";
import type { RevisionSummary, Session, TemplateSummary } from "@rolewright/server/protocol";
import { textEdits } from "@rolewright/server/text-edits";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { LanguageController, t } from "../../app/language.ts";
import type { RouteParams } from "../../app/router.ts";
import { may, sessionContext } from "../../app/session.ts";
import { icon } from "../../components/icon.ts";
import { loadFailure } from "../../components/load-failure.ts";
import { notify } from "../../components/notice.ts";
import { skeleton } from "../../components/skeleton.ts";
import { readTemplate } from "../../data/api.ts";
import type { Peer } from "../../data/collaboration.ts";
import "../../editor/code-editor.ts";
import type { CaretPlace, CodeEditor } from "../../editor/code-editor.ts";
import type { HistoryDialog, Restoration } from "./history-dialog.ts";
import "./history-dialog.ts";
import { LiveRole } from "./live-role.ts";
import type { Outline } from "./outline.ts";
import "./outline.ts";
import { itemAt, rangeOfKey } from "./places.ts";
import type { PreviewTab } from "./preview.ts";
import "./preview.ts";
import { problemCounts, problemList } from "./problems.ts";
import type { PublishDialog } from "./publish-dialog.ts";
import "./publish-dialog.ts";
import { Shortcuts } from "./shortcuts.ts";
import "./splitter.ts";
import "./workspace-page.css";
import { actions, type TopView, workspaceTop } from "./workspace-top.ts";

/** On a phone one pane is seen at a time, and the code is there to read. */
const phone = matchMedia("(max-width: 719px)");

/**
 * One role: its text, written together, and beside it what the text means. The page owns the live document and what
 * was found in it; outline, code, preview and problems show the same item by the trace line.
 */
@customElement("rw-workspace-page")
export class WorkspacePage extends LitElement {
  @property({ attribute: false }) params: RouteParams = {};
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session: Session | undefined;
  @state() private summary: TemplateSummary | undefined;
  @state() private failure: unknown;
  @state() private live: LiveRole | undefined;
  @state() private caret: CaretPlace = { offset: 0, line: 1, column: 1 };
  /** Key of the item the caret is in, or that was picked last. */
  @state() private traced: string | undefined;
  /** Key of the item under the pointer; lit before the traced one. */
  @state() private hinted: string | undefined;
  @state() private at: Diagnostic | undefined;
  @state() private tab: PreviewTab = "document";
  @state() private pane: "preview" | "code" = "preview";
  @state() private drawer = false;
  @state() private problemsOpen = !matchMedia("(max-width: 1199px)").matches;
  @query("rw-code-editor") private code: CodeEditor | undefined;
  @query("rw-outline") private outline: Outline | undefined;
  @query("rw-publish-dialog") private publishDialog: PublishDialog | undefined;
  @query("rw-history-dialog") private historyDialog: HistoryDialog | undefined;
  private publishedText: string | undefined;
  private shown = "";
  private readonly redraw = () => this.requestUpdate();

  constructor() {
    super();
    new LanguageController(this);
    const by = (step: 1 | -1) => () => this.stepProblem(step);
    const outsideCode = (event: KeyboardEvent) => !this.code?.contains(event.target as Node);
    new Shortcuts(this, [
      { key: "F8", run: by(1) },
      { key: "F8", shift: true, run: by(-1) },
      { key: "m", mod: true, shift: true, run: this.foldProblems },
      { key: "s", mod: true, run: () => void this.historyDialog?.open(!this.locked) },
      { key: "f", mod: true, when: outsideCode, run: () => void this.search() },
      { key: "Escape", when: () => this.drawer, run: this.toggleOutline },
    ]);
  }

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    phone.addEventListener("change", this.redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    phone.removeEventListener("change", this.redraw);
    this.close();
    this.shown = "";
  }

  protected override willUpdate(): void {
    const id = this.params.id ?? "";
    if (id === this.shown || !this.isConnected) return;
    this.shown = id;
    void this.load(id);
  }

  override render(): TemplateResult {
    if (this.failure)
      return loadFailure(t("web.workspace.title"), failureText(this.failure), () => void this.load(this.shown));
    if (!this.summary) return skeleton(t("web.workspace.title"), 10);
    const top = this.topView(this.summary);
    return html`
      ${workspaceTop(top)}
      <div
        class="ws ${phone.matches ? "ws-narrow" : ""}"
        data-pane=${this.pane}
        ?data-drawer=${this.drawer}
        @pointerdown=${this.leaveDrawer}
      >
        <aside class="ws-outline" aria-label=${t("web.workspace.outline")}>
          <rw-outline
            .model=${this.shownRole}
            .diagnostics=${this.diagnostics}
            .lit=${this.hinted ?? this.traced}
            @pick=${(event: CustomEvent<string>) => this.pick(event.detail)}
            @hint=${this.onHint}
          ></rw-outline>
        </aside>
        ${splitter("ws-outline", 212, 160, 420, "right", "web.workspace.split.outline")}
        <main class="sheet ws-sheet">
          ${this.renderCode()} ${splitter("ws-preview", 344, 280, 760, "left", "web.workspace.split.preview")}
          <aside class="ws-preview" aria-label=${t("web.preview.label")}>${this.renderPreview()}</aside>
          ${this.renderProblems()}
        </main>
      </div>
      ${phone.matches ? html`<div class="ws-bottom">${this.renderPanes()}<span class="grow"></span>${actions(top)}</div>` : nothing}
      ${this.renderDialogs()}
    `;
  }

  private renderCode(): TemplateResult {
    const obstacle = this.live?.obstacle?.line;
    return html`<section class="ws-code" aria-label=${t("web.workspace.code")}>
      <div class="ws-bar">
        <h2>${t("web.workspace.code")}</h2>
        <span class="grow"></span>
        <button class="ib sm" type="button" aria-label=${t("web.workspace.undo")} title=${`${t("web.workspace.undo")} · Ctrl Z`} ?disabled=${!this.code?.canUndo} @click=${() => this.code?.undo()}>${icon("undo", 16)}</button>
        <button class="ib sm" type="button" aria-label=${t("web.workspace.redo")} title=${`${t("web.workspace.redo")} · Ctrl Shift Z`} ?disabled=${!this.code?.canRedo} @click=${() => this.code?.redo()}>${icon("redo", 16)}</button>
      </div>
      <rw-code-editor
        label=${t("web.workspace.codeOf", { title: this.roleTitle })}
        .shared=${this.live?.shared}
        ?readonly=${this.locked}
        .diagnostics=${this.diagnostics}
        .context=${this.live?.context ?? {}}
        .lit=${this.litRange}
        @caret=${this.onCaret}
        @undo-change=${this.redraw}
        @ready=${this.redraw}
      ></rw-code-editor>
      <div class="ws-foot">
        <span class="tn">${t("web.workspace.caret", { line: this.caret.line, column: this.caret.column })}</span>
        <span>JSONC</span>
        <span class="ws-syntax" data-good=${obstacle === undefined}
          >${icon(obstacle === undefined ? "check" : "error", 13)}${
            obstacle === undefined ? t("web.workspace.syntax.good") : t("web.workspace.syntax.bad", { line: obstacle })
          }</span
        >
      </div>
    </section>`;
  }

  private renderPreview(): TemplateResult {
    const obstacle = this.live?.obstacle;
    return html`<rw-preview
      .model=${this.shownRole}
      .obstacle=${obstacle?.line}
      .version=${this.state === "published" ? (this.summary?.version ?? null) : null}
      .organisation=${this.session?.workspace.name ?? ""}
      .lit=${this.hinted ?? this.traced}
      .tab=${this.tab}
      .diagnostics=${this.diagnostics}
      .problems=${this.tab === "problems" ? this.problems() : nothing}
      @pick=${(event: CustomEvent<string>) => this.pick(event.detail)}
      @hint=${this.onHint}
      @tab=${(event: CustomEvent<PreviewTab>) => {
        this.tab = event.detail;
      }}
      @show-obstacle=${() => obstacle && this.showProblem(obstacle.diagnostic)}
    ></rw-preview>`;
  }

  private renderProblems(): TemplateResult {
    const some = this.diagnostics.length > 0;
    const open = some && this.problemsOpen;
    return html`<section class="ws-problems" aria-label=${t("web.workspace.problems.title")} ?data-closed=${!open}>
      ${splitter("ws-problems", 140, 80, 480, "up", "web.workspace.split.problems")}
      <div class="ws-problems-head">
        <h2>${t("web.workspace.problems.title")}</h2>
        ${problemCounts(this.diagnostics)}
        <span class="t12 ink3 ws-problems-note">${t(`web.workspace.problems.${some ? "note" : "none"}`)}</span>
        <span class="grow"></span>
        ${
          some
            ? html`<button
              class="ib xs"
              type="button"
              aria-expanded=${open}
              aria-label=${t("web.workspace.problems.fold")}
              title=${`${t("web.workspace.problems.fold")} · Ctrl Shift M`}
              @click=${this.foldProblems}
            >
              ${icon(open ? "down" : "up", 16)}
            </button>`
            : nothing
        }
      </div>
      ${open ? this.problems() : nothing}
      <p class="said" role="status">${this.at ? t("web.workspace.problems.at", { place: this.diagnostics.indexOf(this.at) + 1, count: this.diagnostics.length }) : ""}</p>
    </section>`;
  }

  private renderPanes(): TemplateResult {
    const choice = (pane: "preview" | "code") =>
      html`<button type="button" aria-pressed=${this.pane === pane} @click=${() => {
        this.pane = pane;
      }}>${t(`web.workspace.pane.${pane}`)}</button>`;
    return html`<div class="seg" role="group" aria-label=${t("web.workspace.pane.label")}>${choice("preview")}${choice("code")}</div>`;
  }

  private renderDialogs(): TemplateResult {
    const id = this.summary?.id ?? "";
    return html`
      <rw-publish-dialog
        template=${id}
        .next=${(this.summary?.version ?? 0) + 1}
        .diagnostics=${this.diagnostics}
        ?saved=${this.live?.save.kind === "saved"}
        @published=${this.onPublished}
        @show-problem=${(event: CustomEvent<Diagnostic>) => this.showProblem(event.detail)}
      ></rw-publish-dialog>
      <rw-history-dialog
        template=${id}
        ?writable=${!this.locked}
        .text=${this.live?.source ?? ""}
        @restore=${this.onRestore}
      ></rw-history-dialog>
    `;
  }

  private problems(): TemplateResult {
    return problemList({
      role: this.shownRole,
      source: this.live?.source ?? "",
      diagnostics: this.diagnostics,
      at: this.at,
      mayFix: !this.locked,
      pick: (diagnostic) => this.showProblem(diagnostic),
      fix: (fix) => this.applyFix(fix),
    });
  }

  private topView(summary: TemplateSummary): TopView {
    return {
      summary,
      title: this.roleTitle,
      state: this.state,
      save: this.live?.save ?? { kind: "opening" },
      people: this.people,
      readonly: this.locked && !phone.matches && this.live?.shared !== undefined,
      mayPublish: may(this.session, "templates.publish"),
      openHistory: () => void this.historyDialog?.open(),
      publish: () => this.askToPublish(),
      toggleOutline: this.toggleOutline,
    };
  }

  private get diagnostics(): readonly Diagnostic[] {
    return this.live?.diagnostics ?? [];
  }

  private get shownRole(): RoleModel | undefined {
    return this.live?.role;
  }

  private get roleTitle(): string {
    return this.shownRole?.title ?? this.summary?.title ?? "";
  }

  private get locked(): boolean {
    return phone.matches || (this.live?.readonly ?? true);
  }

  private get people(): readonly Peer[] {
    const self = this.session?.member;
    const others = this.live?.peers.filter(({ id }) => id !== self?.id) ?? [];
    return self ? [self, ...others] : others;
  }

  private get state(): TemplateSummary["state"] {
    if (!this.summary || this.summary.version === null) return "draft";
    return this.publishedText === this.live?.source ? "published" : "changed";
  }

  private get litRange(): TextRange | undefined {
    const key = this.hinted ?? this.traced;
    return key && this.live?.current ? rangeOfKey(this.shownRole, key) : undefined;
  }

  private async load(id: string): Promise<void> {
    this.close();
    this.failure = undefined;
    try {
      const { summary, text } = await readTemplate(id);
      if (id !== this.shown) return;
      this.summary = summary;
      this.publishedText = summary.state === "published" ? text : undefined;
      this.open(id);
    } catch (failure) {
      this.failure = failure;
    }
  }

  private open(id: string): void {
    const live = new LiveRole(id);
    live.addEventListener("change", this.redraw);
    live.addEventListener("inspected", this.onInspected);
    this.live = live;
  }

  private close(): void {
    const closing = this.live;
    closing?.removeEventListener("inspected", this.onInspected);
    this.live = undefined;
    this.summary = undefined;
    // The editor lets go of the text before the document is closed.
    void this.updateComplete.then(() => closing?.close());
  }

  private readonly onInspected = (): void => {
    this.at =
      this.at &&
      this.diagnostics.find(({ code, range }) => code === this.at?.code && range.start === this.at.range.start);
    document.title = `${this.roleTitle} · Rolewright`;
  };

  private onCaret(event: CustomEvent<CaretPlace>): void {
    this.caret = event.detail;
    if (this.live?.current) this.traced = itemAt(this.shownRole, event.detail.offset)?.key;
  }

  private onHint(event: CustomEvent<string | undefined>): void {
    this.hinted = event.detail;
  }

  private onPublished(event: CustomEvent<RevisionSummary>): void {
    const { version } = event.detail;
    if (this.summary) this.summary = { ...this.summary, version };
    this.publishedText = this.live?.source;
    notify(t("web.workspace.publish.done", { version }));
  }

  /** Shows an item or section (`""`: the role itself) in the code and lights it everywhere. */
  private pick(key: string): void {
    this.traced = key || undefined;
    this.drawer = false;
    const range = key === "" ? { start: 0, end: 0 } : rangeOfKey(this.shownRole, key);
    if (range && this.live?.current) this.code?.reveal(range);
    this.traced = key || undefined;
  }

  private showProblem(diagnostic: Diagnostic): void {
    this.at = diagnostic;
    this.code?.reveal(diagnostic.range, { focus: !phone.matches });
  }

  private applyFix(fix: Fix): void {
    if (this.locked || !this.live?.apply(fix)) return;
    notify(t("web.workspace.problems.fixed"), "done", { label: t("web.workspace.undo"), run: () => this.code?.undo() });
  }

  /** An earlier text comes back by minimal edits, as one step that only takes back itself. */
  private onRestore({ detail: { text, name } }: CustomEvent<Restoration>): void {
    if (this.locked || !this.live) return;
    this.live.change((present) => ({ edits: textEdits(present, text) }));
    notify(t("web.workspace.history.restored", { name }), "done", {
      label: t("web.workspace.undo"),
      run: () => this.code?.undo(),
    });
  }

  private askToPublish(): void {
    this.live?.readNow();
    this.publishDialog?.open();
  }

  private readonly toggleOutline = (): void => {
    this.drawer = !this.drawer;
  };

  private async search(): Promise<void> {
    this.drawer = true;
    await this.updateComplete;
    this.outline?.search();
  }

  private readonly leaveDrawer = (event: PointerEvent): void => {
    if (this.drawer && !(event.target as Element).closest(".ws-outline")) this.drawer = false;
  };

  private readonly foldProblems = (): void => {
    this.problemsOpen = !this.problemsOpen;
  };

  private stepProblem(by: 1 | -1): void {
    const { length } = this.diagnostics;
    if (length === 0) return;
    const from = this.at ? this.diagnostics.indexOf(this.at) : by === 1 ? -1 : 0;
    const next = this.diagnostics[(from + by + length) % length];
    if (next) this.showProblem(next);
  }
}

function splitter(
  name: string,
  size: number,
  min: number,
  max: number,
  grows: "right" | "left" | "up",
  label: string,
): TemplateResult {
  return html`<rw-splitter name=${name} .size=${size} .min=${min} .max=${max} .grows=${grows} label=${t(label)}></rw-splitter>`;
}
