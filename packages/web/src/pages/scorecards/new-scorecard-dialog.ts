import type { Holder, ScorecardSummary, TemplateSummary } from "@rolewright/server/protocol";
import "@vaadin/combo-box";
import type { ComboBox } from "@vaadin/combo-box";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { language, t } from "../../app/language.ts";
import { nameList, takeOnlyMatch } from "../../components/combo-list.ts";
import { icon } from "../../components/icon.ts";
import { monthsAround } from "../../components/months.ts";
import { periodLabel } from "../../components/period-label.ts";
import { inLanguage } from "../../components/role-texts.ts";
import { createScorecard } from "../../data/api.ts";
import { FormDialog } from "../form-dialog.ts";
import { familyName } from "../library/shelf.ts";

/** Opens a scorecard for a person, a published role and a month. Fires `created` with its summary, `dialog-closed` when left. */
@customElement("rw-new-scorecard-dialog")
export class NewScorecardDialog extends FormDialog {
  @property({ attribute: false }) holders: readonly Holder[] = [];
  /** Chosen from the start: the person the reader came from. */
  @property() holder = "";
  @property({ attribute: false }) templates: readonly TemplateSummary[] = [];
  @state() private holderId = "";
  @state() private templateId = "";
  @state() private period = monthsAround(new Date(), 0, 0)[0] ?? "";
  override connectedCallback(): void {
    super.connectedCallback();
    this.holderId = this.holder;
  }

  protected heading(): string {
    return t("web.scorecards.new.title");
  }

  protected effect(): string {
    return t("web.scorecards.new.open");
  }

  protected renderFields(): TemplateResult {
    const published = this.templates
      .filter((template) => template.version !== null && !template.archived)
      .map((template) => inLanguage(template, language()));
    return html`
        ${this.holders.length === 0 ? needs(t("web.scorecards.new.noPeople"), "/people", t("web.scorecards.new.addPeople")) : nothing}
        ${published.length === 0 ? needs(t("web.scorecards.new.noRoles"), "/", t("web.scorecards.new.publish")) : nothing}
        <vaadin-combo-box
          @opened-changed=${nameList}
          @keydown=${takeOnlyMatch}
          label=${t("web.scorecards.new.person")}
          required
          autofocus
          .items=${this.holders.map((holder) => ({ value: holder.id, label: holder.unit ? `${holder.name} · ${holder.unit}` : holder.name }))}
          .value=${this.holderId}
          @value-changed=${(event: CustomEvent) => {
            this.holderId = (event.target as ComboBox).value;
          }}
        ></vaadin-combo-box>
        <vaadin-combo-box
          @opened-changed=${nameList}
          @keydown=${takeOnlyMatch}
          label=${t("web.scorecards.new.role")}
          required
          helper-text=${t("web.scorecards.new.roleHelp")}
          .items=${published.map((template) => ({ value: template.id, label: nameAmong(template, published) }))}
          .value=${this.templateId}
          @value-changed=${(event: CustomEvent) => {
            this.templateId = (event.target as ComboBox).value;
          }}
        ></vaadin-combo-box>
        <vaadin-combo-box
          @opened-changed=${nameList}
          @keydown=${takeOnlyMatch}
          label=${t("web.scorecards.new.period")}
          required
          .items=${monthsAround(new Date(), 14, 2).map((month) => ({ value: month, label: periodLabel(month) }))}
          .value=${this.period}
          @value-changed=${(event: CustomEvent) => {
            this.period = (event.target as ComboBox).value;
          }}
        ></vaadin-combo-box>
`;
  }

  protected async perform(): Promise<string | undefined> {
    if (!this.holderId || !this.templateId || !this.period) return t("web.scorecards.new.incomplete");
    const created: ScorecardSummary = await createScorecard({
      holderId: this.holderId,
      templateId: this.templateId,
      period: this.period,
    });
    this.dispatchEvent(new CustomEvent("created", { detail: created }));
    return undefined;
  }
}

/** Roles of one title are told apart by their department or family. */
function nameAmong({ title, department, family, version }: TemplateSummary, all: readonly TemplateSummary[]): string {
  const alone = all.filter((other) => other.title === title).length === 1;
  return [title, ...(alone ? [] : [department ?? familyName(family)]), `v${version}`].join(" · ");
}

/** What must be there first, with the way to it. */
function needs(text: string, href: string, link: string): TemplateResult {
  return html`<p class="strip warn">${icon("warn", 16)}<span class="grow">${text}</span><a href=${href}>${link}</a></p>`;
}
