import type { Pair } from "./pairing.ts";

/**
 * Of pairs in the order of the version after, those that were moved: the fewest whose leaving makes the rest stand in
 * the order of the version before (all but a longest increasing run of the old places).
 */
export function movedAmong<T>(pairs: readonly Pair<T>[], before: readonly T[]): ReadonlySet<T> {
  const places = new Map(before.map((element, index) => [element, index]));
  const kept = longestRun(pairs.map((pair) => places.get(pair.before) ?? 0));
  return new Set(pairs.filter((_, index) => !kept.has(index)).map(({ after }) => after));
}

/** Indexes of one longest increasing run of numbers, none of which occurs twice (patience sorting). */
function longestRun(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, number] of numbers.entries()) {
    const length = firstNotBelow(ends, numbers, number);
    previous.push(length > 0 ? ends[length - 1] : undefined);
    ends[length] = index;
  }
  const run = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) run.add(index);
  return run;
}

function firstNotBelow(ends: readonly number[], numbers: readonly number[], number: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One row of a document that shows two versions at once. */
export type Row<T> = { readonly before?: T; readonly after: T } | { readonly before: T; readonly after?: undefined };

/** What stands after, in its order, and what was removed behind what stood in front of it. */
export function mergedOrder<T>(
  before: readonly T[],
  after: readonly T[],
  pairs: readonly Pair<T>[],
): readonly Row<T>[] {
  const partners = new Map(pairs.map((pair) => [pair.before, pair.after]));
  const old = new Map(pairs.map((pair) => [pair.after, pair.before]));
  const behind = new Map<T | undefined, T[]>();
  let anchor: T | undefined;
  const here = new Set(after);
  for (const element of before) {
    const partner = partners.get(element);
    if (partner === undefined) behind.set(anchor, [...(behind.get(anchor) ?? []), element]);
    else if (here.has(partner)) anchor = partner;
  }
  const gone = (place: T | undefined): Row<T>[] => (behind.get(place) ?? []).map((element) => ({ before: element }));
  const rows = after.map((element): Row<T> => {
    const partner = old.get(element);
    return partner === undefined ? { after: element } : { before: partner, after: element };
  });
  return [...gone(undefined), ...rows.flatMap((row) => [row, ...(row.after ? gone(row.after) : [])])];
}
