import type { TextRange } from "./model.ts";

/** The part of a text that another differs in: `[from, to)` of the text before, and by how much the text grew there. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly longer: number;
}

/** What both texts have in common at their beginnings and ends is no part of the change. */
export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from + stride <= shorter && before.slice(from, from + stride) === after.slice(from, from + stride))
    from += stride;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  let common = 0;
  const room = shorter - from;
  while (common + stride <= room && endOf(before, common) === endOf(after, common)) common += stride;
  while (
    common < room &&
    before.charCodeAt(before.length - 1 - common) === after.charCodeAt(after.length - 1 - common)
  ) {
    common += 1;
  }
  return { from, to: before.length - common, longer: after.length - before.length };
}

/** Long equal stretches are compared as a whole, which is many times faster than sign by sign. */
const stride = 2048;

function endOf(text: string, common: number): string {
  return text.slice(text.length - common - stride, text.length - common);
}

/** Whether a change lies inside a stretch of the text before, with something of it on both sides. */
export function surrounds({ start, end }: TextRange, { from, to }: TextChange): boolean {
  return start < from && to < end;
}
