import {
  copyMember,
  type EditResult,
  edit,
  type Item,
  insertMember,
  type JsonObject,
  moveMember,
  type RoleModel,
  type Section,
  valueAt,
} from "@rolewright/runtime";
import { inTurn, type Step } from "./edits-in-turn.ts";
import {
  type Changes,
  type EditContext,
  itemsPath,
  noEdits,
  partPath,
  removePart,
  setManyInPart,
  writtenOrder,
} from "./part-edits.ts";

/*
 * What the designer does to whole items, one or many, as one change. Their fields are those of any part, see
 * part-edits.ts.
 */

/** Puts new items in front of another one, or at the end of their section, in their order. */
export function addItems(
  text: string,
  section: Section,
  items: readonly (readonly [key: string, item: JsonObject])[],
  before?: string,
): EditResult {
  return inTurn(text, [
    (now) => (before === undefined ? noEdits : writtenItems(now, section)),
    ...items.map(
      ([key, item]): Step =>
        (now) =>
          insertMember(now, key, item, place(section.key, before)),
    ),
  ]);
}

/** A copy of an item to be made: under which key, called what. */
export interface Copy {
  readonly item: Item;
  readonly key: string;
  readonly title: string;
}

/**
 * Puts a copy of each item behind it. Of one that is inherited and changed here the copy says what was changed, as both
 * go back to one parent; of one that is only inherited it says everything.
 */
export function duplicateItems(
  text: string,
  { host, role, inheritance }: EditContext,
  copies: readonly Copy[],
): EditResult {
  const steps = copies.flatMap(({ item, key, title }): Step[] => {
    const section = role.sections.find((one) => one.key === item.section);
    const next = section?.items[section.items.findIndex((one) => one.key === item.key) + 1]?.key;
    const to = place(item.section, next);
    const whole = inheritance.resolvedAt(text, host, partPath(item)) ?? {};
    const written = standsAlone(text, item);
    return [
      (now) => (section && next !== undefined ? writtenItems(now, section) : noEdits),
      (now) => (written ? copyMember(now, partPath(item), key, to) : insertMember(now, key, whole, to)),
      (now) => edit(now, [...partPath({ ...item, key }), "title"], title),
    ];
  });
  return inTurn(text, steps);
}

/** Whether what the text says of an item means the same under another key. */
export function standsAlone(text: string, item: Item): boolean {
  const own = valueAt(text, partPath(item));
  if (own === undefined || own === null) return false;
  const parent = (own as JsonObject)["x-extends"];
  const origins = [item.origin, ...Object.values(item.provenance ?? {})].filter((origin) => origin !== undefined);
  return origins.every(({ id }) => typeof parent === "string" && parent.replace(/@\d+$/, "") === id);
}

/** Moves items, in their order, in front of another item of a section, or to its end. */
export function moveItems(
  text: string,
  role: RoleModel,
  items: readonly Item[],
  to: string,
  before?: string,
): EditResult {
  const touched = new Set([to, ...items.map(({ section }) => section)]);
  return inTurn(text, [
    ...role.sections
      .filter(({ key }) => touched.has(key))
      .map(
        (section): Step =>
          (now) =>
            writtenItems(now, section),
      ),
    ...items.map(
      (item): Step =>
        (now) =>
          moveMember(now, partPath(item), place(to, before)),
    ),
  ]);
}

/** Takes items away; those that are inherited are set to `null`. */
export function removeItems(text: string, context: EditContext, items: readonly Item[]): EditResult {
  return inTurn(
    text,
    items.map((item) => (now) => removePart(now, context, item)),
  );
}

/** The same kind of change in several items. */
export function setInItems(
  text: string,
  context: EditContext,
  items: readonly Item[],
  changes: (item: Item) => Changes,
): EditResult {
  return inTurn(
    text,
    items.map((item) => (now) => setManyInPart(now, context, item, changes(item))),
  );
}

/**
 * A key that no item or section of the role has: a word for its kind, and a number where that is taken. Beside others it
 * is a number by chance, as they may add one in the same moment.
 */
export function newKey(
  role: RoleModel,
  word: string,
  taken: ReadonlySet<string> = new Set(),
  chance?: () => number,
): string {
  const known = new Set([
    ...role.sections.flatMap(({ key, items }) => [key, ...items.map((item) => item.key)]),
    ...taken,
  ]);
  if (!chance && !known.has(word)) return word;
  for (let number = 2; ; number += 1) {
    const key = `${word}${chance ? 100 + Math.floor(chance() * 900) : number}`;
    if (!known.has(key)) return key;
  }
}

/** Where items go: in front of one of a section, or to its end. */
export function place(section: string, before: string | undefined) {
  return { container: itemsPath(section), ...(before === undefined ? {} : { before }) };
}

/** Only what is named has a place of its own in the order. */
export function writtenItems(text: string, { key, items }: Section): EditResult {
  return writtenOrder(
    text,
    itemsPath(key),
    items.map((item) => item.key),
  );
}
