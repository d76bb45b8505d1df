import type { TextEdit } from "@rolewright/runtime";
import type * as Y from "yjs";
import { designerOrigin } from "../../editor/designer-origin.ts";

/** A shared text with the history of one's own changes. */
export interface WritableText {
  readonly text: Y.Text;
  readonly history: Y.UndoManager;
}

/** Origin of what mends the damage of a merge: nobody's own step, so that undo does not bring the damage back. */
export const mendOrigin = Object.freeze({ name: "mend" });

/** Makes edits to the present text in one transaction, as one step of the history. */
export function writeEdits({ text, history }: WritableText, edits: readonly TextEdit[]): void {
  // What was typed right before is a step of its own, and so is what comes next.
  history.stopCapturing();
  text.doc?.transact(() => putInto(text, edits), designerOrigin);
  history.stopCapturing();
}

/** Makes edits to the present text within a transaction of the caller's. */
export function putInto(text: Y.Text, edits: readonly TextEdit[]): void {
  // From the back, so that the places of the others hold; of two at one place the one that comes last in the text first.
  for (const { offset, length, text: written } of [...inOrder(edits)].reverse()) {
    if (length > 0) text.delete(offset, length);
    if (written !== "") text.insert(offset, written);
  }
}

/** As they come in the text; what is written at a place before what is taken out there. */
export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.offset - b.offset || a.length - b.length);
}

/** Whether two of some edits in order take the same signs out. */
export function collide(ordered: readonly TextEdit[]): boolean {
  return ordered.some((edit, index) => {
    const before = ordered[index - 1];
    return before !== undefined && edit.offset < before.offset + before.length;
  });
}
