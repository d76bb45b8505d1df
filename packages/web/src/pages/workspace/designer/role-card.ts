import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import "./card-findings.ts";
import { pip } from "../together/pip.ts";
import { findingMark } from "./card-findings.ts";
import { originMark } from "./fields.ts";
import { PartCard } from "./part-card.ts";
import { moreRoleFields, roleFields } from "./role-fields.ts";
import "./role-card.css";
import { unseenMembers, unseenStrip } from "./unseen.ts";

/** 岗位信息: who the role is in the organisation. Compact, or with all its fields when it is the selected part. */
@customElement("rw-role-card")
export class RoleCard extends PartCard {
  /** Whether Tab stops here. */
  @property({ type: Boolean }) stop = false;

  get subject() {
    return this.model;
  }

  override render(): TemplateResult {
    return html`<article
      class="dz-card dz-role"
      tabindex=${this.stop ? 0 : -1}
      data-key=""
      aria-label=${t("web.workspace.identity")}
      aria-current=${this.selected ? "true" : "false"}
      @keydown=${this.onEscape}
      @click=${() => this.selected || this.desk.pick("")}
    >
      ${this.renderHead()} ${this.selected ? this.renderOpen() : this.renderCompact()}
    </article>`;
  }

  private renderHead(): TemplateResult {
    const { origin } = this.model;
    const name = html`<h2 class="dz-name" lang=${this.shown.language}>${this.shown.title}</h2>`;
    return html`<header class="dz-head">
      <span class="dz-sign">${icon("file", 15)}</span>${this.selected ? this.renderTitle(t("designer.role.title")) : name}
      ${findingMark(this.findings)}<span class="dz-kind">${t("web.workspace.identity")}</span>
      ${origin ? originMark(origin) : ""}${this.peers.map(pip)}
    </header>`;
  }

  private renderCompact(): TemplateResult {
    const { identity, purpose } = this.shown;
    const { department, reportsTo, supervises, effectiveDate } = identity;
    const facts = [
      department,
      reportsTo && t("document.role.superior", { title: reportsTo.title }),
      supervises.length > 0 ? t("designer.role.team", { count: supervises.length }) : undefined,
      effectiveDate && t("designer.role.from", { date: effectiveDate }),
    ].filter((fact) => fact !== undefined && fact !== "");
    return html`
      ${purpose ? html`<p class="dz-purpose">${purpose}</p>` : ""}
      <div class="dz-chips">
        ${facts.map((fact) => html`<span class="f dz-chip">${fact}</span>`)}
        ${facts.length === 0 && !purpose ? html`<span class="dz-hint">${t("designer.role.empty")}</span>` : ""}
      </div>
    `;
  }

  private renderOpen(): TemplateResult {
    const { scope, model } = this;
    return html`<div class="dz-open-body">
      <div class="dz-grid">${roleFields(scope, model)}</div>
      ${this.renderMore(() => moreRoleFields(scope, model))}
      ${unseenStrip(unseenMembers(this.desk.written(model, []), "role"), () => this.desk.showCode(""))}
      <rw-card-findings .findings=${this.findings} .scope=${scope}></rw-card-findings>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-role-card": RoleCard;
  }
}
