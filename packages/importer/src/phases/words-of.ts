import type { Span } from "../source.ts";
import { isHan, type NormalText, sourceSpan } from "../text/normal-text.ts";
import { signTest } from "../text/sign-test.ts";

/** Pieces of the text read as one. */
export interface Stretch {
  readonly chars: string;
  /** Which of the characters stand where in the normalised text; a space between two pieces stands nowhere. */
  readonly pieces: readonly Piece[];
}

interface Piece {
  /** Index of its first character in the stretch. */
  readonly from: number;
  /** In the normalised text. */
  readonly span: Span;
}

/** Puts pieces of the normalised text together, with a space where words would run into one another. */
export function stretchOf({ chars }: NormalText, spans: readonly Span[]): Stretch {
  let words = "";
  const pieces: Piece[] = [];
  for (const span of spans) {
    const [last, next] = [words.at(-1) ?? "", chars.charAt(span.start)];
    if (words !== "" && !isHan(last) && !isHan(next) && /[\p{L}\p{N},;.]/u.test(last)) words += " ";
    pieces.push({ from: words.length, span });
    words += chars.slice(span.start, span.end);
  }
  return { chars: words, pieces };
}

/** The white space that normalised text has. */
const blanks = " \t\n\u3000";
const edge = /^[\s,;、。:·.•|｜-]+|[\s,;、。|｜·•]+$/gu;

/** A part of a stretch as the source has it: its words without the punctuation around them, and its spans there. */
export function sourceWords(
  source: string,
  text: NormalText,
  { chars, pieces }: Stretch,
  part: Span = { start: 0, end: chars.length },
): { text: string; spans: Span[] } {
  const words = chars.slice(part.start, part.end);
  const lead = /^[\s,;、。:·•|]+/u.exec(words)?.[0].length ?? 0;
  const trail = /[\s,;、。|·•]+$/u.exec(words)?.[0].length ?? 0;
  const said = within(pieces, { start: part.start + lead, end: part.end - trail })
    .map((span) => saidAt(source, text, span))
    .join(" ");
  return { text: tidied(said), spans: joined(within(pieces, part)).map((span) => sourceSpan(text, span)) };
}

/** What of the pieces lies in a part of their stretch, in the normalised text. */
function within(pieces: readonly Piece[], { start, end }: Span): Span[] {
  return pieces.flatMap(({ from, span }) => {
    const first = Math.max(start, from);
    const last = Math.min(end, from + span.end - span.start);
    return first < last ? [{ start: span.start + first - from, end: span.start + last - from }] : [];
  });
}

/** What the source says there; a blank for white space. Neighbours are taken in one piece. */
function saidAt(source: string, { chars, origin }: NormalText, { start, end }: Span): string {
  let said = "";
  for (let at = start; at < end; ) {
    const place = origin[at] ?? 0;
    const first = at;
    while (at < end && !isBlank(chars, at) && origin[at] === place + at - first) at++;
    said += at > first ? source.slice(place, place + at - first) : " ";
    if (at === first) at++;
  }
  return said;
}

const isBlank = signTest({ test: (sign) => blanks.includes(sign) });

/** White space once, and none between Chinese characters. */
function tidied(words: string): string {
  return words
    .replace(/\s+/gu, " ")
    .replace(/(?<=[\p{Script=Han}、。，；：“”（）]) (?=[\p{Script=Han}、。，；：“”（）])/gu, "")
    .replace(edge, "")
    .replace(/(?<=[a-z\d)]{2})\.$/u, "")
    .trim();
}

/** Pieces that follow one another as one. */
function joined(spans: readonly Span[]): Span[] {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = runs.at(-1);
    if (last?.end === start) last.end = end;
    else runs.push({ start, end });
  }
  return runs;
}
