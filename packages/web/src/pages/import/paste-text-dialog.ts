import "@vaadin/text-area";
import "@vaadin/text-field";
import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { t } from "../../app/language.ts";
import { addImportText, createImport } from "../../data/imports.ts";
import { type FieldValue, FormDialog } from "../form-dialog.ts";

/** Takes a job description from the clipboard. Fires `taken` with the batch's id. */
@customElement("rw-paste-text-dialog")
export class PasteTextDialog extends FormDialog {
  /** The batch to add to; a new one is begun where there is none. */
  @property() batch = "";

  protected override heading(): string {
    return t("importing.paste.title");
  }

  protected override effect(): string {
    return t("importing.paste.effect");
  }

  protected override renderFields(): TemplateResult {
    return html`<vaadin-text-area
        name="text"
        label=${t("importing.paste.text")}
        style="height:320px"
        required
        autofocus
      ></vaadin-text-area>
      <vaadin-text-field
        name="name"
        label=${t("importing.paste.name")}
        helper-text=${t("importing.paste.nameHelp")}
        maxlength="200"
      ></vaadin-text-field>`;
  }

  protected override async perform(value: FieldValue): Promise<string | undefined> {
    const text = value("text");
    if (text === "") return t("importing.paste.missing");
    const batch = this.batch || (await createImport()).id;
    await addImportText(batch, value("name") || t("importing.paste.defaultName"), text);
    this.dispatchEvent(new CustomEvent("taken", { detail: batch }));
    return undefined;
  }
}
