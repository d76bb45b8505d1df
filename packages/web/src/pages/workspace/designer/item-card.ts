import { cadenceInWords, dueInWords, scoreInWords, targetInWords } from "@rolewright/locale";
import type { Diagnostic, Item, Observable, RoleModel, SectionKind } from "@rolewright/runtime";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { t } from "../../../app/language.ts";
import { icon } from "../../../components/icon.ts";
import { LightElement } from "../../../components/light-element.ts";
import { targetText } from "../../../components/target-text.ts";
import "./card-findings.ts";
import { findingMark } from "./card-findings.ts";
import { cardMenu } from "./card-menu.ts";
import type { Desk, FieldView, Panel } from "./desk.ts";
import type { FocusPlace } from "./desk-work.ts";
import { cardDrag, type DraggedItems } from "./drag.ts";
import { duePanel } from "./due-field.ts";
import type { Locker } from "./field-locks.ts";
import { choiceField, fieldBox, flag, off, originMark } from "./fields.ts";
import { isDay, kindChange, observationKinds } from "./item-kinds.ts";
import { measurePanel } from "./measure-field.ts";
import { mainFields, morePanel } from "./more-fields.ts";
import { newWords } from "./new-words.ts";
import { scorePanel } from "./score-field.ts";
import type { TextField } from "./text-field.ts";
import "../together/comment-mark.ts";
import { pip } from "../together/pip.ts";
import { unseenParts, unseenStrip } from "./unseen.ts";
import "./item-card.css";

/**
 * One item: compact, or, when it is the selected one, open with all its fields. Far from what is seen it says the same
 * in plain words, for the page's own search and for screen readers: a role may have hundreds of items.
 */
@customElement("rw-item-card")
export class ItemCard extends LightElement {
  @property({ attribute: false }) item!: Item;
  /** The item in the reader's language. */
  @property({ attribute: false }) shown!: Item;
  @property() kind: SectionKind = "standards";
  /** Language of the words shown. */
  @property() language = "";
  /** Needed only by the open card. */
  @property({ attribute: false }) model: RoleModel | undefined;
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) findings: readonly Diagnostic[] = [];
  /** Field of this item, from the item → the peer who edits it. */
  @property({ attribute: false }) locks: ReadonlyMap<string, Locker> = new Map();
  /** Who else has it at hand. */
  @property({ attribute: false }) peers: readonly Locker[] = [];
  @property({ type: Boolean, reflect: true }) selected = false;
  @property({ type: Boolean, reflect: true }) lit = false;
  /** Whether several items are worked on together, and whether this is one of them. */
  @property({ type: Boolean }) many = false;
  @property({ type: Boolean, reflect: true }) chosen = false;
  /** What goes along when this card is dragged. */
  @property({ attribute: false }) dragging: (key: string) => DraggedItems = (key) => ({ keys: [key] });
  @property({ type: Boolean }) readonly = false;
  /** Whether Tab stops here: one card of the list. */
  @property({ type: Boolean }) stop = false;
  @state() private panel: Panel | undefined;
  @state() private wantedKind: Observable["kind"] | undefined;
  @state() private edge: "before" | "behind" | undefined;
  @state() private dragged = false;
  /** Whether it is near what is seen: the browser tells, as it lays out nothing else (`content-visibility`). */
  @state() private near = !tellsOfSight;
  private handle: HTMLElement | undefined;
  private endDrag: (() => void) | undefined;

  constructor() {
    super();
    this.addEventListener("contentvisibilityautostatechange", (event) => {
      if (event.target === this && event instanceof ContentVisibilityAutoStateChangeEvent) this.near = !event.skipped;
    });
  }

  override updated(): void {
    this.dataset.edge = this.edge ?? "";
    this.speakFromAfar();
    this.toggleAttribute("data-dragged", this.dragged);
    this.startDrag();
  }

  /** The browser tells screen readers nothing of what it does not lay out: far away the element itself says it. */
  private speakFromAfar(): void {
    const far = !this.isNear;
    this.role = far ? "article" : null;
    this.ariaLabel = far ? (this.querySelector(".dz-card")?.textContent?.replace(/\s+/g, " ").trim() ?? null) : null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopDrag();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.startDrag();
  }

  /** The item in the template's own words. */
  get subject(): Item {
    return this.item;
  }

  /** Puts the focus on the card itself, into its title, or on its first repair. */
  override focus(options?: FocusOptions & { readonly at?: FocusPlace }): void {
    const places = {
      card: null,
      title: this.querySelector<TextField>(".dz-title"),
      fix: this.querySelector(".dz-fix"),
    };
    const found = places[options?.at ?? "card"] as HTMLElement | null;
    if (found && !this.readonly) found.focus();
    else this.querySelector<HTMLElement>(".dz-card")?.focus(options);
  }

  override render(): TemplateResult {
    const { item } = this;
    return html`<article
      class="dz-card"
      tabindex=${this.stop ? 0 : -1}
      data-key=${item.key}
      aria-label=${`${item.number} ${this.shown.title}`}
      aria-current=${this.selected ? "true" : nothing}
      @keydown=${this.onKey}
      @mousedown=${holdSelection}
      @click=${this.onClick}
      @pointerenter=${() => this.desk.hint(item.key)}
      @pointerleave=${() => this.desk.hint(undefined)}
    >
      ${this.renderHead()} ${this.isNear ? this.renderBody() : this.renderPlain()}
    </article>`;
  }

  private get isNear(): boolean {
    return this.near || this.selected || this.locks.size > 0;
  }

  private renderPlain(): TemplateResult | typeof nothing {
    const { item, shown } = this;
    const weight = item.weight === undefined ? [] : [`${t("designer.weight")} ${item.weight}`];
    const score = shown.score ? [scoreInWords(shown, t)] : [];
    const facts = [...this.facts().map(([, words]) => words), ...score, ...weight].filter(Boolean);
    return facts.length > 0 ? html`<p class="dz-plain">${facts.map((words) => html`${words} `)}</p>` : nothing;
  }

  private renderBody(): TemplateResult | typeof nothing {
    return this.selected && this.model ? this.renderOpen(this.model) : this.renderCompact();
  }

  private renderName(): TemplateResult {
    return html`<h3 class="dz-name" lang=${this.language}>${this.shown.title}</h3>`;
  }

  /** The title is one element near and far, so that what the page's own search found in it stays marked. */
  private renderHead(): TemplateResult {
    const near = this.isNear;
    return html`<header class=${near ? "dz-head" : "dz-head far"}>
      ${near ? this.renderGrip() : nothing}<span class="dz-no">${this.item.number}</span>${this.selected && this.model ? this.renderTitle(this.model) : this.renderName()}
      ${near ? this.renderMarks() : nothing}
    </header>`;
  }

  private renderGrip(): TemplateResult {
    return html`<span class="dz-grip" title=${this.readonly ? nothing : t("designer.drag")}>${icon("grip", 14)}</span>${this.many ? this.renderTick() : nothing}`;
  }

  private renderMarks(): TemplateResult {
    const { item } = this;
    return html`${findingMark(this.findings)} ${this.selected ? nothing : this.renderOrigin()} ${this.renderWeight()}
      ${this.peers.map(pip)}<rw-comment-mark item=${item.key}></rw-comment-mark>
      ${this.selected && !this.readonly ? cardMenu(item, this.desk, this.model) : nothing}`;
  }

  private renderTick(): TemplateResult {
    const label = t("designer.many.item", { title: this.shown.title });
    return html`<input
      class="dz-tick"
      type="checkbox"
      tabindex="-1"
      aria-label=${label}
      .checked=${live(this.chosen)}
      @click=${(event: MouseEvent) => {
        event.stopPropagation();
        this.desk.items.choose(this.item.key, event.shiftKey);
      }}
    />`;
  }

  private renderOrigin(): TemplateResult | typeof nothing {
    return this.item.origin ? originMark(this.item.origin) : nothing;
  }

  private renderTitle(role: RoleModel): TemplateResult {
    const locker = this.locks.get("title");
    return html`<div class="dz-title-field ${locker ? "locked" : ""}" data-field="title" data-peer=${locker?.color ?? nothing}>
      <rw-text-field
        class="dz-title"
        required
        .label=${t("designer.field.title")}
        .value=${this.item.title}
        .language=${role.language}
        ?readonly=${this.readonly || locker !== undefined}
        @commit=${({ detail }: CustomEvent<string>) => this.desk.set(this.item, ["title"], detail)}
      ></rw-text-field>
      ${locker ? flag(locker) : nothing}
    </div>`;
  }

  private renderWeight(): TemplateResult | typeof nothing {
    const { item, kind } = this;
    const weighable = kind === "standards" || kind === "competencies" || kind === "custom";
    const locker = this.locks.get("x-item/weight");
    if (!this.selected || this.readonly || !weighable) {
      if (item.weight === undefined) return nothing;
      return html`<span class="dz-weight ${locker ? "locked" : ""}" data-peer=${locker?.color ?? nothing}>${t("designer.weight")} <b>${item.weight}</b>${locker ? flag(locker) : nothing}</span>`;
    }
    return html`<span class="dz-weight ${locker ? "locked" : ""}" data-field="x-item/weight" data-peer=${locker?.color ?? nothing}>
      ${t("designer.weight")}
      <rw-text-field
        kind="number"
        .label=${t("designer.weight")}
        .value=${item.weight ?? ""}
        ?readonly=${locker !== undefined}
        @commit=${({ detail }: CustomEvent<string>) => this.desk.set(item, ["x-item", "weight"], detail === "" ? undefined : Number(detail))}
      ></rw-text-field>${locker ? flag(locker) : nothing}
    </span>`;
  }

  private renderCompact(): TemplateResult | typeof nothing {
    const item = this.shown;
    const chips = this.facts()
      .map(([path, words]) => this.chip(path, words))
      .filter((chip) => chip !== nothing);
    const rule = item.score ? html`<span class="chip sq dz-rule">${scoreInWords(item, t)}</span>` : nothing;
    if (chips.length === 0 && rule === nothing) return nothing;
    return html`<div class="dz-chips">${chips}${rule}</div>`;
  }

  /** What it says in short, by the field that says it. */
  private facts(): readonly (readonly [path: string, words: TemplateResult | string | undefined])[] {
    const item = this.shown;
    return [
      ["x-item/part", item.part && t(`document.part.${item.part}`)],
      ["x-item/need", item.need && t(`document.need.${item.need}`)],
      ["x-item/target", targetChip(item)],
      ["x-item/every", cadenceInWords(item.every, t)],
      ["x-item/due", isDay(item) ? "" : dueInWords(item, t)],
      ["x-item/share", item.share && `${item.share} %`],
    ];
  }

  private chip(path: string, words: TemplateResult | string | undefined): TemplateResult | typeof nothing {
    const locker = this.locks.get(path);
    if (!words && !locker) return nothing;
    return html`<span class="f dz-chip ${locker ? "locked" : ""}" data-peer=${locker?.color ?? nothing}>${words}${locker ? flag(locker) : nothing}</span>`;
  }

  private renderOpen(role: RoleModel): TemplateResult {
    const view = this.view(role);
    return html`<div class="dz-open-body">
      <div class="dz-grid">${mainFields(view)}</div>
      ${this.panel === "measure" ? measurePanel(view) : nothing}${this.panel === "due" ? duePanel(view) : nothing}
      ${this.panel === "score" ? scorePanel(view) : nothing}
      ${this.panel === "more" ? morePanel(view, this.renderKind(view)) : nothing} ${unseenStrip(unseenParts(this.item), () => this.desk.showCode(this.item.key))}
      <rw-card-findings .findings=${this.findings} .scope=${view}></rw-card-findings>
      <button class="btn quiet xs dz-more-button" type="button" aria-expanded=${this.panel === "more"} @click=${() => this.show("more")}>
        ${icon(this.panel === "more" ? "up" : "down", 14)}${t(this.panel === "more" ? "designer.fewer" : "designer.more")}
      </button>
    </div>`;
  }

  private view(role: RoleModel): FieldView {
    const { item, kind, desk, locks, readonly, panel } = this;
    const scope = { part: item, desk, locks, readonly, language: role.language };
    return { ...scope, item, role, kind, panel, show: (which) => this.show(which) };
  }

  private renderKind(view: FieldView): TemplateResult {
    const { item } = this;
    const label = t("designer.field.kind");
    const choices = observationKinds.map((value) => ({ value, label: t(`designer.kind.${value}`) }));
    const { wantedKind } = this;
    const body = html`${choiceField(
      label,
      wantedKind ?? item.observation.kind,
      choices,
      off(view, "type"),
      (chosen) => {
        const wanted = observationKinds.find((one) => one === chosen);
        this.wantedKind = wanted === item.observation.kind ? undefined : wanted;
      },
    )}`;
    return html`${fieldBox(view, label, "type", body, { field: "observation" })}${wantedKind ? this.renderKindChange(wantedKind, view.role) : nothing}`;
  }

  private renderKindChange(kind: Observable["kind"], role: RoleModel): TemplateResult {
    const { dropped } = kindChange(this.item, kind, newWords(role.language));
    const names = dropped.map((name) => t(`designer.field.${name}`));
    const params = { kind: t(`designer.kind.${kind}`), dropped: names, some: names.length > 0 };
    return html`<div class="strip warn dz-ask wide" role="alert">
      <span class="grow">${t("designer.kindEffect", params)}</span>
      <button class="btn xs" type="button" @click=${() => {
        this.wantedKind = undefined;
      }}>${t("web.workspace.cancel")}</button>
      <button class="btn xs soft" type="button" @click=${() => {
        this.wantedKind = undefined;
        this.desk.items.changeKind(this.item, kind);
      }}>${t("designer.kindChange", params)}</button>
    </div>`;
  }

  private show(panel: Panel): void {
    this.panel = this.panel === panel ? undefined : panel;
    this.wantedKind = undefined;
    void this.updateComplete.then(() => this.scrollIntoView({ block: "nearest" }));
  }

  private readonly onClick = (event: MouseEvent): void => {
    const { key } = this.item;
    const inField = event.target instanceof Element && event.target.closest("rw-text-field, select, button, label");
    const adds = event.ctrlKey || event.metaKey || (this.many && isTouch(event));
    if (!inField && (adds || event.shiftKey)) this.desk.items.choose(key, event.shiftKey && !adds);
    else if (!this.selected) this.desk.pick(key);
  };

  /** From a field back to the card; what a key means on the card is the list's. */
  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.key !== "Escape" || event.target === event.currentTarget) return;
    event.preventDefault();
    event.stopPropagation();
    this.focus();
  };

  private stopDrag(): void {
    this.endDrag?.();
    this.endDrag = undefined;
    this.handle = undefined;
  }

  /** By the grip that is there now: it comes and goes with what is near. */
  private startDrag(): void {
    const card = this.querySelector<HTMLElement>(".dz-card");
    const handle = this.querySelector<HTMLElement>(".dz-grip") ?? undefined;
    if (handle === this.handle) return;
    this.stopDrag();
    if (!card || !handle) return;
    this.handle = handle;
    this.endDrag = cardDrag(card, handle, {
      item: () => ({ key: this.item.key, section: this.item.section }),
      data: () => this.dragging(this.item.key),
      label: (count) => t("designer.many.count", { count }),
      may: () => !this.readonly,
      dragged: (on) => {
        this.dragged = on;
      },
      edge: (edge) => {
        this.edge = edge;
      },
    });
  }
}

/** Whether the browser says when something with `content-visibility: auto` comes near. */
const tellsOfSight = "ContentVisibilityAutoStateChangeEvent" in globalThis;

/** Shift and click choose a stretch of items, not of text. */
function holdSelection(event: MouseEvent): void {
  const inField = event.target instanceof Element && event.target.closest("input, textarea, select");
  if (event.shiftKey && !inField) event.preventDefault();
}

function isTouch(event: MouseEvent): boolean {
  return event instanceof PointerEvent && event.pointerType === "touch";
}

/** `不低于 90 %` with the figure set off; other targets in the words they have everywhere. */
function targetChip(item: Item): TemplateResult | string {
  // That a tick is to be set goes without saying.
  if (item.observation.kind === "tick") return "";
  const [bound, second] = item.target?.bounds ?? [];
  if (item.target?.accepted) return targetText(item);
  if (!bound || second || isDay(item)) return targetInWords(item, t);
  const [before = "", after = ""] = t(`runtime.operatorWords.${bound.keyword}`, { value: "\u0001" }).split("\u0001");
  return html`${before.trim()} <b>${bound.value}</b>${after} ${item.unit ? html`<span class="u">${item.unit}</span>` : nothing}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "rw-item-card": ItemCard;
  }
}
