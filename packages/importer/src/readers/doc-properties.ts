/** What the formatting of a paragraph of a Word 97 document says that matters for reading. */
export interface DocProperties {
  /** 1-based number in the document's table of lists; 0 for none. */
  readonly list?: number;
  /** Depth in the list, 0 the outermost. */
  readonly level?: number;
  /** 0-based outline level; 9 for text. */
  readonly outline?: number;
  readonly inTable?: boolean;
  /** It only ends a row. */
  readonly endsRow?: boolean;
  readonly row?: DocRow;
}

/** How the cells of a row stand. */
export interface DocRow {
  /** The upright lines between the cells, in twips: one more than cells. */
  readonly edges: readonly number[];
  readonly cells: readonly DocCell[];
}

export interface DocCell {
  /** Goes on in the cell above it, or to its left, and holds no words of its own. */
  readonly covered: "above" | "left" | undefined;
}

/** What the formatting of a run of letters says that matters for reading. */
export interface DocRun {
  /** Struck out by a reviewer, or hidden. */
  readonly gone?: boolean;
  /** Code of the one sign of a symbol font that it shows. */
  readonly symbol?: number;
}

type Read<Facts> = (operand: DataView) => Facts;

const paragraphReads: ReadonlyMap<number, Read<DocProperties>> = new Map<number, Read<DocProperties>>([
  [0x460b, (operand) => ({ list: Math.max(0, operand.getInt16(0, true)) })],
  [0x260a, (operand) => ({ level: operand.getUint8(0) })],
  [0x2640, (operand) => ({ outline: operand.getUint8(0) })],
  [0x2416, (operand) => ({ inTable: operand.getUint8(0) === 1 })],
  [0x2417, (operand) => ({ endsRow: operand.getUint8(0) === 1 })],
  [0xd608, (operand) => ({ row: rowOf(operand) })],
]);

const runReads: ReadonlyMap<number, Read<DocRun>> = new Map<number, Read<DocRun>>([
  [0x0800, (operand) => (operand.getUint8(0) === 1 ? { gone: true } : {})],
  [0x083c, (operand) => (operand.getUint8(0) === 1 ? { gone: true } : {})],
  [0x6a09, (operand) => ({ symbol: operand.getUint16(2, true) })],
]);

/** The formatting of a paragraph that lies elsewhere, where it is too large: its place in the stream `Data`. */
const elsewhere: ReadonlyMap<number, Read<{ readonly at: number }>> = new Map(
  [0x6645, 0x6646].map((code) => [code, (operand: DataView) => ({ at: operand.getUint32(0, true) })] as const),
);

/** @param data The stream `Data`. */
export function paragraphProperties(changes: Uint8Array, data: Uint8Array | undefined): DocProperties {
  const { at } = factsIn(changes, elsewhere);
  if (at === undefined || !data) return factsIn(changes, paragraphReads);
  const length = new DataView(data.buffer, data.byteOffset).getUint16(at, true);
  return { ...factsIn(changes, paragraphReads), ...factsIn(data.subarray(at + 2, at + 2 + length), paragraphReads) };
}

export function runProperties(changes: Uint8Array): DocRun {
  return factsIn(changes, runReads);
}

/** Goes through changes of formatting ([MS-DOC] 2.2.5), each a code with an operand; the last of a kind counts. */
function factsIn<Facts extends object>(changes: Uint8Array, reads: ReadonlyMap<number, Read<Facts>>): Partial<Facts> {
  const view = new DataView(changes.buffer, changes.byteOffset, changes.byteLength);
  let facts: Partial<Facts> = {};
  for (let at = 0; at + 3 <= changes.length; ) {
    const code = view.getUint16(at, true);
    const { from, size } = operandOf(view, code, at + 2);
    if (from + size > changes.length) break;
    const read = reads.get(code);
    if (read) facts = { ...facts, ...read(new DataView(view.buffer, view.byteOffset + from, size)) };
    at = from + size;
  }
  return facts;
}

const sizes = [1, 1, 2, 4, 2, 2, undefined, 3] as const;

/** Where an operand begins and how long it is; three bits of the code tell, or its first byte. */
function operandOf(view: DataView, code: number, at: number): { readonly from: number; readonly size: number } {
  const size = sizes[code >> 13];
  if (size !== undefined) return { from: at, size };
  if (code === 0xd608) return { from: at + 2, size: Math.max(0, view.getUint16(at, true) - 1) };
  const own = view.getUint8(at);
  // Tab stops: 255 says that the length follows from what they hold.
  if (code === 0xc615 && own === 0xff) {
    const deleted = view.getUint8(at + 1) * 4;
    return { from: at + 1, size: deleted + view.getUint8(at + 2 + deleted) * 3 + 2 };
  }
  return { from: at + 1, size: own };
}

/** Edges and merges of a row's cells ([MS-DOC] 2.9.328). */
function rowOf(operand: DataView): DocRow {
  const count = operand.getUint8(0);
  const edges = Array.from({ length: count + 1 }, (_, index) => operand.getInt16(1 + index * 2, true));
  const from = 1 + (count + 1) * 2;
  const cells = Array.from({ length: count }, (_, index): DocCell => {
    const at = from + index * 20;
    const flags = at + 2 <= operand.byteLength ? operand.getUint16(at, true) : 0;
    return { covered: (flags & 3) === 1 ? "left" : ((flags >> 5) & 3) === 1 ? "above" : undefined };
  });
  return { edges, cells };
}
