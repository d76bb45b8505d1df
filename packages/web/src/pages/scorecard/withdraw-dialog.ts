import "@vaadin/text-area";
import type { ScorecardSummary } from "@rolewright/server/protocol";
import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { t } from "../../app/language.ts";
import { type ScorecardDetail, withdrawSignature } from "../../data/api.ts";
import { type FieldValue, FormDialog } from "../form-dialog.ts";

/** Asks why a signature is withdrawn, and withdraws it. Fires `withdrawn` with the scorecard as it is then, `dialog-closed` when left. */
@customElement("rw-withdraw-dialog")
export class WithdrawDialog extends FormDialog {
  @property({ attribute: false }) summary: ScorecardSummary | undefined;

  protected heading(): string {
    return t("signing.withdraw.title", { name: this.summary?.holder.name ?? "" });
  }

  protected effect(): string {
    return t("signing.withdraw.action");
  }

  protected renderFields(): TemplateResult {
    return html`
      <p>${t("signing.withdraw.text")}</p>
      <vaadin-text-area name="reason" label=${t("signing.withdraw.reason")} required maxlength="500" autofocus></vaadin-text-area>
    `;
  }

  protected async perform(value: FieldValue): Promise<string | undefined> {
    const reason = value("reason");
    if (reason === "") return t("signing.withdraw.missing");
    const open = await withdrawSignature(this.summary?.id ?? "", reason);
    this.dispatchEvent(new CustomEvent<ScorecardDetail>("withdrawn", { detail: open }));
    return undefined;
  }
}
