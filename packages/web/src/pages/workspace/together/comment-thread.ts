import type { Comment, NewComment, Suggestion } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { failureText } from "../../../app/failure.ts";
import { t } from "../../../app/language.ts";
import { ago, exactTime } from "../../../components/ago.ts";
import { avatar } from "../../../components/avatar.ts";
import { icon } from "../../../components/icon.ts";
import { LightElement } from "../../../components/light-element.ts";
import { notify } from "../../../components/notice.ts";
import { changeComment, decideSuggestion, replyTo, resolveThread } from "../../../data/together.ts";
import type { CommentComposer } from "./comment-composer.ts";
import "./comment-composer.ts";
import { mentionWords } from "./mention-words.ts";
import { asRead, asWritten } from "./quoted-words.ts";
import type { PlacedThread, Talk } from "./talk.ts";

/** One thread: what it is about, what was said, what is proposed, and a field to answer. Event `show`. */
@customElement("rw-comment-thread")
export class CommentThreadView extends LightElement {
  @property({ attribute: false }) talk!: Talk;
  @property({ attribute: false }) placed!: PlacedThread;
  /** Id of the reader. */
  @property() reader = "";
  /** Whether the reader may write the text. */
  @property({ type: Boolean }) writes = false;
  @property({ type: Boolean, reflect: true }) lit = false;
  @state() private replying = false;
  @state() private editing: string | undefined;
  @state() private busy = false;
  /** Why something was refused, where it happened. */
  @state() private failure: unknown;

  override render(): TemplateResult {
    const { thread } = this.placed;
    return html`<article class="ct" aria-label=${t("together.threadOn", { label: this.name })} data-resolved=${thread.resolvedAt ? "true" : nothing}>
      ${this.renderHead()}
      <ul class="ct-said">
        ${thread.comments.map((comment) => html`<li>${this.renderComment(comment)}</li>`)}
      </ul>
      ${this.failure ? html`<p class="strip ct-failure" role="alert">${icon("error", 16)}<span>${failureText(this.failure)}</span></p>` : nothing}
      ${this.renderFoot()}
    </article>`;
  }

  private get name(): string {
    return this.placed.thread.label || t("together.target.role");
  }

  private renderHead(): TemplateResult {
    const { thread, place, gone } = this.placed;
    const changed = place?.state === "changed";
    const state = gone ? "gone" : changed ? "changed" : undefined;
    return html`<header class="ct-head">
      <button class="ct-place" type="button" ?disabled=${gone} @click=${() => this.dispatchEvent(new Event("show"))}>
        <b>${this.name}</b>
        ${thread.quote === "" || this.name.endsWith(asRead(thread.quote)) ? nothing : html`<q class="ct-quote">${asRead(thread.quote)}</q>`}
      </button>
      ${state ? html`<span class="chip sq warn" title=${t(`together.place.${state}Why`)}>${t(`together.place.${state}`)}</span>` : nothing}
    </header>`;
  }

  private renderComment(comment: Comment): TemplateResult {
    const { author, createdAt, editedAt } = comment;
    return html`
      <div class="ct-who">
        ${avatar(author.name, author.color, "s")}<b class="ell">${author.name}</b>
        <time class="ink3" datetime=${createdAt} title=${exactTime(createdAt)}>${ago(createdAt)}</time>
        ${editedAt ? html`<span class="ink3">${t("together.edited")}</span>` : nothing}
        <span class="grow"></span>
        ${author.id === this.reader ? this.renderOwn(comment) : nothing}
      </div>
      ${
        this.editing === comment.id
          ? html`<rw-comment-composer
              leavable
              .value=${comment.body}
              .people=${this.talk.colleagues}
              .label=${t("together.edit")}
              .effect=${t("together.save")}
              .busy=${this.busy}
              @leave=${() => this.edit(undefined)}
              @say=${({ detail }: CustomEvent<NewComment>) => this.reword(comment, detail.body)}
            ></rw-comment-composer>`
          : html`<p class="ct-body">${mentionWords(
              comment.body,
              comment.mentions.map(({ name }) => name),
            )}</p>`
      }
      ${comment.suggestion ? this.renderSuggestion(comment, comment.suggestion) : nothing}
    `;
  }

  private renderOwn(comment: Comment): TemplateResult {
    return html`<span class="ct-own">
      <button class="ib xs" type="button" aria-label=${t("together.edit")} title=${t("together.edit")} @click=${() => this.edit(comment.id)}>${icon("pencil", 14)}</button>
      <button class="ib xs" type="button" aria-label=${t("together.delete")} title=${t("together.delete")} @click=${() => this.takeBack(comment)}>${icon("trash", 14)}</button>
    </span>`;
  }

  private renderSuggestion(comment: Comment, { text, replaces, state, decidedBy }: Suggestion): TemplateResult {
    const decided = state !== "open";
    return html`<div class="ct-suggestion" data-state=${state}>
      <p class="ct-change"><del>${asRead(replaces)}</del> <ins>${asRead(text)}</ins></p>
      <div class="ct-decide">
        ${decided ? html`<span class="chip sq ${state === "accepted" ? "ok" : ""}">${icon(state === "accepted" ? "check" : "x", 12)}${t(`together.${state}`, { name: decidedBy?.name ?? "" })}</span>` : nothing}
        ${this.writes && !decided ? this.renderChoice(comment) : nothing}
      </div>
    </div>`;
  }

  private renderChoice(comment: Comment): TemplateResult {
    const { gone, place } = this.placed;
    const why = gone
      ? t("together.place.goneAccept")
      : place?.state === "changed"
        ? t("together.place.changedAccept")
        : "";
    return html`
      ${why === "" ? nothing : html`<span class="t12 ink2">${why}</span>`}
      <button class="btn xs soft" type="button" ?hidden=${why !== ""} aria-disabled=${this.busy ? "true" : nothing} @click=${() => this.decide(comment, "accepted")}>${icon("check", 14)}${t("together.accept")}</button>
      <button class="btn xs" type="button" aria-disabled=${this.busy ? "true" : nothing} @click=${() => this.decide(comment, "rejected")}>${t("together.reject")}</button>
    `;
  }

  private renderFoot(): TemplateResult {
    const { thread } = this.placed;
    const resolved = thread.resolvedAt !== null;
    if (this.replying)
      return html`<rw-comment-composer
        leavable
        .people=${this.talk.colleagues}
        .words=${this.placed.gone || thread.quote === "" ? undefined : asRead(thread.quote)}
        .label=${t("together.reply")}
        .effect=${t("together.send")}
        .busy=${this.busy}
        @leave=${() => this.answer(false)}
        @say=${this.onReply}
      ></rw-comment-composer>`;
    return html`<div class="ct-foot">
      <button class="btn quiet xs" type="button" @click=${() => this.answer(true)}>${t("together.reply")}</button>
      <span class="grow"></span>
      ${resolved ? html`<span class="t12 ink3">${t("together.resolvedBy", { name: thread.resolvedBy?.name ?? "" })}</span>` : nothing}
      <button class="btn quiet xs" type="button" @click=${() => this.resolve(!resolved)}>
        ${resolved ? nothing : icon("check", 14)}${t(resolved ? "together.reopen" : "together.resolve")}
      </button>
    </div>`;
  }

  private async answer(open: boolean): Promise<void> {
    this.replying = open;
    await this.updateComplete;
    if (open) this.querySelector<CommentComposer>("rw-comment-composer")?.focus();
  }

  private async edit(comment: string | undefined): Promise<void> {
    this.editing = comment;
    await this.updateComplete;
    this.querySelector<CommentComposer>("rw-comment-composer")?.focus();
  }

  private onReply({ detail }: CustomEvent<NewComment>): void {
    const { thread } = this.placed;
    const draft =
      detail.suggestion === undefined ? detail : { ...detail, suggestion: asWritten(thread.quote, detail.suggestion) };
    void this.work(async () => {
      this.talk.put(await replyTo(this.talk.template, thread.id, draft));
      this.replying = false;
    });
  }

  private reword(comment: Comment, body: string): void {
    void this.work(async () => {
      await changeComment(this.talk.template, comment.id, { body });
      this.editing = undefined;
      await this.talk.readComments();
    });
  }

  /** Taken back at once; the notice brings it back. */
  private takeBack(comment: Comment): void {
    const { talk } = this;
    const set = async (deleted: boolean) => {
      await changeComment(talk.template, comment.id, { deleted });
      await talk.readComments();
    };
    void this.work(async () => {
      await set(true);
      notify(t("together.deleted"), "done", { label: t("web.workspace.undo"), run: () => void set(false) });
    });
  }

  private resolve(resolved: boolean): void {
    const { talk, placed } = this;
    const set = async (value: boolean) => talk.put(await resolveThread(talk.template, placed.thread.id, value));
    void this.work(async () => {
      await set(resolved);
      if (!resolved) return;
      notify(t("together.resolvedNow"), "done", { label: t("web.workspace.undo"), run: () => void set(false) });
    });
  }

  private decide(comment: Comment, state: "accepted" | "rejected"): void {
    const { talk } = this;
    const set = async (value: Suggestion["state"]) =>
      talk.put(await decideSuggestion(talk.template, comment.id, value));
    const undo = () => set("open").catch((failure) => notify(failureText(failure), "error"));
    void this.work(async () => {
      await set(state);
      notify(t(`together.${state}Now`), "done", { label: t("web.workspace.undo"), run: () => void undo() });
    });
  }

  private async work(task: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = undefined;
    try {
      await task();
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-comment-thread": CommentThreadView;
  }
}
