import type { Member } from "@rolewright/server/protocol";
import "@vaadin/dialog";
import "@vaadin/text-field";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { current, LanguageController, t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { createMember } from "../../data/api.ts";

const invitable: readonly Member["role"][] = ["author", "manager", "member", "viewer", "owner"];

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
  @state() private copied = false;

  constructor() {
    super();
    new LanguageController(this);
  }

  override createRenderRoot(): this {
    return this;
  }

  override render(): TemplateResult {
    const { link } = this;
    return html`<vaadin-dialog
      header-title=${link ? t("web.people.link.title", { name: link.name }) : t("web.people.members.invite")}
      opened
      @closed=${this.close}
    >
      ${link ? this.renderLink(link.url, link.expiresAt) : this.renderForm()}
      <div slot="footer" class="dialog-actions">
        ${
          link
            ? html`<button class="btn primary" type="button" @click=${this.close}>${t("web.people.link.done")}</button>`
            : html`<button class="btn" type="button" @click=${this.close}>${t("web.kit.cancel")}</button>
                <button class="btn primary" type="submit" form="new-member">${t("web.people.members.create")}</button>`
        }
      </div>
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
      ${this.failure ? html`<p class="strip" role="alert">${icon("error", 16)}<span>${this.failure}</span></p>` : nothing}
    </form>`;
  }

  private renderLink(url: string, expiresAt: string): TemplateResult {
    const until = current().date(new Date(expiresAt), { dateStyle: "long", timeStyle: "short" });
    return html`<div class="dialog-form">
      <p class="t13 ink2">${t("web.people.link.text", { until })}</p>
      <div class="people-link">
        <input class="f" readonly aria-label=${t("web.people.link.label")} .value=${url} @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()} />
        <button class="btn sm" type="button" @click=${() => void this.copy(url)}>${icon(this.copied ? "check" : "copy", 14)}${t(this.copied ? "web.people.link.copied" : "web.people.link.copy")}</button>
      </div>
      <p class="said" role="status">${this.copied ? t("web.people.link.copied") : ""}</p>
    </div>`;
  }

  private readonly close = (): void => {
    this.copied = false;
    this.failure = "";
    this.dispatchEvent(new CustomEvent("dialog-closed"));
  };

  /** The clipboard exists only on HTTPS and localhost; elsewhere the link is selected for copying by hand. */
  private async copy(url: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(url);
      this.copied = true;
    } catch {
      this.querySelector<HTMLInputElement>(".people-link input")?.focus();
    }
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const value = (selector: string) => form.querySelector<HTMLInputElement>(selector)?.value.trim() ?? "";
    const [name, email] = [value("[name=name]"), value("[name=email]")];
    if (name === "" || !/^\S+@\S+\.\S+$/.test(email)) {
      this.failure = t(name === "" ? "web.people.field.nameMissing" : "web.people.field.emailWrong");
      return;
    }
    this.failure = "";
    try {
      const member = await createMember({ name, email, role: value("[name=role]:checked") as Member["role"] });
      this.dispatchEvent(new CustomEvent("created", { detail: member }));
    } catch (error) {
      this.failure = failureText(error);
    }
  }
}
