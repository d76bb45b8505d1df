import type { Diagnostic, Fix, Item, RoleModel, Section, SectionKind } from "@rolewright/runtime";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import { language, t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import { LightElement } from "../../../components/light-element.ts";
import { textLanguage } from "../../../components/text-language.ts";
import { Clipboard } from "./clipboard.ts";
import type { DesignedRole, DeskHost, FocusPlace } from "./desk-work.ts";
import { onItemDrop, SectionEnds } from "./drag.ts";
import { HeldFields } from "./held-fields.ts";
import "./item-card.ts";
import type { ItemCard } from "./item-card.ts";
import type { NewLines } from "./item-desk.ts";
import "./kpi-picker.ts";
import type { KpiPicker } from "./kpi-picker.ts";
import { listAction } from "./list-keys.ts";
import { manyBar } from "./many-bar.ts";
import "./paste-dialog.ts";
import type { PartCard } from "./part-card.ts";
import type { PasteDialog } from "./paste-dialog.ts";
import "./role-card.ts";
import { newSection, newSectionButton } from "./new-section.ts";
import { RoleDesk } from "./role-desk.ts";
import { nothingChosen, reached, remaining, type Selection, toggled } from "./selection.ts";
import { CardData } from "./steady.ts";
import { weightBar, weightsOf } from "./weight-bar.ts";
import "./designer.css";

type AnyCard = ItemCard | PartCard;
const partCards = "rw-item-card, rw-section-head, rw-role-card";
const noFindings: readonly Diagnostic[] = [];

/** What a card of an item is drawn from. */
type CardView = Pick<
  ItemCard,
  | "item"
  | "shown"
  | "kind"
  | "language"
  | "model"
  | "findings"
  | "locks"
  | "peers"
  | "selected"
  | "many"
  | "chosen"
  | "lit"
  | "readonly"
  | "stop"
>;

/**
 * The visual designer: a role's items as cards over the same text as the code. Whatever it does is a small edit of the
 * text; what it has no control for stays as it is. Events: `pick` (key of an item), `hint` (key under the pointer or
 * undefined), `code` (key of an item to be shown in the code), `fix` (a repair to apply), `at` (which peers
 * have which item at hand), `said` (for live regions), `show-obstacle`.
 */
@customElement("rw-designer")
export class Designer extends LightElement implements DeskHost {
  @property({ attribute: false }) live: DesignedRole | undefined;
  /** The role in the template's own words; changes whenever the text was read anew. */
  @property({ attribute: false }) model: RoleModel | undefined;
  /** The same role in the reader's language: what compact cards show. */
  @property({ attribute: false }) shown: RoleModel | undefined;
  @property({ attribute: false }) diagnostics: readonly Diagnostic[] = [];
  /** Key of the traced item: its card is open. */
  @property() selected: string | undefined;
  /** Key of the item under the pointer somewhere else. */
  @property() hinted: string | undefined;
  /** Line of the error that keeps the text from being read; nothing can be changed here until it is mended. */
  @property({ attribute: false }) obstacle: number | undefined;
  @property({ type: Boolean }) locked = false;
  /** While it shows what was stored and the live text is on its way: what can be added has its place already. */
  @property({ type: Boolean }) opening = false;
  /** What is worked on together; while it is empty, it is the selected item alone. */
  @state() private selection: Selection = nothingChosen;
  @query("rw-kpi-picker") private picker!: KpiPicker;
  @query("rw-paste-dialog") private pasting!: PasteDialog;
  @query(newSectionButton) private newSection!: HTMLElement | null;
  private readonly desk = new RoleDesk(this);
  private readonly cards = new CardData();
  private readonly fields = new HeldFields(this, (element) => element.closest<AnyCard>(partCards)?.subject);
  /** The ends of the sections as places to drop at, by section. */
  private readonly ends = new SectionEnds();
  private stopDrops: (() => void) | undefined;
  /** Key of the item that gets the focus once it is drawn. */
  private wanted: { readonly key: string; readonly at: FocusPlace } | undefined;

  constructor() {
    super();
    new Clipboard(this, this.desk.items);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopDrops = onItemDrop((dragged, place) => this.desk.items.drop(dragged, place));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopDrops?.();
  }

  /** Whether nothing can be changed just now. */
  get readonly(): boolean {
    return this.locked || this.obstacle !== undefined || !this.live?.shared;
  }

  /** Fields that peers edit, by path. */
  get held() {
    return this.fields.all;
  }

  get carets() {
    return this.fields.carets;
  }

  /** The section new items go to: the one of the selected item, else the standards, else the last. */
  get section(): Section | undefined {
    const sections = this.model?.sections ?? [];
    const { selected } = this;
    const holding = sections.find(({ key, items }) => key === selected || items.some((item) => item.key === selected));
    return holding ?? sections.find(({ kind }) => kind === "standards") ?? sections.at(-1);
  }

  /** Adds an item behind the selected one, or at the end of the section that is worked on. */
  add(): void {
    const { section } = this;
    const behind = section?.items.find(({ key }) => key === this.selected);
    if (section) this.desk.items.add(section.key, behind);
  }

  /** The items that an action is about, in the order shown: those chosen together, else the selected one. */
  get together(): readonly Item[] {
    const { keys } = this.selection;
    return [...this.cards.items.values()].filter(({ key }) => (keys.size > 0 ? keys.has(key) : key === this.selected));
  }

  choose(key: string, through = false): void {
    const { selected, selection } = this;
    const alone = selection.keys.size === 0 && selected !== undefined && selected !== key;
    const start = alone && this.cards.items.has(selected) ? toggled(nothingChosen, selected) : selection;
    this.selection = through ? reached(start, key, [...this.cards.items.keys()]) : toggled(start, key);
    const { size } = this.selection.keys;
    if (size === 0 && selected !== key) this.desk.pick(key);
    this.dispatchEvent(new CustomEvent("said", { detail: t("designer.many.count", { count: size }) }));
  }

  chooseAll(keys: readonly string[]): void {
    this.selection = { keys: new Set(keys), anchor: keys[0] };
  }

  focusPart(key: string, at: FocusPlace = "card"): void {
    this.wanted = { key, at };
    this.requestUpdate();
  }

  pickKpi(take: (reference: string) => void): void {
    this.picker.open(take);
  }

  /** Offers the kinds of section that can be added at the end. */
  chooseSection(): void {
    this.newSection?.scrollIntoView({ block: "nearest" });
    this.newSection?.click();
  }

  /** Opens the dialog that makes items of lines, with these in it. */
  pasteLines(lines: string): void {
    const { section } = this;
    if (section) this.pasting.open(section, lines);
  }

  protected override willUpdate(): void {
    const before = this.cards.items;
    this.cards.update(this.model, this.shown ?? this.model, this.diagnostics);
    this.selection = remaining(this.selection, (key) => this.cards.items.has(key) || !before.has(key));
  }

  override render(): TemplateResult {
    if (!this.model) return this.obstacle === undefined ? waiting() : html`${this.renderObstacle()}`;
    return html`
      ${this.renderObstacle()}
      <div class="dz-list" @keydown=${this.onKey}>
        ${this.renderRole(this.model)} ${this.model.sections.map((section) => this.renderSection(section))}
        ${this.readonly ? nothing : newSection(this.desk.sections, this.model.sections.length === 0)}
      </div>
      ${this.renderMany(this.model)}
      <rw-kpi-picker></rw-kpi-picker>
      <rw-paste-dialog @lines=${(event: CustomEvent<NewLines>) => this.desk.items.addLines(event.detail)}></rw-paste-dialog>
    `;
  }

  private renderMany(role: RoleModel): TemplateResult | typeof nothing {
    if (this.selection.keys.size === 0 || this.readonly) return nothing;
    return manyBar(this.together, role, this.desk.items, () => this.leaveMany());
  }

  private leaveMany(): void {
    const key = this.selection.anchor ?? this.selected;
    this.selection = nothingChosen;
    if (key !== undefined) this.focusPart(key);
  }

  private renderObstacle(): TemplateResult | typeof nothing {
    if (this.obstacle === undefined) return nothing;
    return html`<div class="strip dz-obstacle" role="status">
      ${icon("error", 16)}<span class="grow">${t("designer.obstacle", { line: this.obstacle })}</span>
      <button class="btn xs" type="button" @click=${() => this.dispatchEvent(new Event("show-obstacle"))}>${t("web.preview.toLine")}</button>
    </div>`;
  }

  private renderRole(role: RoleModel): TemplateResult {
    return html`<rw-role-card
      .model=${role}
      .shown=${this.shown ?? role}
      .desk=${this.desk}
      .findings=${this.cards.findings.get("") ?? noFindings}
      .locks=${this.fields.of(role)}
      .peers=${this.fields.at("")}
      ?selected=${this.selected === "" && this.selection.keys.size === 0}
      ?readonly=${this.readonly}
      ?stop=${this.stop === ""}
    ></rw-role-card>`;
  }

  private renderSection(section: Section): TemplateResult {
    const weights = this.model && weightsOf(this.model, section, this.diagnostics);
    const fix = this.readonly ? undefined : (one: Fix) => this.desk.applyFix(one);
    return html`<section class="dz-section" data-section=${section.key} data-kind=${section.kind} aria-label=${section.title}>
      <rw-section-head
        .section=${section}
        .model=${this.model}
        .shown=${this.shown ?? this.model}
        .desk=${this.desk}
        .findings=${this.cards.findings.get(section.key) ?? noFindings}
        .locks=${this.fields.of(section)}
        .peers=${this.fields.at(section.key)}
        ?selected=${section.key === this.selected && this.selection.keys.size === 0}
        ?readonly=${this.readonly}
      ></rw-section-head>
      ${weights ? weightBar(weights, this.selected, (key) => this.desk.pick(key), fix) : nothing}
      ${repeat(
        section.items,
        ({ key }) => key,
        (item) => this.renderCard(item, section.kind),
      )}
      ${this.renderAdd(section)}
    </section>`;
  }

  private renderCard(item: Item, kind: SectionKind) {
    const { key } = item;
    const many = this.selection.keys.size > 0;
    const selected = key === this.selected && !many;
    const card: CardView = {
      item: this.cards.items.get(key) ?? item,
      shown: this.cards.shown.get(key) ?? item,
      kind,
      language: this.model ? textLanguage(this.model, language()) : "",
      model: selected ? this.model : undefined,
      findings: this.cards.findings.get(key) ?? noFindings,
      locks: this.fields.of(item),
      peers: this.fields.at(key),
      selected,
      many: many && !this.readonly,
      chosen: this.selection.keys.has(key),
      lit: key === this.hinted,
      readonly: this.readonly,
      stop: key === this.stop,
    };
    // Hundreds of cards: only those that say something else are handed anything.
    return guard(Object.values(card), () => this.renderOne(card));
  }

  private renderOne(card: CardView): TemplateResult {
    return html`<rw-item-card
      .item=${card.item}
      .shown=${card.shown}
      .kind=${card.kind}
      .language=${card.language}
      .model=${card.model}
      .desk=${this.desk}
      .findings=${card.findings}
      .locks=${card.locks}
      .peers=${card.peers}
      ?selected=${card.selected}
      .dragging=${this.draggedWith}
      ?many=${card.many}
      ?chosen=${card.chosen}
      ?lit=${card.lit}
      ?readonly=${card.readonly}
      ?stop=${card.stop}
    ></rw-item-card>`;
  }

  private renderAdd(section: Section): TemplateResult | typeof nothing {
    if (this.readonly && !this.opening) return nothing;
    const kpis = section.kind === "standards" || section.kind === "custom" || section.kind === "competencies";
    return html`<div class="dz-add" ?inert=${this.opening} ${ref(this.ends.of(section.key))}>
      <button class="btn quiet sm" type="button" @click=${() => this.desk.items.add(section.key)}>${icon("plus", 15)}${t(`designer.add.${section.kind}`)}</button>
      ${kpis ? html`<button class="btn quiet sm" type="button" @click=${() => this.picker.open((reference) => this.desk.items.addKpi(reference, section.key))}>${icon("search", 14)}${t("designer.fromLibrary")}</button>` : nothing}
      <button class="btn quiet sm" type="button" @click=${() => this.pasting.open(section)}>${icon("copy", 14)}${t("designer.pasteLines")}</button>
    </div>`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("selected") && this.selected) this.bringIn(this.selected);
    const { wanted } = this;
    const card = wanted && this.card(wanted.key);
    if (!wanted || !card) return;
    this.wanted = undefined;
    void card.updateComplete.then(() => {
      card.scrollIntoView({ block: "nearest" });
      card.focus({ at: wanted.at });
    });
  }

  /** Scrolls an open card into view; one under the pointer only as far as it reaches below the edge. */
  private bringIn(key: string): void {
    const card = this.card(key);
    if (!card) return;
    void card.updateComplete.then(() => {
      const { top, bottom } = card.getBoundingClientRect();
      const view = this.getBoundingClientRect();
      const seen = top < view.bottom && bottom > view.top;
      if (this.matches(":hover") && seen) this.scrollTop += Math.min(Math.max(0, bottom - view.bottom), top - view.top);
      else card.scrollIntoView({ block: "nearest" });
    });
  }

  /** The chosen items go together, where the one that is dragged is among them. */
  private readonly draggedWith = (key: string) => {
    return { keys: this.selection.keys.has(key) ? this.together.map((item) => item.key) : [key] };
  };

  /** The one card that Tab stops at. */
  private get stop(): string {
    return this.selected !== undefined && this.cards.items.has(this.selected) ? this.selected : "";
  }

  /** The card of an item, of a section or of the role. */
  private card(key: string): AnyCard | undefined {
    const cards = this.querySelectorAll<AnyCard>(partCards);
    return [...cards].find(({ subject }) => ("identity" in subject ? "" : subject.key) === key);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>(".dz-card[data-key]") : null;
    const key = card?.dataset.key;
    const action = listAction(event, card === event.target, this.selection.keys.size > 0);
    if (key === undefined || !action || (this.readonly && !["go", "open"].includes(action.does))) return;
    event.preventDefault();
    const here = this.cards.items.get(key);
    const items = this.selection.keys.has(key) ? this.together : here ? [here] : [];
    const run: Readonly<Record<typeof action.does, () => void>> = {
      go: () => "by" in action && this.goBy(key, action.by),
      stretch: () => "by" in action && this.goBy(key, action.by, true),
      move: () => "by" in action && this.desk.items.step(items, action.by),
      open: () => this.desk.show(key, "title"),
      toggle: () => this.choose(key),
      all: () => this.chooseAll(this.allFrom(here)),
      clear: () => this.leaveMany(),
      duplicate: () => this.desk.items.duplicate(items),
      remove: () => this.desk.items.remove(items),
      fix: () => this.desk.show(key, "fix"),
    };
    run[action.does]();
  };

  private goBy(key: string, by: 1 | -1, stretch = false): void {
    const keys = ["", ...this.cards.items.keys()];
    const next = keys[keys.indexOf(key) + by];
    if (next === undefined || (stretch && next === "")) return;
    if (stretch) this.choose(next, true);
    else if (this.selection.keys.size === 0) this.desk.pick(next);
    this.focusPart(next);
  }

  /** All items of a section; of the role, where those are chosen already. */
  private allFrom(item: Item | undefined): readonly string[] {
    const all = [...this.cards.items.values()];
    const near = all.filter(({ section }) => section === item?.section).map(({ key }) => key);
    const has = near.every((key) => this.selection.keys.has(key));
    return has ? all.map(({ key }) => key) : near;
  }
}

function waiting(): TemplateResult {
  return html`<div class="dz-wait">${Array.from({ length: 6 }, () => html`<span class="bone"></span>`)}</div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-designer": Designer;
  }
}
