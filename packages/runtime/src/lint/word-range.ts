import type { TextRange } from "../model.ts";
import type { SyntaxNode } from "../template.ts";

/**
 * Where the characters `from` to `to` (UTF-16, exclusive) of a string's value are written inside its JSON text.
 * Undefined when the node is no string, e.g. because the text was inherited.
 */
export function wordRange(text: string, node: SyntaxNode, from: number, to: number): TextRange | undefined {
  if (node.type !== "string" || typeof node.value !== "string" || to > node.value.length) return undefined;
  const start = node.offset + 1;
  if (node.length === node.value.length + 2) return { start: start + from, end: start + to };
  const written = unitOffsets(text.slice(start, node.offset + node.length - 1));
  return { start: start + (written[from] ?? 0), end: start + (written[to] ?? 0) };
}

/** Offset of each character of the value in its escaped form, and of its end. */
function unitOffsets(escaped: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  while (at < escaped.length) {
    offsets.push(at);
    if (escaped[at] !== "\\") at += 1;
    else at += escaped[at + 1] === "u" ? 6 : 2;
  }
  return [...offsets, at];
}
