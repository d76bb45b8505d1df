import {
  applyEdits,
  copyMember,
  type EditResult,
  edit,
  type Item,
  insertMember,
  type JsonObject,
  type JsonValue,
  type RoleModel,
  type Section,
  valueAt,
} from "@rolewright/runtime";
import { inTurn, type Step } from "./edits-in-turn.ts";
import { newKey, place, standsAlone, writtenItems } from "./item-edits.ts";
import { type EditContext, noEdits, partPath } from "./part-edits.ts";

/*
 * Items on the clipboard are text like that of a template: the members of a section, with their comments. So they can
 * be pasted into another role, into its code, or into a message to a colleague.
 */

/** Items read from the clipboard. */
export interface CopiedItems {
  /** The text they stand in, an object whose members they are. */
  readonly from: string;
  readonly items: readonly (readonly [key: string, item: JsonObject])[];
}

const seed = '{\n  "": 0,\n}\n';

/** Text for the clipboard; what an item inherits from its role's parent is written out. */
export function copyText(text: string, { host, inheritance }: EditContext, items: readonly Item[]): string {
  let made = seed;
  for (const item of items) {
    const path = partPath(item);
    const result = standsAlone(text, item)
      ? copyMember(made, path, item.key, { container: [] }, text)
      : insertMember(made, item.key, inheritance.resolvedAt(text, host, path) ?? {}, { container: [] });
    if ("edits" in result) made = applyEdits(made, result.edits);
  }
  const lines = made.split("\n").slice(2, -2);
  return lines.map((line) => line.replace(/^ {2}/, "")).join("\n");
}

/** Pasting more than this is an accident. */
const longest = 1_000_000;

/** The items that a text holds, or undefined where it holds anything else. */
export function copiedItems(clipboard: string): CopiedItems | undefined {
  const text = clipboard.trim();
  if (text.length > longest || !/^[{"/]/.test(text)) return undefined;
  const from = text.startsWith("{") ? `${text}\n` : `{\n${text}\n}\n`;
  const value = valueAt(from, []);
  if (!isObject(value)) return undefined;
  const items = Object.entries(value).filter((entry): entry is [string, JsonObject] => isItem(entry[1]));
  return items.length > 0 && items.length === Object.keys(value).length ? { from, items } : undefined;
}

function isItem(value: JsonValue): boolean {
  if (!isObject(value) || value["x-section"] !== undefined) return false;
  const named = typeof value.title === "string" || typeof value["x-extends"] === "string";
  return named && (value["x-extends"] !== undefined || value.type !== undefined || value.$ref !== undefined);
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Under which key each of the items comes: its own where that is free. */
export function freshKeys(role: RoleModel, { items }: CopiedItems): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const [key] of items) keys.set(key, newKey(role, usableKey(key), new Set(keys.values())));
  return keys;
}

/** Keys are identifiers; one that is none, or like one with a number behind it, starts from what is left of it. */
function usableKey(key: string): string {
  const plain = key.replaceAll(/[^A-Za-z0-9_]/g, "").replace(/^[^A-Za-z]+/, "");
  return plain === "" ? "item" : plain;
}

/** Puts the items in, under fresh keys; links among them follow. */
export function pasteItems(
  text: string,
  section: Section,
  copied: CopiedItems,
  keys: ReadonlyMap<string, string>,
  before?: string,
): EditResult {
  const steps = copied.items.flatMap(([old, item]): Step[] => {
    const key = keys.get(old) ?? old;
    const links = supportsOf(item);
    const followed = links.map((link) => keys.get(link) ?? link);
    const path = [...partPath({ section: section.key, key } as Item), "x-item", "supports"];
    return [
      (now) => copyMember(now, [old], key, place(section.key, before), copied.from),
      (now) => (links.join() === followed.join() ? noEdits : edit(now, path, followed)),
    ];
  });
  return inTurn(text, [(now) => (before === undefined ? noEdits : writtenItems(now, section)), ...steps]);
}

/** How many links of the items lead to duties that are not there; the findings mark them where they stand. */
export function brokenLinks(role: RoleModel, { items }: CopiedItems): number {
  const duties = role.sections.filter(({ kind }) => kind === "duties").flatMap((section) => section.items);
  const known = new Set([...duties.map(({ key }) => key), ...items.map(([key]) => key)]);
  return items.flatMap(([, item]) => supportsOf(item)).filter((link) => !known.has(link)).length;
}

function supportsOf(item: JsonObject): readonly string[] {
  const info = item["x-item"];
  const links = isObject(info) ? info.supports : undefined;
  return Array.isArray(links) ? links.map(String) : [];
}
