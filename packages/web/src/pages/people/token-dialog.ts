import type { NewApiTokenSecret } from "@rolewright/server/protocol";
import "@vaadin/dialog";
import "@vaadin/text-field";
import { html, LitElement, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { LanguageController, t } from "../../app/language.ts";
import "../../components/copy-field.ts";
import { dialogActions, dialogFailure, FocusReturn, onClosing } from "../../components/dialog-parts.ts";
import { createToken } from "../../data/api.ts";

/** Names a new API token, then shows its secret this once. Fires `created` with the token, `dialog-closed` when left. */
@customElement("rw-token-dialog")
export class TokenDialog extends LitElement {
  @state() private made: NewApiTokenSecret | undefined;
  @state() private failure = "";
  @state() private busy = false;

  constructor() {
    super();
    new LanguageController(this);
    new FocusReturn(this);
  }

  override createRenderRoot(): this {
    return this;
  }

  override render(): TemplateResult {
    const { made } = this;
    return html`<vaadin-dialog
      header-title=${made ? t("web.people.tokens.made", { name: made.token.name }) : t("web.people.tokens.add")}
      opened
      @opened-changed=${onClosing(this.close)}
    >
      ${made ? renderSecret(made.secret) : this.renderForm()}
      ${
        made
          ? html`<div slot="footer" class="dialog-actions">
              <button class="btn primary" type="button" @click=${this.close}>${t("web.people.link.done")}</button>
            </div>`
          : dialogActions({
              form: "new-token",
              effect: t("web.people.tokens.create"),
              busy: this.busy,
              cancel: this.close,
            })
      }
    </vaadin-dialog>`;
  }

  private renderForm(): TemplateResult {
    return html`<form class="dialog-form" id="new-token" novalidate @submit=${this.submit}>
      <vaadin-text-field
        name="name"
        label=${t("web.people.tokens.name")}
        helper-text=${t("web.people.tokens.nameHelp")}
        required
        maxlength="100"
        autofocus
      ></vaadin-text-field>
      ${dialogFailure(this.failure)}
    </form>`;
  }

  private readonly close = (): void => {
    this.dispatchEvent(new CustomEvent("dialog-closed"));
  };

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const name = (event.target as HTMLFormElement).querySelector<HTMLInputElement>("[name=name]")?.value.trim() ?? "";
    if (name === "") {
      this.failure = t("web.people.tokens.nameMissing");
      return;
    }
    this.failure = "";
    this.busy = true;
    try {
      this.made = await createToken(name);
      this.dispatchEvent(new CustomEvent("created", { detail: this.made.token }));
    } catch (error) {
      this.failure = failureText(error);
    }
    this.busy = false;
  }
}

function renderSecret(secret: string): TemplateResult {
  return html`<div class="dialog-form">
    <p class="t13 ink2">${t("web.people.tokens.secret")}</p>
    <rw-copy-field label=${t("web.people.tokens.secretLabel")} .text=${secret}></rw-copy-field>
  </div>`;
}
