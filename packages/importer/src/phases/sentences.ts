import type { Span } from "../source.ts";

const letters = /[\p{L}\p{N}]/u;
const chineseStop = /[。;!?]["”』」)]*/gu;
const englishStop =
  /(?<!\b[A-Z]|\b(?:e\.g|i\.e|etc|vs|no|approx|incl|min|max|dept|Dr|Mr|Ms|St))(?:[.;!?]["”)]*(?=\s+[A-Z(]|\s*$)|;(?=\s+[a-z][^;]*(?:;|[.]?$))|(?<=\b(?:will|to|must|include|includes|following)):(?=\s+[a-z]))/gu;

/** The sentences of a stretch of prose; a sentence that lists with semicolons is as many. */
export function sentences(chars: string, { start, end }: Span): Span[] {
  const words = chars.slice(start, end);
  const spans: Span[] = [];
  let at = 0;
  const stops = /\p{Script=Han}/u.test(words) ? words.matchAll(chineseStop) : words.matchAll(englishStop);
  for (const match of stops) {
    const to = match.index + match[0].length;
    spans.push(trimmedSpan(chars, { start: start + at, end: start + to }));
    at = to;
  }
  spans.push(trimmedSpan(chars, { start: start + at, end }));
  return spans
    .filter((span) => letters.test(chars.slice(span.start, span.end)))
    .reduce<Span[]>((kept, span) => joinedAside(chars, kept, span), []);
}

/** A remark in brackets belongs to the sentence before it. */
function joinedAside(chars: string, kept: readonly Span[], span: Span): Span[] {
  const last = kept.at(-1);
  if (!last || !/^[(][^()]*[)][.。]?$/u.test(chars.slice(span.start, span.end))) return [...kept, span];
  return [...kept.slice(0, -1), { start: last.start, end: span.end }];
}

/** The span without white space at its ends. */
export function trimmedSpan(chars: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/u.test(chars.charAt(from))) from++;
  while (to > from && /\s/u.test(chars.charAt(to - 1))) to--;
  return { start: from, end: to };
}
