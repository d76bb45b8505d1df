import { createScanner } from "jsonc-parser";
import type { TextEdit } from "./diagnostic.ts";
import type { JsonValue } from "./json.ts";
import type { SyntaxNode } from "./template.ts";

/*
 * How JSONC is laid out, and how a member is put in or taken out without touching what is around it. An entry is what
 * stands between two commas: a property of an object, an element of a list.
 */

/** How the author lays out the text; new text follows it. */
export interface Layout {
  readonly text: string;
  readonly newline: "\n" | "\r\n";
  /** One step of indentation. */
  readonly step: string;
  /** Whether the last member of an object is followed by a comma. */
  readonly trailingComma: boolean;
}

const layouts = new WeakMap<SyntaxNode, Layout>();

/** The layout of a text, read from its outermost object; once per tree, as a fix is made for many findings. */
export function layoutOf(text: string, tree: SyntaxNode): Layout {
  const known = layouts.get(tree);
  if (known?.text === text) return known;
  const layout = readLayout(text, tree);
  layouts.set(tree, layout);
  return layout;
}

/** Where a changed stretch of a text ended, and by how much it grew. */
interface Behind {
  readonly end: number;
  readonly longer: number;
}

/**
 * Whether all that stands outside a changed stretch would still be edited in the same words: what decides is the newline
 * of the whole text, and how the line is indented on which the stretch ends.
 */
export function laysOutAlike(before: string, after: string, { end, longer }: Behind): boolean {
  return newlineOf(before) === newlineOf(after) && indentAt(before, end) === indentAt(after, end + longer);
}

/** As `lineIndent`, for a single question about a text. */
function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset))?.[0] ?? "";
}

function newlineOf(text: string): Layout["newline"] {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

function readLayout(text: string, tree: SyntaxNode): Layout {
  const entries = tree.children ?? [];
  const [first, last] = [entries[0], entries.at(-1)];
  const step = first && startsLine(text, first.offset) ? lineIndent(text, first.offset) : "";
  return {
    text,
    newline: newlineOf(text),
    step: step === "" ? "  " : step,
    trailingComma: last !== undefined && commaAfter(text, endOf(last)) !== undefined,
  };
}

/** A value as text: what fits in a line and holds no objects on one line, else one member per line. */
export function write(value: JsonValue, indent: string, layout: Layout): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const line = oneLine(value);
  if (line.length <= 72 && !Object.values(value).some(holdsObject)) return line;
  const inner = indent + layout.step;
  const entries = Array.isArray(value)
    ? value.map((element) => write(element, inner, layout))
    : Object.entries(value).map(([key, member]) => writeMember(key, member, inner, layout));
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const body = entries.map((entry) => `${layout.newline}${inner}${entry}`).join(",");
  return `${open}${body}${layout.trailingComma ? "," : ""}${layout.newline}${indent}${close}`;
}

/** `"key": value`. */
export function writeMember(key: string, value: JsonValue, indent: string, layout: Layout): string {
  return `${JSON.stringify(key)}: ${write(value, indent, layout)}`;
}

function oneLine(value: JsonValue): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${oneLine(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

function holdsObject(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.some(holdsObject);
  return value !== null && typeof value === "object";
}

/** White space at the start of the line that holds `offset`. */
export function lineIndent(text: string, offset: number): string {
  const start = lineStart(text, offset);
  let end = start;
  while (end < offset && isBlank(text[end])) end += 1;
  return text.slice(start, end);
}

/** Where the lines of the text asked about last begin. */
let broken: { readonly text: string; readonly starts: readonly number[] } = { text: "", starts: [0] };

/**
 * Where the line of an offset begins. Looked up, not looked for: a text of a megabyte may be a single line, and every
 * edit asks for it.
 */
function lineStart(text: string, offset: number): number {
  if (broken.text !== text) broken = { text, starts: lineStarts(text) };
  const { starts } = broken;
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return starts[low] ?? 0;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Where the blanks in front of an offset begin. */
function blanksBefore(text: string, offset: number): number {
  let start = offset;
  while (isBlank(text[start - 1])) start -= 1;
  return start;
}

function isBlank(sign: string | undefined): boolean {
  return sign === " " || sign === "\t";
}

/** Edits that take out `removed` from the entries of a container, with their commas and the lines they leave empty. */
export function removeEntries(container: SyntaxNode, removed: ReadonlySet<SyntaxNode>, text: string): TextEdit[] {
  const entries = container.children ?? [];
  const cuts = entries.filter((entry) => removed.has(entry)).flatMap((entry) => removeEntry(entry, container, text));
  const edits = joined(cuts);
  const last = entries.at(-1);
  const lastKept = entries.findLast((entry) => !removed.has(entry));
  // Without a trailing comma the last entry has no comma of its own: the one before it must go instead.
  if (!last || !lastKept || lastKept === last || commaAfter(text, endOf(last)) !== undefined) return edits;
  const comma = commaAfter(text, endOf(lastKept));
  return comma === undefined ? edits : [...edits, cut(comma, comma + 1)];
}

/** Neighbours that both go may both claim the space between them. */
function joined(cuts: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of cuts) {
    const before = result.at(-1);
    const end = before ? before.offset + before.length : -1;
    if (!before || edit.offset > end) result.push(edit);
    else result[result.length - 1] = cut(before.offset, Math.max(end, edit.offset + edit.length));
  }
  return result;
}

function removeEntry(entry: SyntaxNode, container: SyntaxNode, text: string): TextEdit[] {
  const comma = commaAfter(text, endOf(entry));
  if (comma === undefined) return [cutWithSpace(entry.offset, endOf(entry), container, text)];
  if (text.slice(endOf(entry), comma).trim() === "") return [cutWithSpace(entry.offset, comma + 1, container, text)];
  // A comment stands between the value and its comma; it stays.
  return [cut(entry.offset, endOf(entry)), cut(comma, comma + 1)];
}

/** Takes the lines along when nothing else stands on them, else the space up to the neighbour. */
function cutWithSpace(start: number, end: number, container: SyntaxNode, text: string): TextEdit {
  const blanks = blanksBefore(text, start);
  const after = blanksBehind(text, end);
  if (blanks === lineStart(text, start) && after.endsWith("\n")) return cut(blanks, end + after.length);
  const closes = end + after.length >= endOf(container) - 1;
  if (closes && !after.includes("\n")) return cut(blanks, end);
  return cut(start, end + (after.includes("\n") ? 0 : after.length));
}

/** The blanks behind an offset, with the end of the line where nothing else stands in it. */
function blanksBehind(text: string, offset: number): string {
  const blanks = /[ \t]*(\r?\n)?/y;
  blanks.lastIndex = offset;
  return blanks.exec(text)?.[0] ?? "";
}

function cut(start: number, end: number): TextEdit {
  return { offset: start, length: end - start, text: "" };
}

/** Edits that put entries behind `anchor`, or in front of the first entry when there is no anchor. */
export function insertEntries(
  container: SyntaxNode,
  anchor: SyntaxNode | undefined,
  write: (indent: string) => readonly string[],
  layout: Layout,
): TextEdit[] {
  const [first] = container.children ?? [];
  if (!first) return [fillEmpty(container, write, layout)];
  const { text } = layout;
  const lines = startsLine(text, first.offset);
  const indent = lineIndent(text, first.offset);
  const separator = lines ? `${layout.newline}${indent}` : " ";
  const entries = write(indent);
  if (!anchor) return [put(first.offset, entries.map((entry) => `${entry},${separator}`).join(""))];
  const comma = commaAfter(text, endOf(anchor));
  if (comma !== undefined) {
    const at = lines ? behindComments(text, comma + 1) : comma + 1;
    return [put(at, entries.map((entry) => `${separator}${entry},`).join(""))];
  }
  const added = separator + entries.join(`,${separator}`);
  const at = lines ? behindComments(text, endOf(anchor)) : endOf(anchor);
  return at === endOf(anchor) ? [put(at, `,${added}`)] : [put(endOf(anchor), ","), put(at, added)];
}

function fillEmpty(container: SyntaxNode, write: (indent: string) => readonly string[], layout: Layout): TextEdit {
  const { text, newline, step } = layout;
  const start = container.offset + 1;
  const inside = text.slice(start, endOf(container) - 1);
  const outer = lineIndent(text, container.offset);
  const entries = write(outer + step);
  const body = entries.map((entry) => `${newline}${outer}${step}${entry}`).join(",");
  const added = `${body}${layout.trailingComma ? "," : ""}`;
  if (inside.trim() === "") return { offset: start, length: inside.length, text: `${added}${newline}${outer}` };
  return put(start, inside.includes("\n") ? added : `${added}${newline}${outer}`);
}

function put(offset: number, text: string): TextEdit {
  return { offset, length: 0, text };
}

export function endOf(node: SyntaxNode): number {
  return node.offset + node.length;
}

/** Numbers of jsonc-parser's SyntaxKind. */
const kinds = { comma: 5, lineComment: 12, blockComment: 13, lineBreak: 14, trivia: 15 } as const;

/** Offset of the comma behind a value, past white space and comments; undefined when something else comes first. */
export function commaAfter(text: string, offset: number): number | undefined {
  const scanner = createScanner(text, true);
  scanner.setPosition(offset);
  return (scanner.scan() as number) === kinds.comma ? scanner.getTokenOffset() : undefined;
}

/** The end of the comments that follow on the same line: they belong to what stands in front of them. */
export function behindComments(text: string, offset: number): number {
  const scanner = createScanner(text, false);
  scanner.setPosition(offset);
  let end = offset;
  for (let kind: number = scanner.scan(); ; kind = scanner.scan()) {
    if (kind === kinds.lineComment || kind === kinds.blockComment) end = scanner.getPosition();
    else if (kind !== kinds.trivia) return end;
  }
}

function startsLine(text: string, offset: number): boolean {
  const start = blanksBefore(text, offset);
  return start > 0 && start === lineStart(text, offset);
}
