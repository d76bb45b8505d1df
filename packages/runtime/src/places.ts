import type { TextRange } from "./model.ts";
import { childNode, propertyNode } from "./syntax.ts";
import type { SyntaxNode, TemplatePath } from "./template.ts";

/** The value's own text. */
export function rangeOfNode(node: SyntaxNode): TextRange {
  return { start: node.offset, end: node.offset + node.length };
}

/** Where the value at `path` is written, or the nearest value around it: something the reader can be sent to. */
export function valueRange(tree: SyntaxNode, path: TemplatePath): TextRange {
  return rangeOfNode(nearest(tree, path));
}

/** Where the member (key and value) at `path` is written, or the nearest value around it. */
export function memberRange(tree: SyntaxNode, path: TemplatePath): TextRange {
  const property = propertyAt(tree, path);
  return property ? rangeOfNode(property) : valueRange(tree, path);
}

/** Where the key of the member at `path` is written, or the nearest value around it. */
export function keyRange(tree: SyntaxNode, path: TemplatePath): TextRange {
  const key = propertyAt(tree, path)?.children?.[0];
  return key ? rangeOfNode(key) : valueRange(tree, path);
}

/**
 * A place a reader sees at one glance: the value when it is a single token, else the key in front of it.
 * Underlining a whole section because its sum is wrong would hide every other finding in it.
 */
export function pointRange(tree: SyntaxNode, path: TemplatePath): TextRange {
  const node = nearest(tree, path);
  if (node.type !== "object" && node.type !== "array") return rangeOfNode(node);
  const key = node.parent?.type === "property" ? node.parent.children?.[0] : undefined;
  return key ? rangeOfNode(key) : { start: node.offset, end: node.offset + 1 };
}

function propertyAt(tree: SyntaxNode, path: TemplatePath): SyntaxNode | undefined {
  const last = path.at(-1);
  if (typeof last !== "string") return undefined;
  const parentPath = path.slice(0, -1);
  let node: SyntaxNode | undefined = tree;
  for (const step of parentPath) node = node && childNode(node, step);
  return node && propertyNode(node, last);
}

/**
 * The value at the path, or what stands for it: what is inherited is written at the `x-extends` that brings it. Inside
 * an item that is written here, that is the item's own; beside it, nothing tells inherited from left out.
 */
function nearest(tree: SyntaxNode, path: TemplatePath): SyntaxNode {
  let node = tree;
  let extending = extendsOf(tree);
  for (const [depth, step] of path.entries()) {
    const child = childNode(node, step);
    if (!child) return extending ?? node;
    node = child;
    if (depth + 1 === itemDepth) extending = extendsOf(node);
    else if (depth + 1 < itemDepth) extending = extendsOf(node) ?? extending;
  }
  return node;
}

/** Steps from the root to an item: `properties`, the section, `properties`, the item. */
const itemDepth = 4;

function extendsOf(node: SyntaxNode): SyntaxNode | undefined {
  return propertyNode(node, "x-extends")?.children?.[1];
}
