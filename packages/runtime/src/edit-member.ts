import { findNodeAtOffset, getNodeValue } from "jsonc-parser";
import type { TextEdit } from "./diagnostic.ts";
import { type EditResult, editable, editTree } from "./edit.ts";
import {
  behindComments,
  commaAfter,
  endOf,
  insertEntries,
  type Layout,
  layoutOf,
  lineIndent,
  writeMember,
} from "./edit-layout.ts";
import { finding } from "./finding.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import { isObject } from "./json-kind.ts";
import { parseText } from "./parse.ts";
import { nodeAt, propertyNode } from "./syntax.ts";
import type { SyntaxNode, TemplatePath } from "./template.ts";

/*
 * Whole members: put in at a place, moved, copied. A member takes its comments along, those in the lines above it and
 * the one behind it; everything else in the text stays as it is, byte for byte.
 */

/** Where a member goes: into which object, and in front of which of its members; at its end without one. */
export interface MemberPlace {
  readonly container: TemplatePath;
  readonly before?: string;
}

/** Puts a new member in. The object is made where it is missing; refused where it has such a member. */
export function insertMember(text: string, key: string, value: JsonValue, place: MemberPlace): EditResult {
  return withTree(text, place.container, (tree) => {
    const container = nodeAt(tree, place.container);
    if (!container) return editTree(text, tree, [...place.container, key], value);
    if (container.type !== "object" || propertyNode(container, key)) return undefined;
    const layout = layoutOf(text, tree);
    const indent = indentOf(container, layout);
    return put({ lead: [], body: writeMember(key, value, indent, layout), tail: "", indent }, container, place, layout);
  });
}

/** Moves the member at `path`, with its comments. */
export function moveMember(text: string, path: TemplatePath, place: MemberPlace): EditResult {
  return withTree(text, path, (tree) => {
    const entry = propertyAt(tree, path);
    const container = nodeAt(tree, place.container);
    if (!entry || container?.type !== "object") return undefined;
    const key = keyOf(entry);
    const [home, layout] = [entry.parent, layoutOf(text, tree)];
    if (home !== container && propertyNode(container, key)) return undefined;
    if (home === container && [key, followerOf(entry)].includes(place.before)) return [];
    const block = blockOf(entry, text);
    if (!block || !isInLines(container, place, text)) return moveValue(text, tree, path, place);
    return [...cut(entry, block, text), ...put(block, container, place, layout, entry)];
  });
}

/** Takes the member at `path` out, with its comments: left behind, they would be read as the next member's. */
export function removeMember(text: string, path: TemplatePath): EditResult {
  return withTree(text, path, (tree) => {
    const entry = propertyAt(tree, path);
    const block = entry && blockOf(entry, text);
    return entry && block ? cut(entry, block, text) : editTree(text, tree, path, undefined);
  });
}

/**
 * The edits that take the member whose key begins at `offset` out, with its comments; the longest is its own lines.
 * Unlike `removeMember` also where the text says the key twice. None where the text does not parse or no member begins.
 */
export function removeMemberAt(text: string, offset: number): readonly TextEdit[] {
  const { tree } = parseText(text);
  const entry = tree && findNodeAtOffset(tree, offset)?.parent;
  if (entry?.type !== "property" || entry.offset !== offset) return [];
  const block = blockOf(entry, text) ?? { lead: [], body: "", tail: "", indent: "", lines: withComma(entry, text) };
  return cut(entry, block, text);
}

/** Puts a copy of the member at `path`, of this text or of another, with its comments, under another key. */
export function copyMember(
  text: string,
  path: TemplatePath,
  key: string,
  place: MemberPlace,
  from: string = text,
): EditResult {
  const { tree } = parseText(from);
  const entry = tree && propertyAt(tree, path);
  const [keyNode, value] = entry?.children ?? [];
  const block = entry && blockOf(entry, from);
  if (!keyNode || !value) return { refused: nowhere(path) };
  if (!block) return insertMember(text, key, getNodeValue(value) as JsonValue, place);
  return withTree(text, place.container, (checked) => {
    const container = nodeAt(checked, place.container);
    if (container?.type !== "object" || propertyNode(container, key)) return undefined;
    const body = JSON.stringify(key) + block.body.slice(keyNode.length);
    return put({ ...block, body }, container, place, layoutOf(text, checked));
  });
}

/** Whether a block can be put at the place as lines of its own. */
function isInLines(container: SyntaxNode, { before }: MemberPlace, text: string): boolean {
  const target = before === undefined ? undefined : propertyNode(container, before);
  return target === undefined || blockOf(target, text) !== undefined;
}

/** What the text says at a path; undefined where it says nothing or does not parse. */
export function valueAt(text: string, path: TemplatePath): JsonValue | undefined {
  const { tree } = parseText(text);
  const node = tree && nodeAt(tree, path);
  // The parser's objects have no prototype; those of everybody else do.
  return node && structuredClone(getNodeValue(node) as JsonValue);
}

/** Keys of the object that the text says at a path, in their order; none where it says no object there. */
export function keysAt(text: string, path: TemplatePath): readonly string[] {
  const { tree } = parseText(text);
  const node = tree && nodeAt(tree, path);
  return node?.type === "object" ? (node.children ?? []).map(keyOf) : [];
}

function withTree(
  text: string,
  path: TemplatePath,
  change: (tree: SyntaxNode) => readonly TextEdit[] | undefined,
): EditResult {
  const { tree, refused } = editable(text, path);
  if (!tree) return { refused };
  const edits = change(tree);
  return edits ? { edits } : { refused: nowhere(path) };
}

function nowhere(path: TemplatePath) {
  return finding("edit/no-such-place", "error", { path, range: { start: 0, end: 0 } }, { place: path.join(" › ") });
}

/** A member as it stands in its lines. */
interface Block {
  /** The comments in the lines above it, without indentation. */
  readonly lead: readonly string[];
  /** From its key to its value, or to its comma where a comment stands in between. */
  readonly body: string;
  /** What stands behind its comma in the same line. */
  readonly tail: string;
  readonly indent: string;
  /** Its lines; a block that is new has none yet. */
  readonly lines?: { readonly start: number; readonly end: number };
}

/** Undefined for a member that shares a line with others: it is moved by value. */
function blockOf(entry: SyntaxNode, text: string): Block | undefined {
  const gapStart = gapBefore(entry, text);
  const gap = text.slice(gapStart, entry.offset);
  const firstBreak = gap.indexOf("\n");
  if (firstBreak < 0 || (gap.slice(0, firstBreak).includes("/*") && !gap.slice(0, firstBreak).includes("*/"))) {
    return undefined;
  }
  const above = gap.slice(firstBreak + 1).split("\n");
  const indent = above.pop() ?? "";
  const lead = above.slice(above.findLastIndex((line) => line.trim() === "") + 1);
  const start = entry.offset - indent.length - lead.reduce((sum, line) => sum + line.length + 1, 0);
  const comma = commaAfter(text, endOf(entry));
  const bodyEnd = comma ?? endOf(entry);
  const tailEnd = behindComments(text, comma === undefined ? bodyEnd : comma + 1);
  const rest = /^[ \t]*(\r?\n)/.exec(text.slice(tailEnd));
  if (!rest || indent.trim() !== "") return undefined;
  const tail = text.slice(comma === undefined ? bodyEnd : comma + 1, tailEnd);
  const lines = { start, end: tailEnd + rest[0].length };
  return {
    lead: lead.map((line) => line.trimEnd().slice(Math.min(indent.length, line.length - line.trimStart().length))),
    body: text.slice(entry.offset, bodyEnd),
    tail,
    indent,
    lines,
  };
}

function withComma(entry: SyntaxNode, text: string): { readonly start: number; readonly end: number } {
  const comma = commaAfter(text, endOf(entry));
  return { start: entry.offset, end: comma === undefined ? endOf(entry) : comma + 1 };
}

/** Where what stands before an entry begins: behind the comma of the entry in front of it, or behind the bracket. */
function gapBefore(entry: SyntaxNode, text: string): number {
  const siblings = entry.parent?.children ?? [];
  const before = siblings[siblings.indexOf(entry) - 1];
  if (!before) return (entry.parent?.offset ?? 0) + 1;
  return (commaAfter(text, endOf(before)) ?? endOf(before)) + 1;
}

/** Takes the lines out; without a trailing comma the entry that is then the last loses its own. */
function cut(entry: SyntaxNode, block: Block, text: string): TextEdit[] {
  const { start, end } = block.lines ?? { start: entry.offset, end: endOf(entry) };
  const siblings = entry.parent?.children ?? [];
  const edits = [{ offset: start, length: end - start, text: "" }];
  const before = siblings[siblings.indexOf(entry) - 1];
  if (entry !== siblings.at(-1) || !before || commaAfter(text, endOf(entry)) !== undefined) return edits;
  const comma = commaAfter(text, endOf(before));
  return comma === undefined ? edits : [{ offset: comma, length: 1, text: "" }, ...edits];
}

/** Puts a block in front of an entry, or behind the last one that stays. */
function put(
  block: Block,
  container: SyntaxNode,
  { before }: MemberPlace,
  layout: Layout,
  moved?: SyntaxNode,
): TextEdit[] {
  const { text, newline } = layout;
  const entries = (container.children ?? []).filter((entry) => entry !== moved);
  const target = before === undefined ? undefined : propertyNode(container, before);
  const lines = target && blockOf(target, text)?.lines;
  const indent = indentOf(container, layout);
  if (lines) {
    const written = [...block.lead, `${block.body},${block.tail}`].map((part) => indent + shifted(part, block, indent));
    return [{ offset: lines.start, length: 0, text: written.map((part) => part + newline).join("") }];
  }
  if (target) {
    const anchor = entries[entries.indexOf(target) - 1];
    return insertEntries(container, anchor, () => [shifted(block.body, block, indent)], layout);
  }
  const last = entries.at(-1);
  if (!last || !startsOwnLine(last, text)) {
    return insertEntries(
      moved ? { ...container, children: entries } : container,
      last,
      () => [shifted(block.body, block, indent)],
      layout,
    );
  }
  const comma = commaAfter(text, endOf(last));
  const at = behindComments(text, comma === undefined ? endOf(last) : comma + 1);
  const written = [...block.lead, `${block.body}${comma === undefined ? "" : ","}${block.tail}`];
  const added = written.map((part) => `${newline}${indent}${shifted(part, block, indent)}`).join("");
  if (comma !== undefined) return [{ offset: at, length: 0, text: added }];
  if (at === endOf(last)) return [{ offset: at, length: 0, text: `,${added}` }];
  return [
    { offset: endOf(last), length: 0, text: "," },
    { offset: at, length: 0, text: added },
  ];
}

/** Lines after the first, at the indentation of their new place. */
function shifted(part: string, block: Block, indent: string): string {
  return indent === block.indent ? part : part.replaceAll(`\n${block.indent}`, `\n${indent}`);
}

function indentOf(container: SyntaxNode, { text, step }: Layout): string {
  const [first] = container.children ?? [];
  return first && startsOwnLine(first, text)
    ? lineIndent(text, first.offset)
    : lineIndent(text, container.offset) + step;
}

function startsOwnLine(entry: SyntaxNode, text: string): boolean {
  return text.slice(text.lastIndexOf("\n", entry.offset - 1) + 1, entry.offset).trim() === "";
}

/** Moves by value: comments inside the member are lost, which only one-line layouts have to bear. */
function moveValue(
  text: string,
  tree: SyntaxNode,
  path: TemplatePath,
  place: MemberPlace,
): readonly TextEdit[] | undefined {
  const home = path.slice(0, -1);
  const key = String(path.at(-1));
  const [from, into] = [objectAt(tree, home), objectAt(tree, place.container)];
  const value = from?.[key];
  if (!from || !into || value === undefined) return undefined;
  const same = nodeAt(tree, home) === nodeAt(tree, place.container);
  const entries = Object.entries(into).filter(([name]) => !same || name !== key);
  const at = place.before === undefined ? -1 : entries.findIndex(([name]) => name === place.before);
  entries.splice(at < 0 ? entries.length : at, 0, [key, value]);
  const inserted = editTree(text, tree, place.container, Object.fromEntries(entries));
  const removed = same ? [] : editTree(text, tree, path, undefined);
  return inserted && removed && [...inserted, ...removed].sort((a, b) => a.offset - b.offset);
}

function objectAt(tree: SyntaxNode, path: TemplatePath): JsonObject | undefined {
  const node = nodeAt(tree, path);
  const value: unknown = node && getNodeValue(node);
  return isObject(value as JsonValue) ? (value as JsonObject) : undefined;
}

function propertyAt(tree: SyntaxNode, path: TemplatePath): SyntaxNode | undefined {
  const object = nodeAt(tree, path.slice(0, -1));
  return object && propertyNode(object, String(path.at(-1)));
}

function followerOf(entry: SyntaxNode): string | undefined {
  const siblings = entry.parent?.children ?? [];
  const next = siblings[siblings.indexOf(entry) + 1];
  return next && keyOf(next);
}

function keyOf(entry: SyntaxNode): string {
  return String(entry.children?.[0]?.value);
}
