import type { TextRange } from "../model.ts";
import type { LooseComment } from "./brackets.ts";
import type { LooseText, LooseValue } from "./loose.ts";
import { looseText, pathOf } from "./loose-text.ts";

/** A stretch of several lines that can be folded to its first. */
export interface Fold {
  /** From the opening bracket to the closing one, or over a block of comments. */
  readonly range: TextRange;
  readonly kind: "section" | "item" | "part" | "comment";
}

/** What can be folded: sections, items, every other object or list over several lines, and blocks of comments. */
export function folds(text: string): readonly Fold[] {
  const source = looseText(text);
  return [...containers(source), ...commentBlocks(source)].sort((a, b) => a.range.start - b.range.start);
}

function containers({ text, root }: LooseText): Fold[] {
  const found: Fold[] = [];
  const waiting = root ? [root] : [];
  for (let value = waiting.pop(); value; value = waiting.pop()) {
    const feed = text.indexOf("\n", value.start);
    // What stands on one line holds nothing that could be folded.
    if (feed < 0 || feed >= value.end) continue;
    found.push({ range: { start: value.start, end: value.end }, kind: kindOf(value) });
    const inner = value.kind === "object" ? value.members.map((member) => member.value) : value.elements;
    for (const one of inner) if (one?.kind === "object" || one?.kind === "array") waiting.push(one);
  }
  return found;
}

function kindOf(value: LooseValue): Fold["kind"] {
  const path = pathOf(value);
  if (path[0] !== "properties") return "part";
  if (path.length === 2) return "section";
  return path.length === 4 && path[2] === "properties" ? "item" : "part";
}

/** Comments on lines that follow one another, and those that span lines themselves. */
function commentBlocks({ text, comments }: LooseText): Fold[] {
  const blocks: { start: number; end: number }[] = [];
  for (const comment of comments.filter((one) => startsLine(text, one))) {
    const last = blocks.at(-1);
    const follows = last && /^[ \t\r]*\n[ \t]*$/.test(text.slice(last.end, comment.start));
    if (last && follows) last.end = comment.end;
    else blocks.push({ start: comment.start, end: comment.end });
  }
  const tall = blocks.filter(({ start, end }) => text.slice(start, end).includes("\n"));
  return tall.map((range) => ({ range, kind: "comment" }));
}

function startsLine(text: string, { start }: LooseComment): boolean {
  return text.slice(text.lastIndexOf("\n", start - 1) + 1, start).trim() === "";
}
