import type { Diagnostic, Item, RoleModel, Section, Severity } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { language, t } from "../../app/language.ts";
import { icon } from "../../components/icon.ts";
import { LightElement } from "../../components/light-element.ts";
import { learnPinyin, mayBePinyin, textQuery } from "../../components/text-query.ts";
import type { Locker } from "./designer/field-locks.ts";
import "./outline.css";
import { severities } from "./places.ts";
import { pip } from "./together/pip.ts";

/**
 * The sections and items of a role. Events: `pick` (key of an item or section; "" is the role itself), `enter` (key of the
 * item that a search asks for: the keyboard goes on there), `hint` (key of the item under the pointer, or undefined),
 * `add-section`.
 */
@customElement("rw-outline")
export class Outline extends LightElement {
  @property({ attribute: false }) model: RoleModel | undefined;
  @property({ attribute: false }) diagnostics: readonly Diagnostic[] = [];
  /** Key of the item that is lit: the traced one, or the one under the pointer. */
  @property() lit: string | undefined;
  /** Key of the item that was picked: it is brought into sight. */
  @property() traced: string | undefined;
  /** Item → the peers who have it at hand. */
  @property({ attribute: false }) peers: ReadonlyMap<string, readonly Locker[]> = new Map();
  /** Whether sections can be added. */
  @property({ type: Boolean }) writable = false;
  @state() private query = "";
  @state() private closed: ReadonlySet<string> = new Set();

  /** Key of what is to come into sight as soon as it is listed. */
  private sought: string | undefined;

  /** Puts the caret into the search field. */
  search(): void {
    this.querySelector<HTMLInputElement>("input")?.focus();
  }

  override render(): TemplateResult {
    const marks = severities(this.model, this.diagnostics);
    return html`
      <label class="f q ol-find">
        ${icon("search", 14)}
        <input
          type="search"
          placeholder=${t("web.workspace.find")}
          aria-label=${t("web.workspace.find")}
          .value=${this.query}
          @input=${(event: InputEvent) => {
            this.query = (event.target as HTMLInputElement).value;
            if (mayBePinyin(this.query)) void learnPinyin().then(() => this.requestUpdate());
          }}
          @keydown=${this.onFindKey}
        />
        <span class="kbd">Ctrl F</span>
      </label>
      <ul class="ol-list">
        <li>
          <button class="ol-row ol-sec" type="button" aria-current=${this.lit === "" ? "true" : nothing} @click=${() => this.pick("")}>
            ${icon("file", 14)}<span class="ell">${t("web.workspace.identity")}</span>${mark(marks.get(""))}${this.peers.get("")?.map(pip)}
          </button>
        </li>
        ${this.model?.sections.map((section) => this.renderSection(section, marks))}
      </ul>
      ${this.writable && this.model ? html`<button class="btn quiet sm ol-add" type="button" @click=${() => this.dispatchEvent(new Event("add-section"))}>${icon("plus", 15)}${t("designer.section.new")}</button>` : nothing}
    `;
  }

  private renderSection(section: Section, marks: ReadonlyMap<string, Severity>) {
    const items = this.found(section);
    if (this.query && items.length === 0) return nothing;
    const open = this.query !== "" || !this.closed.has(section.key);
    return html`
      <li>
        <div class="ol-row ol-sec" ?data-current=${this.lit === section.key}>
          <button
            class="ol-fold"
            type="button"
            aria-expanded=${open}
            aria-label=${t("web.workspace.fold", { title: section.title })}
            @click=${() => this.fold(section.key)}
          >
            ${icon(open ? "down" : "right", 14)}
          </button>
          <button class="ol-name" type="button" aria-current=${this.lit === section.key ? "true" : nothing} @click=${() => this.pick(section.key)}>
            <span class="ol-no">${section.number}</span><span class="ell">${section.title}</span
            >${mark(marks.get(section.key))}${this.peers.get(section.key)?.map(pip)}<span class="ol-count">${section.items.length}</span>
          </button>
        </div>
        ${
          open
            ? html`<ul>
              ${repeat(
                items,
                ({ key }) => key,
                (item) => this.renderItem(item, marks),
              )}
            </ul>`
            : nothing
        }
      </li>
    `;
  }

  private renderItem(item: Item, marks: ReadonlyMap<string, Severity>) {
    const mine = this.lit === item.key;
    // Hundreds of rows: only those that say something else are drawn anew.
    const says = [item.title, item.number, marks.get(item.key), mine, this.peers.get(item.key), language()];
    return guard(says, () => this.renderRow(item, marks));
  }

  private renderRow(item: Item, marks: ReadonlyMap<string, Severity>): TemplateResult {
    return html`<li>
      <button
        class="ol-row ol-item"
        type="button"
        data-key=${item.key}
        aria-current=${this.lit === item.key ? "true" : nothing}
        title=${`${item.number} ${item.title}`}
        @click=${() => this.pick(item.key)}
        @pointerenter=${() => this.hint(item.key)}
        @pointerleave=${() => this.hint(undefined)}
      >
        <span class="ell">${item.title}</span>${mark(marks.get(item.key))}${this.peers.get(item.key)?.map(pip)}
      </button>
    </li>`;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    // A list that moves under the pointer cannot be aimed at.
    if (changed.has("traced")) this.sought = this.matches(":hover") ? undefined : this.traced;
    const row = this.sought && this.querySelector(`[data-key="${CSS.escape(this.sought)}"]`);
    if (!row) return;
    this.sought = undefined;
    row.scrollIntoView({ block: "nearest" });
  }

  private found({ items }: Section): readonly Item[] {
    const query = textQuery(this.query);
    return query.empty ? items : items.filter(({ number, title }) => query.matches([`${number} ${title}`]));
  }

  /** Enter goes to the first that is found. */
  private readonly onFindKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.isComposing || this.query === "") return;
    const first = this.model?.sections.flatMap((section) => this.found(section))[0];
    if (first) this.dispatchEvent(new CustomEvent("enter", { detail: first.key }));
  };

  private fold(key: string): void {
    const closed = new Set(this.closed);
    if (!closed.delete(key)) closed.add(key);
    this.closed = closed;
  }

  private pick(key: string): void {
    this.dispatchEvent(new CustomEvent("pick", { detail: key }));
  }

  private hint(key: string | undefined): void {
    this.dispatchEvent(new CustomEvent("hint", { detail: key }));
  }
}

/** A diamond for errors, a disc for warnings: shape and colour, with the word for assistive technology. */
function mark(severity: Severity | undefined): TemplateResult | typeof nothing {
  if (!severity) return nothing;
  return html`<span class="ol-mark" data-severity=${severity}
    ><span class="said">${t(`web.workspace.severity.${severity}`)}</span></span
  >`;
}
