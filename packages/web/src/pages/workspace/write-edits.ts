import type { TextEdit } from "@rolewright/runtime";
import type * as Y from "yjs";
import { designerOrigin } from "../../editor/yjs-binding.ts";

/** A shared text with the history of one's own changes. */
export interface WritableText {
  readonly text: Y.Text;
  readonly history: Y.UndoManager;
}

/** Makes edits to the present text in one transaction, as one step of the history. */
export function writeEdits({ text, history }: WritableText, edits: readonly TextEdit[]): void {
  // What was typed right before is a step of its own, and so is what comes next.
  history.stopCapturing();
  text.doc?.transact(() => {
    // From the back, so that the places of the others hold; of two at one place the one that comes last in the text first.
    const inOrder = [...edits].sort((a, b) => a.offset - b.offset || a.length - b.length);
    for (const { offset, length, text: written } of inOrder.reverse()) {
      if (length > 0) text.delete(offset, length);
      if (written !== "") text.insert(offset, written);
    }
  }, designerOrigin);
  history.stopCapturing();
}
