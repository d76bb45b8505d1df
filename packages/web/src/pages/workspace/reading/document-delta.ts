import type { Block, ListItem, PrintDocument, TableRow } from "@rolewright/exporters/document";

/** An entry of a list or a row of a table. */
type Part = ListItem | TableRow;

/**
 * How a document differs from the one before, small where little changed: an entry or row that says what one of the
 * document before said is told by its place there.
 */
export interface DocumentDelta {
  /** The document, its lists and tables empty. */
  readonly frame: PrintDocument;
  /** Of all entries and rows, in order: the place among those of the document before, or -1 for the next fresh one. */
  readonly places: Int32Array;
  /** How many entries or rows each list and table has. */
  readonly lengths: readonly number[];
  readonly fresh: readonly Part[];
}

/** Tells, document after document, what is new; each delta builds on the one before. */
export class DocumentDeltas {
  #places: ReadonlyMap<string, number> = new Map();

  next(document: PrintDocument): DocumentDelta {
    const lists = document.blocks.flatMap((block) => partsOf(block) ?? []);
    const parts = lists.flat();
    const words = parts.map((part) => JSON.stringify(part));
    const places = Int32Array.from(words, (said) => this.#places.get(said) ?? -1);
    this.#places = new Map(words.map((said, place) => [said, place]));
    const blocks = document.blocks.map((block) => withParts(block, []));
    return {
      frame: { ...document, blocks },
      places,
      lengths: lists.map(({ length }) => length),
      fresh: parts.filter((_, place) => places[place] === -1),
    };
  }
}

/** A document that came by deltas: an entry or row is the one object as long as it says the same. */
export interface SteadyDocument {
  readonly document: PrintDocument;
  readonly parts: readonly Part[];
}

/** A document that did not come by deltas. */
export function steadyDocument(document: PrintDocument): SteadyDocument {
  return { document, parts: document.blocks.flatMap((block) => partsOf(block)?.flat() ?? []) };
}

/** What a reader that has just started says anew, each part the one that said the same before. */
function steadyParts(fresh: readonly Part[], before: SteadyDocument | undefined): readonly Part[] {
  const known = new Map(before?.parts.map((part) => [JSON.stringify(part), part]));
  return fresh.map((part) => known.get(JSON.stringify(part)) ?? part);
}

/** The document that a delta leads to from the one before. */
export function documentOf(
  { frame, places, lengths, fresh }: DocumentDelta,
  before: SteadyDocument | undefined,
): SteadyDocument {
  let used = 0;
  const made = fresh.length === places.length ? steadyParts(fresh, before) : fresh;
  const parts = [...places].flatMap((place) => (place === -1 ? made[used++] : before?.parts[place]) ?? []);
  let list = 0;
  let taken = 0;
  const blocks = frame.blocks.map((block) => {
    if (partsOf(block) === undefined) return block;
    const from = taken;
    taken += lengths[list++] ?? 0;
    return withParts(block, parts.slice(from, taken));
  });
  return { document: { ...frame, blocks }, parts };
}

/** In a list of its own, so that it can be flattened away where there is none. */
function partsOf(block: Block): readonly [readonly Part[]] | undefined {
  if (block.kind === "list") return [block.items];
  return block.kind === "table" ? [block.rows] : undefined;
}

function withParts(block: Block, parts: readonly Part[]): Block {
  if (block.kind === "list") return { ...block, items: parts as readonly ListItem[] };
  return block.kind === "table" ? { ...block, rows: parts as readonly TableRow[] } : block;
}
