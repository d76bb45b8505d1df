import type { Holder, ScorecardSummary, TemplateSummary } from "@rolewright/server/protocol";
import "@vaadin/combo-box";
import type { ComboBox } from "@vaadin/combo-box";
import "@vaadin/dialog";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { failureText } from "../../app/failure.ts";
import { LanguageController, language, t } from "../../app/language.ts";
import { nameList } from "../../components/combo-list.ts";
import { dialogActions, dialogFailure, FocusReturn, onClosing } from "../../components/dialog-parts.ts";
import { icon } from "../../components/icon.ts";
import { monthsAround } from "../../components/months.ts";
import { periodLabel } from "../../components/period-label.ts";
import { inLanguage } from "../../components/role-texts.ts";
import { createScorecard } from "../../data/api.ts";

/** Opens a scorecard for a person, a published role and a month. Fires `created` with its summary, `dialog-closed` when left. */
@customElement("rw-new-scorecard-dialog")
export class NewScorecardDialog extends LitElement {
  @property({ attribute: false }) holders: readonly Holder[] = [];
  /** Chosen from the start: the person the reader came from. */
  @property() holder = "";
  @property({ attribute: false }) templates: readonly TemplateSummary[] = [];
  @state() private holderId = "";
  @state() private templateId = "";
  @state() private period = monthsAround(new Date(), 0, 0)[0] ?? "";
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

  override connectedCallback(): void {
    super.connectedCallback();
    this.holderId = this.holder;
  }

  override render(): TemplateResult {
    const published = this.templates
      .filter((template) => template.version !== null && !template.archived)
      .map((template) => inLanguage(template, language()));
    return html`<vaadin-dialog
      header-title=${t("web.scorecards.new.title")}
      opened
      @opened-changed=${onClosing(this.close)}
    >
      <form class="dialog-form" id="new-scorecard" novalidate @submit=${this.submit}>
        ${this.holders.length === 0 ? needs(t("web.scorecards.new.noPeople"), "/people", t("web.scorecards.new.addPeople")) : nothing}
        ${published.length === 0 ? needs(t("web.scorecards.new.noRoles"), "/", t("web.scorecards.new.publish")) : nothing}
        <vaadin-combo-box
          @opened-changed=${nameList}
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
          label=${t("web.scorecards.new.role")}
          required
          helper-text=${t("web.scorecards.new.roleHelp")}
          .items=${published.map((template) => ({ value: template.id, label: `${template.title} · v${template.version}` }))}
          .value=${this.templateId}
          @value-changed=${(event: CustomEvent) => {
            this.templateId = (event.target as ComboBox).value;
          }}
        ></vaadin-combo-box>
        <vaadin-combo-box
          @opened-changed=${nameList}
          label=${t("web.scorecards.new.period")}
          required
          .items=${monthsAround(new Date(), 14, 2).map((month) => ({ value: month, label: periodLabel(month) }))}
          .value=${this.period}
          @value-changed=${(event: CustomEvent) => {
            this.period = (event.target as ComboBox).value;
          }}
        ></vaadin-combo-box>
        ${dialogFailure(this.failure)}
      </form>
      ${dialogActions({ form: "new-scorecard", effect: t("web.scorecards.new.open"), busy: this.busy, cancel: this.close })}
    </vaadin-dialog>`;
  }

  private readonly close = (): void => {
    this.dispatchEvent(new CustomEvent("dialog-closed"));
  };

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    if (!this.holderId || !this.templateId || !this.period) {
      this.failure = t("web.scorecards.new.incomplete");
      return;
    }
    this.busy = true;
    this.failure = "";
    try {
      const created: ScorecardSummary = await createScorecard({
        holderId: this.holderId,
        templateId: this.templateId,
        period: this.period,
      });
      this.dispatchEvent(new CustomEvent("created", { detail: created }));
    } catch (error) {
      this.failure = failureText(error);
    }
    this.busy = false;
  }
}

/** What must be there first, with the way to it. */
function needs(text: string, href: string, link: string): TemplateResult {
  return html`<p class="strip warn">${icon("warn", 16)}<span class="grow">${text}</span><a href=${href}>${link}</a></p>`;
}
