import * as Y from "yjs";
import type { MovedCopy, Stretch } from "./merge-copies.ts";

/** A copy with who put it there. */
export interface WrittenCopy extends MovedCopy {
  /** Yjs client of its first sign. */
  readonly writer: number;
  /** Yjs clock of its first sign. */
  readonly clock: number;
}

/**
 * Reads the copy at a stretch of the present text. What is put into a Yjs text at once has one position after the
 * other, each next to the one before; what stands between or is missing was changed since.
 */
export function copyAt(text: Y.Text, { start, end }: Stretch): WrittenCopy {
  const changed: Stretch[] = [];
  let [writer, first, next, at] = [-1, -1, -1, 0];
  for (let item = text._start; item !== null && at < end; item = item.right) {
    const from = at;
    if (!item.deleted) at += item.length;
    if (at <= start) continue;
    const { client, clock } = item.id;
    if (writer < 0) [writer, first, next] = [client, clock + start - from, clock];
    const goesOn = client === writer && (clock === next || from <= start) && isNextToThe(item, from <= start);
    if (goesOn) next = clock + item.length;
    if (goesOn === item.deleted) changed.push({ start: Math.max(from, start) - start, end: Math.min(at, end) - start });
  }
  return { writer, clock: first, changed, text: text.toString().slice(start, end) };
}

/** Whether an item was written together with what has the position before its own. */
function isNextToThe({ id, origin }: Y.Item, first: boolean): boolean {
  return first || (origin?.client === id.client && origin.clock === id.clock - 1);
}

/** What others than some Yjs clients had written and is deleted by now, as far as Yjs still knows; parted where something stands. */
export function deletedWords(text: Y.Text, clients: readonly number[]): string {
  const words: string[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted) words.push("\0");
    else if (!clients.includes(item.id.client) && item.content instanceof Y.ContentString) words.push(item.content.str);
  }
  return words.join("");
}
