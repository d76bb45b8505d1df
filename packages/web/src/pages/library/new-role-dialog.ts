import { languages } from "@rolewright/locale";
import type { TemplateSummary } from "@rolewright/server/protocol";
import "@vaadin/combo-box";
import type { ComboBox } from "@vaadin/combo-box";
import "@vaadin/dialog";
import "@vaadin/text-field";
import { html, LitElement, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { LanguageController, language, t } from "../../app/language.ts";
import { nameList } from "../../components/combo-list.ts";
import { dialogActions, dialogFailure, FocusReturn, onClosing } from "../../components/dialog-parts.ts";
import { createTemplate } from "../../data/api.ts";
import { familyName } from "./shelf.ts";

/** Starts a new role from a small complete example. Fires `created` with its summary, `dialog-closed` when left. */
@customElement("rw-new-role-dialog")
export class NewRoleDialog extends LitElement {
  /** Families there are already, to choose from. */
  @property({ attribute: false }) families: readonly string[] = [];
  @state() private family = "";
  @state() private tag: string = language();
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
      header-title=${t("web.library.new.title")}
      opened
      @opened-changed=${onClosing(this.close)}
    >
      <form class="dialog-form" id="new-role" novalidate @submit=${this.submit}>
        <vaadin-text-field name="title" label=${t("web.library.new.name")} required maxlength="200" autofocus></vaadin-text-field>
        <vaadin-combo-box
          @opened-changed=${nameList}
          label=${t("web.library.new.family")}
          helper-text=${t("web.library.new.familyHelp")}
          allow-custom-value
          .items=${this.families.filter((family) => family !== "").map((family) => ({ value: family, label: familyName(family) }))}
          @custom-value-set=${(event: CustomEvent<string>) => {
            this.family = event.detail;
          }}
          @change=${(event: Event) => {
            this.family = (event.target as ComboBox).value || this.family;
          }}
        ></vaadin-combo-box>
        <vaadin-combo-box
          @opened-changed=${nameList}
          label=${t("web.library.new.language")}
          .items=${languages.map(({ tag, name }) => ({ value: tag, label: name }))}
          .value=${this.tag}
          @value-changed=${(event: CustomEvent) => {
            this.tag = (event.target as ComboBox).value || language();
          }}
        ></vaadin-combo-box>
        <p class="t12 ink3">${t("web.library.new.lead")}</p>
        ${dialogFailure(this.failure)}
      </form>
      ${dialogActions({ form: "new-role", effect: t("web.library.new.create"), busy: this.busy, cancel: this.close })}
    </vaadin-dialog>`;
  }

  private readonly close = (): void => {
    this.dispatchEvent(new CustomEvent("dialog-closed"));
  };

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const title = (event.target as HTMLFormElement).querySelector<HTMLInputElement>("[name=title]")?.value.trim() ?? "";
    if (title === "") {
      this.failure = t("web.library.new.nameMissing");
      return;
    }
    this.busy = true;
    this.failure = "";
    try {
      const created: TemplateSummary = await createTemplate({
        title,
        language: this.tag,
        ...(this.family ? { family: this.family } : {}),
      });
      this.dispatchEvent(new CustomEvent("created", { detail: created }));
    } catch (error) {
      this.failure = failureText(error);
    }
    this.busy = false;
  }
}
