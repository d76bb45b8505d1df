import type { TextRange } from "@rolewright/runtime";
import type { NewThread } from "@rolewright/server/protocol";
import { quotationOf } from "@rolewright/server/quotation";

/** What a comment can be about, as the composer offers it. */
export interface CommentTarget {
  readonly id: string;
  /** How people call it. */
  readonly label: string;
  readonly item?: string;
  readonly field?: string;
  /** The words it is about; undefined for the whole role. */
  readonly range?: TextRange;
}

/** A comment on a target, as the server takes it; `words` are to stand in the target's place. */
export function threadOn(target: CommentTarget, source: string, body: string, words: string | undefined): NewThread {
  const { item, field, label, range } = target;
  const about = {
    body,
    label,
    ...(item === undefined ? {} : { item }),
    ...(field === undefined ? {} : { field }),
  };
  if (!range) return about;
  const quotation = quotationOf(source, range);
  const suggestion = words === undefined ? {} : { suggestion: asWritten(quotation.quote, words) };
  return { ...about, ...quotation, near: range.start, ...suggestion };
}

/** Words as people read them: of a text in quotes what it says, of anything else the source. */
export function asRead(source: string): string {
  if (!/^"(?:[^"\\\n]|\\.)*"$/s.test(source)) return source;
  try {
    return String(JSON.parse(source));
  } catch {
    return source;
  }
}

/** Words as they are written in the place of `source`. */
export function asWritten(source: string, words: string): string {
  return asRead(source) === source ? words : JSON.stringify(words);
}
