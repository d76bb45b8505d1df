import type { Span } from "./source.ts";

/** One entry of a numbered list: its number as written, and its words without the number. */
export interface MarkedItem {
  /** `2.10`, `3`, `（4）`, `一`; empty for the words before the first number. */
  readonly label: string;
  /** From the label to the end of the words. */
  readonly span: Span;
  readonly words: Span;
}

interface Marker {
  readonly label: string;
  /** Value counted in its list: 10 of `2.10`. */
  readonly ordinal: number;
  /** What is before the ordinal (`2.`) or the kind of bracket: only markers of one style make one list. */
  readonly style: string;
  readonly start: number;
  readonly end: number;
}

const chineseDigits = "一二三四五六七八九十";
const numberPattern =
  /(?<![0-9A-Za-z.．])(?:(?<dotted>\d{1,2}[.．])(?<sub>\d{1,2})(?![0-9.．%％])[、.．]?|(?<plain>\d{1,2})(?:[、)）]|[.．](?!\d))|[(（](?<bracket>\d{1,2})[)）][、.]?|(?<hanzi>[一二三四五六七八九十]{1,3})、)/gu;

/**
 * Splits a stretch of text into the entries of its numbered list. A number counts only where an entry can begin
 * (line start or after a sentence's end) and only in its turn: 3 after 2, so that figures inside sentences stay words.
 * A gap of up to five numbers is allowed: real documents lose entries.
 */
export function splitMarked(text: string, within: Span): MarkedItem[] {
  const markers = inTurn(candidates(text, within));
  const first = markers[0];
  const items: MarkedItem[] = [];
  const lead = trimmed(text, { start: within.start, end: first?.start ?? within.end });
  if (lead.end > lead.start) items.push({ label: "", span: lead, words: lead });
  for (const [index, marker] of markers.entries()) {
    const end = markers[index + 1]?.start ?? within.end;
    const words = trimmed(text, { start: marker.end, end });
    if (words.end > words.start)
      items.push({ label: marker.label, span: { start: marker.start, end: words.end }, words });
  }
  return items;
}

/** The span without white space at its ends. */
export function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function candidates(text: string, within: Span): Marker[] {
  const found: Marker[] = [];
  for (const match of text.slice(within.start, within.end).matchAll(numberPattern)) {
    const start = within.start + match.index;
    if (!beginsEntry(text, start, within.start)) continue;
    const { dotted, sub, plain, bracket, hanzi } = match.groups ?? {};
    const ordinal = hanzi === undefined ? Number(sub ?? plain ?? bracket) : hanziNumber(hanzi);
    const style = dotted ?? (plain !== undefined ? "1" : bracket !== undefined ? "(1)" : "一");
    found.push({ label: match[0].replace(/[、.．]$/u, ""), ordinal, style, start, end: start + match[0].length });
  }
  return found;
}

function beginsEntry(text: string, start: number, floor: number): boolean {
  const before = text.slice(floor, start).replace(/[ \t\u3000]+$/u, "");
  return before === "" || /[\n;；。：:]$/u.test(before);
}

function inTurn(markers: readonly Marker[]): Marker[] {
  const list: Marker[] = [];
  for (const marker of markers) {
    const previous = list.at(-1);
    const step = marker.ordinal - (previous?.ordinal ?? 0);
    const fits =
      previous === undefined ? marker.ordinal >= 1 : marker.style === previous.style && step >= 1 && step <= 5;
    if (fits) list.push(marker);
  }
  return list;
}

function hanziNumber(hanzi: string): number {
  if (hanzi === "十") return 10;
  const [tens, ones] = hanzi.includes("十") ? hanzi.split("十") : ["", hanzi];
  const digit = (sign: string | undefined) => (sign ? chineseDigits.indexOf(sign) + 1 : 0);
  return (hanzi.includes("十") ? (digit(tens) || 1) * 10 : 0) + digit(ones);
}
