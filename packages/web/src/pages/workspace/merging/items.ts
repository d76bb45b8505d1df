import { jsoncTokens } from "./commas.ts";

/** Members or elements that stand beside each other in a piece of JSONC; offsets into it, `end` excluded. */
export interface Item {
  /** Behind the comma before it: the white space and comments that lead to an item are part of it. */
  readonly start: number;
  /** The comma behind it, or the end of the piece. */
  readonly end: number;
  /** From its first to its last sign that is neither white space nor comment; equal in an item without any. */
  readonly inner: { readonly start: number; readonly end: number };
}

/** Splits a piece of JSONC, which may begin and end anywhere, at the commas of its outermost level. */
export function itemsOf(text: string): readonly Item[] {
  const signs = [...leveled(text)];
  const outermost = Math.min(...signs.map(({ level }) => level));
  const items: Item[] = [];
  let start = 0;
  let inner = { start: 0, end: 0 };
  const close = (end: number) => {
    items.push({ start, end, inner });
    start = end + 1;
    inner = { start, end: start };
  };
  for (const { index, token, level } of signs) {
    if (token === "," && level === outermost) close(index);
    else inner = { start: inner.start === inner.end ? index : inner.start, end: index + token.length };
  }
  close(text.length);
  return items;
}

/** Whether an offset lies between brackets that open and close within the piece. */
export function isEnclosed(text: string, offset: number): boolean {
  const signs = [...leveled(text)];
  const before = signs.filter(({ index }) => index < offset);
  const level = before.at(-1)?.level ?? 0;
  const opened = level > 0 || before.some((sign) => sign.level < level);
  return opened && signs.some((sign) => sign.index >= offset && sign.level < level);
}

/** The tokens with how deep in brackets one is behind each, counted from the beginning of the piece. */
function* leveled(text: string): Generator<{ readonly index: number; readonly token: string; readonly level: number }> {
  let level = 0;
  for (const { index, token } of jsoncTokens(text)) {
    if (/^[{[]$/.test(token)) level += 1;
    if (/^[}\]]$/.test(token)) level -= 1;
    yield { index, token, level };
  }
}
