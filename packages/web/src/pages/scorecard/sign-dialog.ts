import "@vaadin/text-area";
import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { current, t } from "../../app/language.ts";
import { periodLabel } from "../../components/period-label.ts";
import { type ScorecardDetail, signScorecard } from "../../data/api.ts";
import { type FieldValue, FormDialog } from "../form-dialog.ts";
import { shortFingerprint } from "./short-fingerprint.ts";

/**
 * Shows what is about to be signed, as the server has it, and signs exactly that. Fires `signed` with the scorecard as it
 * is then, `dialog-closed` when left.
 */
@customElement("rw-sign-dialog")
export class SignDialog extends FormDialog {
  @property({ attribute: false }) detail: ScorecardDetail | undefined;

  protected heading(): string {
    return t("signing.dialog.title", { name: this.detail?.summary.holder.name ?? "" });
  }

  protected effect(): string {
    return t("signing.effect");
  }

  protected renderFields(): TemplateResult {
    if (!this.detail) return html``;
    const { summary, fingerprint, scorecard } = this.detail;
    const { period, version, title, total, grade } = summary;
    const facts: readonly (readonly [string, string])[] = [
      [t("signing.dialog.period"), `${periodLabel(period)} · ${title} v${version}`],
      [t("signing.dialog.total"), total === null ? "—" : current().number(total)],
      ...(grade === null ? [] : [[t("signing.dialog.grade"), grade] as const]),
      [t("signing.dialog.coverage"), `${current().number(scorecard.coverage.percent)} %`],
      [t("signing.dialog.fingerprint"), shortFingerprint(fingerprint)],
    ];
    return html`
      <dl class="sgn-facts">
        ${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd class="tn">${value}</dd></div>`)}
      </dl>
      <vaadin-text-area name="note" label=${t("signing.dialog.note")} maxlength="500" autofocus></vaadin-text-area>
      <p class="t12 ink3">${t("signing.dialog.effect")}</p>
    `;
  }

  protected async perform(value: FieldValue): Promise<string | undefined> {
    if (!this.detail) return undefined;
    const { summary, fingerprint } = this.detail;
    const note = value("note");
    const signed = await signScorecard(summary.id, { fingerprint, ...(note === "" ? {} : { note }) });
    this.dispatchEvent(new CustomEvent<ScorecardDetail>("signed", { detail: signed }));
    return undefined;
  }
}
