import { positionOf } from "@rolewright/runtime";
import { characterWidth, displayWidth } from "./display-width.ts";

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Columns of a line that an excerpt shows at most; documents on one line of megabytes exist. */
const widest = 80;

/**
 * The line that holds the start of `range` with its number, and below it carets under the part the range covers.
 * A long line is cut to the surroundings of the range, with an ellipsis where something is left out.
 */
export function excerpt(text: string, range: Range): string {
  const { line } = positionOf(text, range.start);
  const lineStart = text.lastIndexOf("\n", range.start - 1) + 1;
  const lineEnd = endOfLine(text, range.start);
  const cut = cutAround(lineStart, lineEnd, range.start);
  const shown = (start: number, end: number) => printable(text.slice(start, end));
  const before = (cut.start > lineStart ? "…" : "") + shown(cut.start, range.start);
  const covered = shown(range.start, Math.max(range.start, Math.min(range.end, cut.end)));
  const after = shown(Math.min(Math.max(range.end, range.start), cut.end), cut.end) + (cut.end < lineEnd ? "…" : "");
  const gutter = String(line).length + 1;
  const carets = "^".repeat(Math.max(1, displayWidth(covered)));
  return [
    ` ${line} │ ${before}${covered}${after}`,
    `${" ".repeat(gutter)} │ ${" ".repeat(displayWidth(before))}${carets}`,
  ].join("\n");
}

function endOfLine(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  const end = feed < 0 ? text.length : feed;
  return text[end - 1] === "\r" && end - 1 >= offset ? end - 1 : end;
}

/** A stretch of the line about the place, a third of it in front. */
function cutAround(lineStart: number, lineEnd: number, place: number): Range {
  if (lineEnd - lineStart <= widest) return { start: lineStart, end: lineEnd };
  const start = Math.max(lineStart, place - Math.floor(widest / 3));
  return { start, end: Math.min(lineEnd, start + widest) };
}

/** Tabs become two spaces; control characters, which could drive the terminal, become a sign. */
function printable(text: string): string {
  return [...text.replaceAll("\t", "  ")].map((character) => (isControl(character) ? "�" : character)).join("");
}

function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || (characterWidth(character) === 0 && /\p{Cf}/u.test(character));
}
