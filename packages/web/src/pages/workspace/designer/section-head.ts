import type { Section, SectionKind } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import "./card-findings.ts";
import { pip } from "../together/pip.ts";
import { findingMark } from "./card-findings.ts";
import { closeMenu, entry } from "./card-menu.ts";
import type { FieldScope } from "./desk.ts";
import { extendsField } from "./extends-field.ts";
import { type Choice, choiceField, fieldBox, numberOf, off, originMark, textOf } from "./fields.ts";
import { lintIgnores } from "./lint-ignores.ts";
import { PartCard } from "./part-card.ts";
import "./section-head.css";
import "./translations.ts";
import { unseenMembers, unseenStrip } from "./unseen.ts";

/** Every kind of section, in the order of a role document. */
export const sectionKinds = [
  "qualifications",
  "duties",
  "standards",
  "competencies",
  "custom",
] as const satisfies readonly SectionKind[];

/** The head of a section: its number, title and counts; as a card with all its fields when it is the selected part. */
@customElement("rw-section-head")
export class SectionHead extends PartCard {
  @property({ attribute: false }) section!: Section;

  get subject() {
    return this.section;
  }

  override render(): TemplateResult {
    return this.selected ? this.renderOpen() : this.renderClosed();
  }

  private renderClosed(): TemplateResult {
    const { section } = this;
    const title = this.shown.sections.find(({ key }) => key === section.key)?.title ?? section.title;
    return html`<div class="dz-section-head">
      <h2><button class="dz-section-name" type="button" data-key=${section.key} title=${t("designer.section.edit")} @click=${() => this.desk.pick(section.key)}>
        <span class="tn">${section.number}</span> <span>${title}</span>
      </button></h2>
      ${findingMark(this.findings)}<span class="t12 ink3">${countsOf(section)}</span>${this.peers.map(pip)}
      <span class="grow"></span>
      ${section.weight === undefined ? nothing : html`<span class="t12 ink3">${t("designer.weight")} <b class="tn">${section.weight}</b></span>`}
      ${section.origin ? originMark(section.origin) : nothing} ${this.readonly ? nothing : this.renderMenu()}
    </div>`;
  }

  private renderOpen(): TemplateResult {
    const { section, scope } = this;
    return html`<div class="dz-section-open" tabindex="-1" role="group" aria-label=${section.title} @keydown=${this.onEscape}>
      <header class="dz-head">
        <span class="dz-no">${section.number}</span>${this.renderTitle(t("designer.section.title"))} ${findingMark(this.findings)}
        <span class="dz-kind">${t("designer.section.name")}</span>${this.peers.map(pip)}${this.readonly ? nothing : this.renderMenu()}
      </header>
      <div class="dz-open-body">
        <div class="dz-grid">${this.renderFields(scope)}</div>
        ${this.renderMore(() => this.renderMoreFields(scope))}
        ${unseenStrip(unseenMembers(this.desk.written(section, []), "section"), () => this.desk.showCode(section.key))}
        <rw-card-findings .findings=${this.findings} .scope=${scope}></rw-card-findings>
      </div>
    </div>`;
  }

  private renderFields(scope: FieldScope): TemplateResult {
    const { section, desk } = this;
    const kind = t("designer.section.kind");
    const kinds = sectionKinds.map((value) => ({ value, label: t(`designer.section.kinds.${value}`) }));
    const weight = t("designer.section.weight");
    const body = choiceField(kind, section.kind, kinds, off(scope, "x-section/kind"), (chosen) =>
      desk.set(section, ["x-section", "kind"], chosen),
    );
    return html`${fieldBox(scope, kind, "x-section/kind", body, { field: "kind" })}
      ${fieldBox(
        scope,
        weight,
        "x-section/weight",
        html`<div class="dz-sentence">${numberOf(scope, weight, "x-section/weight", section.weight)}<span class="dz-unit">/ 100</span></div>`,
        { field: "weight" },
      )}
      ${this.renderNumbering(scope)}
      ${fieldBox(
        scope,
        t("designer.field.description"),
        "description",
        textOf(scope, t("designer.field.description"), "description", section.description, { lines: true }),
        { field: "description", wide: true },
      )}`;
  }

  private renderNumbering(scope: FieldScope): TemplateResult {
    const { section, desk } = this;
    const path = ["x-section", "numbering"];
    const label = t("designer.section.numbering");
    const stated = desk.written(section, path) ?? desk.inherited(section, path);
    const value = stated === "none" ? "none" : "decimal";
    const choices: Choice[] = ["decimal", "none"].map((one) => ({
      value: one,
      label: t(`designer.section.numberings.${one}`, { number: section.number }),
    }));
    const body = choiceField(label, value, choices, off(scope, path.join("/")), (chosen) =>
      desk.set(section, path, chosen === "decimal" ? undefined : chosen),
    );
    return fieldBox(scope, label, path.join("/"), body, { field: "numbering" });
  }

  private renderMoreFields(scope: FieldScope): TemplateResult {
    const { section } = this;
    const texts = [
      { name: "title", label: t("designer.field.title"), original: section.title },
      { name: "description", label: t("designer.field.description"), original: section.description ?? "" },
    ];
    return html`${extendsField(scope)}
      <div class="dz-field wide"><rw-translations .scope=${scope} .texts=${texts} .tags=${Object.keys(this.model.translations)}></rw-translations></div>
      ${lintIgnores(scope)}`;
  }

  private renderMenu(): TemplateResult {
    const { section, desk } = this;
    const { sections } = desk;
    const id = `dz-menu-${section.key}`;
    return html`<button class="ib xs dz-menu-button" style=${`anchor-name:--${id}`} type="button" aria-label=${t("designer.section.menu", { title: section.title })} title=${t("designer.menu")} popovertarget=${id}>
        ${icon("more", 16)}
      </button>
      <div class="dz-menu" id=${id} style=${`position-anchor:--${id}`} popover @click=${closeMenu}>
        ${entry("pencil", t("designer.section.edit"), () => desk.pick(section.key))}
        ${entry("up", t("designer.up"), () => sections.step(section, -1))}
        ${entry("down", t("designer.down"), () => sections.step(section, 1))}
        ${entry("file", t("designer.showCode"), () => desk.showCode(section.key))}
        <hr />
        ${sectionKinds.map((kind) => entry("plus", t("designer.section.add", { kind: t(`designer.section.kinds.${kind}`) }), () => sections.add(kind, section)))}
        <hr />
        ${entry("trash", t("designer.remove"), () => sections.remove(section))}
      </div>`;
  }
}

/** `9 项计分`. */
function countsOf({ kind, items }: Section): string {
  const weighted = items.filter(({ weight }) => weight !== undefined).length;
  const outside = items.filter(({ score }) => score?.kind === "bonus" || score?.kind === "veto").length;
  const scored = kind === "standards" || kind === "competencies" || weighted + outside > 0;
  return t(scored ? "designer.scoredCount" : "designer.count", { count: items.length, weighted, outside });
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-section-head": SectionHead;
  }
}
