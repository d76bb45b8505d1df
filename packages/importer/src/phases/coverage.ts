import type { Description, Span } from "../generated/import-result.ts";
import { isPageNumber } from "../words/page-number.ts";

export interface Coverage {
  readonly unplaced: Span[];
  readonly layout: Span[];
}

const letters = /[\p{L}\p{N}]/u;

/**
 * Accounts for every character of the source: what is in no field and no known layout is unplaced when it has letters
 * or figures, and layout (punctuation, blanks) when it has none.
 */
export function coverageOf(source: string, descriptions: readonly Description[], known: readonly Span[]): Coverage {
  const taken = new Uint8Array(source.length);
  for (const { start, end } of known) taken.fill(2, start, end);
  for (const { start, end } of descriptions.flatMap(fieldsOf).flatMap(({ spans }) => spans)) taken.fill(1, start, end);
  const unplaced: Span[] = [];
  const layout: Span[] = [];
  for (let at = 0; at < source.length; ) {
    const state = taken[at];
    let end = at + 1;
    while (end < source.length && taken[end] === state && !(state === 0 && source.charAt(end - 1) === "\n")) end++;
    if (state === 2) layout.push({ start: at, end });
    else if (state === 0) place(source, { start: at, end }, unplaced, layout);
    at = end;
  }
  return { unplaced, layout };
}

function place(source: string, span: Span, unplaced: Span[], layout: Span[]): void {
  const words = source.slice(span.start, span.end);
  // A number of an entry that stands alone says nothing.
  const says =
    letters.test(words) &&
    !isPageNumber(words.trim()) &&
    !/^[\s(（]*(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[①-⑳])[.、)）．]*\s*$/u.test(words);
  (says ? unplaced : layout).push(span);
}

/** Every field of a description that has a place in the source, those of lists one by one. */
export function fieldsOf(description: Description): { readonly text: string; readonly spans: readonly Span[] }[] {
  const { title, department, superior, subordinates, purpose, qualifications, duties, standards, authority, others } =
    description;
  const single = [title, department, superior].filter((field) => field !== undefined);
  const lists = [subordinates, purpose, qualifications, duties, standards, authority, others];
  return [...single, ...lists.flat()].filter(({ spans }) => spans.length > 0);
}
