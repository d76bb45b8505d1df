import { signTest } from "../text/sign-test.ts";
import type { HeadingMeaning } from "../words/heading-words.ts";
import { headingMeaning } from "../words/heading-words.ts";
import { preferredHeading, spokenHeadings } from "../words/headings.ts";

/** What stands behind words that may be a heading or a label. */
export type NameEnd = ":" | "tab" | "space" | "line" | "list" | "counted" | "bracket";

/** A stretch that may be a heading or a label. */
export interface NameCandidate {
  /** Without brackets and number. */
  readonly words: string;
  readonly end: NameEnd;
  /** Where the text goes on. */
  readonly next: number;
  /** It stands in brackets or between signs. */
  readonly decorated: boolean;
}

/** Where a name stands. */
export interface NamePlace {
  /** A line, a sentence or a part begins here. */
  readonly free: boolean;
  /** It is all of its line, bar its number. */
  readonly whole: boolean;
  /** A list begins behind it. */
  readonly lists: boolean;
  /** A line begins with it. */
  readonly starts: boolean;
}

const opener = /^[【[《<「『〖▏▎▍▌▋▊█▐#*=~\s-]+/u;
const closer = /[】\]》>」』〗]/u;
const listStart = /^(?:1[、.)]|[(]1[)]|一[、.]|[(]一[)]|①)/u;
/** 职责二、 and 标准3: each entry under a name of its own. */
const count = /^(?:[一二三四五六七八九十]{1,2}|\d{1,2})、/u;
/** No name ends before any other sign. */
const mayEnd = signTest(/[。;!?:|,】\]》>」』〗\t \d(一二三四五六七八九十①]/u);
const longest = 64;

const stops = signTest(/[。;!?]/u);
const none: readonly NameCandidate[] = [];

/**
 * The stretches from a place on that could be a heading or a label, shortest first. Most places have none, and a look at
 * the next sign shows it.
 *
 * @param whole The line may be one name from here on.
 */
export function nameCandidates(chars: string, at: number, lineEnd: number, whole: boolean): readonly NameCandidate[] {
  const limit = Math.min(lineEnd, at + longest);
  if (!whole && isRunning(chars, at, limit, lineEnd)) return none;
  const rest = chars.slice(at, limit);
  const ended = limit === lineEnd;
  return [...(whole && ended ? wholeLines(rest, limit) : []), ...namesIn(rest, at, ended)];
}

/** @param ended The line ends where the words end. */
function namesIn(rest: string, at: number, ended: boolean): NameCandidate[] {
  const found: NameCandidate[] = [];
  const open = opener.exec(rest)?.[0] ?? "";
  const decorated = /[【[《<「『〖▏▎▍▌▋▊█▐#*=]/u.test(open);
  const add = (to: number, end: NameEnd, next: number) =>
    found.push({ words: stripped(rest.slice(open.length, to)), end, next: at + next, decorated });
  for (let to = open.length + 1; to < rest.length; to++) {
    const end = mayEnd(rest, to) ? endAt(rest, to, open.length) : undefined;
    if (end === "stop") return found;
    if (end) add(to, end.end, end.next);
    if (end?.end === ":" || end?.end === "bracket") return found;
  }
  if (ended) add(rest.length, "line", rest.length);
  return found;
}

/** Whether a sentence ends before any name could, or goes on for longer than names are. */
function isRunning(chars: string, at: number, limit: number, lineEnd: number): boolean {
  let to = at + 1;
  while (to < limit && !mayEnd(chars, to)) to++;
  return to < limit ? stops(chars, to) : limit < lineEnd;
}

const roundHeading = /^[(]\s*([^()\d]{3,16}?)\s*[)]\s*:?\s*$/u;
const question = /^([^,。;:!?]{2,40})[?]$/u;
const lastOnLine = /^[^,。;:!?]{2,8},(\p{Script=Han}{2,14})(?:[(][^()]*[)])?$/u;

/** Names that take up a whole line and have signs in them: (岗位职责), 这个岗位做什么?, 在这里,你要做的事. */
function wholeLines(line: string, next: number): NameCandidate[] {
  if (!/^[(]|[?]$|,/u.test(line)) return [];
  return [
    { pattern: roundHeading, decorated: true },
    { pattern: question, decorated: false },
    { pattern: lastOnLine, decorated: false },
  ].flatMap(({ pattern, decorated }) => {
    const words = pattern.exec(line)?.[1];
    return words === undefined ? [] : [{ words: stripped(words), end: "line", next, decorated }];
  });
}

function endsByDash(rest: string, to: number, from: number): boolean {
  return /^ [–—-] \S/u.test(rest.slice(to, to + 4)) && dashed.test(rest.slice(from, to));
}

/** Labels behind which a dash may stand for a colon. */
const dashed =
  /^(?:(?:job|role|position|post) title|(?:reports?|reporting|accountable|responsible) to|direct reports)$/iu;

/** What ends a name at the place; `stop` where no name can reach beyond. */
function endAt(rest: string, to: number, from: number): { end: NameEnd; next: number } | "stop" | undefined {
  const sign = rest.charAt(to);
  if (stops(rest, to)) return "stop";
  // 岗位名称｜会计
  if (sign === ":" || sign === "|") return { end: ":", next: to + 1 };
  if (sign === "," && !/[A-Za-z]/u.test(rest)) return "stop";
  if (closer.test(sign)) return { end: "bracket", next: to + (/^.\s*:?\s*/u.exec(rest.slice(to))?.[0].length ?? 1) };
  if (sign === "\t") return { end: "tab", next: to + 1 };
  // Job title – Clerk, Reports to – Head Clerk
  if (endsByDash(rest, to, from)) return { end: ":", next: to + 3 };
  if (sign === " " && to - from <= 12 && /\p{Script=Han}/u.test(rest.charAt(to - 1)))
    return { end: "space", next: to + 1 };
  if (to - from <= 4 && count.test(rest.slice(to, to + 3))) return { end: "counted", next: to };
  return to <= 24 && listStart.test(rest.slice(to, to + 3)) ? { end: "list", next: to } : undefined;
}

/** Without the brackets around it and the bare number before it (2 岗位职责). */
function stripped(words: string): string {
  if (!/^[\d"“\s]|[】\]》>」』〗#*=~—–\-"”\s]$/u.test(words)) return words;
  return words
    .replace(/^\d{1,2}(?:\.\d{1,2})*\s*(?=\p{Script=Han})/u, "")
    .replace(/[】\]》>」』〗#*=~—–-]+$/u, "")
    .replace(/^["“]|["”]$/gu, "")
    .trim();
}

const leadIn =
  /(?:可以|主要|大致|具体|一般)*(?:分为|包括|有|包含|如下|为|是)?(?:以下|如下|下列|下面)?(?:几|若干|[一二三四五六七八九十]|\d)?(?:个|大|点)?(?:主要)?(?:方面|几点|内容|部分|点|项|条)?(?:的内容)?(?:所示)?$/u;

/** 客服主管的主要职责包括以下几个方面: the heading inside a sentence that leads in a list. */
export function ledIn(words: string, titles: readonly string[]): HeadingMeaning | undefined {
  if (words.length > 60) return undefined;
  if (!/\p{Script=Han}/u.test(words)) return ledInEnglish(words);
  let rest = words
    .replace(/^.*[,。]/u, "")
    .replace(leadIn, "")
    .replace(/^(?:以下|下面|这|其)(?:就)?(?:是|为)?(?:一个|一名|该)?|^其|^该/u, "");
  const title = titles.find((name) => rest.startsWith(name));
  if (title) rest = rest.slice(title.length);
  rest = rest.replace(/^的/u, "");
  const meaning = rest.length >= 2 && rest !== words ? headingMeaning(rest) : undefined;
  if (meaning?.short === true && title === undefined) return undefined;
  return meaning ?? (words.length <= 16 ? spokenMeaning(words) : undefined);
}

/** Key responsibilities include: */
function ledInEnglish(words: string): HeadingMeaning | undefined {
  const bare = words
    .replace(
      /\s+(?:include|includes|including|are|is|will be|will include)?(?:,? but (?:are |is )?not limited to)?(?: (?:the following|as follows|to))?$/iu,
      "",
    )
    .replace(/^(?:the|your|some of (?:your|the)|in this role,? your)\s+/iu, "");
  return (bare === words ? undefined : headingMeaning(bare)) ?? spokenMeaning(words);
}

/** Words after which a sentence cannot end: what is to come is listed below them. */
const unended =
  /\b(?:that|have|had|has|will|must|should|can|to|be|are|is|need|needs|include|includes|including|involves?|you|by|for|with|as|who|do|expects?|where|when|you'll)$/iu;

/** The trustees expect that, To do this job you must have: a line that breaks off before the lines that go on with it. */
export function brokenOff(words: string): HeadingMeaning | undefined {
  if (/\p{Script=Han}/u.test(words) || !unended.test(words) || words.split(" ").length > 10) return undefined;
  return spokenMeaning(words.replace(/^(?:and|but|also|plus),? /iu, ""));
}

/** The ideal candidate has:, 期待这样的你: headings that speak to the reader. */
function spokenMeaning(words: string): HeadingMeaning | undefined {
  const kind = spokenHeadings.find(([, pattern]) => pattern.test(words))?.[0];
  return kind && { kind, mixed: false, preferred: preferredHeading.test(words), short: false };
}

/** Whether words that mean a heading stand as one. */
export function headingFits(
  meaning: HeadingMeaning,
  { words, end, decorated }: NameCandidate,
  place: NamePlace,
): boolean {
  if (!/\p{Script=Han}/u.test(words)) return englishFits(words, end, decorated, place);
  if (decorated && (end === "bracket" || end === "line")) return true;
  const { free, whole, lists } = place;
  if (end === "counted") return free;
  if (meaning.short) return shortFits(end, place);
  if (end === ":") return free || (lists && words.length >= 4);
  if (end === "list") return free;
  if (end === "tab") return whole;
  if (end === "space") return whole && (lists || words.length >= 4);
  return end === "line" && whole;
}

/** A single short word needs a colon or a line of its own. */
function shortFits(end: NameEnd, { free, whole, lists }: NamePlace): boolean {
  if (end === ":") return free;
  return whole && (end === "line" || ((end === "tab" || end === "space") && lists));
}

function englishFits(words: string, end: NameEnd, decorated: boolean, { free, whole, starts }: NamePlace): boolean {
  if (decorated && end !== "space") return true;
  if (end === ":") return free && (/^[A-Z\d]/u.test(words) || starts);
  return (end === "line" || end === "tab") && whole && /^[A-Z]/u.test(words);
}
