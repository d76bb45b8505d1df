import {
  entriesOf,
  fieldNames,
  type ImportResult,
  keyOf,
  type ListName,
  questionAt,
  type Span,
} from "./import-result.ts";

/** What a stretch of the source was taken for. */
export type MarkKind = "qualification" | "duty" | "standard" | "relation" | "other" | "question" | "unplaced";

/** A stretch of the source that stands for something; stretches do not overlap. */
export interface Mark extends Span {
  readonly kind: MarkKind;
  /** Keys of the entries that stand on it, the most telling first; `unplaced/<index>` for words without a place. */
  readonly keys: readonly string[];
}

const kinds: Readonly<Record<ListName, MarkKind>> = {
  qualifications: "qualification",
  duties: "duty",
  standards: "standard",
  authority: "relation",
  others: "other",
};

/** Where one stretch stands for several things, the first of these is shown. */
const rank: readonly MarkKind[] = ["question", "standard", "duty", "qualification", "relation", "other", "unplaced"];

interface Claim extends Span {
  readonly kind: MarkKind;
  readonly key: string;
}

/** The marks of a source text, in order: every stretch by what stands on it. */
export function marksOf(result: ImportResult): readonly Mark[] {
  const claims = claimsOf(result).filter(({ start, end }) => end > start);
  const edges = [...new Set(claims.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const begins = [...claims].sort((a, b) => a.start - b.start);
  const marks: Mark[] = [];
  let open: Claim[] = [];
  let next = 0;
  for (const [index, start] of edges.entries()) {
    open = open.filter(({ end }) => end > start);
    for (let claim = begins[next]; claim && claim.start <= start; claim = begins[++next]) open.push(claim);
    const end = edges[index + 1];
    if (open.length === 0 || end === undefined) continue;
    const ranked = [...open].sort((a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind));
    marks.push({ start, end, kind: ranked[0]?.kind ?? "other", keys: ranked.map(({ key }) => key) });
  }
  return marks;
}

function claimsOf(result: ImportResult): Claim[] {
  const claim = (kind: MarkKind, key: string, spans: readonly Span[]): Claim[] =>
    spans.map(({ start, end }) => ({ start, end, kind, key }));
  return [
    ...[...result.descriptions.entries()].flatMap(([number, role]) => [
      ...fieldNames.flatMap((name) => claim("relation", `${number}/${name}`, role[name]?.spans ?? [])),
      ...role.subordinates.flatMap(({ spans }) => claim("relation", `${number}/subordinates`, spans)),
      ...role.purpose.flatMap(({ spans }) => claim("other", `${number}/purpose`, spans)),
      ...entriesOf(result, number).flatMap(({ place, entry }) =>
        claim(questionAt(result, place) ? "question" : kinds[place.list], keyOf(place), entry.spans),
      ),
    ]),
    ...result.unplaced.flatMap((span, index) => claim("unplaced", `unplaced/${index}`, [span])),
  ];
}

/** A piece of a stretch of text, marked or not. */
export interface Piece extends Span {
  readonly mark?: Mark;
}

/** Cuts a stretch of the text at the marks in it. `marks` in order. */
export function piecesOf(span: Span, marks: readonly Mark[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = span.start;
  for (let index = firstBehind(marks, span.start); index < marks.length; index++) {
    const mark = marks[index];
    if (!mark || mark.start >= span.end) break;
    const start = Math.max(mark.start, span.start);
    const end = Math.min(mark.end, span.end);
    if (start > at) pieces.push({ start: at, end: start });
    pieces.push({ start, end, mark });
    at = end;
  }
  if (at < span.end) pieces.push({ start: at, end: span.end });
  return pieces;
}

/** Index of the first mark that ends behind an offset. */
function firstBehind(marks: readonly Mark[], offset: number): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
