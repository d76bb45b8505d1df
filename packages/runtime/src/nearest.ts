/**
 * The candidate a person most likely meant, or undefined when none is close: at most one slip in three letters and
 * two in all (further off it is another word: properties, proportion), where a slip is a letter missing, added, changed, or swapped with its neighbour. Capitals and hyphens do not count.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(name.slice(0, 64));
  let best: string | undefined;
  let bestSlips = Math.min(2, Math.max(1, Math.floor(wanted.length / 3))) + 1;
  for (const candidate of candidates) {
    const slips = countSlips(wanted, plain(candidate));
    if (slips < bestSlips) [best, bestSlips] = [candidate, slips];
  }
  return best;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/g, "");
}

/** Damerau's distance (optimal string alignment), row by row. */
function countSlips(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let slips = Math.min(at(row, j) + 1, at(next, j - 1) + 1, changed);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, at(before, j - 2) + 1);
      next.push(slips);
    }
    [before, row] = [row, next];
  }
  return at(row, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
