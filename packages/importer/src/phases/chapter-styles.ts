import { bulletStart, numberedStart } from "../words/entry-start.ts";
import { headingHint } from "../words/heading-hints.ts";
import { headingMeaning, slippedHeading } from "../words/heading-words.ts";
import type { SectionKind } from "../words/headings.ts";
import type { LinedText } from "./lines.ts";

/** What a number that goes on in a list of entries may still head. */
export const chapters: ReadonlySet<SectionKind> = new Set<SectionKind>([
  "duties",
  "qualifications",
  "standards",
  "authority",
  "salary",
  "conditions",
]);

/** What stands around the lists of a job, under headings of the same row. */
const around: ReadonlySet<SectionKind> = new Set<SectionKind>(["purpose", "benefits", "company", "process"]);

/** Pictures in front of headings: each is a kind of its own. */
function bulletedStart(words: string): { readonly style: string; readonly length: number } | undefined {
  const bullet = bulletStart(words);
  return bullet === undefined ? undefined : { style: bullet.trim(), length: bullet.length };
}

/** The style of names that head a block of plain lines, with a blank line before them. */
export const blockStyle = "block";

/** Whether at least two blocks of plain lines begin with words that headings have. */
function hasBlocks({ chars, lines }: LinedText): boolean {
  const heads = lines.filter(({ span, apart }, index) => {
    const words = chars.slice(span.start, span.end);
    if (!apart || lines[index + 1]?.apart !== false || words.length > 40 || numberedStart(words)) return false;
    return headingMeaning(words) !== undefined || (headingHint(words)?.weight ?? 0) >= 3;
  });
  return heads.length >= 2;
}

/** 一、岗位职责 and A. Qualifications, alone on a line: their numbers number headings. */
export function chapterStyles(text: LinedText): ReadonlySet<string> {
  const { chars, lines } = text;
  return new Set([
    ...(hasBlocks(text) ? [blockStyle] : []),
    ...lines.flatMap(({ span }) => {
      const words = chars.slice(span.start, span.end);
      const start = words.length > 40 ? undefined : (numberedStart(words) ?? bulletedStart(words));
      const boxed = /^【([^】]{2,14})】:?$/u.exec(words)?.[1];
      if (boxed !== undefined && headingMeaning(boxed)) return ["【"];
      const name = start && words.slice(start.length).replace(/:$/u, "");
      const meaning = name && (headingMeaning(name) ?? slippedHeading(name));
      return start && meaning && (chapters.has(meaning.kind) || around.has(meaning.kind)) ? [start.style] : [];
    }),
  ]);
}
