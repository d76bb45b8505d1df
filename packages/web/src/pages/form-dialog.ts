import { LightElement } from "../components/light-element.ts";
import "@vaadin/dialog";
import { html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { failureText } from "../app/failure.ts";
import { t } from "../app/language.ts";
import { dialogActions, dialogFailure, FocusReturn, onClosing } from "../components/dialog-parts.ts";

/** Reads a named field of the form: its text without white space around it, of radio buttons the chosen value. */
export type FieldValue = (name: string) => string;

/**
 * A dialog that asks for something and does it: heading, fields, what went wrong, and two buttons at the foot. While it
 * works it takes no second press; after a failure what was typed stays. Fires `dialog-closed` when left.
 */
export abstract class FormDialog extends LightElement {
  @state() private failure = "";
  @state() private busy = false;

  constructor() {
    super();
    new FocusReturn(this);
  }

  /** Stands at the top. */
  protected abstract heading(): string;
  /** Names what the button does. */
  protected abstract effect(): string;
  protected abstract renderFields(): TemplateResult;
  /** Does it; gives back why it cannot be done with what was typed, in a sentence. What it throws is said too. */
  protected abstract perform(value: FieldValue): Promise<string | undefined>;

  /** Stands in place of the form once there is something to hand over; undefined until then. */
  protected renderDone(): TemplateResult | undefined {
    return undefined;
  }

  override render(): TemplateResult {
    const done = this.renderDone();
    const form = `${this.localName}-form`;
    return html`<vaadin-dialog header-title=${this.heading()} opened @opened-changed=${onClosing(this.close)}>
      ${
        done
          ? html`<div class="dialog-form">${done}</div>`
          : html`<form class="dialog-form" id=${form} novalidate @submit=${this.onSubmit}>
              ${this.renderFields()} ${dialogFailure(this.failure)}
            </form>`
      }
      ${
        done
          ? html`<div slot="footer" class="dialog-actions">
              <button class="btn primary" type="button" @click=${this.close}>${t("web.people.link.done")}</button>
            </div>`
          : dialogActions({ form, effect: this.effect(), busy: this.busy, cancel: this.close })
      }
    </vaadin-dialog>`;
  }

  protected readonly close = (): void => {
    this.dispatchEvent(new CustomEvent("dialog-closed"));
  };

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.failure = "";
    const form = event.target as HTMLFormElement;
    try {
      this.failure = (await this.perform(valuesOf(form))) ?? "";
      if (this.failure !== "") showLacking(form);
    } catch (error) {
      this.failure = failureText(error);
    }
    this.busy = false;
  }
}

/** A field of the kit that checks itself. */
type CheckedField = HTMLElement & { validate?(): boolean };

/** Marks what has to be filled in and is not, and puts the keyboard into the first of it. */
function showLacking(form: HTMLFormElement): void {
  const lacking = [...form.querySelectorAll<CheckedField>("[required]")].filter(
    (field) => field.validate?.() === false,
  );
  lacking[0]?.focus();
}

function valuesOf(form: HTMLFormElement): FieldValue {
  return (name) => {
    const field = form.querySelector<HTMLInputElement>(`[name="${name}"]:checked, [name="${name}"]:not([type=radio])`);
    return field?.value.trim() ?? "";
  };
}

/** One `<label>` of a dialog whose field is the page's own and not the kit's. */
export function dialogField(label: string, field: TemplateResult, help?: string): TemplateResult {
  return html`<label class="dialog-field"
    ><span class="lbl">${label}</span>${field}${help ? html`<span class="t12 ink3">${help}</span>` : nothing}</label
  >`;
}
