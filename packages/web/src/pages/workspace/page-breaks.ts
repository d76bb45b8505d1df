/** A part of a document that no page break goes through, as it is measured in a flow without breaks. */
export interface Unit {
  readonly top: number;
  readonly bottom: number;
  /** Stays on the page of the next one: a heading, the head of a table. */
  readonly keep: boolean;
  /** Height of the table head that is repeated above it when it begins a page; 0 outside of tables. */
  readonly head: number;
}

/** Where a page ends. */
export interface PageBreak {
  /** Index of the unit that begins the next page. */
  readonly before: number;
  /** What the page before it leaves empty. */
  readonly rest: number;
}

/** The pages of a document: where they end, and what the last one leaves empty. All lengths in one unit. */
export interface Pages {
  readonly breaks: readonly PageBreak[];
  readonly rest: number;
}

/**
 * Breaks a flow into pages. A unit that fits on no page has one that grows with it; headings and table heads go with
 * what follows them.
 */
export function pagesOf(units: readonly Unit[], height: number): Pages {
  const breaks: PageBreak[] = [];
  let first = 0;
  let head = 0;
  const used = (index: number) => head + (units[index]?.bottom ?? 0) - (units[first]?.top ?? 0);
  units.forEach((unit, index) => {
    if (used(index) <= height || index === first) return;
    let before = index;
    while (before - 1 > first && units[before - 1]?.keep) before -= 1;
    const end = units[before]?.top ?? unit.top;
    breaks.push({ before, rest: Math.max(0, height - head - end + (units[first]?.top ?? 0)) });
    first = before;
    head = units[before]?.head ?? 0;
  });
  return { breaks, rest: Math.max(0, height - used(units.length - 1)) };
}
