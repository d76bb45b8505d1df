import {
  copyMember,
  type EditResult,
  edit,
  type Item,
  inheritedAt,
  insertMember,
  type JsonObject,
  type JsonValue,
  moveMember,
  patchOver,
  type RoleModel,
  removeMember,
  type Section,
  type TemplateHost,
  valueAt,
} from "@rolewright/runtime";
import { inTurn } from "./edits-in-turn.ts";

/*
 * What the designer does to a text: smallest edits, made for the text as it is at this moment. The role may be of an
 * earlier text, so places are found by key and never by offset.
 */

/** Keys from the root to a place. */
export type RolePath = readonly string[];

/** Where an item is written, or would be if the text said anything about it. */
export function itemPath({ section, key }: Pick<Item, "section" | "key">): RolePath {
  return [...itemsPath(section), key];
}

function itemsPath(section: string): RolePath {
  return ["properties", section, "properties"];
}

/** Whether an item, or its section, says something that it did not get from this text. */
function inherits(item: Item): boolean {
  return item.origin !== undefined || item.provenance !== undefined;
}

/** The present text's surroundings: what it extends, and the role it last meant. */
export interface EditContext {
  readonly host: TemplateHost;
  readonly role: RoleModel;
}

/** Puts a value at a place in an item, or removes it. What is inherited below is overridden member by member. */
export function setInItem(
  text: string,
  context: EditContext,
  item: Item,
  path: RolePath,
  value: JsonValue | undefined,
): EditResult {
  const whole = [...itemPath(item), ...path];
  if (!inherits(item)) return edit(text, whole, value);
  const patch = patchOver(inheritedAt(text, context.host, whole), value);
  if (patch === undefined) return edit(text, whole, undefined);
  return inTurn(text, [(now) => named(now, context.role, item), (now) => edit(now, whole, patch)]);
}

/** Several places in one item at once, as one change. */
export function setManyInItem(
  text: string,
  context: EditContext,
  item: Item,
  changes: readonly (readonly [path: RolePath, value: JsonValue | undefined])[],
): EditResult {
  return inTurn(
    text,
    changes.map(
      ([path, value]) =>
        (now) =>
          setInItem(now, context, item, path, value),
    ),
  );
}

/** Names an inherited item that the text does not name yet, as `{}`, where it stands in the order. */
function named(text: string, role: RoleModel, item: Item): EditResult {
  const path = itemsPath(item.section);
  const own = (valueAt(text, path) ?? {}) as JsonObject;
  if (Object.hasOwn(own, item.key)) return noEdits;
  const items = role.sections.find(({ key }) => key === item.section)?.items ?? [];
  const behind = items.slice(items.findIndex(({ key }) => key === item.key) + 1);
  const next = behind.find(({ key }) => Object.hasOwn(own, key))?.key;
  return insertMember(text, item.key, {}, { container: path, ...(next === undefined ? {} : { before: next }) });
}

/** Takes back what this text says at a place of an item, so that what is inherited shows again. */
export function resetInItem(text: string, item: Item, path: RolePath): EditResult {
  return edit(text, [...itemPath(item), ...path], undefined);
}

/** Takes an item away; one that is inherited is set to `null`. */
export function removeItem(text: string, context: EditContext, item: Item): EditResult {
  const path = itemPath(item);
  if (!inherits(item) || inheritedAt(text, context.host, path) === undefined) return removeMember(text, path);
  return inTurn(text, [(now) => named(now, context.role, item), (now) => edit(now, path, null)]);
}

/** Puts a new item in front of another one, or at the end of its section. */
export function addItem(text: string, section: Section, key: string, item: JsonObject, before?: string): EditResult {
  const place = { container: itemsPath(section.key), ...(before === undefined ? {} : { before }) };
  return inTurn(text, [
    (now) => (before === undefined ? noEdits : writtenOrder(now, section)),
    (now) => insertMember(now, key, item, place),
  ]);
}

/** Puts several new items in, in their order. */
export function addItems(
  text: string,
  section: Section,
  items: readonly (readonly [key: string, item: JsonObject])[],
  before?: string,
): EditResult {
  return inTurn(
    text,
    items.map(
      ([key, item]) =>
        (now) =>
          addItem(now, section, key, item, before),
    ),
  );
}

/** Puts a copy of an item behind it. Of an inherited one the copy says what it changed: both go back to one parent. */
export function duplicateItem(text: string, role: RoleModel, item: Item, key: string, title: string): EditResult {
  const section = role.sections.find((one) => one.key === item.section);
  const next = section?.items[section.items.findIndex((one) => one.key === item.key) + 1]?.key;
  const place = { container: itemsPath(item.section), ...(next === undefined ? {} : { before: next }) };
  return inTurn(text, [
    (now) => (section && next !== undefined ? writtenOrder(now, section) : noEdits),
    (now) => copyMember(now, itemPath(item), key, place),
    (now) => edit(now, [...itemPath({ ...item, key }), "title"], title),
  ]);
}

/** Moves an item in front of another item of a section, or to its end. */
export function moveItem(text: string, role: RoleModel, item: Item, to: string, before?: string): EditResult {
  const sections = role.sections.filter(({ key }) => key === to || key === item.section);
  const place = { container: itemsPath(to), ...(before === undefined ? {} : { before }) };
  return inTurn(text, [
    ...sections.map((section) => (now: string) => writtenOrder(now, section)),
    (now) => moveMember(now, itemPath(item), place),
  ]);
}

/**
 * Writes the inherited items of a section that the text does not name, each as `{}`: only what is named has a place of
 * its own in the order.
 */
function writtenOrder(text: string, section: Section): EditResult {
  const path = itemsPath(section.key);
  const own = (valueAt(text, path) ?? {}) as JsonObject;
  if (section.items.every(({ key }) => Object.hasOwn(own, key))) return noEdits;
  const shown = section.items.map(({ key }): [string, JsonValue] => [key, own[key] ?? {}]);
  const removed = Object.entries(own).filter(([key]) => !section.items.some((item) => item.key === key));
  return edit(text, path, Object.fromEntries([...shown, ...removed]));
}

const noEdits: EditResult = { edits: [] };

/** A key that no item or section of the role has: a word for its kind, and a number where that is taken. */
export function newKey(role: RoleModel, word: string, taken: ReadonlySet<string> = new Set()): string {
  const known = new Set([
    ...role.sections.flatMap(({ key, items }) => [key, ...items.map((item) => item.key)]),
    ...taken,
  ]);
  if (!known.has(word)) return word;
  let number = 2;
  while (known.has(`${word}${number}`)) number += 1;
  return `${word}${number}`;
}
