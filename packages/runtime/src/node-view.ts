import { type NodeOfBefore, shareKeys } from "./syntax.ts";
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
  const made = (node: SyntaxNode, parent: SyntaxNode | undefined) => new NodeView(value, node.offset, parent);
  return rebuilt(tree, way, { made, longer }, undefined);
}

/** The same for entries of an object, which `way` leads to: those between `front` and `back` of its own. */
export function withEntriesParsed(
  tree: SyntaxNode,
  way: readonly number[],
  { front, back, entries, shift }: NewEntries,
  longer: number,
): SyntaxNode {
  const made = (node: SyntaxNode, parent: SyntaxNode | undefined) => {
    const own = grown(node, longer, parent);
    const known = node.children ?? [];
    own.children = [
      ...known.slice(0, front).map((child) => view(child, 0, own)),
      ...entries.map((child) => view(child, shift, own)),
      ...known.slice(known.length - back).map((child) => view(child, longer, own)),
    ];
    return own;
  };
  return rebuilt(tree, way, { made, longer }, undefined);
}

interface NewEntries {
  readonly front: number;
  readonly back: number;
  readonly entries: readonly SyntaxNode[];
  /** What has to be added to their offsets. */
  readonly shift: number;
}

interface Change {
  /** The new node in place of one. */
  readonly made: (before: SyntaxNode, parent: SyntaxNode | undefined) => SyntaxNode;
  /** By how much the text grew. */
  readonly longer: number;
}

function rebuilt(node: SyntaxNode, way: readonly number[], change: Change, parent: SyntaxNode | undefined): SyntaxNode {
  const [index, ...rest] = way;
  if (index === undefined) return change.made(node, parent);
  const own = grown(node, change.longer, parent);
  own.children = (node.children ?? []).map((child, at) => {
    if (at === index) return rebuilt(child, rest, change, own);
    return view(child, at < index ? 0 : change.longer, own);
  });
  shareKeys(node, own);
  return own;
}

type OwnNode = { -readonly [key in keyof SyntaxNode]: SyntaxNode[key] };

/** A node whose text has grown, still without children. */
function grown({ type, offset, length, colonOffset }: SyntaxNode, longer: number, parent: SyntaxNode | undefined) {
  const own: OwnNode = { type, offset, length: length + longer };
  if (colonOffset !== undefined) own.colonOffset = colonOffset;
  if (parent) own.parent = parent;
  return own;
}

/** A node seen at another offset and under another parent. */
class NodeView implements NodeOfBefore {
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
