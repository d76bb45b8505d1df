import type { Colleague, NewComment } from "@rolewright/server/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { t } from "../../../app/language.ts";
import { avatar } from "../../../components/avatar.ts";
import { icon } from "../../../components/icon.ts";
import { LightElement } from "../../../components/light-element.ts";
import { mentionBefore } from "./mention-words.ts";

/** How many people are offered behind an `@`. */
const mostOffered = 6;

/**
 * Where a comment is written: people are completed behind an `@`, and where there are `words` others may be proposed
 * for them. Ctrl Enter sends it, never while an input method composes. Events: `say` (`NewComment`), `leave`.
 */
@customElement("rw-comment-composer")
export class CommentComposer extends LightElement {
  /** What its field is called. */
  @property() label = "";
  /** What the button does. */
  @property() effect = "";
  @property({ attribute: false }) people: readonly Colleague[] = [];
  /** The words a suggestion would replace; undefined where there are none. */
  @property({ attribute: false }) words: string | undefined;
  /** What stands in it at first, when a comment is worded anew. */
  @property() value = "";
  @property({ type: Boolean }) busy = false;
  /** Whether it can be left by a button. */
  @property({ type: Boolean }) leavable = false;
  @state() private offered: readonly Colleague[] = [];
  @state() private chosen = 0;
  @state() private suggesting = false;
  @query(".cc-body") private body!: HTMLTextAreaElement;
  @query(".cc-words") private field: HTMLTextAreaElement | undefined;

  override firstUpdated(): void {
    this.body.value = this.value;
  }

  override focus(): void {
    this.body?.focus();
  }

  /** Empties it after what stood in it was taken. */
  clear(): void {
    this.body.value = "";
    this.suggesting = false;
    this.offered = [];
  }

  override render(): TemplateResult {
    return html`<form class="cc" @submit=${this.onSubmit} @keydown=${this.onKey}>
      <div class="cc-field">
        <textarea
          class="cc-body"
          rows="2"
          maxlength="4000"
          aria-label=${this.label}
          placeholder=${this.label}
          aria-autocomplete="list"
          aria-controls=${this.offered.length > 0 ? "cc-people" : nothing}
          aria-activedescendant=${this.offered.length > 0 ? `cc-person-${this.chosen}` : nothing}
          @input=${this.offer}
          @click=${this.offer}
          @blur=${() => setTimeout(() => this.close(), 150)}
        ></textarea>
        ${this.offered.length > 0 ? this.renderOffered() : nothing}
      </div>
      ${this.suggesting ? this.renderSuggestion() : nothing}
      <div class="cc-foot">
        ${this.words === undefined ? nothing : this.renderSuggesting()}
        <span class="grow"></span>
        ${this.leavable ? html`<button class="btn quiet xs" type="button" @click=${this.leave}>${t("together.cancel")}</button>` : nothing}
        <button class="btn xs soft" type="submit" aria-disabled=${this.busy ? "true" : nothing} title="Ctrl Enter">${this.suggesting ? t("together.sendSuggestion") : this.effect}</button>
      </div>
    </form>`;
  }

  /** Begins a suggestion, or goes back to a comment alone. */
  private renderSuggesting(): TemplateResult {
    if (!this.suggesting)
      return html`<button class="btn quiet xs" type="button" @click=${this.suggest}>${icon("pencil", 14)}${t("together.suggest")}</button>`;
    const end = () => {
      this.suggesting = false;
      this.body.focus();
    };
    return html`<button class="btn quiet xs" type="button" @click=${end}>${t("together.commentOnly")}</button>`;
  }

  private renderOffered(): TemplateResult {
    return html`<ul class="cc-people" id="cc-people" role="listbox" aria-label=${t("together.people")}>
      ${this.offered.map(
        (person, index) =>
          html`<li id=${`cc-person-${index}`} role="option" aria-selected=${index === this.chosen} @mousedown=${(event: Event) => this.take(event, person)}>
            ${avatar(person.name, person.color, "s")}${person.name}
          </li>`,
      )}
    </ul>`;
  }

  private renderSuggestion(): TemplateResult {
    return html`<label class="cc-suggestion"
      ><span class="lbl">${t("together.replaceBy")}</span>
      <textarea class="cc-words" rows="2" maxlength="20000" .value=${this.words ?? ""}></textarea
    ></label>`;
  }

  private async suggest(): Promise<void> {
    this.suggesting = true;
    await this.updateComplete;
    this.field?.select();
  }

  private leave(): void {
    this.clear();
    this.dispatchEvent(new Event("leave"));
  }

  private readonly offer = (): void => {
    const begun = mentionBefore(this.body.value, this.body.selectionStart)?.toLocaleLowerCase();
    const matching =
      begun === undefined ? [] : this.people.filter(({ name }) => name.toLocaleLowerCase().includes(begun));
    this.offered = matching.slice(0, mostOffered);
    this.chosen = 0;
  };

  private close(): void {
    this.offered = [];
  }

  private take(event: Event, { name }: Colleague): void {
    event.preventDefault();
    const { value, selectionStart } = this.body;
    const begun = mentionBefore(value, selectionStart)?.length ?? 0;
    this.body.setRangeText(`${name} `, selectionStart - begun, selectionStart, "end");
    this.close();
    this.body.focus();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.send(event);
    else if (this.offered.length > 0) this.onOfferKey(event);
    else if (event.key === "Escape" && this.leavable) {
      event.stopPropagation();
      this.leave();
    }
  }

  private onOfferKey(event: KeyboardEvent): void {
    const person = this.offered[this.chosen];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.chosen = (this.chosen + step + this.offered.length) % this.offered.length;
    else if ((event.key === "Enter" || event.key === "Tab") && person) this.take(event, person);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private onSubmit(event: SubmitEvent): void {
    this.send(event);
  }

  private send(event: Event): void {
    event.preventDefault();
    const words = this.suggesting ? this.field?.value : undefined;
    const body = this.body.value.trim() || (words === undefined ? "" : t("together.suggested"));
    if (this.busy) return;
    if (body === "") {
      this.body.focus();
      return;
    }
    const detail: NewComment = { body, ...(words === undefined ? {} : { suggestion: words }) };
    this.dispatchEvent(new CustomEvent("say", { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-comment-composer": CommentComposer;
  }
}
