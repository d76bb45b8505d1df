import { remembered } from "../text/remembered.ts";
import {
  chineseHeadings,
  englishAdjectives,
  englishHeadings,
  preferredHeading,
  type SectionKind,
  shortChineseHeadings,
} from "./headings.ts";
import { chineseLabels, englishLabels, type FieldKind } from "./labels.ts";

/** What a heading says of the part below it. */
export interface HeadingMeaning {
  readonly kind: SectionKind;
  /** It names parts of several kinds (岗位职责及任职要求): the items tell which is which. */
  readonly mixed: boolean;
  /** What stands below is welcome, not needed. */
  readonly preferred: boolean;
  /** One short word, which is a heading only when it is set apart. */
  readonly short: boolean;
}

const anchored = <Kind>(rows: readonly (readonly [Kind, string])[], flags = "u") =>
  rows.map(([kind, pattern]) => [kind, new RegExp(`^(?:${pattern})$`, flags)] as const);

const chinese = anchored<SectionKind>(chineseHeadings);
const shortChinese = anchored<SectionKind>(shortChineseHeadings);
const english = anchored<SectionKind>(englishHeadings, "iu");
const adjectives = new RegExp(`^(?:(?:${englishAdjectives})\\s+)+`, "iu");
const chineseFields = anchored<FieldKind>(chineseLabels);
const englishFields = anchored<FieldKind>(englishLabels, "iu");
const longest = 60;

/** Reads a heading without number, brackets and colon; undefined when the words are none. */
export const headingMeaning: (words: string) => HeadingMeaning | undefined = remembered(readHeading);

function readHeading(words: string): HeadingMeaning | undefined {
  if (words.length < 2 || words.length > longest) return undefined;
  if (/[。;]./u.test(words)) return undefined;
  return /\p{Script=Han}/u.test(words) ? chineseHeading(words) : englishHeading(words);
}

/** 岗位职责 Job Responsibilities: the same in two languages. */
const translated = /^(.*\p{Script=Han})\s*[/(|]?\s*[A-Z][a-z]+(?: [A-Za-z&/'-]+){0,4}\)?$/u;

function chineseHeading(words: string): HeadingMeaning | undefined {
  const bare = words
    .replace(translated, "$1")
    .replace(/\s+/gu, "")
    .replace(/^(?:本|该|这个?|这份)(?:岗位|职位|工作)?(?:是|要|需要)?的?|[(](?:[^()]{1,12})[)]$/gu, "");
  if (bare.length > 22) return undefined;
  const preferred = preferredHeading.test(bare);
  const short = kindOf(shortChinese, bare);
  if (short) return { kind: short, mixed: false, preferred, short: true };
  const whole = kindOf(chinese, bare);
  if (whole) return { kind: whole, mixed: false, preferred, short: false };
  if (!/[及与和、&/]/u.test(bare)) return undefined;
  const kinds = bare.split(/[及与和、&/]+/u).map((part) => kindOf(chinese, part) ?? kindOf(shortChinese, part));
  return joined(kinds, preferred);
}

function englishHeading(words: string): HeadingMeaning | undefined {
  if (words.length > 30 && words.trim().split(/\s+/u).length > 10 && !words.includes("(")) return undefined;
  const bare = words
    .replace(/\s+/gu, " ")
    .replace(/\s*[(][^()]{1,40}[)]$/u, "")
    .replace(
      /,?\s+(?:(?:for|in) )?(?:the )?(?:(?:financial |fiscal )?year )?(?:FY\s?)?(?:20\d\d|FY\d\d)(?:\s?[/–-]\s?\d{2,4})?$/iu,
      "",
    )
    .replace(/(?<=\w)\s+(?:required|needed|desired|expected)$/iu, "")
    .trim();
  if (bare.split(" ").length > 9) return undefined;
  const preferred = preferredHeading.test(bare);
  const whole = englishKind(bare);
  if (whole) return { kind: whole, mixed: false, preferred, short: false };
  if (!/[,&/]|\b(?:and|or)\b/iu.test(bare)) return undefined;
  const kinds = bare
    .split(/\s*(?:,|&|\/|\band\b|\bor\b)\s*/iu)
    .filter(Boolean)
    .map(englishKind);
  return joined(kinds, preferred);
}

function englishKind(words: string): SectionKind | undefined {
  return kindOf(english, words) ?? kindOf(english, words.replace(adjectives, ""));
}

function joined(kinds: readonly (SectionKind | undefined)[], preferred: boolean): HeadingMeaning | undefined {
  const [first, ...rest] = kinds;
  if (first === undefined || rest.length === 0 || kinds.includes(undefined)) return undefined;
  // Work Environment / Physical Requirements: what is asked for counts more than what is only told.
  const asked = kinds.find((kind) => kind === "duties" || kind === "qualifications" || kind === "standards");
  return { kind: asked ?? first, mixed: rest.some((kind) => kind !== first), preferred, short: false };
}

/** How headings end that are written wrong most: a letter swapped or taken for another that looks like it. */
const ends = ["职责", "标准", "要求", "条件", "资格", "内容", "权限", "指标"];

/** What a heading says that has a slip of the pen (主要责职, 考核标淮); only for words that stand as headings do. */
export function slippedHeading(words: string): HeadingMeaning | undefined {
  if (!/^\p{Script=Han}{4,10}$/u.test(words)) return undefined;
  const swapped = [...words].map(
    (_, at) => words.slice(0, at) + (words[at + 1] ?? "") + words[at] + words.slice(at + 2),
  );
  const [stem, tail] = [words.slice(0, -2), words.slice(-2)];
  const alike = ends.filter((end) => (end[0] === tail[0]) !== (end[1] === tail[1])).map((end) => stem + end);
  return [...swapped, ...alike].map((each) => headingMeaning(each)).find((meaning) => meaning !== undefined);
}

/** Reads a label without its colon; undefined when the words are none. */
export const fieldOf: (words: string) => FieldKind | undefined = remembered(readLabel);

function readLabel(words: string): FieldKind | undefined {
  if (words.length < 2 || words.length > longest) return undefined;
  const bare = words.replace(/\s+/gu, " ");
  if (!/\p{Script=Han}/u.test(bare)) return kindOf(englishFields, bare.trim());
  return kindOf(chineseFields, bare.replaceAll(" ", ""));
}

function kindOf<Kind>(rows: readonly (readonly [Kind, RegExp])[], words: string): Kind | undefined {
  return rows.find(([, pattern]) => pattern.test(words))?.[0];
}
