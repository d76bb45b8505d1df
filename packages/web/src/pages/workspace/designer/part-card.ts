import type { Diagnostic, RoleModel } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import { LightElement } from "../../../components/light-element.ts";
import type { Desk, FieldScope } from "./desk.ts";
import type { FocusPlace } from "./desk-work.ts";
import type { Locker } from "./field-locks.ts";
import { flag } from "./fields.ts";
import type { Part } from "./part-edits.ts";
import type { TextField } from "./text-field.ts";

/** What the cards of the role and of its sections have in common: a title, fields in sight and more below them. */
export abstract class PartCard extends LightElement {
  /** The role in the template's own words, and as it is shown. */
  @property({ attribute: false }) model!: RoleModel;
  @property({ attribute: false }) shown!: RoleModel;
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) findings: readonly Diagnostic[] = [];
  /** Field of this part, from the part → the peer who edits it. */
  @property({ attribute: false }) locks: ReadonlyMap<string, Locker> = new Map();
  /** Who has this part at hand. */
  @property({ attribute: false }) peers: readonly Locker[] = [];
  @property({ type: Boolean, reflect: true }) selected = false;
  @property({ type: Boolean }) readonly = false;
  @state() protected more = false;

  /** The part in the template's own words. */
  abstract get subject(): Part;

  /** Puts the focus on the card itself, into its title, or on its first repair. */
  override focus(options?: FocusOptions & { readonly at?: FocusPlace }): void {
    const places = {
      card: null,
      title: this.querySelector<TextField>(".dz-title"),
      fix: this.querySelector(".dz-fix"),
    };
    const found = places[options?.at ?? "card"] as HTMLElement | null;
    if (found && !this.readonly) found.focus();
    else this.querySelector<HTMLElement>(".dz-card, .dz-section-open")?.focus(options);
  }

  protected get scope(): FieldScope {
    const { subject: part, desk, locks, readonly, model } = this;
    return { part, desk, locks, readonly, language: model.language };
  }

  protected renderTitle(label: string): TemplateResult {
    const locker = this.locks.get("title");
    return html`<div class="dz-title-field ${locker ? "locked" : ""}" data-field="title" data-peer=${locker?.color ?? nothing}>
      <rw-text-field
        class="dz-title"
        required
        .label=${label}
        .value=${this.subject.title}
        .language=${this.model.language}
        ?readonly=${this.readonly || locker !== undefined}
        @commit=${({ detail }: CustomEvent<string>) => this.desk.set(this.subject, ["title"], detail)}
      ></rw-text-field>
      ${locker ? flag(locker) : nothing}
    </div>`;
  }

  protected renderMore(fields: () => TemplateResult): TemplateResult {
    return html`${this.more ? html`<div class="dz-panel dz-more">${fields()}</div>` : nothing}
      <button class="btn quiet xs dz-more-button" type="button" aria-expanded=${this.more} @click=${() => {
        this.more = !this.more;
      }}>
        ${icon(this.more ? "up" : "down", 14)}${t(this.more ? "designer.fewer" : "designer.more")}
      </button>`;
  }

  /** From a field back to the card. */
  protected readonly onEscape = (event: KeyboardEvent): void => {
    if (event.isComposing || event.key !== "Escape" || event.target === event.currentTarget) return;
    event.preventDefault();
    event.stopPropagation();
    this.focus();
  };
}
