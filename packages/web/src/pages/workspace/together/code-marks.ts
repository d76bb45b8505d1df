import type { CodeMark } from "../../../editor/comment-marks.ts";
import type { PlacedThread, Talk } from "./talk.ts";

let last: { readonly of: readonly PlacedThread[]; readonly marks: readonly CodeMark[] } | undefined;

/** The open threads that have words in the text, as marks for the code; the same list while nothing changed. */
export function codeMarks({ placed }: Talk): readonly CodeMark[] {
  if (last?.of === placed) return last.marks;
  const marks = placed.flatMap(({ thread, place }) => {
    const [first] = thread.comments;
    if (!place || !first || thread.resolvedAt !== null) return [];
    return [{ id: thread.id, range: place, label: `${first.author.name}: ${first.body}` }];
  });
  last = { of: placed, marks };
  return marks;
}
