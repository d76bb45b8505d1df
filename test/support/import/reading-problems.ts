import type { ImportResult, SourceDocument, Span } from "@rolewright/importer";

interface Placed {
  readonly text: string;
  readonly spans: readonly Span[];
}

/**
 * What is wrong with a reading, whatever was read: spans outside the source or empty, words that do not stand in their
 * spans, characters that are nowhere. Empty when it is sound.
 */
export function readingProblems({ text }: SourceDocument, result: ImportResult): string[] {
  const fields = placedIn(result.descriptions);
  const spans = [...fields.flatMap((field) => field.spans), ...result.unplaced, ...result.layout];
  const outside = spans.filter(({ start, end }) => start < 0 || end > text.length || start >= end);
  const strangers = fields.filter((field) => field.spans.length > 0 && !standsIn(text, field));
  return [
    ...outside.map(({ start, end }) => `span ${start}–${end} of ${text.length}`),
    ...strangers.map((field) => `"${field.text}" is not what stands in its spans`),
    ...uncovered(text, spans).map((sign) => `${JSON.stringify(sign)} is nowhere`),
  ];
}

/** Everything with words and places, however deep. */
function placedIn(value: unknown): Placed[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "text" in value && "spans" in value ? [value as Placed] : [];
  return [...own, ...Object.values(value).flatMap(placedIn)];
}

/** The words are those of the spans, bar white space, silent signs and what stands between them. */
function standsIn(source: string, { text, spans }: Placed): boolean {
  const there = [...bare(spans.map(({ start, end }) => source.slice(start, end)).join(""))];
  let at = 0;
  for (const sign of bare(text)) {
    at = there.indexOf(sign, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function bare(words: string): string {
  return words.replace(/[\s\u00AD\u200B-\u200F\u2060\uFEFF]|[\uFE0E\uFE0F]/gu, "");
}

function uncovered(text: string, spans: readonly Span[]): string[] {
  const covered = new Uint8Array(text.length);
  for (const { start, end } of spans) covered.fill(1, start, end);
  return [...covered.keys()]
    .filter((at) => covered[at] === 0 && /\S/u.test(text.charAt(at)))
    .map((at) => text.charAt(at));
}
