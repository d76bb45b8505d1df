import type { Span } from "../source.ts";
import { isHan, type NormalText, sourceSpan } from "../text/normal-text.ts";

/** Pieces of the text read as one: their characters, and where each stands in the normalised text. */
export interface Stretch {
  readonly chars: string;
  readonly at: readonly number[];
}

/** Puts pieces of the normalised text together, with a space where words would run into one another. */
export function stretchOf({ chars }: NormalText, spans: readonly Span[]): Stretch {
  let words = "";
  const at: number[] = [];
  for (const { start, end } of spans) {
    const [last, next] = [words.at(-1) ?? "", chars.charAt(start)];
    if (words !== "" && !isHan(last) && !isHan(next) && /[\p{L}\p{N},;.]/u.test(last)) {
      words += " ";
      at.push(start);
    }
    words += chars.slice(start, end);
    for (let place = start; place < end; place++) at.push(place);
  }
  return { chars: words, at };
}

/** The white space that normalised text has. */
const blanks = " \t\n\u3000";
const edge = /^[\s,;、。:·.•|｜-]+|[\s,;、。|｜·•]+$/gu;

/** A part of a stretch as the source has it: its words without the punctuation around them, and its spans there. */
export function sourceWords(
  source: string,
  text: NormalText,
  { chars, at }: Stretch,
  part: Span = { start: 0, end: chars.length },
): { text: string; spans: Span[] } {
  const words = chars.slice(part.start, part.end);
  const lead = /^[\s,;、。:·•|]+/u.exec(words)?.[0].length ?? 0;
  const trail = /[\s,;、。|·•]+$/u.exec(words)?.[0].length ?? 0;
  const places = at.slice(part.start + lead, Math.max(part.start + lead, part.end - trail));
  const said = saidAt(source, text, places, words.slice(lead));
  return { text: tidied(said), spans: runs(at.slice(part.start, part.end)).map((run) => sourceSpan(text, run)) };
}

/** What the source says at the places; a blank for white space. Neighbours are taken in one piece. */
function saidAt(source: string, { origin }: NormalText, places: readonly number[], words: string): string {
  let said = "";
  for (let index = 0; index < places.length; ) {
    const start = origin[places[index] ?? 0] ?? 0;
    const first = index;
    while (index < places.length && !isBlank(words, index) && origin[places[index] ?? 0] === start + index - first)
      index++;
    said += index > first ? source.slice(start, start + index - first) : " ";
    if (index === first) index++;
  }
  return said;
}

function isBlank(words: string, index: number): boolean {
  return blanks.includes(words.charAt(index));
}

/** White space once, and none between Chinese characters. */
function tidied(words: string): string {
  return words
    .replace(/\s+/gu, " ")
    .replace(/(?<=[\p{Script=Han}、。，；：“”（）]) (?=[\p{Script=Han}、。，；：“”（）])/gu, "")
    .replace(edge, "")
    .replace(/(?<=[a-z\d)]{2})\.$/u, "")
    .trim();
}

/** The runs of neighbouring places. */
function runs(places: readonly number[]): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const place of places) {
    const last = spans.at(-1);
    if (last && (place === last.end || place === last.end - 1)) last.end = place + 1;
    else spans.push({ start: place, end: place + 1 });
  }
  return spans;
}
