import {
  type EditResult,
  type Fix,
  type Item,
  type JsonObject,
  type JsonValue,
  type Observable,
  type RoleModel,
  type Section,
  valueAt,
} from "@rolewright/runtime";
import { t } from "../../../app/language.ts";
import { notify } from "../../../components/notice.ts";
import { findingText } from "../../../editor/findings.ts";
import type { LiveRole } from "../live-role.ts";
import type { Desk } from "./desk.ts";
import type { DraggedItem, DropPlace } from "./drag.ts";
import type { Locker, PeerCaret } from "./field-locks.ts";
import { keyWord, kindChange, newItem } from "./item-kinds.ts";
import { newWords } from "./new-words.ts";
import type { PastedLine } from "./pasted-lines.ts";
import {
  addItem,
  addItems,
  duplicateItem,
  type EditContext,
  itemPath,
  moveItem,
  newKey,
  type RolePath,
  removeItem,
  resetInItem,
  setInItem,
  setManyInItem,
} from "./role-edits.ts";

/** Several new items for a section. */
export interface NewLines {
  readonly section: string;
  readonly lines: readonly PastedLine[];
}

/** A KPI of the library for a section; its reference with a version. */
export interface PickedKpi {
  readonly reference: string;
  readonly section: string;
}

/** A live role as far as the designer knows it. */
export type DesignedRole = Pick<
  LiveRole,
  "shared" | "library" | "written" | "current" | "diagnostics" | "change" | "readNow"
>;

/** The designer a desk works for: what it shows, and how it is told. */
export interface DeskHost extends EventTarget {
  readonly live: DesignedRole | undefined;
  readonly model: RoleModel | undefined;
  readonly readonly: boolean;
  readonly carets: readonly PeerCaret[];
  /** Fields that peers edit, by path. */
  readonly held: ReadonlyMap<string, Locker>;
  focusItem(key: string, edit?: boolean): void;
}

/** What the cards may do, carried out on the live text of the designer it belongs to. */
export class RoleDesk implements Desk {
  constructor(private readonly designer: DeskHost) {}

  set(item: Item, path: RolePath, value: JsonValue | undefined): void {
    this.change((text, context) => setInItem(text, context, item, path, value));
  }

  setMany(item: Item, changes: readonly (readonly [path: RolePath, value: JsonValue | undefined])[]): void {
    this.change((text, context) => setManyInItem(text, context, item, changes));
  }

  reset(item: Item, path: RolePath): void {
    this.change((text) => resetInItem(text, item, path));
  }

  changeKind(item: Item, kind: Observable["kind"]): void {
    this.setMany(item, kindChange(item, kind, newWords(this.language)).changes);
  }

  add(section: string, behind?: Item): void {
    const target = this.sectionOf(section);
    if (!target) return;
    const words = newWords(this.language);
    const made = newItem(target.kind, words.title(target.kind), words);
    const before = behind && target.items[target.items.findIndex(({ key }) => key === behind.key) + 1]?.key;
    this.addOne(target, keyWord(target.kind), made, before);
  }

  /** The library's KPI as an item that inherits it; its key is the last part of the KPI's id. */
  addKpi({ reference, section }: PickedKpi): void {
    const target = this.sectionOf(section);
    const name = reference.replace(/@\d+$/, "").split("/").at(-1) ?? "";
    const word = name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    if (target) this.addOne(target, word, { "x-extends": reference });
  }

  addLines({ section, lines }: NewLines): void {
    const target = this.sectionOf(section);
    if (!target || lines.length === 0) return;
    const words = newWords(this.language);
    const taken = new Set<string>();
    const items = lines.map(({ title, weight, unit, bound }): [string, JsonObject] => {
      const key = newKey(this.role, keyWord(target.kind), taken);
      taken.add(key);
      const scored = target.kind === "standards" || target.kind === "custom";
      const more = { ...(weight === undefined ? {} : { weight }), ...(unit && scored ? { unit } : {}) };
      const made = newItem(target.kind, title, words, more);
      return [key, scored ? withBound(made, bound) : made];
    });
    if (!this.change((text) => addItems(text, target, items))) return;
    notify(t("designer.pasted", { count: items.length }), "done", this.undoAction());
    this.show(items[0]?.[0] ?? "");
  }

  duplicate(item: Item): void {
    const key = newKey(this.role, item.key.replace(/\d+$/, ""));
    const title = t("designer.copyOf", { title: item.title });
    if (item.origin && valueAt(this.text, itemPath(item)) === undefined) {
      refuse(t("designer.inheritedCopy"));
      return;
    }
    if (this.change((text) => duplicateItem(text, this.role, item, key, title))) this.show(key, true);
  }

  remove(item: Item): void {
    const busy = this.peerIn([item]);
    if (busy) {
      refuse(t("designer.busy", { name: busy }));
      return;
    }
    const items = this.items;
    const at = items.findIndex(({ key }) => key === item.key);
    if (!this.change((text, context) => removeItem(text, context, item))) return;
    notify(t("designer.removed", { title: item.title }), "done", this.undoAction());
    const next = items[at + 1] ?? items[at - 1];
    if (next) this.show(next.key);
  }

  step(item: Item, by: -1 | 1): void {
    const items = this.sectionOf(item.section)?.items ?? [];
    const at = items.findIndex(({ key }) => key === item.key);
    if (at < 0 || !items[at + by]) return;
    this.moveBefore(item, item.section, items[by === -1 ? at - 1 : at + 2]?.key);
    this.show(item.key);
  }

  moveTo(item: Item, section: string): void {
    this.moveBefore(item, section, undefined);
    this.show(item.key);
  }

  moveBefore(item: Item, section: string, before: string | undefined): void {
    const busy = this.peerIn([item]);
    if (busy) {
      refuse(t("designer.busy", { name: busy }));
      return;
    }
    if (item.section !== section && item.origin) {
      refuse(t("designer.inheritedMove"));
      return;
    }
    if (!this.change((text) => moveItem(text, this.role, item, section, before))) return;
    const title = item.title;
    const moved = this.items.find(({ key }) => key === item.key);
    this.designer.dispatchEvent(
      new CustomEvent("said", { detail: t("designer.moved", { title, number: moved?.number ?? "" }) }),
    );
  }

  pick(key: string): void {
    this.designer.dispatchEvent(new CustomEvent("pick", { detail: key }));
  }

  hint(key: string | undefined): void {
    this.designer.dispatchEvent(new CustomEvent("hint", { detail: key }));
  }

  showCode(item: Item): void {
    this.designer.dispatchEvent(new CustomEvent("code", { detail: item.key }));
  }

  fix(code: string, path: readonly (string | number)[], index: number): void {
    const live = this.designer.live;
    live?.readNow();
    const found = live?.diagnostics.find((one) => one.code === code && one.path.join("/") === path.join("/"));
    const fix = found?.fixes[index];
    if (fix) this.applyFix(fix);
  }

  applyFix(fix: Fix): void {
    this.designer.dispatchEvent(new CustomEvent("fix", { detail: fix }));
  }

  private get role(): RoleModel {
    const { model } = this.designer;
    if (!model) throw new Error("There is no role to change yet.");
    return model;
  }

  private get items(): readonly Item[] {
    return this.designer.live?.written?.sections.flatMap(({ items }) => items) ?? [];
  }

  private get language(): string {
    return this.designer.model?.language ?? "zh-CN";
  }

  private get text(): string {
    return this.designer.live?.shared?.text.toString() ?? "";
  }

  private sectionOf(key: string): Section | undefined {
    return this.designer.model?.sections.find((section) => section.key === key);
  }

  private addOne(section: Section, word: string, item: JsonObject, before?: string): void {
    const key = newKey(this.role, word);
    if (this.change((text) => addItem(text, section, key, item, before))) this.show(key, true);
  }

  /** Selects an item and gives it the focus once it is there. */
  private show(key: string, edit = false): void {
    this.pick(key);
    this.designer.focusItem(key, edit);
  }

  /** Makes the change, or says why it cannot be made; whether it was made. */
  private change(make: (text: string, context: EditContext) => EditResult): boolean {
    const { live } = this.designer;
    if (!live || this.designer.readonly) return false;
    const context = { host: live.library, role: this.role };
    const refused = live.change((text) => make(text, context));
    if (refused) refuse(findingText(refused));
    return !refused;
  }

  /** The name of a peer whose caret or field is in one of the items: what they write must not be torn away. */
  private peerIn(items: readonly Item[]): string | undefined {
    const { live, carets, held } = this.designer;
    if (!live) return undefined;
    const inText = carets.find(({ offset }) =>
      items.some(
        ({ source: { range }, origin }) => !origin && live.current && range.start < offset && offset < range.end,
      ),
    );
    const inField = [...held].find(([path]) => items.some((item) => path.startsWith(`${itemPath(item).join("/")}/`)));
    return inText?.name ?? inField?.[1].name;
  }

  private undoAction() {
    const history = this.designer.live?.shared?.history;
    const step = history?.undoStack.at(-1);
    const run = () => {
      if (history && history.undoStack.at(-1) === step) history.undo();
      else notify(t("designer.undoLater"), "error");
    };
    return { label: t("web.workspace.undo"), run };
  }
}

function withBound(item: JsonObject, bound: PastedLine["bound"]): JsonObject {
  const { target: _default, ...info } = item["x-item"] as JsonObject;
  if (bound) return { ...item, "x-item": { ...info, target: { [bound.keyword]: bound.value } } };
  const { score: _pass, ...plain } = info;
  return { ...item, "x-item": plain };
}

/** Says why something was not done. */
function refuse(words: string): void {
  notify(words, "error");
}

/** Carries out a drop. */
export function dropAction(desk: RoleDesk, role: RoleModel | undefined, dragged: DraggedItem, place: DropPlace): void {
  const section = role?.sections.find(({ key }) => key === place.section);
  const item = role?.sections.flatMap(({ items }) => items).find(({ key }) => key === dragged.key);
  if (!section || !item) return;
  const at = section.items.findIndex(({ key }) => key === place.key);
  const before = place.key === undefined ? undefined : place.edge === "before" ? place.key : section.items[at + 1]?.key;
  desk.moveBefore(item, section.key, before);
  desk.pick(item.key);
}
