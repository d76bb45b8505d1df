import { applyEdits, type EditResult, type TextEdit } from "@rolewright/runtime";

/** One step of a change: it reads the text that the step before it left. */
export type Step = (text: string) => EditResult;

/** A stretch of the original text that is still there, or text that was put in. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/** One change made of steps. Its edits are to the original text, and touch no more of it than the steps did. */
export function inTurn(text: string, steps: readonly Step[]): EditResult {
  let pieces: readonly Piece[] = [{ start: 0, end: text.length }];
  let now = text;
  for (const step of steps) {
    const result = step(now);
    if ("refused" in result) return result;
    pieces = afterEdits(pieces, result.edits, now.length);
    now = applyEdits(now, result.edits);
  }
  return { edits: editsOf(pieces, text.length) };
}

function afterEdits(pieces: readonly Piece[], edits: readonly TextEdit[], length: number): readonly Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.offset - b.offset || a.length - b.length)) {
    result.push(...between(pieces, at, edit.offset));
    if (edit.text !== "") result.push({ text: edit.text });
    at = edit.offset + edit.length;
  }
  return [...result, ...between(pieces, at, length)];
}

/** The pieces from one offset to another of the text they make. */
function between(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = "text" in piece ? piece.text.length : piece.end - piece.start;
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, length)];
    if (start < end) {
      found.push(
        "text" in piece
          ? { text: piece.text.slice(start, end) }
          : { start: piece.start + start, end: piece.start + end },
      );
    }
    at += length;
  }
  return found;
}

function editsOf(pieces: readonly Piece[], length: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let text = "";
  for (const piece of [...pieces, { start: length, end: length }]) {
    if ("text" in piece) {
      text += piece.text;
      continue;
    }
    if (piece.start > at || text !== "") edits.push({ offset: at, length: piece.start - at, text });
    [at, text] = [piece.end, ""];
  }
  return edits;
}
