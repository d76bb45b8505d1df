import { getNodeValue } from "jsonc-parser";
import type { Diagnostic, TextEdit } from "./diagnostic.ts";
import {
  endOf,
  insertEntries,
  type Layout,
  layoutOf,
  lineIndent,
  removeEntries,
  write,
  writeMember,
} from "./edit-layout.ts";
import { finding } from "./finding.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import { isObject, withMember } from "./json-kind.ts";
import { parseText } from "./parse.ts";
import { rangeOfNode } from "./places.ts";
import { childNode, shownBy } from "./syntax.ts";
import type { SyntaxNode, TemplatePath } from "./template.ts";

/** The edits that make the change, in text order, or why it cannot be made. */
export type EditResult = { readonly edits: readonly TextEdit[] } | { readonly refused: Diagnostic };

/**
 * Minimal whole-token edits that put `value` at `path`, or remove what is there for `undefined`.
 *
 * Comments, order and everything the change does not touch stay as they are, byte for byte, so that other people's
 * cursors survive. Missing objects on the way are made. An object put over an object is compared member by member, a
 * list element by element; members in another order change places. Refused while the text does not parse or has a
 * duplicate key (which of the two would be meant?), and where the path leads through something that is no container.
 */
export function edit(text: string, path: TemplatePath, value: JsonValue | undefined): EditResult {
  const { tree, refused } = editable(text, path);
  if (!tree) return { refused };
  const edits = editTree(text, tree, path, value);
  return edits ? { edits } : { refused: nowhere(path) };
}

type Editable =
  | { readonly tree: SyntaxNode; readonly refused?: undefined }
  | { readonly tree?: undefined; readonly refused: Diagnostic };

/** The tree of a text that may be edited, or why it may not: it does not parse, or says something twice. */
export function editable(text: string, path: TemplatePath): Editable {
  const { tree, diagnostics } = parseText(text);
  const [broken] = diagnostics;
  if (!tree) return { refused: { ...(broken ?? nowhere(path)), code: "edit/text-broken", params: {}, fixes: [] } };
  const twice = duplicateKey(tree);
  if (!twice) return { tree };
  const place = { path, range: rangeOfNode(twice) };
  return { refused: finding("edit/duplicate-key", "error", place, { key: String(twice.value) }) };
}

/** `edit` on a text that has been parsed; undefined where the path leads nowhere. */
export function editTree(
  text: string,
  tree: SyntaxNode,
  path: TemplatePath,
  value: JsonValue | undefined,
): readonly TextEdit[] | undefined {
  const layout = layoutOf(text, tree);
  const { node, missing } = reached(tree, path);
  if (missing.length > 0) return value === undefined ? [] : create(node, missing, value, layout);
  const edits = value === undefined ? remove(node, text) : change(node, value, layout);
  return edits && inOrder(edits);
}

/** A value (undefined: nothing) to be put at a path. */
export interface Change {
  readonly path: TemplatePath;
  readonly value: JsonValue | undefined;
}

/**
 * `editTree` for several changes at once, none inside another. What several of them miss in one object is made together:
 * on its own, each would make it at the same place. Where a path leads nowhere, nothing changes.
 */
export function editTreeAt(text: string, tree: SyntaxNode, changes: readonly Change[]): readonly TextEdit[] {
  const layout = layoutOf(text, tree);
  const made = new Map<SyntaxNode, JsonObject>();
  const edits = changes.flatMap(({ path, value }) => {
    const { node, missing } = reached(tree, path);
    const isMember = node.type === "object" && missing.length > 0 && missing.every((step) => typeof step === "string");
    if (!isMember || value === undefined) return editTree(text, tree, path, value) ?? [];
    made.set(node, withMember(made.get(node) ?? {}, missing, value));
    return [];
  });
  const added = [...made].flatMap(([node, members]) => {
    const texts = (indent: string) =>
      Object.entries(members).map(([key, member]) => writeMember(key, member, indent, layout));
    return insertEntries(node, node.children?.at(-1), texts, layout);
  });
  return inOrder([...edits, ...added]);
}

/** How far a path leads in a tree, and the steps that are missing. */
function reached(tree: SyntaxNode, path: TemplatePath): { readonly node: SyntaxNode; readonly missing: TemplatePath } {
  let node = tree;
  for (const [depth, step] of path.entries()) {
    const child = childNode(node, step);
    if (!child) return { node, missing: path.slice(depth) };
    node = child;
  }
  return { node, missing: [] };
}

/** The text after the edits, which refer to the text before any of them. Throws when two of them overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let done = 0;
  for (const { offset, length, text: added } of inOrder(edits)) {
    if (offset < done) throw new Error("Edits overlap");
    result += text.slice(done, offset) + added;
    done = offset + length;
  }
  return result + text.slice(done);
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.offset - b.offset || a.length - b.length);
}

function nowhere(path: TemplatePath): Diagnostic {
  return finding("edit/no-such-place", "error", { path, range: { start: 0, end: 0 } }, { place: path.join(" › ") });
}

/** Objects without one, in them or below: of a text that is edited in steps each step asks. */
const unique = new WeakSet<object>();

function duplicateKey(node: SyntaxNode): SyntaxNode | undefined {
  const shown = shownBy(node);
  if (unique.has(shown)) return undefined;
  const found = duplicateBelow(node);
  if (!found && node.type === "object") unique.add(shown);
  return found;
}

function duplicateBelow(node: SyntaxNode): SyntaxNode | undefined {
  if (!node.children) return undefined;
  const seen = node.type === "object" ? new Set<string>() : undefined;
  for (const child of node.children) {
    const key = seen && child.children?.[0];
    if (key && seen.has(String(key.value))) return key;
    if (key) seen.add(String(key.value));
    const below = duplicateKey(child);
    if (below) return below;
  }
  return undefined;
}

/** Makes what is missing below `node`: a new member or one more element, holding the rest of the path. */
function create(
  node: SyntaxNode,
  [step, ...below]: TemplatePath,
  value: JsonValue,
  layout: Layout,
): TextEdit[] | undefined {
  const last = node.children?.at(-1);
  const made = wrapped(below, value);
  if (made === undefined) return undefined;
  if (node.type === "object" && typeof step === "string") {
    return insertEntries(node, last, (indent) => [writeMember(step, made, indent, layout)], layout);
  }
  if (node.type !== "array" || step !== (node.children?.length ?? 0)) return undefined;
  return insertEntries(node, last, (indent) => [write(made, indent, layout)], layout);
}

function wrapped(path: TemplatePath, value: JsonValue): JsonValue | undefined {
  return path.reduceRight<JsonValue | undefined>((inner, step) => {
    if (inner === undefined) return undefined;
    if (typeof step === "string") return { [step]: inner };
    return step === 0 ? [inner] : undefined;
  }, value);
}

function remove(node: SyntaxNode, text: string): TextEdit[] | undefined {
  const entry = node.parent?.type === "property" ? node.parent : node;
  return entry.parent && removeEntries(entry.parent, new Set([entry]), text);
}

function change(node: SyntaxNode, value: JsonValue, layout: Layout): TextEdit[] {
  if (isObject(value) && node.type === "object") return changeObject(node, value, layout);
  if (Array.isArray(value) && node.type === "array") return changeList(node, value, layout);
  if (same(getNodeValue(node), value)) return [];
  return [replace(node, write(value, lineIndent(layout.text, node.offset), layout))];
}

function replace(node: SyntaxNode, text: string): TextEdit {
  return { offset: node.offset, length: node.length, text };
}

function changeObject(node: SyntaxNode, value: JsonObject, layout: Layout): TextEdit[] {
  const properties = node.children ?? [];
  const kept = properties.filter((property) => Object.hasOwn(value, keyOf(property)));
  const known = new Set(kept.map(keyOf));
  const wanted = Object.keys(value);
  const gone = properties.filter((property) => !known.has(keyOf(property)));
  const added = wanted.filter((key) => !known.has(key));
  const order = wanted.filter((key) => known.has(key));
  const edits = kept.flatMap((slot, index) => fillSlot(slot, order[index] ?? keyOf(slot), node, value, layout));
  // A member that goes makes room for one that comes, so that what is left over is all of one kind.
  const swapped = gone.slice(0, added.length).map((property, index) => {
    const key = added[index] ?? "";
    return replace(property, member(key, value, property, layout));
  });
  edits.push(...swapped, ...removeEntries(node, new Set(gone.slice(added.length)), layout.text));
  const taken = new Map(swapped.map((_, index) => [added[index] ?? "", gone[index]]));
  return [...edits, ...insertGroups(node, added.slice(gone.length), wanted, value, layout, taken)];
}

/** The member of `key` in the place of `slot`: changed where it stands, or brought over as it is written elsewhere. */
function fillSlot(slot: SyntaxNode, key: string, node: SyntaxNode, value: JsonObject, layout: Layout): TextEdit[] {
  const wanted = value[key] ?? null;
  if (keyOf(slot) === key) return slot.children?.[1] ? change(slot.children[1], wanted, layout) : [];
  const written = (node.children ?? []).find((property) => keyOf(property) === key);
  const source = written?.children?.[1];
  if (!written || !source || !same(getNodeValue(source), wanted))
    return [replace(slot, member(key, value, slot, layout))];
  return [replace(slot, layout.text.slice(written.offset, endOf(written)))];
}

function member(key: string, value: JsonObject, place: SyntaxNode, layout: Layout): string {
  return writeMember(key, value[key] ?? null, lineIndent(layout.text, place.offset), layout);
}

/** Inserts new members, each behind the member it follows in `wanted`; `taken`: those that stand in another's place. */
function insertGroups(
  node: SyntaxNode,
  added: readonly string[],
  wanted: readonly string[],
  value: JsonObject,
  layout: Layout,
  taken: ReadonlyMap<string, SyntaxNode | undefined>,
): TextEdit[] {
  const isNew = new Set(added);
  const groups = new Map<SyntaxNode | undefined, string[]>();
  let anchor: SyntaxNode | undefined;
  for (const key of wanted) {
    if (isNew.has(key)) groups.set(anchor, [...(groups.get(anchor) ?? []), key]);
    else anchor = taken.get(key) ?? (node.children ?? []).find((property) => keyOf(property) === key) ?? anchor;
  }
  return [...groups].flatMap(([behind, keys]) => {
    const texts = (indent: string) => keys.map((key) => writeMember(key, value[key] ?? null, indent, layout));
    return insertEntries(node, behind, texts, layout);
  });
}

function changeList(node: SyntaxNode, value: readonly JsonValue[], layout: Layout): TextEdit[] {
  const before = node.children ?? [];
  const equal = (element: SyntaxNode | undefined, wanted: JsonValue | undefined) =>
    element !== undefined && wanted !== undefined && same(getNodeValue(element), wanted);
  const shorter = Math.min(before.length, value.length);
  let start = 0;
  while (start < shorter && equal(before[start], value[start])) start += 1;
  let end = 0;
  while (end < shorter - start && equal(before.at(-1 - end), value.at(-1 - end))) end += 1;
  const old = before.slice(start, before.length - end);
  const wanted = value.slice(start, value.length - end);
  const edits = old.slice(0, wanted.length).flatMap((element, index) => change(element, wanted[index] ?? null, layout));
  edits.push(...removeEntries(node, new Set(old.slice(wanted.length)), layout.text));
  const added = wanted.slice(old.length);
  if (added.length === 0) return edits;
  const anchor = before[start + old.length - 1];
  return [
    ...edits,
    ...insertEntries(node, anchor, (indent) => added.map((element) => write(element, indent, layout)), layout),
  ];
}

function keyOf(property: SyntaxNode): string {
  return String(property.children?.[0]?.value);
}

/** Equal as JSON; the order of members counts, as it is the order shown. */
function same(a: unknown, b: JsonValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
