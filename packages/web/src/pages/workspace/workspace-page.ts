import { consume } from "@lit/context";
import type { Diagnostic, Fix, RoleModel, Section, TextRange } from "@rolewright/runtime";
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
import "./designer/designer.ts";
import type { Designer } from "./designer/designer.ts";
import type { Locker } from "./designer/field-locks.ts";
import { LiveRole } from "./live-role.ts";
import type { Outline } from "./outline.ts";
import "./outline.ts";
import { itemAt, rangeOfKey, subjectOf } from "./places.ts";
import type { PreviewTab } from "./preview.ts";
import "./preview.ts";
import { problemCounts, problemList } from "./problems.ts";
import type { PublishDialog } from "./publish-dialog.ts";
import "./publish-dialog.ts";
import { Shortcuts } from "./shortcuts.ts";
import "./splitter.ts";
import "./workspace-page.css";
import { actions, type TopView, workspaceTop } from "./workspace-top.ts";
import { keepView, keptView, type View, views } from "./workspace-view.ts";

/** On a phone one pane is seen at a time, and the code is there to read. */
const phone = matchMedia("(max-width: 719px)");

const panes = ["design", "preview", "problems"] as const;
type Pane = (typeof panes)[number];

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
  @state() private view: View = keptView();
  /** On a phone: the one pane that is seen. */
  @state() private pane: Pane = "design";
  /** Whether the code was ever in sight: before that it is not loaded. */
  @state() private codeSeen = false;
  @state() private drawer = false;
  @state() private problemsOpen = !matchMedia("(max-width: 1199px)").matches;
  @query("rw-code-editor") private code: CodeEditor | undefined;
  @query("rw-designer") private designer: Designer | undefined;
  @query("rw-outline") private outline: Outline | undefined;
  @query("rw-publish-dialog") private publishDialog: PublishDialog | undefined;
  @query("rw-history-dialog") private historyDialog: HistoryDialog | undefined;
  @state() private said = "";
  /** Item → the peer who edits a field of it. */
  @state() private peersAt: ReadonlyMap<string, Locker> = new Map();
  private publishedText: string | undefined;
  /** What the code is to show once it has been loaded. */
  private wanted: { readonly range: TextRange; readonly focus: boolean } | undefined;
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
      ...views.map((view, index) => ({ key: String(index + 1), mod: true, run: () => this.show(view) })),
      { key: "z", mod: true, when: this.mayUndo, run: () => this.live?.shared?.history.undo() },
      { key: "z", mod: true, shift: true, when: this.mayUndo, run: () => this.live?.shared?.history.redo() },
      { key: "y", mod: true, when: this.mayUndo, run: () => this.live?.shared?.history.redo() },
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
    this.codeSeen = this.view !== "design";
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
        data-view=${this.view}
        ?data-drawer=${this.drawer}
        @pointerdown=${this.leaveDrawer}
      >
        <aside class="ws-outline" aria-label=${t("web.workspace.outline")}>
          <rw-outline
            .model=${this.shownRole}
            .diagnostics=${this.diagnostics}
            .lit=${this.hinted ?? this.traced}
            .peers=${this.peersAt}
            @pick=${(event: CustomEvent<string>) => this.pick(event.detail)}
            @hint=${this.onHint}
          ></rw-outline>
        </aside>
        ${splitter("ws-outline", 212, 160, 420, "right", "web.workspace.split.outline")}
        <main class="sheet ws-sheet">
          ${this.renderMiddle()} ${splitter("ws-preview", 344, 280, 760, "left", "web.workspace.split.preview")}
          <aside class="ws-preview" aria-label=${t("web.preview.label")}>${this.renderPreview()}</aside>
          ${this.renderProblems()}
        </main>
      </div>
      ${phone.matches ? html`<nav class="ws-bottom" aria-label=${t("web.workspace.pane.label")}>${this.renderPanes()}<span class="grow"></span>${actions(top)}</nav>` : nothing}
      ${this.renderDialogs()}
    `;
  }

  private renderMiddle(): TemplateResult {
    const { view } = this;
    return html`<div class="ws-mid" data-view=${view}>
      <div class="ws-bar">
        <div class="seg" role="group" aria-label=${t("designer.view.label")}>${views.map((one) => this.renderView(one))}</div>
        <span class="grow"></span>
        ${this.renderHistory()} ${this.renderAdd()}
      </div>
      <div class="ws-two">
        <section class="ws-design" aria-label=${t("designer.region")}>
          <rw-designer
            .live=${this.live}
            .model=${this.live?.written}
            .shown=${this.shownRole}
            .diagnostics=${this.diagnostics}
            .selected=${this.traced}
            .hinted=${this.hinted}
            .obstacle=${this.live?.obstacle?.line}
            ?locked=${this.live?.readonly ?? true}
            @pick=${(event: CustomEvent<string>) => this.pick(event.detail)}
            @hint=${this.onHint}
            @fix=${(event: CustomEvent<Fix>) => this.applyFix(event.detail)}
            @held=${this.onHeld}
            @code=${(event: CustomEvent<string>) => this.showCodeOf(event.detail)}
            @said=${(event: CustomEvent<string>) => {
              this.said = event.detail;
            }}
            @show-obstacle=${() => this.live?.obstacle && this.showProblem(this.live.obstacle.diagnostic)}
          ></rw-designer>
        </section>
        ${splitter("ws-designer", 436, 320, 900, "right", "designer.widthLabel")} ${this.codeSeen ? this.renderCode() : nothing}
      </div>
      <p class="said" role="status">${this.said}</p>
    </div>`;
  }

  private renderView(view: View): TemplateResult {
    const label = t(`designer.view.${view}`);
    return html`<button
      type="button"
      class="ws-view-${view}"
      aria-pressed=${this.view === view}
      title=${`${label} · Ctrl ${views.indexOf(view) + 1}`}
      @click=${() => this.show(view)}
    >
      ${label}
    </button>`;
  }

  private renderHistory(): TemplateResult {
    const history = this.live?.shared?.history;
    return html`
      <button class="ib sm" type="button" aria-label=${t("web.workspace.undo")} title=${`${t("web.workspace.undo")} · Ctrl Z`} ?disabled=${!history?.canUndo()} @click=${() => history?.undo()}>${icon("undo", 16)}</button>
      <button class="ib sm" type="button" aria-label=${t("web.workspace.redo")} title=${`${t("web.workspace.redo")} · Ctrl Shift Z`} ?disabled=${!history?.canRedo()} @click=${() => history?.redo()}>${icon("redo", 16)}</button>
    `;
  }

  private renderAdd(): TemplateResult | typeof nothing {
    const section = this.sectionAtHand;
    if (!section || (this.live?.readonly ?? true) || this.view === "code") return nothing;
    return html`<span class="vr"></span>
      <button class="btn sm" type="button" title=${t("designer.addTo", { title: section.title })} @click=${() => this.designer?.add()}>
        ${icon("plus", 15)}${t(`designer.add.${section.kind}`)}
      </button>`;
  }

  private renderCode(): TemplateResult {
    const obstacle = this.live?.obstacle?.line;
    return html`<section class="ws-code" aria-label=${t("web.workspace.code")}>
      <rw-code-editor
        label=${t("web.workspace.codeOf", { title: this.roleTitle })}
        .shared=${this.live?.shared}
        ?readonly=${this.codeLocked}
        .diagnostics=${this.diagnostics}
        .lit=${this.litRange}
        @caret=${this.onCaret}
        @ready=${this.onCodeReady}
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
    return html`<div class="seg" role="group" aria-label=${t("web.workspace.pane.label")}>
      ${panes.map(
        (pane) =>
          html`<button type="button" aria-pressed=${this.pane === pane} @click=${() => {
            this.pane = pane;
          }}>${t(`designer.view.${pane}`)}</button>`,
      )}
    </div>`;
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
      readonly: this.locked && this.live?.shared !== undefined,
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
    return this.live?.readonly ?? true;
  }

  /** On a phone the code is there to read. */
  private get codeLocked(): boolean {
    return phone.matches || this.locked;
  }

  /** The section that new items go to. */
  private get sectionAtHand(): Section | undefined {
    const sections = this.live?.written?.sections ?? [];
    const traced = sections.find(({ items }) => items.some(({ key }) => key === this.traced));
    return traced ?? sections.find(({ kind }) => kind === "standards") ?? sections.at(-1);
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
    // The caret is also put somewhere by what is shown, and by peers; only who writes in the code moves on with it.
    const writing = this.code?.contains(document.activeElement) ?? false;
    if (writing && this.live?.current) this.traced = itemAt(this.shownRole, event.detail.offset)?.key;
  }

  private onHeld(event: CustomEvent<ReadonlyMap<string, Locker>>): void {
    this.peersAt = new Map([...event.detail].map(([path, locker]) => [path.split("/")[3] ?? "", locker]));
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
    if (phone.matches && key !== "") this.pane = "design";
    this.traced = key || undefined;
  }

  private showProblem(diagnostic: Diagnostic): void {
    this.at = diagnostic;
    const subject = subjectOf(this.shownRole, diagnostic);
    const item = subject && "section" in subject && this.live?.current ? subject : undefined;
    if (item) this.traced = item.key;
    if (phone.matches && item) this.pane = "design";
    else if (this.view === "design" && item) return;
    else this.reveal(diagnostic.range, !phone.matches);
    if (item) this.traced = item.key;
  }

  private showCodeOf(key: string): void {
    const range = rangeOfKey(this.shownRole, key);
    if (range) this.reveal(range, true);
  }

  /** Shows a stretch of the code, which may have to be loaded first. */
  private reveal(range: TextRange, focus: boolean): void {
    if (phone.matches) this.pane = "design";
    if (this.view === "design" || phone.matches) this.show(phone.matches || !wide.matches ? "code" : "both");
    if (this.code) this.code.reveal(range, { focus });
    else this.wanted = { range, focus };
  }

  private readonly onCodeReady = (): void => {
    if (this.wanted) this.code?.reveal(this.wanted.range, { focus: this.wanted.focus });
    else this.revealTraced();
    this.wanted = undefined;
    this.requestUpdate();
  };

  private show(view: View): void {
    this.view = view;
    this.codeSeen ||= view !== "design";
    keepView(view);
    this.revealTraced();
  }

  private revealTraced(): void {
    const range = this.traced && this.live?.current ? rangeOfKey(this.shownRole, this.traced) : undefined;
    if (range) this.code?.reveal(range);
  }

  /** Within a field the browser takes back what is typed; in the code the editor does, by the same history. */
  private readonly mayUndo = (event: KeyboardEvent): boolean => {
    const target = event.target as HTMLElement;
    if (this.code?.contains(target)) return false;
    const field = target.closest("rw-text-field");
    return field ? !field.dirty : !target.matches("input, textarea");
  };

  private applyFix(fix: Fix): void {
    if (this.locked || !this.live?.apply(fix)) return;
    notify(t("web.workspace.problems.fixed"), "done", {
      label: t("web.workspace.undo"),
      run: () => this.live?.shared?.history.undo(),
    });
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

/** Wide enough for designer and code beside the preview. */
const wide = matchMedia("(min-width: 1200px)");

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
