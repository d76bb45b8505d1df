import { fieldOf, headingMeaning } from "../words/heading-words.ts";
import type { SectionKind } from "../words/headings.ts";
import { noTitle, titleSigns, titleTail } from "../words/title-words.ts";
import type { TitleUnit } from "./units.ts";

const begun = new RegExp(
  `(?<=^|[\\n。;!:】\\t])(?:\\d{4}年(?:度|最新)?|最新)?(${titleSigns}{2,18}?) ?${titleTail.replaceAll(/\?<\w+>/gu, "?:")}`,
  "gmu",
);
const labelled = /(?:岗位|职位|职务)(?:名称)?[:\t\n]\s*(\p{Script=Han}{2,12})(?=[\s\n,。;]|$)/gu;

/** Finds where the heading of a description stands. */
export interface TitleFinder {
  /** The heading that begins at `at`; `free` where nothing but a known title may begin. */
  at(at: number, lineEnd: number, free: boolean): TitleUnit | undefined;
  /** Places where a title that the text repeats begins inside a sentence. */
  readonly candidates: ReadonlySet<number>;
  readonly known: readonly string[];
}

/** Learns the titles that head descriptions in the text. */
export function titleFinder(chars: string): TitleFinder {
  const known = knownTitles(chars);
  const anyKnown = known.length > 0 ? known.map(escaped).join("|") : "(?!)";
  const anywhere = new RegExp(`(?:\\d{4}年)?(${anyKnown})${titleTail}`, "yu");
  const atStart = new RegExp(`(?:\\d{4}年(?:度|最新)?|最新)?(${titleSigns}{2,18}?) ?${titleTail}`, "yu");
  const candidates = new Set([...chars.matchAll(new RegExp(anyKnown, "gu"))].map(({ index }) => index));
  const ends = new RegExp(
    `\\s*(?:[:】]|(?=$)|(?=(?:${anyKnown}))|(?:(?:可以)?(?:主要)?(?:分为|包括|如下|有)[^。;:\\n]{0,14}:))`,
    "yu",
  );
  return {
    known,
    candidates,
    at(at, lineEnd, free) {
      const pattern = free ? atStart : anywhere;
      pattern.lastIndex = at;
      const match = pattern.exec(chars);
      const title = match?.[1];
      if (!match || title === undefined || noTitle.test(title) || !/\p{L}{2}/u.test(title)) return undefined;
      if (isHeading(title, match)) return undefined;
      const end = at + match[0].length;
      if (end > lineEnd) return undefined;
      const close = closing(chars, end, lineEnd, ends, match);
      return close === undefined ? undefined : titleUnit(at, close, title, match);
    },
  };
}

/** A title heads a description only where something begins behind it: a line, a list, a colon, a heading. */
function closing(
  chars: string,
  end: number,
  lineEnd: number,
  ends: RegExp,
  match: RegExpExecArray,
): number | undefined {
  if (end >= lineEnd) return end;
  ends.lastIndex = end;
  const mark = ends.exec(chars);
  if (mark) return end + mark[0].length;
  const rest = chars.slice(end, Math.min(lineEnd, end + 24));
  if (/^\s*(?:1[、.)]|一[、.]|[(]一[)]|[(]1[)]|①|作为|以下|如下)/u.test(rest)) return end;
  const indexed = match.groups?.inBrackets ?? match.groups?.chapter ?? match.groups?.plain;
  if (indexed !== undefined) return end;
  const name = /^\s*([^:\n]+):/u.exec(rest)?.[1];
  return name !== undefined && (headingMeaning(name) ?? fieldOf(name)) ? end : undefined;
}

function titleUnit(at: number, end: number, title: string, match: RegExpExecArray): TitleUnit {
  const start = at + match[0].indexOf(title);
  const { parts = "", inBrackets, chapter, plain } = match.groups ?? {};
  const meaning = headingMeaning(parts);
  const kind: SectionKind = meaning?.kind ?? "duties";
  return {
    type: "title",
    span: { start: at, end },
    title: { start, end: start + title.length },
    kind,
    mixed: (meaning?.mixed ?? false) || /说明书?$|责任制|工作要求/u.test(parts),
    indexed: (inBrackets ?? chapter ?? plain) !== undefined,
  };
}

function knownTitles(chars: string): string[] {
  const found = new Set<string>();
  for (const pattern of [begun, labelled]) {
    for (const match of chars.matchAll(pattern)) {
      const title = match[1] ?? "";
      const names = title.length >= 2 && title.length <= 12 && !noTitle.test(title);
      if (names && !isHeading(title, match)) found.add(title);
    }
  }
  return [...found].sort((left, right) => right.length - left.length).slice(0, 200);
}

/** 核心职责 heads duties of whatever role; 核心 is none. */
function isHeading(title: string, { 0: words, groups, index }: RegExpMatchArray): boolean {
  const parts = groups?.parts ?? words.slice(words.indexOf(title) + title.length);
  return index !== undefined && headingMeaning(`${title}${parts}`) !== undefined;
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&").replaceAll("-", "\\x2d");
}
