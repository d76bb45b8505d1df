import type { Span } from "../source.ts";
import { signTest } from "./sign-test.ts";
import { simplifiedSign } from "./traditional.ts";

/** Signs that say nothing: zero-width spaces and joiners, soft hyphens, byte order marks. */
const silent = /[\u00AD\u200B-\u200F\u2060\uFEFF]|[\uFE0E\uFE0F]/u;
const white = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]/u;
const han = /[\p{Script=Han}\u3007]/u;
const isHanAt = signTest(han);
/** Punctuation beside which a space is never meant. */
const tight = /[,;:、。()!?【】《》“”%‰/~]/u;

/** Signs that stand for others, beside the full-width forms and the radicals that are computed. */
const replaced = new Map([
  ["│", "|"],
  ["┃", "|"],
  ["║", "|"],
  ["’", "'"],
  ["‘", "'"],
  ["﹪", "%"],
  ["﹒", "."],
  ["∶", ":"],
  ["﹣", "-"],
  ["−", "-"],
  ["≧", "≥"],
  ["≦", "≤"],
  ["⩾", "≥"],
  ["⩽", "≤"],
]);

/** Characters with the place each came from. `origin[i]` is the offset in the source of `chars[i]`. */
export interface NormalText {
  readonly chars: string;
  readonly origin: ArrayLike<number>;
}

/**
 * One line in the form all rules read: half-width letters, digits and punctuation, radicals as the characters they
 * stand for, simplified characters for traditional ones, no silent signs, no white space at the ends; a single space between words, a tab between columns, and no
 * space inside Chinese that was set with spaces between its characters (店 长 岗 位).
 *
 * @param loose Two spaces part words in this text, and no columns.
 */
export function normalLine(source: string, { start, end }: Span, loose = false): NormalText {
  let chars = "";
  /** What stands from here on stands as it is. */
  let from = start;
  const origin: number[] = [];
  const strong = hasStrongWords(source, start, end);
  for (let at = start; at < end; at++) {
    const stars = strong && source.startsWith("**", at);
    if (!stars && isNormal(source, at)) {
      origin.push(at);
      continue;
    }
    chars += source.slice(from, at);
    if (stars) at++;
    from = at + 1;
    const char = stars ? "" : normalSign(source.charAt(at));
    if (char === "") continue;
    chars += char;
    origin.push(at);
  }
  chars += source.slice(from, end);
  return needsSpacing(chars) ? withoutSpaces(chars, origin, loose) : { chars, origin };
}

/** Single spaces between words of other languages than Chinese stand as they are. */
function needsSpacing(chars: string): boolean {
  if (!/\s/u.test(chars)) return false;
  return han.test(chars) || /\s\s|[\t\u3000]|^\s|\s$|\s[%‰]|[、。【】《》]/u.test(chars);
}

/** Markdown's strong words inside a line say nothing; around the whole line they make a heading of it. */
function hasStrongWords(source: string, start: number, end: number): boolean {
  const line = source.slice(start, end).trim();
  return line.includes("**") && /\*\*[^*\s][^*]*\*\*/u.test(line) && !/^\*\*[^*]+(?<![:：])\*\*$/u.test(line);
}

/** The span in the source of the normalised characters from `start` to `end`. */
export function sourceSpan({ origin }: NormalText, { start, end }: Span): Span {
  if (end <= start) return { start: origin[start] ?? 0, end: origin[start] ?? 0 };
  return { start: origin[start] ?? 0, end: (origin[end - 1] ?? 0) + 1 };
}

/** Whether the character is Chinese writing. */
export function isHan(char: string): boolean {
  return isHanAt(char, 0);
}

/** The unified ideographs, nearly all of a Chinese text: known without a pattern, as every character is asked. */
function isIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Whether the sign is in normal form. */
const isNormal = signTest({ test: (sign) => normalSign(sign) === sign });

function normalSign(char: string): string {
  const code = char.charCodeAt(0);
  if (code > 0x20 && code < 0x7f) return char;
  if (isIdeograph(code)) return simplifiedSign(char);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x2f00 && code <= 0x2fd5) return char.normalize("NFKC");
  if (silent.test(char)) return "";
  if (char === "\t" || char === "\u3000") return char;
  if (white.test(char)) return " ";
  return replaced.get(char) ?? char;
}

function withoutSpaces(signs: string, places: readonly number[], loose: boolean): NormalText {
  const spread = loose || isSpread(signs);
  const number = brokenNumber.exec(signs)?.[0].length ?? 0;
  const pieces: string[] = [];
  const origin: number[] = [];
  for (const { 0: piece, index } of signs.matchAll(/\s+|\S+/gu)) {
    const end = index + piece.length;
    const blank = /^\s/u.test(piece);
    const kept = blank ? (end < number ? "" : gapSign(piece, signs[index - 1], signs[end], spread)) : piece;
    pieces.push(kept);
    for (let at = 0; at < kept.length; at++) origin.push(places[index + at] ?? 0);
  }
  return { chars: pieces.join(""), origin };
}

/** 1 . and ( 2 ): the number of an entry that scanning took apart. */
const brokenNumber = /^\s*(?:\d{1,2}\s+[.、)]|[(]\s*\d{1,2}\s+[)])/u;

/** What is left of white space between two signs: nothing, a space, or a tab where columns stand apart. */
function gapSign(blanks: string, before: string | undefined, after: string | undefined, spread: boolean) {
  if (before === undefined || after === undefined) return "";
  if (isWide(blanks, spread)) return "\t";
  if (after === "%" || after === "‰") return "";
  if (nearHan(before, after)) {
    if (tight.test(before) || tight.test(after)) return "";
    if (/[\d%‰.]/u.test(before) || spread) return "";
  }
  return " ";
}

/** Wide white space parts columns; a full-width blank does so too, but between the characters of a spread title. */
function isWide(blanks: string, spread: boolean): boolean {
  return blanks.includes("\t") || (blanks.includes("\u3000") && !spread) || blanks.length > (spread ? 2 : 1);
}

/** A space is Chinese business where a Chinese sign stands on either side. */
function nearHan(before: string, after: string): boolean {
  return han.test(before) || han.test(after) || /[、。【】《》]/u.test(before + after);
}

/** Most Chinese characters of the line stand apart from one another, as old PDF files and titles set them. */
function isSpread(signs: string): boolean {
  const apart = signs.match(/(?<=[\p{Script=Han}])\s(?=\p{Script=Han})/gu)?.length ?? 0;
  const close = signs.match(/(?<=[\p{Script=Han}])(?=\p{Script=Han})/gu)?.length ?? 0;
  return (apart >= 2 || close === 0) && apart > close;
}
