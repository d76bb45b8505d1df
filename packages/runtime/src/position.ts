/** A place people can go to: both count from 1; the column counts UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Line and column of an offset; an offset behind the text is its end. */
export function positionOf(text: string, offset: number): Position {
  return positionsIn(text)(offset);
}

/** `positionOf` for many offsets of one text: its lines are found once. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return (offset) => {
    const place = Math.min(Math.max(offset, 0), text.length);
    const line = lineAt(starts, place);
    return { line: line + 1, column: place - (starts[line] ?? 0) + 1 };
  };
}

/** The last of the rising starts that is not behind the place. */
function lineAt(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
