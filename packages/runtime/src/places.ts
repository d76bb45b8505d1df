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

function nearest(tree: SyntaxNode, path: TemplatePath): SyntaxNode {
  let node = tree;
  for (const step of path) {
    const child = childNode(node, step);
    if (!child) break;
    node = child;
  }
  return node;
}
