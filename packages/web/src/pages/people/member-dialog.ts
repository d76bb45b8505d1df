import type { Member } from "@rolewright/server/protocol";
import "@vaadin/text-field";
import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { current, t } from "../../app/language.ts";
import "../../components/copy-field.ts";
import { createMember } from "../../data/api.ts";
import { type FieldValue, FormDialog } from "../form-dialog.ts";

const invitable: readonly Member["role"][] = ["author", "manager", "member", "commenter", "viewer", "owner"];

/**
 * Invites somebody, then shows the one-time sign-in link to hand over (there is no mail server to send it).
 * Fires `created` with the member; the owner of the dialog makes the link and gives it back as `link`.
 */
@customElement("rw-member-dialog")
export class MemberDialog extends FormDialog {
  @property({ attribute: false }) link:
    | { readonly name: string; readonly url: string; readonly expiresAt: string }
    | undefined;

  protected heading(): string {
    const { link } = this;
    return link ? t("web.people.link.title", { name: link.name }) : t("web.people.members.invite");
  }

  protected effect(): string {
    return t("web.people.members.create");
  }

  protected renderFields(): TemplateResult {
    return html`
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
    `;
  }

  protected override renderDone(): TemplateResult | undefined {
    if (!this.link) return undefined;
    const { url, expiresAt } = this.link;
    const until = current().date(new Date(expiresAt), { dateStyle: "long", timeStyle: "short" });
    return html`<p class="t13 ink2">${t("web.people.link.text", { until })}</p>
      <rw-copy-field label=${t("web.people.link.label")} .text=${url}></rw-copy-field>`;
  }

  protected async perform(value: FieldValue): Promise<string | undefined> {
    const [name, email] = [value("name"), value("email")];
    if (name === "") return t("web.people.field.nameMissing");
    if (!/^\S+@\S+\.\S+$/.test(email)) return t("web.people.field.emailWrong");
    const member = await createMember({ name, email, role: value("role") as Member["role"] });
    this.dispatchEvent(new CustomEvent("created", { detail: member }));
    return undefined;
  }
}
