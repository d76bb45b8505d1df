import { consume } from "@lit/context";
import { type Diagnostic, type Fix, localize, type RoleModel, type TextRange } from "@rolewright/runtime";
import type { RevisionSummary, Session, TemplateSummary } from "@rolewright/server/protocol";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { LanguageController, language, t } from "../../app/language.ts";
import type { RouteParams } from "../../app/router.ts";
import { may, sessionContext } from "../../app/session.ts";
import { icon } from "../../components/icon.ts";
import { loadFailure } from "../../components/load-failure.ts";
import { notify } from "../../components/notice.ts";
import { skeleton } from "../../components/skeleton.ts";
import { readTemplate } from "../../data/api.ts";
import { Collaboration, type Peer } from "../../data/collaboration.ts";
import "../../editor/code-editor.ts";
import type { CaretPlace, CodeEditor, SharedText } from "../../editor/code-editor.ts";
import { designerOrigin } from "../../editor/yjs-binding.ts";
import type { HistoryDialog } from "./history-dialog.ts";
import "./history-dialog.ts";
import { LiveInspection } from "./live-inspection.ts";
import type { Outline } from "./outline.ts";
import "./outline.ts";
import { itemAt, lineAt, rangeOfKey } from "./places.ts";
import type { PreviewTab } from "./preview.ts";
import "./preview.ts";
import { problemCounts, problemList } from "./problems.ts";
import type { PublishDialog } from "./publish-dialog.ts";
import "./publish-dialog.ts";
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
  @state() private shared: SharedText | undefined;
  @state() private caret: CaretPlace = { offset: 0, line: 1, column: 1 };
  /** Key of the item the caret is in, or that was picked last. */
  @state() private traced: string | undefined;
  /** Key of the item under the pointer; lit before the traced one. */
  @state() private hinted: string | undefined;
  @state() private at: Diagnostic | undefined;
  @state() private tab: PreviewTab = "document";
  @state() private pane: "preview" | "code" = "preview";
  @state() private drawer = false;
  @state() private problemsOpen = true;
  @query("rw-code-editor") private code: CodeEditor | undefined;
  @query("rw-outline") private outline: Outline | undefined;
  @query("rw-publish-dialog") private publishDialog: PublishDialog | undefined;
  @query("rw-history-dialog") private historyDialog: HistoryDialog | undefined;
  private collaboration: Collaboration | undefined;
  private inspection: LiveInspection | undefined;
  private publishedText: string | undefined;
  private shown = "";
  private model: { readonly of: RoleModel; readonly tag: string; readonly role: RoleModel } | undefined;
  private readonly redraw = () => this.requestUpdate();

  constructor() {
    super();
    new LanguageController(this);
  }

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("keydown", this.onKey);
    phone.addEventListener("change", this.redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.onKey);
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
      <div class="ws ${phone.matches ? "ws-narrow" : ""}" data-pane=${this.pane} ?data-drawer=${this.drawer}>
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
    const obstacle = this.obstacleLine;
    return html`<section class="ws-code" aria-label=${t("web.workspace.code")}>
      <div class="ws-bar">
        <h2>${t("web.workspace.code")}</h2>
        <span class="grow"></span>
        <button class="ib sm" type="button" aria-label=${t("web.workspace.undo")} title=${`${t("web.workspace.undo")} · Ctrl Z`} ?disabled=${!this.code?.canUndo} @click=${() => this.code?.undo()}>${icon("undo", 16)}</button>
        <button class="ib sm" type="button" aria-label=${t("web.workspace.redo")} title=${`${t("web.workspace.redo")} · Ctrl Shift Z`} ?disabled=${!this.code?.canRedo} @click=${() => this.code?.redo()}>${icon("redo", 16)}</button>
      </div>
      <rw-code-editor
        label=${t("web.workspace.codeOf", { title: this.roleTitle })}
        .shared=${this.shared}
        ?readonly=${this.locked}
        .diagnostics=${this.diagnostics}
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
    const obstacle = this.inspection?.obstacle;
    return html`<rw-preview
      .model=${this.shownRole}
      .obstacle=${this.obstacleLine}
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
      @show-obstacle=${() => obstacle && this.showProblem(obstacle)}
    ></rw-preview>`;
  }

  private renderProblems(): TemplateResult {
    return html`<section class="ws-problems" aria-label=${t("web.workspace.problems.title")} ?data-closed=${!this.problemsOpen}>
      ${splitter("ws-problems", 140, 80, 480, "up", "web.workspace.split.problems")}
      <div class="ws-problems-head">
        <h2>${t("web.workspace.problems.title")}</h2>
        ${problemCounts(this.diagnostics)}
        <span class="t12 ink3 ws-problems-note">${t("web.workspace.problems.note")}</span>
        <span class="grow"></span>
        <button
          class="ib xs"
          type="button"
          aria-expanded=${this.problemsOpen}
          aria-label=${t("web.workspace.problems.fold")}
          title=${`${t("web.workspace.problems.fold")} · Ctrl Shift M`}
          @click=${this.foldProblems}
        >
          ${icon(this.problemsOpen ? "down" : "up", 16)}
        </button>
      </div>
      ${this.problemsOpen ? this.problems() : nothing}
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
        ?saved=${this.collaboration?.state.kind === "saved"}
        @published=${this.onPublished}
        @show-problem=${(event: CustomEvent<Diagnostic>) => this.showProblem(event.detail)}
      ></rw-publish-dialog>
      <rw-history-dialog template=${id} ?writable=${!this.locked}></rw-history-dialog>
    `;
  }

  private problems(): TemplateResult {
    return problemList({
      role: this.shownRole,
      source: this.inspection?.source ?? "",
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
      save: this.collaboration?.state ?? { kind: "opening" },
      people: this.people,
      readonly: this.locked && !phone.matches && this.shared !== undefined,
      mayPublish: may(this.session, "templates.publish"),
      openHistory: () => void this.historyDialog?.open(),
      publish: () => this.askToPublish(),
      toggleOutline: () => {
        this.drawer = !this.drawer;
      },
    };
  }

  private get diagnostics(): readonly Diagnostic[] {
    return this.inspection?.diagnostics ?? [];
  }

  /** The role in the reader's language, made once per reading and language. */
  private get shownRole(): RoleModel | undefined {
    const of = this.inspection?.role;
    if (!of) return undefined;
    const tag = language();
    if (this.model?.of !== of || this.model.tag !== tag) this.model = { of, tag, role: localize(of, tag) };
    return this.model.role;
  }

  private get roleTitle(): string {
    return this.shownRole?.title ?? this.summary?.title ?? "";
  }

  private get locked(): boolean {
    return phone.matches || (this.collaboration?.readonly ?? true);
  }

  private get people(): readonly Peer[] {
    const self = this.session?.member;
    const others = this.collaboration?.peers.filter(({ id }) => id !== self?.id) ?? [];
    return self ? [self, ...others] : others;
  }

  private get state(): TemplateSummary["state"] {
    if (!this.summary || this.summary.version === null) return "draft";
    return this.publishedText === this.inspection?.source ? "published" : "changed";
  }

  /** Line of the error that keeps the text from being read; undefined when it can be. */
  private get obstacleLine(): number | undefined {
    const obstacle = this.inspection?.obstacle;
    return obstacle && lineAt(this.inspection?.source ?? "", obstacle.range.start);
  }

  private get litRange(): TextRange | undefined {
    const key = this.hinted ?? this.traced;
    return key && this.inspection?.current ? rangeOfKey(this.shownRole, key) : undefined;
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
    const collaboration = new Collaboration(id);
    this.collaboration = collaboration;
    collaboration.addEventListener("state", this.redraw);
    collaboration.addEventListener("peers", this.redraw);
    collaboration.addEventListener("opened", () => {
      this.inspection = new LiveInspection(collaboration.text);
      this.inspection.addEventListener("inspected", this.onInspected);
      this.shared = { text: collaboration.text, awareness: collaboration.awareness };
      this.onInspected();
    });
  }

  private close(): void {
    this.inspection?.close();
    // The editor lets go of the text before the document is closed.
    this.shared = undefined;
    this.summary = undefined;
    this.inspection = undefined;
    const closing = this.collaboration;
    this.collaboration = undefined;
    void this.updateComplete.then(() => closing?.close());
  }

  private readonly onInspected = (): void => {
    this.at =
      this.at &&
      this.diagnostics.find(({ code, range }) => code === this.at?.code && range.start === this.at.range.start);
    document.title = `${this.roleTitle} · Rolewright`;
    this.requestUpdate();
  };

  private onCaret(event: CustomEvent<CaretPlace>): void {
    this.caret = event.detail;
    if (this.inspection?.current) this.traced = itemAt(this.shownRole, event.detail.offset)?.key;
  }

  private onHint(event: CustomEvent<string | undefined>): void {
    this.hinted = event.detail;
  }

  private onPublished(event: CustomEvent<RevisionSummary>): void {
    const { version } = event.detail;
    if (this.summary) this.summary = { ...this.summary, version };
    this.publishedText = this.inspection?.source;
    notify(t("web.workspace.publish.done", { version }));
  }

  /** Shows an item or section (`""`: the role itself) in the code and lights it everywhere. */
  private pick(key: string): void {
    this.traced = key || undefined;
    this.drawer = false;
    const range = key === "" ? { start: 0, end: 0 } : rangeOfKey(this.shownRole, key);
    if (range && this.inspection?.current) this.code?.reveal(range);
    this.traced = key || undefined;
  }

  private showProblem(diagnostic: Diagnostic): void {
    this.at = diagnostic;
    this.code?.reveal(diagnostic.range, { focus: !phone.matches });
  }

  /** A repair is a change like any other: smallest edits in one transaction, undone with Ctrl+Z. */
  private applyFix(fix: Fix): void {
    const { collaboration, inspection } = this;
    if (!collaboration || !inspection || this.locked) return;
    const { text, doc } = collaboration;
    if (text.toString() !== inspection.source) {
      inspection.readNow();
      return;
    }
    doc.transact(() => {
      for (const { offset, length, text: written } of [...fix.edits].sort((a, b) => b.offset - a.offset)) {
        text.delete(offset, length);
        text.insert(offset, written);
      }
    }, designerOrigin);
    inspection.readNow();
    notify(t("web.workspace.problems.fixed"), "done", { label: t("web.workspace.undo"), run: () => this.code?.undo() });
  }

  private askToPublish(): void {
    this.inspection?.readNow();
    this.publishDialog?.open();
  }

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

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const mod = event.ctrlKey || event.metaKey;
    const inCode = this.code?.contains(event.target as Node) ?? false;
    const key = event.key.toLowerCase();
    if (event.key === "F8") this.stepProblem(event.shiftKey ? -1 : 1);
    else if (mod && event.shiftKey && key === "m") this.foldProblems();
    else if (mod && key === "s") void this.historyDialog?.open(!this.locked);
    else if (mod && key === "f" && !event.shiftKey && !inCode) this.outline?.search();
    else return;
    event.preventDefault();
  };
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
