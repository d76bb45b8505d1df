import type { Span } from "../source.ts";
import type { TableRow } from "./tables.ts";
import type { Marker, TextUnit } from "./units.ts";

/** An entry in the making: a unit of text or a row, and what turns out to go on with it. */
export interface Draft {
  marker?: Marker;
  readonly spans: Span[];
  readonly unit: TextUnit;
  /** How many loose lines went on with it. */
  lines: number;
  children: Draft[];
  row?: TableRow;
  /** What is measured and how much, one below the other. */
  readonly pair?: true;
  /** Its number heads whole sentences and no entries. */
  readonly chapter?: true;
}

/** For each draft the first number behind it. */
export function nextMarkers(drafts: readonly Draft[]): (Marker | undefined)[] {
  const next: (Marker | undefined)[] = [];
  let last: Marker | undefined;
  for (let index = drafts.length - 1; index >= 0; index--) {
    next[index] = last;
    last = drafts[index]?.marker ?? last;
  }
  return next;
}

/** A row of a table among them. */
export function rowDraft(row: TableRow): Draft {
  const span = row.cells[0]?.spans[0] ?? { start: 0, end: 0 };
  const unit: TextUnit = {
    type: "text",
    span,
    line: -1,
    atLineStart: true,
    apart: true,
    block: { kind: "cell", span },
  };
  return { spans: [span], unit, lines: 0, children: [], row };
}

/** Sub-lists under their entries, by the order in which kinds of numbers first appear. */
export function nested(drafts: readonly Draft[]): Draft[] {
  const top: Draft[] = [];
  const open: Draft[] = [];
  for (const draft of drafts) {
    if (!draft.marker) {
      const parent = open.at(-1);
      if (parent && open.length > 0 && parent.children.length === 0 && !draft.row) top.push(draft);
      else (open.at(-2)?.children ?? top).push(draft);
      continue;
    }
    const at = open.findIndex(({ marker }) => marker?.style === draft.marker?.style);
    if (at >= 0) open.length = at;
    // No list below a bullet begins with 2.
    else if (draft.marker.ordinal > 1 && open.every(({ marker }) => marker?.ordinal === 0)) open.length = 0;
    (open.at(-1)?.children ?? top).push(draft);
    open.push(draft);
  }
  return top;
}
