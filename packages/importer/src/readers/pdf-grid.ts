import type { PdfRule } from "./pdf-page.ts";

/** A cell of a drawn table: its place in the grid and on the page. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A drawn table of at least two cells. */
export interface Grid {
  readonly cells: readonly GridCell[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Lines that are meant to meet may miss each other by so much. Points. */
const slack = 2.5;
/** A grid of more is a drawing. */
const mostEdges = 300;

/** Finds the tables that lines enclose, from the top of the page to its bottom. */
export function gridsOf(rules: readonly PdfRule[]): Grid[] {
  return connected(rules)
    .map(gridOf)
    .filter((grid) => grid !== undefined)
    .sort((one, other) => other.top - one.top);
}

/** Groups of lines that touch one another, over a coarse map of the page so that time grows with the lines. */
function connected(rules: readonly PdfRule[]): PdfRule[][] {
  const leaders = rules.map((_, index) => index);
  const leaderOf = (index: number): number => {
    let at = index;
    while (leaders[at] !== at) at = leaders[at] ?? at;
    return at;
  };
  const across = rules.flatMap((rule, index) => (rule.upright ? [] : [index]));
  for (const [index, rule] of rules.entries()) {
    if (!rule.upright) continue;
    for (const other of across) if (touch(rule, rules[other])) leaders[leaderOf(other)] = leaderOf(index);
  }
  const groups = new Map<number, PdfRule[]>();
  for (const [index, rule] of rules.entries())
    groups.set(leaderOf(index), [...(groups.get(leaderOf(index)) ?? []), rule]);
  return [...groups.values()];
}

function touch(upright: PdfRule, across: PdfRule | undefined): boolean {
  if (!across) return false;
  return (
    upright.at > across.from - slack &&
    upright.at < across.to + slack &&
    across.at > upright.from - slack &&
    across.at < upright.to + slack
  );
}

function gridOf(rules: readonly PdfRule[]): Grid | undefined {
  const xs = places(rules.filter(({ upright }) => upright)).sort((one, other) => one - other);
  const ys = places(rules.filter(({ upright }) => !upright)).sort((one, other) => other - one);
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length > mostEdges * 10 || xs.length > mostEdges)
    return undefined;
  const cells = mergedCells(rules, xs, ys);
  if (cells.length < 2) return undefined;
  return { cells, left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 };
}

/** Where the lines lie, those that lie together once. */
function places(rules: readonly PdfRule[]): number[] {
  const sorted = rules.map(({ at }) => at).sort((one, other) => one - other);
  return sorted.filter((at, index) => index === 0 || at - (sorted[index - 1] ?? 0) > slack);
}

/** Fields of the grid that no line divides are one cell. Reading order. */
function mergedCells(rules: readonly PdfRule[], xs: readonly number[], ys: readonly number[]): GridCell[] {
  const taken = new Set<string>();
  const fields = ys.slice(1).flatMap((_, row) => xs.slice(1).map((_, column) => ({ row, column })));
  return fields.flatMap(({ row, column }) => {
    if (taken.has(`${row},${column}`)) return [];
    const columnSpan = reach(xs, column, (at) => divided(rules, true, at, middle(ys, row)));
    const rowSpan = reach(ys, row, (at) => divided(rules, false, at, middle(xs, column)));
    for (let field = 0; field < rowSpan * columnSpan; field++)
      taken.add(`${row + Math.floor(field / columnSpan)},${column + (field % columnSpan)}`);
    const edges = { left: xs[column], right: xs[column + columnSpan], top: ys[row], bottom: ys[row + rowSpan] };
    const { left = 0, right = 0, top = 0, bottom = 0 } = edges;
    return [{ row, column, rowSpan, columnSpan, left, right, top, bottom }];
  });
}

/** How many fields a cell takes up from this one on. */
function reach(places: readonly number[], from: number, isDivided: (at: number) => boolean): number {
  const inner = places.slice(from + 1, -1);
  const end = inner.findIndex(isDivided);
  return (end < 0 ? inner.length : end) + 1;
}

function middle(places: readonly number[], index: number): number {
  return ((places[index] ?? 0) + (places[index + 1] ?? 0)) / 2;
}

/** Whether a line runs at this place past this point. */
function divided(rules: readonly PdfRule[], upright: boolean, at: number, past: number): boolean {
  return rules.some(
    (rule) =>
      rule.upright === upright &&
      Math.abs(rule.at - at) <= slack * 1.5 &&
      rule.from - slack < past &&
      rule.to + slack > past,
  );
}
