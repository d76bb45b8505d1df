import type { TextEdit } from "../diagnostic.ts";

/** A stretch of the result: kept from the first text, or new. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/**
 * One list of edits that does what two do one after the other: `second` refers to the text after `first`. Whatever
 * neither touches stays untouched, so that cursors of others survive a migration over several versions.
 */
export function composeEdits(first: readonly TextEdit[], second: readonly TextEdit[], length: number): TextEdit[] {
  let pieces = piecesOf(first, length);
  for (const edit of [...second].sort((a, b) => b.offset - a.offset)) {
    const [before, rest] = splitAt(pieces, edit.offset);
    const [, after] = splitAt(rest, edit.length);
    pieces = [...before, { text: edit.text }, ...after];
  }
  return editsOf(pieces, length);
}

function piecesOf(edits: readonly TextEdit[], length: number): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.offset - b.offset)) {
    pieces.push({ start: done, end: edit.offset }, { text: edit.text });
    done = edit.offset + edit.length;
  }
  return [...pieces, { start: done, end: length }];
}

function lengthOf(piece: Piece): number {
  return "text" in piece ? piece.text.length : piece.end - piece.start;
}

function splitAt(pieces: readonly Piece[], offset: number): [Piece[], Piece[]] {
  let left = offset;
  for (const [index, piece] of pieces.entries()) {
    const size = lengthOf(piece);
    if (left <= size) {
      const [head, tail] = cut(piece, left);
      return [
        [...pieces.slice(0, index), head],
        [tail, ...pieces.slice(index + 1)],
      ];
    }
    left -= size;
  }
  return [[...pieces], []];
}

function cut(piece: Piece, at: number): [Piece, Piece] {
  if ("text" in piece) return [{ text: piece.text.slice(0, at) }, { text: piece.text.slice(at) }];
  const middle = piece.start + at;
  return [
    { start: piece.start, end: middle },
    { start: middle, end: piece.end },
  ];
}

/** What lies between kept stretches of the first text has been replaced by the new text between them. */
function editsOf(pieces: readonly Piece[], length: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let done = 0;
  let added = "";
  const close = (offset: number) => {
    if (added !== "" || offset > done) edits.push({ offset: done, length: offset - done, text: added });
    added = "";
  };
  for (const piece of pieces) {
    if ("text" in piece) added += piece.text;
    else if (piece.end > piece.start) {
      close(piece.start);
      done = piece.end;
    }
  }
  close(length);
  return edits;
}
