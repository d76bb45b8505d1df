import { consume } from "@lit/context";
import type { NewComment, Session } from "@rolewright/server/protocol";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { failureText } from "../../../app/failure.ts";
import { t } from "../../../app/language.ts";
import { sessionContext } from "../../../app/session.ts";
import { emptyState } from "../../../components/empty-state.ts";
import { icon } from "../../../components/icon.ts";
import { LightElement } from "../../../components/light-element.ts";
import { skeleton } from "../../../components/skeleton.ts";
import { beginThread } from "../../../data/together.ts";
import { type OpenRole, RoleFollower } from "../open-role.ts";
import type { SidePanelView } from "../side-panels.ts";
import type { CommentComposer } from "./comment-composer.ts";
import "./comment-composer.ts";
import "./comment-thread.ts";
import "./comments.css";
import { commentTargets } from "./comment-targets.ts";
import { asRead, type CommentTarget, threadOn } from "./quoted-words.ts";
import type { PlacedThread } from "./talk.ts";

const filters = ["open", "resolved", "mine"] as const;
type Filter = (typeof filters)[number];

/** All comments of an open role, filtered, and a field for a new one about what is selected. */
@customElement("rw-comment-panel")
export class CommentPanel extends LightElement {
  @property({ attribute: false }) openRole!: OpenRole;
  @property({ attribute: false }) view!: SidePanelView;
  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session: Session | undefined;
  @state() private filter: Filter = "open";
  /** Id of the target chosen by hand; else the nearest. */
  @state() private chosen: string | undefined;
  @state() private busy = false;
  @state() private failure: unknown;
  @query(".cp-new rw-comment-composer") private composer: CommentComposer | undefined;
  private tracedBefore: string | undefined;

  constructor() {
    super();
    new RoleFollower(this, () => this.openRole);
  }

  /** Puts the caret into the field for a new comment. */
  write(): void {
    this.chosen = undefined;
    this.composer?.focus();
  }

  protected override willUpdate(): void {
    const { traced, selection } = this.openRole;
    const at = `${traced} ${selection?.start} ${selection?.end}`;
    if (at !== this.tracedBefore) this.chosen = undefined;
    this.tracedBefore = at;
  }

  protected override updated(_: PropertyValues): void {
    if (document.visibilityState === "visible") void this.openRole.talk.markSeen();
    const wanted = this.openRole.talk.wanted;
    if (wanted === undefined) return;
    const thread = this.querySelector(`[data-thread="${CSS.escape(wanted)}"]`);
    if (!thread) return;
    this.openRole.talk.wanted = undefined;
    thread.scrollIntoView({ block: "center" });
  }

  override render(): TemplateResult {
    return html`
      <div class="ws-bar cp-bar">
        <div class="seg" role="group" aria-label=${t("together.filter.label")}>${filters.map((one) => this.renderFilter(one))}</div>
        <span class="grow"></span>
        <button class="ib sm" type="button" aria-label=${t("web.workspace.close")} title=${t("web.workspace.close")} @click=${() => this.view.close()}>${icon("x", 16)}</button>
      </div>
      <div class="cp-list" tabindex="0" role="region" aria-label=${t("together.title")}>${this.renderList()}</div>
      ${this.renderNew()}
    `;
  }

  private renderFilter(filter: Filter): TemplateResult {
    const count = this.shown(filter).length;
    return html`<button type="button" aria-pressed=${this.filter === filter} @click=${() => {
      this.filter = filter;
    }}>${t(`together.filter.${filter}`)}${count > 0 ? html`<span class="tn ink3">${count}</span>` : nothing}</button>`;
  }

  private renderList(): TemplateResult {
    const { talk } = this.openRole;
    if (talk.failure)
      return html`<div class="strip cp-failure" role="alert">
        ${icon("error", 16)}<span class="grow">${failureText(talk.failure)}</span>
        <button class="btn xs" type="button" @click=${() => void talk.readComments()}>${t("web.failure.retry")}</button>
      </div>`;
    if (!talk.open) return skeleton(t("together.title"), 4);
    const threads = this.shown(this.filter);
    if (threads.length === 0)
      return emptyState({
        icon: "comment",
        title: t(`together.none.${this.filter}`),
        text: this.filter === "open" ? t("together.noneHint") : "",
      });
    return html`${threads.map((placed) => this.renderThread(placed))}`;
  }

  private renderThread(placed: PlacedThread): TemplateResult {
    const { talk, lit, locked } = this.openRole;
    return html`<rw-comment-thread
      data-thread=${placed.thread.id}
      .talk=${talk}
      .placed=${placed}
      .reader=${this.session?.member.id ?? ""}
      .writes=${!locked}
      ?lit=${placed.item !== undefined && placed.item === lit}
      @show=${() => this.show(placed)}
      @pointerenter=${() => this.openRole.hint(placed.item)}
      @pointerleave=${() => this.openRole.hint(undefined)}
    ></rw-comment-thread>`;
  }

  private renderNew(): TemplateResult | typeof nothing {
    const { talk, selection, source } = this.openRole;
    if (!talk.open) return nothing;
    const targets = commentTargets(this.openRole, selection);
    const target = targets.find(({ id }) => id === this.chosen) ?? targets[0];
    if (!target) return nothing;
    const words = target.range && asRead(source.slice(target.range.start, target.range.end));
    return html`<section class="cp-new" aria-label=${t("together.new")}>
      <label class="cp-target"
        ><span class="lbl">${t("together.about")}</span>
        <select class="f" @change=${(event: Event) => {
          this.chosen = (event.target as HTMLSelectElement).value;
        }}>
          ${targets.map(({ id, label }) => html`<option value=${id} ?selected=${id === target.id}>${label}</option>`)}
        </select></label
      >
      ${words === undefined ? nothing : html`<q class="ct-quote">${words}</q>`}
      ${this.failure ? html`<p class="strip" role="alert">${icon("error", 16)}<span>${failureText(this.failure)}</span></p>` : nothing}
      <rw-comment-composer
        .people=${talk.colleagues}
        .words=${words}
        .label=${t("together.write")}
        .effect=${t("together.comment")}
        .busy=${this.busy}
        @say=${({ detail }: CustomEvent<NewComment>) => void this.say(target, detail)}
      ></rw-comment-composer>
    </section>`;
  }

  private shown(filter: Filter): readonly PlacedThread[] {
    const me = this.session?.member.id;
    const isMine = ({ thread }: PlacedThread) =>
      thread.comments.some(({ author, mentions }) => author.id === me || mentions.some(({ id }) => id === me));
    const { placed } = this.openRole.talk;
    if (filter === "mine") return placed.filter(isMine);
    return placed.filter(({ thread }) => (thread.resolvedAt === null) === (filter === "open"));
  }

  private show({ item, place }: PlacedThread): void {
    if (item !== undefined) this.view.pick(item);
    if (place) this.view.reveal(place);
  }

  private async say(target: CommentTarget, { body, suggestion }: NewComment): Promise<void> {
    const { talk, source } = this.openRole;
    this.busy = true;
    this.failure = undefined;
    try {
      talk.put(await beginThread(talk.template, threadOn(target, source, body, suggestion)));
      this.composer?.clear();
      this.filter = "open";
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-comment-panel": CommentPanel;
  }
}
