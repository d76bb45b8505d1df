import { shareKeys } from "./syntax.ts";
import type { SyntaxNode } from "./template.ts";

/**
 * A syntax tree in which one value was parsed anew, without parsing or copying the rest: nodes behind the value are
 * seen through views that add to their offsets, made when somebody looks. The trees given stay as they are.
 *
 * `way` leads from the root to the value, as indexes into `children`.
 */
export function withValueParsed(
  tree: SyntaxNode,
  way: readonly number[],
  value: SyntaxNode,
  longer: number,
): SyntaxNode {
  return rebuilt(tree, way, { value, longer }, undefined);
}

interface Change {
  /** The new value's tree, with offsets into its own text. */
  readonly value: SyntaxNode;
  /** By how much the text grew. */
  readonly longer: number;
}

function rebuilt(node: SyntaxNode, way: readonly number[], change: Change, parent: SyntaxNode | undefined): SyntaxNode {
  const [index, ...rest] = way;
  if (index === undefined) return new NodeView(change.value, node.offset, parent);
  const own: { -readonly [key in keyof SyntaxNode]: SyntaxNode[key] } = {
    type: node.type,
    offset: node.offset,
    length: node.length + change.longer,
  };
  if (node.colonOffset !== undefined) own.colonOffset = node.colonOffset;
  if (parent) own.parent = parent;
  own.children = (node.children ?? []).map((child, at) => {
    if (at === index) return rebuilt(child, rest, change, own);
    return view(child, at < index ? 0 : change.longer, own);
  });
  shareKeys(node, own);
  return own;
}

/** A node seen at another offset and under another parent. */
class NodeView implements SyntaxNode {
  readonly type: SyntaxNode["type"];
  readonly offset: number;
  readonly length: number;
  readonly parent?: SyntaxNode;
  readonly colonOffset?: number;
  readonly base: SyntaxNode;
  readonly shift: number;
  #children: SyntaxNode[] | undefined;

  constructor(base: SyntaxNode, shift: number, parent: SyntaxNode | undefined) {
    this.base = base;
    this.shift = shift;
    this.type = base.type;
    this.offset = base.offset + shift;
    this.length = base.length;
    if (parent) this.parent = parent;
    if (base.colonOffset !== undefined) this.colonOffset = base.colonOffset + shift;
  }

  get value() {
    return this.base.value;
  }

  /** Empty where the node has none: a getter cannot be absent. */
  get children(): SyntaxNode[] {
    this.#children ??= (this.base.children ?? []).map((child) => view(child, this.shift, this));
    return this.#children;
  }
}

/** Views of views would grow with every keystroke: a view is always of the node that was parsed. */
function view(node: SyntaxNode, shift: number, parent: SyntaxNode): SyntaxNode {
  return node instanceof NodeView
    ? new NodeView(node.base, node.shift + shift, parent)
    : new NodeView(node, shift, parent);
}
