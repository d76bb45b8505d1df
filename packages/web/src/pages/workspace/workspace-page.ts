import { ContextProvider, consume } from "@lit/context";
import type { Diagnostic, Fix } from "@rolewright/runtime";
import type { Session, TemplateSummary } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Command } from "../../app/commands.ts";
import { failurePage } from "../../app/failure.ts";
import { t } from "../../app/language.ts";
import { navigate, type RouteParams } from "../../app/router.ts";
import { may, sessionContext } from "../../app/session.ts";
import { LightElement } from "../../components/light-element.ts";
import { skeleton } from "../../components/skeleton.ts";
import type { Peer } from "../../data/collaboration.ts";
import { loaded } from "../../data/loaded.ts";
import { RequestError } from "../../data/request.ts";
import type { CaretPlace } from "../../editor/code-editor.ts";
import { codePane } from "./code-pane.ts";
import "./designer/designer.ts";
import type { Designer } from "./designer/designer.ts";
import type { Locker } from "./designer/field-locks.ts";
import { middleBar } from "./middle-bar.ts";
import { OpenRole } from "./open-role.ts";
import "./outline.ts";
import type { PreviewTab } from "./preview.ts";
import "./preview.ts";
import { problemsOf, problemsPane } from "./problems-pane.ts";
import { ReaderGuide } from "./reader-guide.ts";
import type { WantedView } from "./reading/protocol.ts";
import type { RoleDialogs } from "./role-dialogs.ts";
import "./role-dialogs.ts";
import { Shortcuts } from "./shortcuts.ts";
import { panelButtons, sidePanels } from "./side-panels.ts";
import { splitter } from "./splitter.ts";
import { followBar } from "./together/follow-bar.ts";
import { Following } from "./together/following.ts";
import { lostWordsBar } from "./together/lost-words-bar.ts";
import { reviewSteps } from "./together/review-actions.ts";
import { readChip, reviewingOf, reviewStrip } from "./together/review-strip.ts";
import { talkContext } from "./together/talk.ts";
import { type Pane, panes, WorkspaceLayout } from "./workspace-layout.ts";
import "./workspace-page.css";
import { workspaceShortcuts } from "./workspace-shortcuts.ts";
import { phoneActions, type TopView, workspaceTop } from "./workspace-top.ts";
import { views } from "./workspace-view.ts";

/**
 * One role: its text, written together, and beside it what the text means. `OpenRole` keeps what is open and found,
 * `WorkspaceLayout` which panes are in sight, `ReaderGuide` leads to what is asked for; the page draws them: outline,
 * designer, code, preview and problems show the same item by the trace line.
 */
@customElement("rw-workspace-page")
export class WorkspacePage extends LightElement {
  @property({ attribute: false }) params: RouteParams = {};
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session: Session | undefined;
  @state() private caret: CaretPlace = { offset: 0, line: 1, column: 1 };
  @state() private said = "";
  /** Item → the peers who have it at hand. */
  @state() private peersAt: ReadonlyMap<string, readonly Locker[]> = new Map();
  @query("rw-designer") private designer: Designer | undefined;
  @query("rw-role-dialogs") private dialogs: RoleDialogs | undefined;
  readonly openRole = new OpenRole(this);
  private readonly layout = new WorkspaceLayout(this);
  private readonly guide = new ReaderGuide(this, this.openRole, this.layout);
  private readonly following = new Following(this, (place) => this.guide.goAlong(place));

  constructor() {
    super();
    const { openRole, layout, guide, following } = this;
    const keepRevision = () => this.dialogs?.keepRevision();
    new Shortcuts(this, workspaceShortcuts({ openRole, layout, guide, following, keepRevision }));
    new ContextProvider(this, { context: talkContext, initialValue: openRole.talk });
  }

  protected override willUpdate(): void {
    const { member, workspace } = this.session ?? {};
    if (!this.isConnected || !member || !workspace) return;
    this.openRole.open(this.params.id ?? "", { workspaceId: workspace.id, memberId: member.id });
    this.guide.followThreadLink();
    if (isMissing(this.openRole.failure)) void loaded(() => import("./missing-role.ts"));
  }

  override render(): TemplateResult {
    const { failure, summary } = this.openRole;
    if (isMissing(failure)) return html`<rw-missing-role></rw-missing-role>`;
    if (failure) return failurePage(t("web.workspace.title"), failure, () => this.openRole.retry());
    if (!summary) return skeleton(t("web.workspace.title"), 10);
    const top = this.topView(summary);
    const { phone } = this.layout;
    const { pane, view, drawer, panel, problemsOpen } = this.layout.sight;
    return html`
      ${workspaceTop(top)}
      ${reviewStrip(this.openRole, (version) => void this.dialogs?.acknowledge(version))}
      ${followBar(this.following)}
      ${lostWordsBar(this.openRole)}
      <div
        class="ws ${phone ? "ws-narrow" : ""}"
        data-pane=${pane}
        data-view=${view}
        ?data-drawer=${drawer}
        ?data-panel=${panel !== undefined}
        @pointerdown=${this.layout.leaveDrawer}
        @rw-comment=${({ detail }: CustomEvent<string>) => this.guide.comment(detail)}
      >
        ${this.renderOutline()} ${splitter("ws-outline", 212, 160, 420, "right", "web.workspace.split.outline")}
        <main class="sheet ws-sheet">
          ${this.renderMiddle()} ${splitter("ws-preview", 344, 280, 760, "left", "web.workspace.split.preview")}
          ${this.renderBeside()} ${problemsPane({ ...this.findings, open: problemsOpen, fold: this.layout.foldProblems })}
        </main>
      </div>
      ${phone ? html`<nav class="ws-bottom" aria-label=${t("web.workspace.pane.label")}>${this.renderPanes()}<span class="grow"></span>${phoneActions(top)}</nav>` : nothing}
      <rw-role-dialogs
        .openRole=${this.openRole}
        reader=${this.session?.member.id ?? ""}
        @show-problem=${(event: CustomEvent<Diagnostic>) => this.guide.showFinding(event.detail)}
      ></rw-role-dialogs>
    `;
  }

  protected override updated(): void {
    this.guide.followItemLink();
  }

  /** What can be done here, for the command palette. */
  commands(): readonly Command[] {
    const publishing = may(this.session, "templates.publish") && this.openRole.state !== "published";
    return [
      ...(publishing
        ? [{ label: t("guide.commands.publish"), icon: "upload", run: () => this.dialogs?.publish() } as const]
        : []),
      { label: t("guide.commands.history"), icon: "history", keys: "Ctrl S", run: () => this.dialogs?.history() },
      ...views.map((view, index) => ({
        label: t(`guide.commands.view.${view}`),
        icon: "file" as const,
        keys: `Ctrl ${index + 1}`,
        run: () => this.guide.show(view),
      })),
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
        .traced=${role.traced}
        .peers=${this.peersAt}
        ?writable=${!role.locked}
        @add-section=${() => this.guide.addSection()}
        @pick=${this.onPick}
        @enter=${(event: CustomEvent<string>) => this.guide.enter(event.detail)}
        @hint=${this.onHint}
      ></rw-outline>
    </aside>`;
  }

  private renderMiddle(): TemplateResult {
    const { openRole: role } = this;
    const { view, codeSeen } = this.layout.sight;
    return html`<div class="ws-mid" data-view=${view}>
      ${middleBar({ role, view, show: this.guide.show, add: () => this.designer?.add() })}
      <div class="ws-two">
        <section class="ws-design" aria-label=${t("designer.region")}>${this.renderDesigner()}</section>
        ${splitter("ws-designer", 436, 320, 900, "right", "designer.widthLabel")}
        ${codeSeen ? this.renderCode() : nothing}
      </div>
      <p class="said" role="status">${this.said}</p>
    </div>`;
  }

  private renderCode(): TemplateResult {
    const { openRole: role } = this;
    return codePane({
      role,
      readonly: this.layout.phone || role.locked,
      caret: this.caret,
      comment: (thread) => void this.guide.openComments(thread),
      moved: this.onCaret,
      ready: this.onCodeReady,
    });
  }

  private renderDesigner(): TemplateResult {
    const { openRole: role, guide } = this;
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
      @fix=${(event: CustomEvent<Fix>) => void guide.applyFix(event.detail)}
      @at=${(event: CustomEvent<ReadonlyMap<string, readonly Locker[]>>) => {
        this.peersAt = event.detail;
      }}
      @code=${(event: CustomEvent<string>) => void guide.showCodeOf(event.detail)}
      @said=${(event: CustomEvent<string>) => {
        this.said = event.detail;
      }}
      @show-obstacle=${guide.showObstacle}
    ></rw-designer>`;
  }

  /** The preview, or the panel that stands in its place. */
  private renderBeside(): TemplateResult {
    const panel = sidePanels.find(({ id }) => id === this.layout.sight.panel);
    if (!panel)
      return html`<aside class="ws-preview" aria-label=${t("web.preview.label")}>${this.renderPreview()}</aside>`;
    const view = { close: this.layout.closePanel, pick: this.guide.pick, reveal: this.guide.revealInSight };
    return html`<aside class="ws-preview" aria-label=${t(panel.label)}>${panel.render(this.openRole, view)}</aside>`;
  }

  private renderPreview(): TemplateResult {
    const { openRole: role } = this;
    const { tab } = this.layout.sight;
    return html`<rw-preview
      .model=${role.role}
      .made=${role.live?.view}
      .obstacle=${role.live?.obstacle?.line}
      .version=${role.state === "published" ? (role.summary?.version ?? null) : null}
      .organisation=${this.session?.workspace.name ?? ""}
      .lit=${role.lit}
      .traced=${role.traced}
      .tab=${tab}
      .diagnostics=${role.diagnostics}
      .problems=${tab === "problems" ? problemsOf(this.findings) : nothing}
      @pick=${this.onPick}
      @hint=${this.onHint}
      @want=${(event: CustomEvent<WantedView | undefined>) => role.show(event.detail)}
      @tab=${(event: CustomEvent<PreviewTab>) => this.layout.turnTo(event.detail)}
      @show-obstacle=${this.guide.showObstacle}
    ></rw-preview>`;
  }

  private renderPanes(): TemplateResult {
    const { layout } = this;
    const { panel, pane: seen } = layout.sight;
    const isSeen = (pane: Pane) => pane === seen && !(pane === "preview" && panel !== undefined);
    return html`<div class="seg" role="group" aria-label=${t("web.workspace.pane.label")}>
      ${panes.map(
        (pane) =>
          html`<button type="button" aria-pressed=${isSeen(pane)} @click=${() => layout.see(pane)}>${t(`designer.view.${pane}`)}</button>`,
      )}
    </div>`;
  }

  private topView(summary: TemplateSummary): TopView {
    const { openRole: role, layout } = this;
    const reader = this.session?.member.id;
    return {
      summary,
      title: role.title,
      state: role.state,
      save: role.live?.save ?? { kind: "opening" },
      people: this.people,
      readonly: role.locked && role.live?.shared !== undefined,
      read: readChip(role),
      reviewing: reviewingOf(role),
      review: reviewSteps({
        role,
        state: role.state,
        direct: may(this.session, "workspace.write"),
        run: (action) => void this.dialogs?.step(action),
      }),
      reader: reader ?? "",
      followed: this.following.peer?.id,
      follow: (peer) => this.following.toggle(peer, role.live?.shared),
      panels: panelButtons(role, layout.sight.panel, reader, layout.togglePanel),
      openHistory: () => this.dialogs?.history(),
      toggleOutline: layout.toggleDrawer,
    };
  }

  private get findings() {
    const { showFinding: pick, applyFix } = this.guide;
    const lines = this.layout.sight.view !== "design";
    return { role: this.openRole, lines, pick, fix: (fix: Fix) => void applyFix(fix) };
  }

  private get people(): readonly Peer[] {
    const self = this.session?.member;
    const others = this.openRole.live?.peers.filter(({ id }) => id !== self?.id) ?? [];
    return self ? [self, ...others] : others;
  }

  private readonly onCaret = (event: CustomEvent<CaretPlace>): void => {
    this.caret = event.detail;
    this.openRole.select(event.detail.selection);
    // The caret is also put somewhere by what is shown, and by peers; only who writes in the code moves on with it.
    const { activeElement } = document;
    if (activeElement?.closest("rw-code-editor")) this.openRole.traceAt(event.detail.offset);
  };

  private readonly onCodeReady = (): void => {
    this.guide.codeIsThere();
    this.requestUpdate();
  };

  private onHint(event: CustomEvent<string | undefined>): void {
    this.openRole.hint(event.detail);
  }

  private onPick(event: CustomEvent<string>): void {
    this.guide.pick(event.detail);
  }
}

function isMissing(failure: unknown): boolean {
  return failure instanceof RequestError && failure.status === 404;
}
