/** Two places in a shared text that move with it: Yjs relative positions as JSON. */
export interface Anchor {
  readonly start: unknown;
  readonly end: unknown;
}

/** Words of a text, and how to find them again after edits around them, of them, or after they were moved. */
export interface Quotation {
  readonly quote: string;
  /** What stood in front of them and behind them. */
  readonly before: string;
  readonly after: string;
  readonly anchor?: Anchor | null | undefined;
}

/** How much of what stands around a quotation is kept with it, in UTF-16 code units. */
export const contextLength = 40;

/** The words of a stretch with what stands around them. */
export function quotationOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): Pick<Quotation, "quote" | "before" | "after"> {
  return {
    quote: text.slice(start, end),
    before: text.slice(Math.max(0, start - contextLength), start),
    after: text.slice(end, end + contextLength),
  };
}
