import type { Item, RoleModel, Section } from "@rolewright/runtime";

/**
 * How a role differs from the one before, small where little changed: what has to be copied from the reader to the page
 * after a keystroke is one item and the places of all, not the whole model.
 */
export interface RoleDelta {
  /** All of the role but its sections. */
  readonly head: Omit<RoleModel, "sections">;
  readonly sections: readonly SectionDelta[];
  /** Start and end of each section, and behind each section of its items. */
  readonly ranges: Int32Array;
}

interface SectionDelta {
  /** All of the section but its items. */
  readonly head: Omit<Section, "items">;
  /** Keys of its items in order; absent when they are as before. */
  readonly order?: readonly string[];
  /** Items that say something else than before, or are new. */
  readonly changed: readonly Item[];
}

interface Said {
  /** As the page has it. */
  readonly item: Item;
  readonly words: string;
  /** The last one that said the same: its parts are mostly those of the next. */
  last: Item;
}

/** Tells, role after role, what is new; each delta builds on the one before. */
export class RoleDeltas {
  #items: ReadonlyMap<string, Said> = new Map();
  #orders: ReadonlyMap<string, readonly string[]> = new Map();

  /** With `like`, an item that says the same there is that very object: a message holds it once. */
  next(role: RoleModel, like?: RoleDeltas): RoleDelta {
    const items = new Map<string, Said>();
    const sections = role.sections.map((section) => this.#section(section, items, like));
    this.#items = items;
    this.#orders = new Map(role.sections.map(({ key, items }) => [key, items.map((item) => item.key)]));
    const { sections: _all, ...head } = role;
    return { head, sections, ranges: rangesOf(role) };
  }

  #section({ items, ...head }: Section, said: Map<string, Said>, like: RoleDeltas | undefined): SectionDelta {
    const changed: Item[] = [];
    for (const item of items) {
      const now = this.#said(item, like);
      if (now !== this.#items.get(item.key)) changed.push(now.item);
      said.set(item.key, now);
    }
    const before = this.#orders.get(head.key);
    const order = items.map(({ key }) => key);
    const same = before?.length === order.length && order.every((key, index) => key === before[index]);
    return same ? { head, changed } : { head, changed, order };
  }

  /** What was said of the item before, where it still says the same. */
  #said(item: Item, like: RoleDeltas | undefined): Said {
    const before = this.#items.get(item.key);
    if (before && equalButPlace(before.last, item)) return before;
    const words = wordsOf(item);
    if (before?.words !== words) return { item: like?.of(item.key, words) ?? item, words, last: item };
    before.last = item;
    return before;
  }

  /** The item as it was told last, if it said the same. */
  of(key: string, words: string): Item | undefined {
    const said = this.#items.get(key);
    return said?.words === words ? said.item : undefined;
  }
}

/** The parts of an item that was only moved are the same objects. */
function equalButPlace(before: Item, after: Item): boolean {
  if (before === after) return true;
  if (before.source.path !== after.source.path && before.source.path.join("/") !== after.source.path.join("/"))
    return false;
  const keys = Object.keys(after) as (keyof Item)[];
  return (
    keys.length === Object.keys(before).length && keys.every((key) => key === "source" || before[key] === after[key])
  );
}

/** All that an item says; where it stands in the text is no part of that. */
function wordsOf({ source, ...item }: Item): string {
  return JSON.stringify([item, source.path]);
}

function rangesOf(role: RoleModel): Int32Array {
  const parts = role.sections.flatMap((section) => [section, ...section.items]);
  return Int32Array.from(parts.flatMap(({ source: { range } }) => [range.start, range.end]));
}

/** A role and its items, each the one object as long as only its place in the text changes. */
export interface SteadyRole {
  readonly role: RoleModel;
  readonly items: ReadonlyMap<string, Item>;
}

/** A role that did not come by deltas. */
export function steadyRole(role: RoleModel): SteadyRole {
  const items = new Map(role.sections.flatMap((section) => section.items.map((item) => [item.key, item] as const)));
  steady.set(role, items);
  return { role, items };
}

/** A reader that has just started says everything anew, also what the page had from elsewhere. */
function steadyItem(item: Item, before: Item | undefined): Item {
  return before && wordsOf(before) === wordsOf(item) ? before : item;
}

/** The role that a delta leads to from the one before. */
export function applied(delta: RoleDelta, before: SteadyRole | undefined): SteadyRole {
  const items = new Map<string, Item>();
  const places = new Places(delta.ranges);
  const placed = new Map(before?.role.sections.flatMap((one) => one.items.map((item) => [item.key, item] as const)));
  const sections = delta.sections.map(({ head, order, changed }): Section => {
    const fresh = new Map(changed.map((item) => [item.key, steadyItem(item, before?.items.get(item.key))]));
    const section = places.next(head);
    const keys = order ?? before?.role.sections.find(({ key }) => key === head.key)?.items.map(({ key }) => key) ?? [];
    const list = keys.flatMap((key) => {
      const steady = fresh.get(key) ?? before?.items.get(key);
      if (!steady) return [];
      items.set(key, steady);
      return [places.next(fresh.get(key) ?? placed.get(key) ?? steady)];
    });
    return { ...section, items: list };
  });
  const role = { ...delta.head, sections };
  steady.set(role, items);
  return { role, items };
}

const steady = new WeakMap<RoleModel, SteadyRole["items"]>();

/** The items of a role that came by deltas, by key: what is drawn from them need not be drawn anew. */
export function steadyItems(role: RoleModel): SteadyRole["items"] | undefined {
  return steady.get(role);
}

/** Hands out the ranges one after the other. */
class Places {
  readonly #ranges: Int32Array;
  #at = 0;

  constructor(ranges: Int32Array) {
    this.#ranges = ranges;
  }

  next<Part extends Pick<Item, "source">>(part: Part): Part {
    const [start = 0, end = 0] = this.#ranges.subarray(this.#at, this.#at + 2);
    this.#at += 2;
    const { path, range } = part.source;
    return range.start === start && range.end === end ? part : { ...part, source: { path, range: { start, end } } };
  }
}
