import type { Decimal } from "../decimal.ts";

/** One end of an interval. */
export interface Edge {
  readonly at: Decimal;
  readonly included: boolean;
}

/** An interval with its points; a missing edge is infinity. `index` is its place in the list as written. */
export interface Band {
  readonly index: number;
  readonly points: Decimal;
  readonly lower?: Edge;
  readonly upper?: Edge;
}

/** An interval as written: a missing edge may still be filled by a neighbour. */
export type GivenBand = Band;

/** Where two neighbours, or a band and the end of all possible values, do not meet. */
export interface Seam {
  readonly kind: "gap" | "overlap" | "inverted";
  readonly index: number;
  /** What is not covered, or covered twice, e.g. `[5, 10)`. */
  readonly at: string;
}

/** The bands from low to high values, whichever way they were written. */
export function sortedBands(given: readonly GivenBand[]): GivenBand[] {
  return [...given].sort((a, b) => middle(a).comparedTo(middle(b)) || side(a) - side(b));
}

/** Fills a missing edge by the neighbour's, with the opposite inclusion. Bands must be sorted. */
export function withFilledEdges(sorted: readonly GivenBand[]): Band[] {
  return sorted.map((band, place) => {
    const lower = band.lower ?? opposite(sorted[place - 1]?.upper);
    const upper = band.upper ?? opposite(sorted[place + 1]?.lower);
    return { index: band.index, points: band.points, ...(lower ? { lower } : {}), ...(upper ? { upper } : {}) };
  });
}

export function contains({ lower, upper }: Band, value: Decimal): boolean {
  if (lower && (lower.included ? value.lessThan(lower.at) : value.lessThanOrEqualTo(lower.at))) return false;
  return !upper || (upper.included ? value.lessThanOrEqualTo(upper.at) : value.lessThan(upper.at));
}

/** An interval in the notation of mathematics, e.g. `[5, 10)`, `≥ 95`, `< 5`. */
function interval({ lower, upper }: Band): string {
  if (lower && upper) {
    const [opened, closed] = [lower.included ? "[" : "(", upper.included ? "]" : ")"];
    return `${opened}${lower.at.toFixed()}, ${upper.at.toFixed()}${closed}`;
  }
  if (lower) return `${lower.included ? "≥" : ">"} ${lower.at.toFixed()}`;
  return upper ? `${upper.included ? "≤" : "<"} ${upper.at.toFixed()}` : "";
}

/** Every place where sorted, filled bands fail to cover the range once and only once. */
export function seams(bands: readonly Band[], range: { readonly from?: Decimal; readonly to?: Decimal }): Seam[] {
  const inner = bands.slice(1).flatMap((band, place) => {
    const before = bands[place];
    return before ? between(before, band) : [];
  });
  // Overlapping bands may stand in either order, so that their outer ends say nothing.
  const outer = inner.some(({ kind }) => kind === "overlap") ? [] : endGaps(bands, range);
  return [...inverted(bands), ...outer, ...inner];
}

function inverted(bands: readonly Band[]): Seam[] {
  return bands
    .filter(({ lower, upper }) => lower && upper && !spans(lower, upper))
    .map((band) => ({ kind: "inverted", index: band.index, at: interval(band) }));
}

/** Whether an interval holds any value at all. */
function spans(lower: Edge, upper: Edge): boolean {
  return lower.at.lessThan(upper.at) || (lower.at.equals(upper.at) && lower.included && upper.included);
}

function between(before: Band, after: Band): Seam[] {
  const [end, start] = [before.upper, after.lower];
  // Two neighbours that both run to infinity on the side of the other cover everything twice.
  if (!end || !start) return [{ kind: "overlap", index: after.index, at: interval(after) }];
  if (end.at.equals(start.at) && end.included !== start.included) return [];
  const gap = end.at.lessThan(start.at) || (end.at.equals(start.at) && !end.included);
  const [low, high] = gap ? [end, start] : [start, end];
  const opened = low.included === gap ? "(" : "[";
  const closed = high.included === gap ? ")" : "]";
  const at = `${opened}${low.at.toFixed()}, ${high.at.toFixed()}${closed}`;
  return [{ kind: gap ? "gap" : "overlap", index: after.index, at }];
}

/** Values below the lowest band or above the highest, unless no such value can be observed. */
function endGaps(bands: readonly Band[], range: { readonly from?: Decimal; readonly to?: Decimal }): Seam[] {
  const [lowest, highest] = [bands[0], bands.at(-1)];
  const found: Seam[] = [];
  if (lowest?.lower && !reaches(lowest.lower, range.from, 1)) {
    const { at, included } = lowest.lower;
    found.push({ kind: "gap", index: lowest.index, at: `${included ? "<" : "≤"} ${at.toFixed()}` });
  }
  if (highest?.upper && !reaches(highest.upper, range.to, -1)) {
    const { at, included } = highest.upper;
    found.push({ kind: "gap", index: highest.index, at: `${included ? ">" : "≥"} ${at.toFixed()}` });
  }
  return found;
}

/** Whether the end of all possible values lies on the inner side of an edge. */
function reaches(edge: Edge, end: Decimal | undefined, inward: 1 | -1): boolean {
  if (!end) return false;
  const order = end.comparedTo(edge.at) * inward;
  return order > 0 || (order === 0 && edge.included);
}

function opposite(edge: Edge | undefined): Edge | undefined {
  return edge && { at: edge.at, included: !edge.included };
}

function middle({ lower, upper }: Band): Decimal {
  if (lower && upper) return lower.at.plus(upper.at).div(2);
  const only = lower ?? upper;
  if (!only) throw new Error("A band has at least one edge");
  return only.at;
}

/** At the same middle, a band open below comes before one open above. */
function side({ lower, upper }: Band): number {
  return (lower ? 1 : 0) - (upper ? 1 : 0);
}
