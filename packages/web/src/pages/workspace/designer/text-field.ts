import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { t } from "../../../app/language.ts";
import { notify } from "../../../components/notice.ts";
import "./text-field.css";

/**
 * A field whose draft is its own until it is done: it commits on Enter and when it is left, Esc gives the old value
 * back, and while an input method composes nothing happens. Event `commit` (the text) only when it has changed.
 */
@customElement("rw-text-field")
export class TextField extends LitElement {
  @property() value = "";
  /** Its name for assistive technology. */
  @property() label = "";
  /** `line`: Enter commits · `lines`: Enter breaks the line, Ctrl+Enter commits · `number`: a decimal number or nothing. */
  @property() kind: "line" | "lines" | "number" = "line";
  @property({ type: Boolean }) readonly = false;
  /** Whether an empty text is no value. */
  @property({ type: Boolean }) required = false;
  @property() placeholder = "";
  /** Language tag of what is written in it. */
  @property() language = "";
  /** Name of the custom event's list of offers, a `datalist` on the page. */
  @property() list = "";
  @state() private draft: string | undefined;
  @state() private invalid = false;
  private composing = false;

  override createRenderRoot(): this {
    return this;
  }

  /** Whether it holds something that is not in the template yet. */
  get dirty(): boolean {
    return this.draft !== undefined;
  }

  override focus(): void {
    this.querySelector<HTMLElement>("input, textarea")?.focus();
  }

  /** Commits what was typed, as if the field were left. */
  commit(): void {
    const { draft } = this;
    if (draft === undefined || this.composing) return;
    const text = this.kind === "number" ? plainNumber(draft) : draft.trim();
    this.invalid = text === undefined || (this.required && text === "");
    if (text === undefined || this.invalid) return;
    this.draft = undefined;
    if (text !== this.value) this.dispatchEvent(new CustomEvent("commit", { detail: text }));
  }

  override render(): TemplateResult {
    const value = live(this.draft ?? this.value);
    const shared = this.kind === "number" ? "tf-number" : "";
    if (this.kind === "number") {
      return html`<input
        class="f ${shared}"
        inputmode="decimal"
        autocomplete="off"
        .value=${value}
        aria-label=${this.label}
        aria-invalid=${this.invalid ? "true" : nothing}
        placeholder=${this.placeholder || nothing}
        ?readonly=${this.readonly}
        @input=${this.onInput}
        @keydown=${this.onKey}
        @blur=${this.onBlur}
        @compositionstart=${this.onCompose}
        @compositionend=${this.onCompose}
      />`;
    }
    return html`<textarea
      class="f tf-text"
      rows="1"
      autocomplete="off"
      .value=${value}
      lang=${this.language || nothing}
      aria-label=${this.label}
      aria-invalid=${this.invalid ? "true" : nothing}
      placeholder=${this.placeholder || nothing}
      ?readonly=${this.readonly}
      @input=${this.onInput}
      @keydown=${this.onKey}
      @blur=${this.onBlur}
      @compositionstart=${this.onCompose}
      @compositionend=${this.onCompose}
    ></textarea>`;
  }

  private readonly onInput = (event: Event): void => {
    this.draft = (event.target as HTMLInputElement).value;
    this.invalid = false;
  };

  private readonly onCompose = (event: CompositionEvent): void => {
    this.composing = event.type === "compositionstart";
  };

  private readonly onBlur = (): void => {
    this.composing = false;
    this.commit();
    if (!this.invalid) return;
    this.refuse(this.draft ?? "");
    // What cannot be taken is not kept behind the reader's back.
    this.invalid = false;
    this.draft = undefined;
  };

  private refuse(said: string): void {
    const params = { value: said.trim(), label: this.label, kept: this.value === "" ? "none" : this.value };
    notify(t(said.trim() === "" ? "designer.refused.empty" : "designer.refused.number", params), "error");
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    // Enter and Esc belong to the input method while it composes; 229 is how older ones say so.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape" && this.dirty) {
      event.stopPropagation();
      event.preventDefault();
      this.draft = undefined;
      this.invalid = false;
    }
    const ends = this.kind !== "lines" || event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && ends) {
      event.preventDefault();
      event.stopPropagation();
      this.commit();
    }
  };
}

/** Also as an input method writes it, full-width; undefined for what is no number. */
function plainNumber(text: string): string | undefined {
  const plain = text
    .trim()
    .replaceAll(/[０-９．－]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace("。", ".");
  return plain === "" || /^-?\d{1,15}(\.\d{1,10})?$/.test(plain) ? plain : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-text-field": TextField;
  }
}
