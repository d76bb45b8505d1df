import type { SourceBlock, SourceDocument, Span } from "../source.ts";
import { isHan, type NormalText, normalLine } from "../text/normal-text.ts";
import { entryStart } from "../words/entry-start.ts";
import { fieldOf, headingMeaning } from "../words/heading-words.ts";
import { isStamp } from "../words/message-stamp.ts";
import { isPageNumber } from "../words/page-number.ts";
import { plainForms } from "./exported-forms.ts";

/** One line of meaning: a line of the source, or several that a narrow page had torn apart. */
export interface Line {
  /** In the normalised text. */
  readonly span: Span;
  readonly block: SourceBlock;
  /** A blank line, or another kind of block, stands before it. */
  readonly apart: boolean;
}

export interface LinedText extends NormalText {
  readonly lines: readonly Line[];
}

interface RawLine extends NormalText {
  readonly block: SourceBlock;
  readonly apart: boolean;
  readonly indent: number;
}

/** Formats in which a paragraph may be torn over several lines. */
const tornFormats: readonly string[] = ["txt", "md", "pasted"];
const terminal = /[。!?;:.…]["”'）)]?$/u;
const hanging = /[,、，(（/&-]$|(?:\b(?:and|or|of|the|to|with|for|in|a|an|by|on|at))$/iu;

/** Normalises the text line by line and joins lines that belong together. Lines are separated by LF. */
export function linedText(source: SourceDocument): LinedText {
  const raw = plainForms(rawLines(source));
  const joins = tornFormats.includes(source.format) ? widthOf(raw) : undefined;
  const joiner = new Joiner(source.text.length + raw.length);
  for (const line of raw) joiner.add(line, joins);
  return { chars: joiner.parts.join(""), origin: joiner.origin.subarray(0, joiner.length), lines: joiner.lines };
}

/** The first lines that begin in the stretch, `most` of them. A text of many descriptions has very many lines. */
export function firstLinesIn({ lines }: LinedText, { start, end }: Span, most: number): Line[] {
  let [from, to] = [0, lines.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((lines[middle]?.span.start ?? 0) < start) from = middle + 1;
    else to = middle;
  }
  return lines.slice(from, from + most).filter(({ span }) => span.start < end);
}

/** Puts lines one behind the other, each joined to the last or below it. */
class Joiner {
  readonly parts: string[] = [];
  readonly origin: Uint32Array;
  readonly lines: Line[] = [];
  length = 0;
  private last: RawLine | undefined;
  /** The line being built begins with a number or a bullet. */
  private marked = false;

  /** `most`: the characters that the lines and the signs between them can have. */
  constructor(most: number) {
    this.origin = new Uint32Array(most);
  }

  add(line: RawLine, width: number | undefined): void {
    const { last } = this;
    const glued = last !== undefined && width !== undefined && continues(last, line, this.marked, width);
    if (last)
      this.gap(glued ? (needsSpace(last, line) ? " " : "") : "\n", (last.origin[last.origin.length - 1] ?? 0) + 1);
    const start = this.length;
    this.parts.push(line.chars);
    this.origin.set(line.origin, start);
    this.length += line.chars.length;
    const open = this.lines.at(-1);
    if (glued && open)
      this.lines[this.lines.length - 1] = { ...open, span: { start: open.span.start, end: this.length } };
    else this.lines.push({ span: { start, end: this.length }, block: line.block, apart: line.apart });
    if (!glued) this.marked = entryStart(line.chars) !== undefined;
    this.last = line;
  }

  private gap(sign: string, at: number): void {
    if (sign === "") return;
    this.parts.push(sign);
    this.origin[this.length] = at;
    this.length += 1;
  }
}

function rawLines({ text, blocks }: SourceDocument): RawLine[] {
  const lines: RawLine[] = [];
  const loose = isLoose(text);
  let end = 0;
  let stamped = false;
  for (const block of blocks) {
    for (const match of text.slice(block.span.start, block.span.end).matchAll(/[^\n]+/gu)) {
      const start = block.span.start + match.index;
      const normal = normalLine(text, { start, end: start + match[0].length }, loose);
      if (normal.chars === "" || isPageNumber(normal.chars)) continue;
      if (isStamp(normal.chars)) {
        stamped = true;
        continue;
      }
      const lineStart = text.lastIndexOf("\n", start - 1) + 1;
      lines.push({
        ...normal,
        block,
        apart: stamped || /\n[^\S\n]*\n/u.test(text.slice(end, start)),
        indent: start - lineStart,
      });
      end = start + match[0].length;
      stamped = false;
    }
  }
  return lines;
}

/** Whether words stand two spaces apart all over, as scanned pages come out; then only wider gaps part columns. */
function isLoose(text: string): boolean {
  const head = text.slice(0, 20_000);
  const [two, one, more] = [/[^\s.!?:;] {2}(?=\S)/gu, /\S (?=\S)/gu, /\S(?: {3,}|\t)(?=\S)/gu].map(
    (gap) => head.match(gap)?.length ?? 0,
  ) as [number, number, number];
  return two >= 12 && two * 3 > one && two > more;
}

/** Columns that the characters take: Chinese ones two. */
function columns(chars: string): number {
  let count = 0;
  for (const char of chars) count += char.charCodeAt(0) > 0x2e7f ? 2 : 1;
  return count;
}

/** The width at which the page seems to have been torn: most long lines end near it. 0 where there is none. */
function widthOf(lines: readonly RawLine[]): number {
  const widths = lines.map(({ chars, indent }) => columns(chars) + indent).sort((left, right) => left - right);
  const widest = widths.at(-1) ?? 0;
  const typical = widths[Math.floor(widths.length * 0.97)] ?? 0;
  return Math.min(widest, Math.max(typical, 40), 120);
}

/** Whether `next` goes on where `line` was torn off. */
function continues(line: RawLine, next: RawLine, marked: boolean, width: number): boolean {
  if (next.apart || terminal.test(line.chars) || beginsAnew(next.chars) || standsAlone(line.chars)) return false;
  const full = (columns(line.chars) + line.indent) / width;
  // "Get cash in" above a line that begins with a capital is a name and hangs on nothing.
  if (!marked && full < 0.5 && /[a-z]$/u.test(line.chars) && /^[A-Z]/u.test(next.chars)) return false;
  if (hanging.test(line.chars) && !/^\s*[-–—]$/u.test(line.chars)) return columns(line.chars) >= 16;
  if (/^[A-Za-z(]/u.test(next.chars)) return continuesEnglish(line, next, marked, { full, width });
  if (/^[,;.。、)]/u.test(next.chars)) return true;
  if (marked) return full >= 0.75 && columns(line.chars) >= 30;
  return full >= 0.85 && width >= 56 && terminal.test(next.chars);
}

/** A small letter goes on; a capital only on a full and indented line, since names have capitals too. */
function continuesEnglish(
  line: RawLine,
  next: RawLine,
  marked: boolean,
  { full, width }: { full: number; width: number },
) {
  if (/^[a-z]/u.test(next.chars)) return (width >= 45 && full >= 0.55) || (marked && next.indent > line.indent);
  return full >= 0.8 && width >= 60 && /[a-z,]$/u.test(line.chars) && next.indent > 0;
}

/** A number, a bullet, a heading or a label begins a line of its own. */
function beginsAnew(chars: string): boolean {
  if (entryStart(chars) !== undefined) return true;
  const colon = chars.search(/[:\t]/u);
  const head = (colon >= 0 ? chars.slice(0, colon) : chars).replace(/^[【[(]|[】\])]$/gu, "");
  if (/^\p{Script=Han}{2,8}\d?:/u.test(chars)) return true;
  return head.length <= 24 && (headingMeaning(head) !== undefined || (colon >= 0 && fieldOf(head) !== undefined));
}

/** A heading, one between dashes too, a label or a cell of a table's heading cannot go on. */
function standsAlone(chars: string): boolean {
  if (/^[-=—]{2,}[^-=—]{2,24}[-=—]{2,}$/u.test(chars)) return true;
  const bare = chars.replace(/[【】[\]]|^[(]|[)]$/gu, "");
  return bare.length <= 24 && (headingMeaning(bare) !== undefined || fieldOf(bare) !== undefined);
}

function needsSpace(line: RawLine | undefined, next: RawLine): boolean {
  const [before, after] = [line?.chars.at(-1) ?? "", next.chars.charAt(0)];
  return !isHan(before) && !isHan(after) && !/[、。,;]/u.test(before + after)
    ? before !== "-"
    : /[,;]/u.test(before) && !isHan(after);
}
