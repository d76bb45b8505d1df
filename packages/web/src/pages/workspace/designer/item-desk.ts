import { type Item, type JsonObject, type Observable, scoringMethods } from "@rolewright/runtime";
import { t } from "../../../app/language.ts";
import { notify } from "../../../components/notice.ts";
import { brokenLinks, type CopiedItems, copyText, freshKeys, pasteItems } from "./copied-items.ts";
import type { ItemDesk } from "./desk.ts";
import type { DeskWork } from "./desk-work.ts";
import type { DraggedItems, DropPlace } from "./drag.ts";
import { addItems, duplicateItems, moveItems, removeItems, setInItems, standsAlone } from "./item-edits.ts";
import { keyWord, kindChange, newItem } from "./item-kinds.ts";
import { newWords } from "./new-words.ts";
import { type Changes, setManyInPart } from "./part-edits.ts";
import type { PastedLine } from "./pasted-lines.ts";

/** Several new items for a section. */
export interface NewLines {
  readonly section: string;
  readonly lines: readonly PastedLine[];
}

/** What cards may do with items, carried out on the live text. */
export class ItemWork implements ItemDesk {
  /** Steps that were asked for, each taken from where the one before has led. */
  private steps: Promise<void> = Promise.resolve();

  constructor(private readonly work: DeskWork) {}

  changeKind(item: Item, kind: Observable["kind"]): void {
    const { changes } = kindChange(item, kind, newWords(this.work.language));
    this.work.change((text, context) => setManyInPart(text, context, item, changes));
  }

  add(section: string, behind?: Item): void {
    const target = this.work.sectionOf(section);
    if (!target) return;
    const words = newWords(this.work.language);
    const made = newItem(target.kind, words.title(target.kind), words);
    this.addOne(section, keyWord(target.kind), made, behind && this.next(behind));
  }

  /** The library's KPI as an item that inherits it; its key is the last part of the KPI's id. */
  addKpi(reference: string, section: string): void {
    const name = reference.replace(/@\d+$/, "").split("/").at(-1) ?? "";
    const word = name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    this.addOne(section, word, { "x-extends": reference });
  }

  addLines({ section, lines }: NewLines): void {
    const { work } = this;
    const target = work.sectionOf(section);
    if (!target || lines.length === 0) return;
    const words = newWords(work.language);
    const taken = new Set<string>();
    const items = lines.map(({ title, weight, unit, bound }): [string, JsonObject] => {
      const key = work.newKey(keyWord(target.kind), taken);
      taken.add(key);
      const scored = target.kind === "standards" || target.kind === "custom";
      const more = { ...(weight === undefined ? {} : { weight }), ...(unit && scored ? { unit } : {}) };
      const made = newItem(target.kind, title, words, more);
      return [key, scored ? withBound(made, bound) : made];
    });
    if (!work.change((text) => addItems(text, target, items))) return;
    work.done(t("designer.pasted", { count: items.length }));
    work.show(items[0]?.[0] ?? "");
  }

  duplicate(items: readonly Item[]): void {
    const { work } = this;
    const taken = new Set<string>();
    const copies = items.map((item) => {
      const key = work.newKey(item.key.replace(/\d+$/, ""), taken);
      taken.add(key);
      return { item, key, title: t("designer.copyOf", { title: item.title }) };
    });
    if (!work.change((text, context) => duplicateItems(text, context, copies))) return;
    const [first] = copies;
    if (first && copies.length === 1) work.show(first.key, "title");
    else void this.settle(copies.map(({ key }) => key));
  }

  remove(items: readonly Item[]): void {
    const { work } = this;
    if (items.length === 0 || work.isBusy(items)) return;
    const before = work.items;
    const gone = new Set(items.map(({ key }) => key));
    if (!work.change((text, context) => removeItems(text, context, items))) return;
    work.done(t("designer.removed", { title: items[0]?.title ?? "", count: items.length }));
    const last = before.findLastIndex(({ key }) => gone.has(key));
    const next = before.slice(last + 1)[0] ?? before.findLast(({ key }) => !gone.has(key));
    work.designer.chooseAll([]);
    if (next) work.show(next.key);
  }

  step(items: readonly Item[], by: -1 | 1): void {
    this.steps = this.steps.then(() => this.stepFrom(keysOf(items), by));
  }

  /** From where the items stand by now: the key may be pressed faster than the text is read. */
  private async stepFrom(keys: readonly string[], by: -1 | 1): Promise<void> {
    await this.work.read();
    const first = this.work.items.find(({ key }) => key === keys[0]);
    const all = (first && this.work.sectionOf(first.section)?.items) ?? [];
    const moved = all.filter(({ key }) => keys.includes(key));
    const places = moved.map((item) => all.indexOf(item));
    const edge = by === -1 ? Math.min(...places) - 1 : Math.max(...places) + 1;
    if (!first || !all[edge]) return;
    if (this.move(moved, first.section, by === -1 ? all[edge]?.key : all[edge + 1]?.key))
      void this.settle(keysOf(moved));
  }

  moveTo(items: readonly Item[], section: string): void {
    if (this.move(items, section, undefined)) void this.settle(keysOf(items));
  }

  /** Carries out a drop. */
  drop(dragged: DraggedItems, place: DropPlace): void {
    const section = this.work.sectionOf(place.section);
    const items = this.work.items.filter(({ key }) => dragged.keys.includes(key));
    if (!section || items.length === 0) return;
    const rest = section.items.filter(({ key }) => !dragged.keys.includes(key) || key === place.key);
    const at = rest.findIndex(({ key }) => key === place.key);
    const target = place.key === undefined ? undefined : rest[place.edge === "before" ? at : at + 1];
    if (this.move(items, section.key, target?.key)) void this.settle(keysOf(items));
  }

  copy(items: readonly Item[]): void {
    if (items.length === 0) return;
    writeClipboard(this.textOf(items));
    this.sayCopied(items);
  }

  /** Items as text for the clipboard. */
  textOf(items: readonly Item[]): string {
    return copyText(this.work.text, this.work.context, items);
  }

  sayCopied({ length }: readonly Item[]): void {
    notify(t("designer.copied", { count: length }));
  }

  /** Puts copied items behind another one, or at the end of the section. */
  paste(copied: CopiedItems, section: string, behind?: Item): void {
    const { work } = this;
    const target = work.sectionOf(section);
    if (!target) return;
    const { role } = work;
    const keys = freshKeys(role, copied);
    const before = behind && this.next(behind);
    if (!work.change((text) => pasteItems(text, target, copied, keys, before))) return;
    const links = brokenLinks(role, copied);
    work.done(t("designer.pastedItems", { count: copied.items.length, section: target.title, links }));
    void this.settle([...keys.values()]);
  }

  choose(key: string, through = false): void {
    this.work.designer.choose(key, through);
  }

  /** The same value in several items, as one step. */
  setAll(items: readonly Item[], changes: (item: Item) => Changes): void {
    const { work } = this;
    if (items.length === 0 || work.isBusy(items)) return;
    if (work.change((text, context) => setInItems(text, context, items, changes)))
      work.done(t("designer.changedAll", { count: items.length }));
  }

  /** Shares what the other items leave of 100 among these, in whole points, the first ones getting what is left over. */
  shareWeight(items: readonly Item[]): void {
    const { work } = this;
    const chosen = new Set(keysOf(items));
    const others = work.items.filter((item) => !chosen.has(item.key) && counts(item));
    const rest = Math.floor(100 - others.reduce((sum, { weight }) => sum + Number(weight ?? 0), 0));
    const sharing = items.filter(counts);
    if (rest < sharing.length || sharing.length === 0) {
      work.refuse(t("designer.many.noWeightLeft", { rest: Math.max(0, rest) }));
      return;
    }
    const least = Math.floor(rest / sharing.length);
    this.setAll(sharing, (item) => {
      const more = sharing.indexOf(item) < rest - least * sharing.length ? 1 : 0;
      return [[["x-item", "weight"], least + more]];
    });
  }

  private move(items: readonly Item[], section: string, before: string | undefined): boolean {
    const { work } = this;
    if (work.isBusy(items)) return false;
    const { text } = work;
    const tied = items.find((item) => item.section !== section && item.origin && !standsAlone(text, item));
    if (tied) {
      work.refuse(t("designer.inheritedMove", { title: tied.title }));
      return false;
    }
    const free = this.beyond(items, section, before);
    if (!work.change((now) => moveItems(now, work.role, items, section, free))) return false;
    void this.sayMoved(items);
    return true;
  }

  /** With the number that the first one has now. */
  private async sayMoved(items: readonly Item[]): Promise<void> {
    const { work } = this;
    const [first] = items;
    await work.read();
    const moved = work.items.find(({ key }) => key === first?.key);
    const params = { title: first?.title ?? "", number: moved?.number ?? "", count: items.length };
    work.say(t("designer.moved", params));
  }

  /** The first place from `before` on that is none of the items'. */
  private beyond(items: readonly Item[], section: string, before: string | undefined): string | undefined {
    const moving = new Set(keysOf(items));
    const all = this.work.sectionOf(section)?.items ?? [];
    const from = all.findIndex(({ key }) => key === before);
    return from < 0 ? undefined : all.slice(from).find(({ key }) => !moving.has(key))?.key;
  }

  private next(item: Item): string | undefined {
    const items = this.work.sectionOf(item.section)?.items ?? [];
    return items[items.findIndex(({ key }) => key === item.key) + 1]?.key;
  }

  private addOne(section: string, word: string, item: JsonObject, before?: string): void {
    const { work } = this;
    const target = work.sectionOf(section);
    const key = work.newKey(word);
    if (target && work.change((text) => addItems(text, target, [[key, item]], before))) work.show(key, "title");
  }

  /** Shows what was worked on once it has been read: one item open, several marked. */
  private async settle(keys: readonly string[]): Promise<void> {
    const [first] = keys;
    if (first === undefined) return;
    await this.work.read();
    this.work.designer.chooseAll(keys.length > 1 ? keys : []);
    this.work.show(first);
  }
}

function keysOf(items: readonly Item[]): readonly string[] {
  return items.map(({ key }) => key);
}

/** Whether an item's weight is part of the 100. */
function counts({ score }: Item): boolean {
  return scoringMethods.find(({ id }) => id === score?.kind)?.outside === undefined;
}

function withBound(item: JsonObject, bound: PastedLine["bound"]): JsonObject {
  const { target: _default, ...info } = item["x-item"] as JsonObject;
  if (bound) return { ...item, "x-item": { ...info, target: { [bound.keyword]: bound.value } } };
  const { score: _pass, ...plain } = info;
  return { ...item, "x-item": plain };
}

/** By the event of a copy, which works without the permission and the secure address that the newer way asks for. */
function writeClipboard(text: string): void {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener("copy", put, { capture: true, once: true });
  if (!document.execCommand("copy")) void navigator.clipboard?.writeText(text);
  document.removeEventListener("copy", put, { capture: true });
}
