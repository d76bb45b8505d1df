import type { TextEdit } from "@rolewright/runtime";
import { textEdits } from "@rolewright/server/text-edits";
import { jsoncTokens } from "./commas.ts";

/** One of two members that were one until two people moved it at the same moment. */
export interface MovedCopy {
  readonly text: string;
  /** Where it was changed since it was put there; empty where something was taken out. In the order of the text. */
  readonly changed: readonly Stretch[];
}

/** `end` excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whether words stood there before, or were written by one of the two who moved it, before they did. */
type Age = "old" | "new";

/** Undefined where Yjs does not know what was there any more. */
export type Stood = (words: string) => Age | undefined;

/** What is to be done to the copy that stays. */
export interface MergedCopies {
  /** In text order, without overlaps; offsets into its text. */
  readonly edits: readonly TextEdit[];
  /** What the other copy says and the one that stays cannot say as well, such as another figure. */
  readonly lost: readonly string[];
}

/**
 * Brings into the copy that stays what was changed in the one that goes. Where they differ, what was changed after the
 * moves counts, and as much what is known to be new in the other (`stood`); where that was done in both or in none, what
 * was there before gives way to what was not. Where that cannot be told either, words of both stay, and of two figures
 * the one of the copy that stays.
 */
export function mergeCopies(stays: MovedCopy, goes: MovedCopy, stood: Stood): MergedCopies {
  const edits: TextEdit[] = [];
  const lost: string[] = [];
  let shift = 0;
  for (const hunk of textEdits(stays.text, goes.text)) {
    const there = { start: hunk.offset, end: hunk.offset + hunk.length };
    const here = { start: there.start + shift, end: there.start + shift + hunk.text.length };
    shift += hunk.text.length - hunk.length;
    const from = stays.text.slice(there.start, there.end);
    const difference = {
      from,
      to: hunk.text,
      touched: changeIn(stays, there),
      touches: changeIn(goes, here),
      fromAge: stood(around(stays.text, there)),
      toAge: stood(around(goes.text, here)),
    };
    const decision = decide(difference);
    if (decision === "take") edits.push(hunk);
    else if (decision === "open" && isWithinWords(stays.text, there))
      edits.push({ ...hunk, offset: there.end, length: 0 });
    else if (decision === "open" && (difference.touches || difference.toAge === "new")) lost.push(hunk.text);
  }
  return { edits, lost };
}

/** Signs on each side of a difference that tell whether it is one place. */
const telling = 8;

function around(text: string, { start, end }: Stretch): string {
  return text.slice(Math.max(0, start - telling), end + telling);
}

/** `added`: nothing was taken out. */
type Change = "added" | "replaced";

/** Where two copies differ: what the one that stays says and what the other. */
interface Difference {
  readonly from: string;
  readonly to: string;
  /** How that was changed since the moves, in the one that stays and in the other. */
  readonly touched: Change | undefined;
  readonly touches: Change | undefined;
  /** Of what the one that stays says, and of what the other says. */
  readonly fromAge: Age | undefined;
  readonly toAge: Age | undefined;
}

type Decision = "take" | "leave" | "open";

/** `open` where both say something and nothing tells which of the two is the newer. */
function decide(difference: Difference): Decision {
  if ((difference.from + difference.to).trim() === "") return "leave";
  return byChange(difference) ?? byAge(difference);
}

/** Where one was changed since the moves and the other not. */
function byChange({ from, to, touched, touches, fromAge, toAge }: Difference): Decision | undefined {
  if (!touches === !touched) return undefined;
  const otherAge = touches ? fromAge : toAge;
  // What was only added replaces nothing.
  if ((touches ?? touched) === "added" && from !== "" && to !== "" && otherAge !== "old") return "open";
  // What was written before one moved is as new as what was written after the other did.
  if (otherAge === "new") return undefined;
  return touches ? "take" : "leave";
}

function byAge({ from, to, fromAge, toAge }: Difference): Decision {
  if ((fromAge === "old") !== (toAge === "old")) return fromAge === "old" ? "take" : "leave";
  if (from === "" || to === "") return from === "" ? "take" : "leave";
  return "open";
}

function changeIn({ changed }: MovedCopy, { start, end }: Stretch): Change | undefined {
  const within = changed.filter((each) => each.start <= end && each.end >= start);
  if (within.length === 0) return undefined;
  return within.some((each) => each.start === each.end) ? "replaced" : "added";
}

/** Whether a stretch is a part of a string, not all of it. */
function isWithinWords(text: string, { start, end }: Stretch): boolean {
  for (const { index, token } of jsoncTokens(text)) {
    const inner = { start: index + 1, end: index + token.length - 1 };
    if (token.startsWith('"') && start >= inner.start && end <= inner.end)
      return start > inner.start || end < inner.end;
  }
  return false;
}
