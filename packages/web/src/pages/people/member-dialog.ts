import type { Member } from "@rolewright/server/protocol";
import "@vaadin/dialog";
import "@vaadin/text-field";
import { html, LitElement, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { current, LanguageController, t } from "../../app/language.ts";
import "../../components/copy-field.ts";
import { dialogActions, dialogFailure, FocusReturn, onClosing } from "../../components/dialog-parts.ts";
import { createMember } from "../../data/api.ts";

const invitable: readonly Member["role"][] = ["author", "manager", "member", "commenter", "viewer", "owner"];

/**
 * Invites somebody, then shows the one-time sign-in link to hand over (there is no mail server to send it).
 * Fires `created` with the member; the owner of the dialog makes the link and gives it back as `link`.
 */
@customElement("rw-member-dialog")
export class MemberDialog extends LitElement {
  @property({ attribute: false }) link:
    | { readonly name: string; readonly url: string; readonly expiresAt: string }
    | undefined;
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
    const { link } = this;
    return html`<vaadin-dialog
      header-title=${link ? t("web.people.link.title", { name: link.name }) : t("web.people.members.invite")}
      opened
      @opened-changed=${onClosing(this.close)}
    >
      ${link ? this.renderLink(link.url, link.expiresAt) : this.renderForm()}
      ${
        link
          ? html`<div slot="footer" class="dialog-actions">
              <button class="btn primary" type="button" @click=${this.close}>${t("web.people.link.done")}</button>
            </div>`
          : dialogActions({
              form: "new-member",
              effect: t("web.people.members.create"),
              busy: this.busy,
              cancel: this.close,
            })
      }
    </vaadin-dialog>`;
  }

  private renderForm(): TemplateResult {
    return html`<form class="dialog-form" id="new-member" novalidate @submit=${this.submit}>
      <vaadin-text-field name="name" label=${t("web.people.field.name")} required maxlength="100" autofocus></vaadin-text-field>
      <vaadin-text-field name="email" label=${t("web.people.field.email")} required></vaadin-text-field>
      <fieldset class="people-roles">
        <legend class="lbl">${t("web.people.field.role")}</legend>
        ${invitable.map(
          (role) => html`<label
            ><input type="radio" name="role" value=${role} ?checked=${role === "author"} /><span
              ><b>${t(`web.roles.${role}`)}</b><span class="ink3">${t(`web.people.may.${role}`)}</span></span
            ></label
          >`,
        )}
      </fieldset>
      ${dialogFailure(this.failure)}
    </form>`;
  }

  private renderLink(url: string, expiresAt: string): TemplateResult {
    const until = current().date(new Date(expiresAt), { dateStyle: "long", timeStyle: "short" });
    return html`<div class="dialog-form">
      <p class="t13 ink2">${t("web.people.link.text", { until })}</p>
      <rw-copy-field label=${t("web.people.link.label")} .text=${url}></rw-copy-field>
    </div>`;
  }

  private readonly close = (): void => {
    this.failure = "";
    this.dispatchEvent(new CustomEvent("dialog-closed"));
  };

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const form = event.target as HTMLFormElement;
    const value = (selector: string) => form.querySelector<HTMLInputElement>(selector)?.value.trim() ?? "";
    const [name, email] = [value("[name=name]"), value("[name=email]")];
    if (name === "" || !/^\S+@\S+\.\S+$/.test(email)) {
      this.failure = t(name === "" ? "web.people.field.nameMissing" : "web.people.field.emailWrong");
      return;
    }
    this.failure = "";
    this.busy = true;
    try {
      const member = await createMember({ name, email, role: value("[name=role]:checked") as Member["role"] });
      this.dispatchEvent(new CustomEvent("created", { detail: member }));
    } catch (error) {
      this.failure = failureText(error);
    }
    this.busy = false;
  }
}
