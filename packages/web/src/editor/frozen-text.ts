/** Replaces `length` UTF-16 code units at `offset` by `text`; a list is in ascending order without overlaps. */
export interface TextChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** A run of the start text that is still there, or (with `text`) a run written since. */
interface Piece {
  readonly start: number;
  readonly length: number;
  readonly text?: string;
}

/**
 * A text as it was at one moment, and what became of it since, without holding the text itself.
 *
 * While an input method composes, one of these follows the editor and another the shared text, both from the same
 * start. Their net differences can then be moved over each other (`rebase`). This is the shadow of the design kept as
 * positions instead of as a second Y.Doc: a copy of the document would have to write under the same client id, which
 * Yjs answers by drawing a new one, and the server by refusing it.
 */
export class FrozenText {
  #pieces: Piece[];
  readonly #length: number;

  constructor(length: number) {
    this.#length = length;
    this.#pieces = [{ start: 0, length }];
  }

  /** Takes in changes whose offsets all refer to the text before any of them. */
  apply(changes: readonly TextChange[]): void {
    for (const change of [...changes].reverse()) this.#replace(change);
  }

  #replace({ offset, length, text }: TextChange): void {
    const before = this.#slice(0, offset);
    const after = this.#slice(offset + length, Number.POSITIVE_INFINITY);
    const written: Piece[] = text === "" ? [] : [{ start: -1, length: text.length, text }];
    this.#pieces = [...before, ...written, ...after];
  }

  /** The pieces between two offsets of the present text. */
  #slice(from: number, to: number): Piece[] {
    const found: Piece[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      const left = Math.max(from - at, 0);
      const right = Math.min(to - at, piece.length);
      at += piece.length;
      if (left < right) found.push(part(piece, left, right));
    }
    return found;
  }

  /** The net difference: what turns the start text into the present one. */
  changes(): TextChange[] {
    const found: TextChange[] = [];
    let at = 0;
    let text = "";
    const close = (next: number) => {
      if (next > at || text !== "") found.push({ offset: at, length: next - at, text });
      text = "";
    };
    for (const piece of this.#pieces) {
      if (piece.text !== undefined) {
        text += piece.text;
        continue;
      }
      close(piece.start);
      at = piece.start + piece.length;
    }
    close(this.#length);
    return found;
  }
}

function part(piece: Piece, left: number, right: number): Piece {
  return piece.text === undefined
    ? { start: piece.start + left, length: right - left }
    : { start: -1, length: right - left, text: piece.text.slice(left, right) };
}

/**
 * Moves `changes` over `others`, both net differences from the same start: the result can be applied to a text that
 * has `others` in it. Removes only what both still have, so nothing the other side wrote is lost; of two texts written
 * at the same place the `first` one comes first. Applying mine over theirs and theirs over mine gives the same text.
 */
export function rebase(
  changes: readonly TextChange[],
  others: readonly TextChange[],
  order: "first" | "second",
): TextChange[] {
  return changes.flatMap((change) => [
    ...(change.text === "" ? [] : [insertion(change, others, order)]),
    ...removals(change, others),
  ]);
}

function insertion(change: TextChange, others: readonly TextChange[], order: "first" | "second"): TextChange {
  let shift = 0;
  for (const other of others) {
    if (other.offset > change.offset) break;
    if (other.offset < change.offset || order === "second") shift += other.text.length;
    shift -= Math.min(other.length, change.offset - other.offset);
  }
  return { offset: change.offset + shift, length: 0, text: change.text };
}

function removals(change: TextChange, others: readonly TextChange[]): TextChange[] {
  const end = change.offset + change.length;
  const found: TextChange[] = [];
  let from = change.offset;
  let shift = 0;
  const remove = (to: number) => {
    if (to > from) found.push({ offset: from + shift, length: to - from, text: "" });
  };
  for (const other of others) {
    const otherEnd = other.offset + other.length;
    if (other.offset >= end) break;
    remove(Math.min(other.offset, end));
    from = Math.max(from, otherEnd);
    shift += other.text.length - other.length;
  }
  remove(end);
  return found;
}
