import { type NodeOfBefore, shareKeys } from "./syntax.ts";
import type { SyntaxNode } from "./template.ts";

/**
 * A syntax tree in which one value was parsed anew, without parsing or copying the rest: nodes behind the value are
 * seen through views that add to their offsets, made when somebody looks. The trees given stay as they are, and the
 * tree made does not hold on to them: a text is written on for hours, and each keystroke makes one.
 *
 * `way` leads from the root to the value, as indexes into `children`.
 */
export function withValueParsed(
  tree: SyntaxNode,
  way: readonly number[],
  value: SyntaxNode,
  longer: number,
): SyntaxNode {
  return rebuilt(tree, way, { made: ({ offset }) => ({ base: value, shift: offset }), longer });
}

/** The same for entries of an object, which `way` leads to: those between `front` and `back` of its own. */
export function withEntriesParsed(
  tree: SyntaxNode,
  way: readonly number[],
  { front, back, entries, shift }: NewEntries,
  longer: number,
): SyntaxNode {
  const made = (object: SyntaxNode) => {
    const known = object.children ?? [];
    return grown(object, longer, [
      ...known.slice(0, front).map((child) => placed(child, 0)),
      ...entries.map((base) => ({ base, shift })),
      ...known.slice(known.length - back).map((child) => placed(child, longer)),
    ]);
  };
  return rebuilt(tree, way, { made, longer });
}

interface NewEntries {
  readonly front: number;
  readonly back: number;
  readonly entries: readonly SyntaxNode[];
  /** What has to be added to their offsets. */
  readonly shift: number;
}

interface Change {
  /** What stands in place of a node. */
  readonly made: (before: SyntaxNode) => Placed;
  /** By how much the text grew. */
  readonly longer: number;
}

/** A node at another place than the one it was made for. */
interface Placed {
  readonly base: Base;
  /** What has to be added to its offsets. */
  readonly shift: number;
}

/** What is seen through views, never views themselves: views of views would grow with every keystroke. */
type Base = SyntaxNode | Grown;

/** A node whose text has grown. It knows no parent: through it, each tree would keep the one before. */
class Grown {
  readonly type: SyntaxNode["type"];
  readonly offset: number;
  readonly length: number;
  readonly colonOffset: number | undefined;
  /** Objects and properties have none. */
  readonly value = undefined;
  readonly parts: readonly Placed[];

  constructor({ type, offset, length, colonOffset }: SyntaxNode, longer: number, parts: readonly Placed[]) {
    this.type = type;
    this.offset = offset;
    this.length = length + longer;
    this.colonOffset = colonOffset;
    this.parts = parts;
  }
}

function grown(node: SyntaxNode, longer: number, parts: readonly Placed[]): Placed {
  return { base: new Grown(node, longer, parts), shift: 0 };
}

function rebuilt(tree: SyntaxNode, way: readonly number[], change: Change): SyntaxNode {
  return new NodeView(changed(tree, way, change), 0, undefined);
}

function changed(node: SyntaxNode, [index, ...rest]: readonly number[], change: Change): Placed {
  if (index === undefined) return change.made(node);
  const parts = (node.children ?? []).map((child, at) =>
    at === index ? changed(child, rest, change) : placed(child, at < index ? 0 : change.longer),
  );
  const own = grown(node, change.longer, parts);
  shareKeys(node, own.base);
  return own;
}

function placed(node: SyntaxNode, longer: number): Placed {
  return node instanceof NodeView ? { base: node.base, shift: node.shift + longer } : { base: node, shift: longer };
}

/** A node seen at another offset and under another parent. */
class NodeView implements NodeOfBefore {
  readonly type: SyntaxNode["type"];
  readonly offset: number;
  readonly length: number;
  readonly parent?: SyntaxNode;
  readonly colonOffset?: number;
  readonly base: Base;
  readonly shift: number;
  #children: SyntaxNode[] | undefined;

  constructor({ base, shift }: Placed, more: number, parent: SyntaxNode | undefined) {
    this.base = base;
    this.shift = shift + more;
    this.type = base.type;
    this.offset = base.offset + this.shift;
    this.length = base.length;
    if (parent) this.parent = parent;
    if (base.colonOffset !== undefined) this.colonOffset = base.colonOffset + this.shift;
  }

  get value() {
    return this.base.value;
  }

  /** Empty where the node has none: a getter cannot be absent. */
  get children(): SyntaxNode[] {
    this.#children ??= partsOf(this.base).map((part) => new NodeView(part, this.shift, this));
    return this.#children;
  }
}

function partsOf(base: Base): readonly Placed[] {
  return base instanceof Grown ? base.parts : (base.children ?? []).map((child) => ({ base: child, shift: 0 }));
}
