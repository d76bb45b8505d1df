import type { Holder, Member } from "@rolewright/server/protocol";
import "@vaadin/combo-box";
import type { ComboBox } from "@vaadin/combo-box";
import "@vaadin/text-field";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../../app/language.ts";
import { nameList, takeOnlyMatch } from "../../components/combo-list.ts";
import { createHolder } from "../../data/api.ts";
import { type FieldValue, FormDialog } from "../form-dialog.ts";

/** Adds a person who holds roles. Fires `created` with the holder, `dialog-closed` when left. */
@customElement("rw-holder-dialog")
export class HolderDialog extends FormDialog {
  @property({ attribute: false }) members: readonly Member[] = [];
  @state() private memberId = "";

  protected heading(): string {
    return t("web.people.holders.add");
  }

  protected effect(): string {
    return t("web.people.holders.add");
  }

  protected renderFields(): TemplateResult {
    return html`
      <vaadin-text-field name="name" label=${t("web.people.field.name")} required maxlength="100" autofocus></vaadin-text-field>
      <vaadin-text-field name="unit" label=${t("web.people.field.unit")} maxlength="100"></vaadin-text-field>
      ${this.members.length > 0 ? this.renderAccounts() : nothing}
    `;
  }

  private renderAccounts(): TemplateResult {
    return html`<vaadin-combo-box
      @opened-changed=${nameList}
          @keydown=${takeOnlyMatch}
      label=${t("web.people.field.account")}
      helper-text=${t("web.people.field.accountHelp")}
      clear-button-visible
      .items=${this.members.map((member) => ({ value: member.id, label: `${member.name} · ${member.email}` }))}
      .value=${this.memberId}
      @value-changed=${(event: CustomEvent) => {
        this.memberId = (event.target as ComboBox).value;
      }}
    ></vaadin-combo-box>`;
  }

  protected async perform(value: FieldValue): Promise<string | undefined> {
    const [name, unit] = [value("name"), value("unit")];
    if (name === "") return t("web.people.field.nameMissing");
    const holder: Holder = await createHolder({
      name,
      ...(unit ? { unit } : {}),
      ...(this.memberId ? { memberId: this.memberId } : {}),
    });
    this.memberId = "";
    this.dispatchEvent(new CustomEvent("created", { detail: holder }));
    return undefined;
  }
}
