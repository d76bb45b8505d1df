import type { NewApiTokenSecret } from "@rolewright/server/protocol";
import "@vaadin/text-field";
import { html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { t } from "../../app/language.ts";
import "../../components/copy-field.ts";
import { createToken } from "../../data/api.ts";
import { type FieldValue, FormDialog } from "../form-dialog.ts";

/** Names a new API token, then shows its secret this once. Fires `created` with the token, `dialog-closed` when left. */
@customElement("rw-token-dialog")
export class TokenDialog extends FormDialog {
  @state() private made: NewApiTokenSecret | undefined;

  protected heading(): string {
    const { made } = this;
    return made ? t("web.people.tokens.made", { name: made.token.name }) : t("web.people.tokens.add");
  }

  protected effect(): string {
    return t("web.people.tokens.create");
  }

  protected renderFields(): TemplateResult {
    return html`<vaadin-text-field
      name="name"
      label=${t("web.people.tokens.name")}
      helper-text=${t("web.people.tokens.nameHelp")}
      required
      maxlength="100"
      autofocus
    ></vaadin-text-field>`;
  }

  protected override renderDone(): TemplateResult | undefined {
    if (!this.made) return undefined;
    return html`<p class="t13 ink2">${t("web.people.tokens.secret")}</p>
      <rw-copy-field label=${t("web.people.tokens.secretLabel")} .text=${this.made.secret}></rw-copy-field>`;
  }

  protected async perform(value: FieldValue): Promise<string | undefined> {
    const name = value("name");
    if (name === "") return t("web.people.tokens.nameMissing");
    this.made = await createToken(name);
    this.dispatchEvent(new CustomEvent("created", { detail: this.made.token }));
    return undefined;
  }
}
