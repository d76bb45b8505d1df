import type { Holder, Member } from "@rolewright/server/protocol";
import "@vaadin/combo-box";
import type { ComboBox } from "@vaadin/combo-box";
import "@vaadin/dialog";
import "@vaadin/text-field";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { LanguageController, t } from "../../app/language.ts";
import { nameList } from "../../components/combo-list.ts";
import { dialogActions, dialogFailure, FocusReturn, onClosing } from "../../components/dialog-parts.ts";
import { createHolder } from "../../data/api.ts";

/** Adds a person who holds roles. Fires `created` with the holder, `dialog-closed` when left. */
@customElement("rw-holder-dialog")
export class HolderDialog extends LitElement {
  @property({ attribute: false }) members: readonly Member[] = [];
  @state() private memberId = "";
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
    return html`<vaadin-dialog
      header-title=${t("web.people.holders.add")}
      opened
      @opened-changed=${onClosing(this.close)}
    >
      <form class="dialog-form" id="new-holder" novalidate @submit=${this.submit}>
        <vaadin-text-field name="name" label=${t("web.people.field.name")} required maxlength="100" autofocus></vaadin-text-field>
        <vaadin-text-field name="unit" label=${t("web.people.field.unit")} maxlength="100"></vaadin-text-field>
        ${
          this.members.length > 0
            ? html`<vaadin-combo-box
                @opened-changed=${nameList}
                label=${t("web.people.field.account")}
                helper-text=${t("web.people.field.accountHelp")}
                clear-button-visible
                .items=${this.members.map((member) => ({ value: member.id, label: `${member.name} · ${member.email}` }))}
                .value=${this.memberId}
                @value-changed=${(event: CustomEvent) => {
                  this.memberId = (event.target as ComboBox).value;
                }}
              ></vaadin-combo-box>`
            : nothing
        }
        ${dialogFailure(this.failure)}
      </form>
      ${dialogActions({ form: "new-holder", effect: t("web.people.holders.add"), busy: this.busy, cancel: this.close })}
    </vaadin-dialog>`;
  }

  private readonly close = (): void => {
    this.dispatchEvent(new CustomEvent("dialog-closed"));
  };

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const form = event.target as HTMLFormElement;
    const value = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value.trim() ?? "";
    if (value("name") === "") {
      this.failure = t("web.people.field.nameMissing");
      return;
    }
    this.failure = "";
    this.busy = true;
    try {
      const holder: Holder = await createHolder({
        name: value("name"),
        ...(value("unit") ? { unit: value("unit") } : {}),
        ...(this.memberId ? { memberId: this.memberId } : {}),
      });
      this.memberId = "";
      this.dispatchEvent(new CustomEvent("created", { detail: holder }));
    } catch (error) {
      this.failure = failureText(error);
    }
    this.busy = false;
  }
}
