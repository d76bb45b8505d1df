import { ContextProvider, consume } from "@lit/context";
import type { Diagnostic, Fix, TextRange } from "@rolewright/runtime";
import type { Session, TemplateSummary } from "@rolewright/server/protocol";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Command } from "../../app/commands.ts";
import { failurePage } from "../../app/failure.ts";
import { LanguageController, t } from "../../app/language.ts";
import { navigate, type RouteParams } from "../../app/router.ts";
import { may, sessionContext } from "../../app/session.ts";
import { notify } from "../../components/notice.ts";
import { skeleton } from "../../components/skeleton.ts";
import type { Peer } from "../../data/collaboration.ts";
import type { CaretPlace, CodeEditor } from "../../editor/code-editor.ts";
import { codePane } from "./code-pane.ts";
import "./designer/designer.ts";
import type { Designer } from "./designer/designer.ts";
import type { Locker } from "./designer/field-locks.ts";
import { middleBar } from "./middle-bar.ts";
import { OpenRole } from "./open-role.ts";
import type { Outline } from "./outline.ts";
import "./outline.ts";
import type { PreviewTab } from "./preview.ts";
import "./preview.ts";
import { problemsOf, problemsPane } from "./problems-pane.ts";
import type { WantedView } from "./reading/protocol.ts";
import type { RoleDialogs } from "./role-dialogs.ts";
import "./role-dialogs.ts";
import { keyAt } from "./places.ts";
import { Shortcuts } from "./shortcuts.ts";
import { panelButtons, sidePanels } from "./side-panels.ts";
import { splitter } from "./splitter.ts";
import { followBar } from "./together/follow-bar.ts";
import { Following, type PeerPlace } from "./together/following.ts";
import { reviewButtons } from "./together/review-actions.ts";
import { readChip, reviewingOf, reviewStrip } from "./together/review-strip.ts";
import { talkContext } from "./together/talk.ts";
import "./workspace-page.css";
import { type WorkspaceCommands, workspaceShortcuts } from "./workspace-shortcuts.ts";
import { actions, type TopView, workspaceTop } from "./workspace-top.ts";
import { keepView, keptView, type View } from "./workspace-view.ts";

/** On a phone one pane is seen at a time, and the code is there to read. */
const phone = matchMedia("(max-width: 719px)");

/** Wide enough for designer and code beside the preview. */
const wide = matchMedia("(min-width: 1200px)");

const panes = ["design", "preview", "problems"] as const;
type Pane = (typeof panes)[number];

/**
 * One role: its text, written together, and beside it what the text means. `OpenRole` keeps what is open and found; the
 * page lays it out: outline, designer, code, preview and problems show the same item by the trace line.
 */
@customElement("rw-workspace-page")
export class WorkspacePage extends LitElement implements WorkspaceCommands {
  @property({ attribute: false }) params: RouteParams = {};
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session: Session | undefined;
  @state() private caret: CaretPlace = { offset: 0, line: 1, column: 1 };
  @state() private tab: PreviewTab = "document";
  @state() private view: View = keptView();
  /** On a phone: the one pane that is seen. */
  @state() private pane: Pane = "design";
  /** What stands in the preview's place. */
  @state() private panel: string | undefined;
  /** Whether the code was ever in sight: before that it is not loaded. */
  @state() private codeSeen = false;
  @state() private drawer = false;
  @state() private problemsOpen = !matchMedia("(max-width: 1199px)").matches;
  @state() private said = "";
  /** Item → the peer who edits a field of it. */
  @state() private peersAt: ReadonlyMap<string, Locker> = new Map();
  @query("rw-code-editor") private code: CodeEditor | undefined;
  @query("rw-designer") private designer: Designer | undefined;
  @query("rw-outline") private outline: Outline | undefined;
  @query("rw-role-dialogs") private dialogs: RoleDialogs | undefined;
  readonly openRole = new OpenRole(this);
  private readonly following = new Following(this, (place) => this.goAlong(place));
  /** Id of the thread the address last led to. */
  private linked: string | undefined;
  /** What the code is to show once it has been loaded. */
  private wanted: { readonly range: TextRange; readonly focus: boolean } | undefined;
  private readonly redraw = () => this.requestUpdate();

  constructor() {
    super();
    new LanguageController(this);
    new Shortcuts(this, workspaceShortcuts(this));
    new ContextProvider(this, { context: talkContext, initialValue: this.openRole.talk });
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
  }

  protected override willUpdate(): void {
    const { member, workspace } = this.session ?? {};
    if (!this.isConnected || !member || !workspace) return;
    this.openRole.open(this.params.id ?? "", { workspaceId: workspace.id, memberId: member.id });
    this.followLink();
  }

  /** A link may lead to a comment thread (`?thread=`): it is shown as soon as the comments are there. */
  private followLink(): void {
    const thread = new URLSearchParams(location.search).get("thread") ?? undefined;
    if (!this.openRole.talk.open || thread === this.linked) return;
    this.linked = thread;
    if (thread) void this.openComments(thread);
  }

  override render(): TemplateResult {
    const { failure, summary } = this.openRole;
    if (failure) return failurePage(t("web.workspace.title"), failure, () => this.openRole.retry());
    if (!summary) return skeleton(t("web.workspace.title"), 10);
    const top = this.topView(summary);
    return html`
      ${workspaceTop(top)}
      ${reviewStrip(this.openRole, (version) => void this.dialogs?.acknowledge(version))}
      ${followBar(this.following)}
      <div
        class="ws ${phone.matches ? "ws-narrow" : ""}"
        data-pane=${this.pane}
        data-view=${this.view}
        ?data-drawer=${this.drawer}
        ?data-panel=${this.panelOpen}
        @pointerdown=${this.leaveDrawer}
        @rw-comment=${this.onComment}
      >
        ${this.renderOutline()} ${splitter("ws-outline", 212, 160, 420, "right", "web.workspace.split.outline")}
        <main class="sheet ws-sheet">
          ${this.renderMiddle()} ${splitter("ws-preview", 344, 280, 760, "left", "web.workspace.split.preview")}
          ${this.renderBeside()} ${problemsPane({ ...this.findings, open: this.problemsOpen, fold: this.foldProblems })}
        </main>
      </div>
      ${phone.matches ? html`<nav class="ws-bottom" aria-label=${t("web.workspace.pane.label")}>${this.renderPanes()}<span class="grow"></span>${actions(top)}</nav>` : nothing}
      <rw-role-dialogs
        .openRole=${this.openRole}
        reader=${this.session?.member.id ?? ""}
        @show-problem=${(event: CustomEvent<Diagnostic>) => this.showFinding(event.detail)}
      ></rw-role-dialogs>
    `;
  }

  /** The address may name an item, as links to it do: it is traced once it is there. */
  protected override updated(): void {
    const key = decodeURIComponent(location.hash.slice(1));
    if (key === "" || !this.openRole.rangeOf(key)) return;
    history.replaceState(null, "", location.pathname);
    this.pick(key);
  }

  /** What can be done here, for the command palette. */
  commands(): readonly Command[] {
    const publishing = may(this.session, "templates.publish") && this.openRole.state !== "published";
    return [
      ...(publishing
        ? [{ label: t("guide.commands.publish"), icon: "upload", run: () => this.dialogs?.publish() } as const]
        : []),
      { label: t("guide.commands.history"), icon: "history", keys: "Ctrl S", run: () => this.dialogs?.history() },
      { label: t("traceability.title"), icon: "link", run: () => navigate(`/roles/${this.params.id}/traceability`) },
    ];
  }

  private renderOutline(): TemplateResult {
    const { openRole: role } = this;
    return html`<aside class="ws-outline" aria-label=${t("web.workspace.outline")}>
      <rw-outline
        .model=${role.role}
        .diagnostics=${role.diagnostics}
        .lit=${role.lit}
        .peers=${this.peersAt}
        ?writable=${!role.locked}
        @add-section=${this.onAddSection}
        @pick=${this.onPick}
        @enter=${(event: CustomEvent<string>) => {
          this.pick(event.detail);
          this.designer?.focusPart(event.detail);
        }}
        @hint=${this.onHint}
      ></rw-outline>
    </aside>`;
  }

  private renderMiddle(): TemplateResult {
    const { openRole: role, view } = this;
    return html`<div class="ws-mid" data-view=${view}>
      ${middleBar({ role, view, show: (one) => this.show(one), add: () => this.designer?.add() })}
      <div class="ws-two">
        <section class="ws-design" aria-label=${t("designer.region")}>${this.renderDesigner()}</section>
        ${splitter("ws-designer", 436, 320, 900, "right", "designer.widthLabel")}
        ${
          this.codeSeen
            ? codePane({
                role,
                readonly: phone.matches || role.locked,
                caret: this.caret,
                comment: (thread) => void this.openComments(thread),
                moved: this.onCaret,
                ready: this.onCodeReady,
              })
            : nothing
        }
      </div>
      <p class="said" role="status">${this.said}</p>
    </div>`;
  }

  private renderDesigner(): TemplateResult {
    const { openRole: role } = this;
    const { live } = role;
    return html`<rw-designer
      .live=${live}
      .model=${live?.written}
      .shown=${role.role}
      .diagnostics=${role.diagnostics}
      .selected=${role.traced}
      .hinted=${role.hinted}
      .obstacle=${live?.obstacle?.line}
      ?locked=${role.locked}
      ?opening=${live !== undefined && !live.shared}
      @pick=${this.onPick}
      @hint=${this.onHint}
      @fix=${(event: CustomEvent<Fix>) => void this.applyFix(event.detail)}
      @held=${this.onHeld}
      @code=${(event: CustomEvent<string>) => this.showCodeOf(event.detail)}
      @said=${(event: CustomEvent<string>) => {
        this.said = event.detail;
      }}
      @show-obstacle=${this.showObstacle}
    ></rw-designer>`;
  }

  /** The preview, or the panel that stands in its place. */
  private renderBeside(): TemplateResult {
    const panel = sidePanels.find(({ id }) => id === this.panel);
    if (!panel)
      return html`<aside class="ws-preview" aria-label=${t("web.preview.label")}>${this.renderPreview()}</aside>`;
    const view = {
      close: () => this.closePanel(),
      pick: (key: string) => this.pick(key),
      reveal: (range: TextRange) => this.code?.reveal(range),
    };
    return html`<aside class="ws-preview" aria-label=${t(panel.label)}>${panel.render(this.openRole, view)}</aside>`;
  }

  private renderPreview(): TemplateResult {
    const { openRole: role } = this;
    return html`<rw-preview
      .model=${role.role}
      .made=${role.live?.view}
      .obstacle=${role.live?.obstacle?.line}
      .version=${role.state === "published" ? (role.summary?.version ?? null) : null}
      .organisation=${this.session?.workspace.name ?? ""}
      .lit=${role.lit}
      .tab=${this.tab}
      .diagnostics=${role.diagnostics}
      .problems=${this.tab === "problems" ? problemsOf(this.findings) : nothing}
      @pick=${this.onPick}
      @hint=${this.onHint}
      @want=${(event: CustomEvent<WantedView | undefined>) => role.show(event.detail)}
      @tab=${(event: CustomEvent<PreviewTab>) => {
        this.tab = event.detail;
      }}
      @show-obstacle=${this.showObstacle}
    ></rw-preview>`;
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

  private topView(summary: TemplateSummary): TopView {
    const { openRole: role } = this;
    return {
      summary,
      title: role.title,
      state: role.state,
      save: role.live?.save ?? { kind: "opening" },
      people: this.people,
      readonly: role.locked && role.live?.shared !== undefined,
      read: readChip(role),
      reviewing: reviewingOf(role),
      review: reviewButtons({
        role,
        state: role.state,
        direct: may(this.session, "workspace.write"),
        run: (action) => void this.dialogs?.step(action),
      }),
      reader: this.session?.member.id ?? "",
      followed: this.following.peer?.id,
      follow: (peer) => this.following.toggle(peer, role.live?.shared),
      panels: panelButtons(role, this.panel, this.session?.member.id, this.togglePanel),
      openHistory: () => this.dialogs?.history(),
      toggleOutline: this.toggleOutline,
    };
  }

  private get findings() {
    return {
      role: this.openRole,
      pick: (diagnostic: Diagnostic) => this.showFinding(diagnostic),
      fix: (fix: Fix) => void this.applyFix(fix),
    };
  }

  private get people(): readonly Peer[] {
    const self = this.session?.member;
    const others = this.openRole.live?.peers.filter(({ id }) => id !== self?.id) ?? [];
    return self ? [self, ...others] : others;
  }

  get drawerOpen(): boolean {
    return this.drawer;
  }

  get isFollowing(): boolean {
    return this.following.peer !== undefined;
  }

  endFollowing(): void {
    this.following.end();
  }

  get panelOpen(): boolean {
    return this.panel !== undefined;
  }

  inCode(event: Event): boolean {
    return this.code?.contains(event.target as Node) ?? false;
  }

  private readonly onCaret = (event: CustomEvent<CaretPlace>): void => {
    this.caret = event.detail;
    this.openRole.select(event.detail.selection);
    // The caret is also put somewhere by what is shown, and by peers; only who writes in the code moves on with it.
    if (this.code?.contains(document.activeElement)) this.openRole.traceAt(event.detail.offset);
  };

  private onHeld(event: CustomEvent<ReadonlyMap<string, Locker>>): void {
    this.peersAt = new Map([...event.detail].map(([path, locker]) => [path.split("/")[3] ?? "", locker]));
  }

  private onAddSection(): void {
    if (this.view === "code") this.show("design");
    this.drawer = false;
    this.designer?.chooseSection();
  }

  private onHint(event: CustomEvent<string | undefined>): void {
    this.openRole.hint(event.detail);
  }

  private onPick(event: CustomEvent<string>): void {
    this.pick(event.detail);
  }

  /** Shows an item or section (`""`: the role itself) in the code and lights it everywhere. */
  private pick(key: string): void {
    this.drawer = false;
    const range = this.openRole.rangeOf(key);
    if (range) this.code?.reveal(range);
    else void this.revealOnceRead();
    if (phone.matches) this.pane = "design";
    this.openRole.trace(key);
  }

  /** What was only just written is found in the code when it has been read. */
  private async revealOnceRead(): Promise<void> {
    await this.openRole.live?.settled();
    this.revealTraced();
  }

  private showFinding(diagnostic: Diagnostic): void {
    const item = this.openRole.stand(diagnostic);
    const shown = item !== undefined;
    if (phone.matches && shown) this.pane = "design";
    else if (this.view !== "design" || !shown) this.reveal(diagnostic.range, !phone.matches);
    // Where the caret was put may be in another item.
    if (item !== undefined) this.openRole.trace(item);
  }

  private readonly showObstacle = (): void => {
    const obstacle = this.openRole.live?.obstacle;
    if (obstacle) this.showFinding(obstacle.diagnostic);
  };

  private showCodeOf(key: string): void {
    const range = this.openRole.rangeOf(key);
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

  show(view: View): void {
    this.view = view;
    this.codeSeen ||= view !== "design";
    keepView(view);
    this.revealTraced();
  }

  private revealTraced(): void {
    const range = this.openRole.rangeOf(this.openRole.traced);
    if (range) this.code?.reveal(range);
  }

  private async applyFix(fix: Fix): Promise<void> {
    if (!(await this.openRole.fix(fix))) return;
    notify(t("web.workspace.problems.fixed"), "done", { label: t("web.workspace.undo"), run: this.openRole.undo });
    await this.openRole.live?.settled();
    await this.updateComplete;
    if (document.activeElement === document.body) this.focusAfterFix();
  }

  /** The button is gone with its finding: the keyboard goes on at the next one, else at the item that was mended. */
  private focusAfterFix(): void {
    const next = this.querySelector<HTMLElement>(".pb-row .pb-find");
    if (next) next.focus();
    else if (this.view !== "code") this.designer?.focusPart(this.openRole.lit ?? "");
  }

  keepRevision(): void {
    this.dialogs?.keepRevision();
  }

  readonly toggleOutline = (): void => {
    this.drawer = !this.drawer;
  };

  /** A panel that is open but out of sight, behind another pane of a phone, is shown rather than closed. */
  private readonly togglePanel = (id: string): void => {
    const seen = this.panel === id && (!phone.matches || this.pane === "preview");
    this.panel = seen ? undefined : id;
    if (this.panel && phone.matches) this.pane = "preview";
  };

  /** To where the followed peer is; the caret stays out of the reader's own hands meanwhile. */
  private goAlong({ item, offset }: PeerPlace): void {
    const key = item ?? (offset === undefined ? undefined : keyAt(this.openRole.role, offset));
    if (key) this.openRole.trace(key);
    if (offset !== undefined && this.view !== "design") this.code?.reveal({ start: offset, end: offset });
    else if (key) this.revealTraced();
    if (key) this.openRole.trace(key);
  }

  /** Opens the comments: at a thread, or at the field for a new one about what is selected or traced. */
  private async openComments(thread?: string): Promise<void> {
    this.openRole.talk.wanted = thread;
    this.panel = "comments";
    if (phone.matches) this.pane = "preview";
    this.requestUpdate();
    await this.updateComplete;
    if (thread === undefined) this.querySelector("rw-comment-panel")?.write();
  }

  private readonly onComment = ({ detail }: CustomEvent<string>): void => {
    this.pick(detail);
    const [first] = this.openRole.talk.openOf(detail);
    void this.openComments(first?.thread.id);
  };

  closePanel(): void {
    this.panel = undefined;
  }

  async find(): Promise<void> {
    this.drawer = true;
    await this.updateComplete;
    this.outline?.search();
  }

  private readonly leaveDrawer = (event: PointerEvent): void => {
    if (this.drawer && !(event.target as Element).closest(".ws-outline")) this.drawer = false;
  };

  readonly foldProblems = (): void => {
    this.problemsOpen = !this.problemsOpen;
  };

  stepFinding(by: 1 | -1): void {
    const next = this.openRole.nextFinding(by);
    if (!next) return;
    this.showFinding(next);
    if (this.view === "design" && this.openRole.lit !== undefined) this.designer?.focusPart(this.openRole.lit);
  }
}
