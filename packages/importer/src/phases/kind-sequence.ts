/** What an entry can be where no heading says it. */
export type SequenceKind = "duties" | "qualifications" | "standards" | "none";
const kinds: readonly SequenceKind[] = ["duties", "qualifications", "standards", "none"];

/** One entry of a text without headings. */
export interface SequenceEntry {
  /** How much its own words speak for each kind. */
  readonly weights: Readonly<Record<SequenceKind, number>>;
  /** What it costs that another kind begins with it; the less, the more its place shows a break. */
  readonly turn: number;
}

/**
 * The kinds of entries that stand one behind the other, taken together: those for which most speaks, less what each
 * change of kind costs (Viterbi's way). So words that tell nothing are of the kind around them, and one odd entry among
 * many of a kind stays with them. Time grows with the number of entries.
 */
export function kindSequence(entries: readonly SequenceEntry[]): SequenceKind[] {
  let sums = kinds.map(() => 0);
  const cameFrom: number[][] = [];
  for (const { weights, turn } of entries) {
    const best = sums.indexOf(Math.max(...sums));
    const steps = kinds.map((_, kind) => ((sums[kind] ?? 0) >= (sums[best] ?? 0) - turn ? kind : best));
    sums = kinds.map((name, kind) => {
      const from = steps[kind] ?? kind;
      return (sums[from] ?? 0) - (from === kind ? 0 : turn) + weights[name];
    });
    cameFrom.push(steps);
  }
  let kind = sums.indexOf(Math.max(...sums));
  return cameFrom
    .toReversed()
    .map((steps) => {
      const here = kinds[kind] ?? "none";
      kind = steps[kind] ?? kind;
      return here;
    })
    .reverse();
}
