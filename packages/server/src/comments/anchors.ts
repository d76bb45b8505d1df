import * as Y from "yjs";
import type { Anchor, Quotation } from "./quotation.ts";

export { type Anchor, contextLength, type Quotation, quotationOf } from "./quotation.ts";

export interface Located {
  readonly start: number;
  readonly end: number;
  /** `intact`: the words are as they were · `changed`: the place is there, its words are others now. */
  readonly state: "intact" | "changed";
}

/** Anchors a stretch: what is inserted in front of it or behind it does not join it. */
export function anchorOf(text: Y.Text, { start, end }: { readonly start: number; readonly end: number }): Anchor {
  const json = (index: number, side: number) =>
    Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index, side));
  return { start: json(start, 0), end: json(end, -1) };
}

/**
 * Where quoted words are now: where their anchor is, else, when all of what was anchored is gone, wherever the same
 * words stand among the same neighbours, as after a cut and paste. Undefined: they are gone.
 */
export function locate(text: Y.Text, quotation: Quotation): Located | undefined {
  if (quotation.quote === "") return undefined;
  const content = text.toString();
  const [start, end] = [absolute(text, quotation.anchor?.start), absolute(text, quotation.anchor?.end)];
  if (start !== undefined && end !== undefined && start < end) {
    return { start, end, state: content.slice(start, end) === quotation.quote ? "intact" : "changed" };
  }
  const found = findQuotation(content, quotation, start);
  return found === undefined ? undefined : { start: found, end: found + quotation.quote.length, state: "intact" };
}

/** Where the anchored words stood that were all taken out; undefined while some of them are there. */
export function gapOf(text: Y.Text, anchor: Anchor | null | undefined): number | undefined {
  const [start, end] = [absolute(text, anchor?.start), absolute(text, anchor?.end)];
  return start !== undefined && end !== undefined && start >= end ? end : undefined;
}

/** What a stretch begins with at least of its old neighbours to be taken for it, where its own words are few. */
const telling = { quote: 8, context: 6 };

/**
 * Offset of quoted words: of several places the one with most of the old neighbours, then the one nearest to `near`.
 * Few words without any of their neighbours are no proof: undefined.
 */
export function findQuotation(
  text: string,
  { quote, before, after }: Pick<Quotation, "quote" | "before" | "after">,
  near = 0,
): number | undefined {
  let best: { readonly at: number; readonly score: number } | undefined;
  for (let at = text.indexOf(quote); at >= 0 && quote !== ""; at = text.indexOf(quote, at + 1)) {
    const score = alikeBackwards(text.slice(0, at), before) + alike(text.slice(at + quote.length), after);
    const nearer = best !== undefined && score === best.score && Math.abs(at - near) < Math.abs(best.at - near);
    if (best === undefined || score > best.score || nearer) best = { at, score };
  }
  if (best === undefined) return undefined;
  const whole = Math.min(telling.context, before.length + after.length);
  return quote.length >= telling.quote || best.score >= whole ? best.at : undefined;
}

/** What was stored or sent is not to be trusted: anything that is no place in this text is no place. */
function absolute(text: Y.Text, json: unknown): number | undefined {
  if (text.doc === null || typeof json !== "object" || json === null) return undefined;
  try {
    const position = Y.createRelativePositionFromJSON(json);
    const found = Y.createAbsolutePositionFromRelativePosition(position, text.doc);
    return found?.type === text ? found.index : undefined;
  } catch {
    return undefined;
  }
}

function alike(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length++;
  return length;
}

function alikeBackwards(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) length++;
  return length;
}
