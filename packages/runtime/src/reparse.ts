import { limits } from "./limits.ts";
import { withEntriesParsed } from "./node-view.ts";
import { countedTokens, parseWhole, tokensOf } from "./syntax.ts";
import type { SyntaxNode } from "./template.ts";
import { changeBetween, type TextChange } from "./text-change.ts";

/** The entries of an object that a change touched, parsed without the others. */
export interface EntriesParsed {
  /** How many entries at the beginning and at the end are as they were. */
  readonly front: number;
  readonly back: number;
  /** The new ones between them; a node at `offset` stands in the whole text at `offset + shift`. */
  readonly entries: readonly SyntaxNode[];
  readonly shift: number;
  /** Where in the text before stood what they take the place of: `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** By how many tokens the text grew. */
  readonly tokens: number;
}

/**
 * The tree of a text that differs from the one before inside one object, of which the touched entries alone are parsed.
 * Undefined where that cannot be; the text is then parsed as a whole.
 */
export function reparse(
  text: string,
  before: { readonly text: string; readonly tree: SyntaxNode },
): SyntaxNode | undefined {
  const known = tokensOf(before.tree);
  if (known === undefined || text.length > limits.size) return undefined;
  const change = changeBetween(before.text, text);
  const way = wayToObject(before.tree, change);
  const parsed = way && parseEntries(text, before.text, way.object, change, way.depth);
  if (!parsed || known + parsed.tokens > limits.tokens) return undefined;
  return countedTokens(withEntriesParsed(before.tree, way.steps, parsed, change.longer), known + parsed.tokens);
}

/** The innermost object whose braces enclose the change, by indexes of `children` from the root. */
function wayToObject(tree: SyntaxNode, { from, to }: TextChange) {
  const encloses = (node: SyntaxNode | undefined) => node?.type === "object" && node.offset < from && to < endOf(node);
  if (!encloses(tree)) return undefined;
  const steps: number[] = [];
  for (let object = tree; ; ) {
    const children = object.children ?? [];
    const index = children.findIndex((child) => child.offset < from && to < endOf(child));
    const value = children[index]?.children?.[1];
    if (!value || !encloses(value)) return { object, steps, depth: steps.length / 2 + 1 };
    steps.push(index, 1);
    object = value;
  }
}

/**
 * Parses what stands in an object between the entries that a change leaves as they are. These are stood for by the
 * shortest entry there is: what is parsed must hold between them as it must in the whole text, commas and all. `depth`
 * counts the object and all around it. Undefined where it does not hold, or goes beyond what a text may be.
 */
export function parseEntries(
  text: string,
  before: string,
  object: SyntaxNode,
  change: TextChange,
  depth: number,
): EntriesParsed | undefined {
  if (change.from <= object.offset || change.to >= endOf(object)) return undefined;
  const touched = touchedEntries(object, change);
  const { front, back, start, end } = touched;
  const between = (piece: string) => `{${front > 0 ? standIn : ""}${piece}${back > 0 ? standIn : ""}}`;
  const piece = between(text.slice(start, end + change.longer));
  const { tree } = parseWhole(piece);
  if (tree?.length !== piece.length || depth - 1 + depthOf(tree) > limits.depth) return undefined;
  const children = tree.children ?? [];
  if (front > 0 && !isStandIn(children[0], 1)) return undefined;
  if (back > 0 && !isStandIn(children.at(-1), piece.length - 1 - standIn.length)) return undefined;
  const entries = children.slice(Math.min(front, 1), children.length - Math.min(back, 1));
  const shift = start - 1 - Math.min(front, 1) * standIn.length;
  return { ...touched, entries, shift, tokens: tokensIn(piece) - tokensIn(between(before.slice(start, end))) };
}

function tokensIn(text: string): number {
  const { tree } = parseWhole(text);
  return (tree && tokensOf(tree)) ?? 0;
}

/** Which entries of an object a change leaves as they are, and what of the text lies between them. */
function touchedEntries(object: SyntaxNode, { from, to }: TextChange) {
  const known = object.children ?? [];
  // What the change touches may have become one with it, as 5 with a 6 behind it.
  const front = known.findLastIndex((entry) => endOf(entry) < from) + 1;
  const behind = known.findIndex(({ offset }) => offset > to);
  const back = behind < 0 ? 0 : known.length - behind;
  const last = known[front - 1];
  const start = last ? endOf(last) : object.offset + 1;
  return { front, back, start, end: known[behind]?.offset ?? endOf(object) - 1 };
}

const standIn = '"":0';

function isStandIn(entry: SyntaxNode | undefined, offset: number): boolean {
  return entry?.offset === offset && entry.length === standIn.length;
}

function endOf({ offset, length }: SyntaxNode): number {
  return offset + length;
}

/** How many objects and lists stand inside one another, the node among them. */
export function depthOf(node: SyntaxNode): number {
  const inner = (node.children ?? []).reduce((deepest, child) => Math.max(deepest, depthOf(child)), 0);
  return node.type === "object" || node.type === "array" ? inner + 1 : inner;
}
