import type { TextEdit } from "@rolewright/runtime";

/** What share of the letters and digits of a text stays when the edits are made, 0–1; 0 for a text without any. */
export function keptShare(text: string, edits: readonly TextEdit[]): number {
  const removed = edits.map(({ offset, length }) => lettersIn(text.slice(offset, offset + length)));
  const all = lettersIn(text);
  return all === 0 ? 0 : 1 - removed.reduce((sum, letters) => sum + letters, 0) / all;
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
