/** A stretch of a text: `text.slice(from, to)`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const sentenceEnds = /[。；;！!？?\n]|\.(?=\s|$)/g;
const clauseEnds = /[，,。；;！!？?：:\n]|\.(?=\s|$)/g;

/** The sentence around an offset, without its end mark. A point inside a number ends nothing. */
export function sentenceAt(text: string, offset: number): Stretch {
  return between(text, offset, sentenceEnds);
}

/** The clause around an offset: what stands between two commas, colons or sentence ends. */
export function clauseAt(text: string, offset: number): Stretch {
  return between(text, offset, clauseEnds);
}

function between(text: string, offset: number, ends: RegExp): Stretch {
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(ends)) {
    if (index >= offset) return { from, to: index };
    from = index + mark.length;
  }
  return { from, to: text.length };
}

/** The first matches of a global pattern. Who repeats a word a thousand times is told of it often enough. */
export function firstMatches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push(match);
    if (found.length === 8) break;
  }
  return found;
}

/** The text without a clause and one of the marks around it; empty when nothing but marks is left. */
export function withoutClause(text: string, { from, to }: Stretch): string {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const kept =
    after.length > 1
      ? `${before}${after.slice(1).replace(/^\s+/, before.endsWith(" ") || before === "" ? "" : " ")}`
      : `${before.replace(/[，,；;：:\s]+$/, "")}${after}`;
  return /[\p{L}\p{N}]/u.test(kept) ? kept.trim() : "";
}
