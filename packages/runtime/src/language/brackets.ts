/*
 * Where the objects and lists of a text begin and end, whatever state it is in: one pass over the characters that makes
 * no objects and never calls itself. It is what keeps an editor's answers fast in a long text, since only the few
 * containers around the caret are then read any further.
 */

import { type Change, changeBetween } from "./text-change.ts";

/** A comment; a line comment is never closed: what is typed behind it belongs to it. */
export interface LooseComment {
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
}

/** The containers of a text in the order they open; each is known by its place in these lists. */
export interface Brackets {
  readonly text: string;
  readonly starts: readonly number[];
  /** Exclusive, with the closing bracket if there is one. */
  readonly ends: readonly number[];
  readonly closed: readonly boolean[];
  /** How many containers are around it. */
  readonly depths: readonly number[];
  /** The number of the first container that opens behind this one and all inside it. */
  readonly after: readonly number[];
  readonly comments: readonly LooseComment[];
}

export const quote = 34;
export const comma = 44;
export const colon = 58;
const star = 42;
const slash = 47;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
export const openBrace = 123;
const closeBrace = 125;

/**
 * Finds the containers of the text's first value. A bracket that closes nothing is passed over.
 *
 * With what was found in a text that differs in one stretch only, as it does while somebody types, no more is read than
 * what lies about that stretch.
 */
export function readBrackets(text: string, before?: Brackets): Brackets {
  const change = before && changeBetween(before.text, text);
  if (!before || !change) return new BracketReader(text).read();
  return new BracketReader(text, { before, ...change }).read();
}

interface Earlier extends Change {
  readonly before: Brackets;
}

class BracketReader {
  private readonly text: string;
  private readonly starts: number[];
  private readonly ends: number[];
  private readonly closed: boolean[];
  private readonly depths: number[];
  private readonly after: number[];
  private readonly comments: LooseComment[];
  /** The containers that are open, outermost first. */
  private readonly open: number[] = [];
  private readonly earlier: Earlier | undefined;
  /** How many containers opened before the change. */
  private readonly kept: number;
  private at = 0;

  constructor(text: string, earlier?: Earlier) {
    const before = earlier?.before;
    const kept = before ? countBelow(before.starts, earlier.prefix) : 0;
    this.text = text;
    this.earlier = earlier;
    this.kept = kept;
    this.starts = before?.starts.slice(0, kept) ?? [];
    this.ends = before?.ends.slice(0, kept) ?? [];
    this.closed = before?.closed.slice(0, kept) ?? [];
    this.depths = before?.depths.slice(0, kept) ?? [];
    this.after = before?.after.slice(0, kept) ?? [];
    if (kept > 0) this.at = (this.starts[kept - 1] ?? 0) + 1;
    // Open are those that opened before this place and had not ended there.
    for (let container = 0; container < kept; container += 1) {
      if ((this.ends[container] ?? 0) >= this.at) this.open.push(container);
    }
    this.comments = before?.comments.filter(({ start }) => start < this.at) ?? [];
  }

  read(): Brackets {
    const { text, starts, ends, closed, depths, after, comments } = this;
    while (this.at < text.length && !this.next(text.charCodeAt(this.at)));
    while (this.open.length > 0) this.end(text.length, false);
    return { text, starts, ends, closed, depths, after, comments };
  }

  /** Takes one step; whether the text's one value ends with it. */
  private next(code: number): boolean {
    if (code === quote) this.at = endOfString(this.text, this.at);
    else if (code === slash) this.at = this.comment(this.at);
    else {
      if (isBracket(code) && this.bracket(code, this.at)) return true;
      this.at += 1;
    }
    return false;
  }

  private bracket(code: number, at: number): boolean {
    if (code !== openBrace && code !== openBracket)
      return this.close(code === closeBrace ? openBrace : openBracket, at);
    if (this.takeRest(at)) return true;
    this.depths.push(this.open.length);
    this.open.push(this.starts.length);
    this.starts.push(at);
    this.ends.push(at + 1);
    this.closed.push(false);
    this.after.push(0);
    return false;
  }

  /** Closes the innermost container of the kind, and with it those inside it that lack their bracket. */
  private close(opening: number, at: number): boolean {
    const { open, text, starts } = this;
    const match = open.findLastIndex((container) => text.charCodeAt(starts[container] ?? 0) === opening);
    if (match < 0) return false;
    while (open.length > match + 1) this.end(at, false);
    this.end(at + 1, true);
    return open.length === 0;
  }

  private end(at: number, closed: boolean): void {
    const container = this.open.pop() ?? 0;
    this.ends[container] = at;
    this.closed[container] = closed;
    this.after[container] = this.starts.length;
  }

  private comment(start: number): number {
    if (!isComment(this.text, start)) return start + 1;
    const end = endOfComment(this.text, start);
    const isBlock = this.text.charCodeAt(start + 1) === star;
    this.comments.push({ start, end, closed: isBlock && end >= start + 4 && this.text.startsWith("*/", end - 2) });
    return end;
  }

  /**
   * Behind the change, where a container opens that opened there before and inside the same others, all the rest is as
   * it was, only moved. Takes it over, and tells whether it could.
   */
  private takeRest(at: number): boolean {
    const { earlier, open } = this;
    if (!earlier || at < this.text.length - earlier.suffix) return false;
    const { before } = earlier;
    const moved = this.text.length - before.text.length;
    const first = countBelow(before.starts, at - moved);
    if (before.starts[first] !== at - moved || before.depths[first] !== open.length) return false;
    const sameAround = open.every((container) => container < this.kept && (before.ends[container] ?? 0) > at - moved);
    if (!sameAround) return false;
    this.copyRest(before, first, moved);
    return true;
  }

  private copyRest(before: Brackets, first: number, moved: number): void {
    const renumbered = this.starts.length - first;
    for (const container of this.open) {
      this.ends[container] = (before.ends[container] ?? 0) + moved;
      this.closed[container] = before.closed[container] ?? false;
      this.after[container] = (before.after[container] ?? 0) + renumbered;
    }
    for (let container = first; container < before.starts.length; container += 1) {
      this.starts.push((before.starts[container] ?? 0) + moved);
      this.ends.push((before.ends[container] ?? 0) + moved);
      this.closed.push(before.closed[container] ?? false);
      this.depths.push(before.depths[container] ?? 0);
      this.after.push((before.after[container] ?? 0) + renumbered);
    }
    const from = before.starts[first] ?? 0;
    for (const { start, end, closed } of before.comments) {
      if (start >= from) this.comments.push({ start: start + moved, end: end + moved, closed });
    }
    this.open.length = 0;
  }
}

/** How many numbers of a rising list are below a limit; by halving. */
function countBelow(rising: readonly number[], limit: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The end of the string that begins here: behind its closing quote, or at the end of the line that lacks one. */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === 10 || code === 13) return at;
    if (code === backslash && !isLineEnd(text.charCodeAt(at + 1))) at += 1;
  }
  return text.length;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** White space of JSON, and what gets between when text is pasted. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === 0xa0 || code === 0xfeff;
}

export function isBracket(code: number): boolean {
  return code === openBrace || code === closeBrace || code === openBracket || code === closeBracket;
}

/** Whether a comment begins here. */
export function isComment(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === slash && (next === slash || next === star);
}

/** Behind the comment that begins here; a line comment ends before its line break. */
export function endOfComment(text: string, start: number): number {
  if (text.charCodeAt(start + 1) === star) {
    const close = text.indexOf("*/", start + 2);
    return close < 0 ? text.length : close + 2;
  }
  const feed = text.indexOf("\n", start);
  const end = feed < 0 ? text.length : feed;
  return text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

/** The next offset that is neither white space nor comment, or the text's length. */
export function skipTrivia(text: string, offset: number): number {
  let at = offset;
  while (at < text.length) {
    if (isSpace(text.charCodeAt(at))) at += 1;
    else if (isComment(text, at)) at = endOfComment(text, at);
    else break;
  }
  return at;
}
