import { html, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { t } from "../app/language.ts";
import { LightElement } from "./light-element.ts";
import "./copy-field.css";
import { icon } from "./icon.ts";

/** A text that is shown once, to be copied and handed over. */
@customElement("rw-copy-field")
export class CopyField extends LightElement {
  @property() label = "";
  @property({ attribute: false }) text = "";
  @state() private copied = false;
  @query("input") private input: HTMLInputElement | undefined;

  /** It appears in answer to what the reader did, in place of the form they did it in. */
  protected override firstUpdated(): void {
    this.input?.focus();
  }

  override render(): TemplateResult {
    const word = t(this.copied ? "web.people.link.copied" : "web.people.link.copy");
    return html`<div class="copy-field">
      <input
        class="f"
        readonly
        aria-label=${this.label}
        .value=${this.text}
        @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
      />
      <button class="btn sm" type="button" @click=${() => void this.copy()}>${icon(this.copied ? "check" : "copy", 14)}${word}</button>
      <span class="said" role="status">${this.copied ? word : ""}</span>
    </div>`;
  }

  /** The clipboard exists only on HTTPS and localhost; elsewhere the text is selected for copying by hand. */
  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.copied = true;
    } catch {
      this.input?.focus();
    }
  }
}
