import "@vaadin/combo-box";
import type { ComboBox } from "@vaadin/combo-box";
import { html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../../app/language.ts";
import { nameList } from "../../components/combo-list.ts";
import { FormDialog } from "../form-dialog.ts";
import { familyName } from "./shelf.ts";

/** Asks for the family that roles go to. Fires `move` with it, `dialog-closed` when left. */
@customElement("rw-move-dialog")
export class MoveDialog extends FormDialog {
  @property({ attribute: false }) families: readonly string[] = [];
  @property({ type: Number }) count = 0;
  @state() private family = "";

  protected heading(): string {
    return t("library.move.title", { count: this.count });
  }

  protected effect(): string {
    return t("library.move.effect");
  }

  protected renderFields(): TemplateResult {
    return familyBox(this.families, (family) => {
      this.family = family;
    });
  }

  protected async perform(): Promise<string | undefined> {
    if (this.family === "") return t("library.move.missing");
    this.dispatchEvent(new CustomEvent("move", { detail: this.family }));
    return undefined;
  }
}

/** A field for a family: one of those there are, or a new one. */
export function familyBox(families: readonly string[], choose: (family: string) => void): TemplateResult {
  return html`<vaadin-combo-box
    @opened-changed=${nameList}
    label=${t("web.library.new.family")}
    helper-text=${t("web.library.new.familyHelp")}
    allow-custom-value
    .items=${families.filter((family) => family !== "").map((family) => ({ value: family, label: familyName(family) }))}
    @custom-value-set=${(event: CustomEvent<string>) => choose(event.detail)}
    @change=${(event: Event) => {
      const { value } = event.target as ComboBox;
      if (value) choose(value);
    }}
  ></vaadin-combo-box>`;
}
