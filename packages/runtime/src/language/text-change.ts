/** What two texts have in common: so many characters at their beginning and at their end. */
export interface Change {
  readonly prefix: number;
  readonly suffix: number;
}

/** Compared at once; engines compare stretches of memory much faster than a loop compares characters. */
const stretch = 4096;

/** The one stretch in which two texts differ; undefined when they have less than half in common. */
export function changeBetween(before: string, after: string): Change | undefined {
  const shorter = Math.min(before.length, after.length);
  const prefix = commonLength(before, after, shorter, 0, 0, 1);
  const suffix = commonLength(before, after, shorter - prefix, before.length, after.length, -1);
  return prefix + suffix < shorter / 2 ? undefined : { prefix, suffix };
}

/** How far the texts agree from two places on, forwards (1) or backwards (-1), at most `limit`. */
function commonLength(a: string, b: string, limit: number, fromA: number, fromB: number, way: 1 | -1): number {
  let common = 0;
  while (common + stretch <= limit && piece(a, fromA, common, way) === piece(b, fromB, common, way)) common += stretch;
  const back = way === 1 ? 0 : 1;
  while (common < limit && a.charCodeAt(fromA + way * common - back) === b.charCodeAt(fromB + way * common - back)) {
    common += 1;
  }
  return common;
}

function piece(text: string, from: number, done: number, way: 1 | -1): string {
  return way === 1 ? text.slice(from + done, from + done + stretch) : text.slice(from - done - stretch, from - done);
}
