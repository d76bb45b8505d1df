import {
  type EditResult,
  edit,
  type Item,
  insertMember,
  type JsonObject,
  type JsonValue,
  keysAt,
  patchOver,
  type RoleModel,
  removeMember,
  type Section,
  type TemplateHost,
  valueAt,
} from "@rolewright/runtime";
import type * as inheritance from "../inheritance.ts";
import { inTurn } from "./edits-in-turn.ts";

/*
 * How the designer writes into a part of the role: smallest edits, made for the text as it is at this moment. The role
 * may be of an earlier text, so places are found by key and never by offset.
 */

/** Keys from the root, or from a part, to a place. */
export type RolePath = readonly string[];

/** What has fields of its own: the role itself, a section or an item. */
export type Part = RoleModel | Section | Item;

/** What is written at places of a part; `undefined` takes out what is there. */
export type Changes = readonly (readonly [path: RolePath, value: JsonValue | undefined])[];

/** The present text's surroundings: what it extends, and the role it last meant. */
export interface EditContext {
  readonly host: TemplateHost;
  readonly role: RoleModel;
  readonly inheritance: Inheritance;
}

/** How what is inherited is found. */
export type Inheritance = typeof inheritance;

/** An edit that leaves all as it is. */
export const noEdits: EditResult = { edits: [] };

/** Where a part is written, or would be if the text said anything about it. */
export function partPath(part: Part): RolePath {
  if ("identity" in part) return [];
  return "section" in part ? [...itemsPath(part.section), part.key] : ["properties", part.key];
}

/** Where the items of a section are written. */
export function itemsPath(section: string): RolePath {
  return ["properties", section, "properties"];
}

/** Puts a value at a place in a part, or takes it out. What is inherited below is overridden member by member. */
export function setInPart(
  text: string,
  context: EditContext,
  part: Part,
  path: RolePath,
  value: JsonValue | undefined,
): EditResult {
  const owner = partPath(part);
  if (!inherits(part)) return write(text, owner, path, value);
  const patch = patchOver(context.inheritance.inheritedAt(text, context.host, [...owner, ...path]), value);
  if (patch === undefined) return write(text, owner, path, undefined);
  return inTurn(text, [(now) => named(now, context.role, part), (now) => write(now, owner, path, patch)]);
}

/** Several places in one part at once, as one change. */
export function setManyInPart(text: string, context: EditContext, part: Part, changes: Changes): EditResult {
  return inTurn(
    text,
    changes.map(
      ([path, value]) =>
        (now) =>
          setInPart(now, context, part, path, value),
    ),
  );
}

/** Takes back what this text says at a place of a part, so that what is inherited shows again. */
export function resetInPart(text: string, part: Part, path: RolePath): EditResult {
  return write(text, partPath(part), path, undefined);
}

/** Takes a section or an item away; one that is inherited is set to `null`. */
export function removePart(text: string, context: EditContext, part: Section | Item): EditResult {
  const path = partPath(part);
  const below = inherits(part) ? context.inheritance.inheritedAt(text, context.host, path) : undefined;
  if (below === undefined) return removeMember(text, path);
  return inTurn(text, [(now) => named(now, context.role, part), (now) => edit(now, path, null)]);
}

/** Whether a part says something that it did not get from this text. */
export function inherits(part: Part): boolean {
  return part.origin !== undefined || part.provenance !== undefined;
}

/**
 * Writes the inherited members of a container that the text does not name, each as `{}`: only what is named has a
 * place of its own in the order. `shown` are the keys in the order that people see.
 */
export function writtenOrder(text: string, container: RolePath, shown: readonly string[]): EditResult {
  const named = new Set(keysAt(text, container));
  if (shown.every((key) => named.has(key))) return noEdits;
  const own = (valueAt(text, container) ?? {}) as JsonObject;
  const ordered = shown.map((key): [string, JsonValue] => [key, own[key] ?? {}]);
  const removed = Object.entries(own).filter(([key]) => !shown.includes(key));
  return edit(text, container, Object.fromEntries([...ordered, ...removed]));
}

/** Names an inherited part that the text does not name yet, as `{}`, where it stands in the order. */
export function named(text: string, role: RoleModel, part: Part): EditResult {
  if ("identity" in part) return noEdits;
  const section = "section" in part ? role.sections.find(({ key }) => key === part.section) : undefined;
  return inTurn(text, [
    (now) => (section ? named(now, role, section) : noEdits),
    (now) => namedAmong(now, partPath(part), section ? section.items : role.sections),
  ]);
}

function namedAmong(text: string, path: RolePath, siblings: readonly { readonly key: string }[]): EditResult {
  const [container, key] = [path.slice(0, -1), path.at(-1) ?? ""];
  const named = new Set(keysAt(text, container));
  if (named.has(key)) return noEdits;
  const behind = siblings.slice(siblings.findIndex((one) => one.key === key) + 1);
  const next = behind.find((one) => named.has(one.key))?.key;
  return insertMember(text, key, {}, { container, ...(next === undefined ? {} : { before: next }) });
}

/** Who the role is comes first, then what it says of itself, then what it holds. */
const order = [
  ...["$schema", "$id", "title", "description", "type", "enum", "format", "minimum", "maximum", "items", "x-extends"],
  ...["x-role", "x-section", "properties", "required", "x-item", "x-i18n", "x-lint-ignore"],
];
/** Of the role and its sections the members that hold others stay last. */
const holderOrder = [...order.filter((key) => key !== "properties" && key !== "required"), "properties", "required"];

/** `edit` that gives a new member of a part its usual place, and takes out with a last member what held it. */
function write(text: string, owner: RolePath, path: RolePath, value: JsonValue | undefined): EditResult {
  if (value === undefined) return edit(text, holderOf(text, owner, path), undefined);
  const own = valueAt(text, owner);
  const [first = "", ...below] = path;
  if (!isObject(own) || Object.hasOwn(own, first)) return edit(text, [...owner, ...path], value);
  const ranks = owner.length === 4 ? order : holderOrder;
  const before = Object.keys(own).find((key) => ranks.indexOf(key) > ranks.indexOf(first));
  const whole = below.reduceRight<JsonValue>((inner, step) => ({ [step]: inner }), value);
  return insertMember(text, first, whole, { container: owner, ...(before === undefined ? {} : { before }) });
}

/** The outermost place in a part that says no more than what stands at `path`. */
function holderOf(text: string, owner: RolePath, path: RolePath): RolePath {
  let at = path;
  while (at.length > 1 && isLonely(valueAt(text, [...owner, ...at.slice(0, -1)]), at.at(-1) ?? ""))
    at = at.slice(0, -1);
  return [...owner, ...at];
}

function isLonely(holder: JsonValue | undefined, key: string): boolean {
  return isObject(holder) && Object.keys(holder).join() === key;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
