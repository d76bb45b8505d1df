import { scoresOf } from "./classify.ts";

/** Collections. Contact customers by phone: a name of a word or two, and what it is about behind it. */
const runInName = /^[A-Z][a-z]+(?: (?:&|and|[A-Za-z][a-z]+)){0,2}\.(?= [A-Z])/u;

/** The name in front of the first sentence of a line. */
export function runIn(line: string): string | undefined {
  return runInName.exec(line)?.[0];
}

/** Whether lines begin with such names all along; a single one may be a short sentence. */
export function haveRunIns(lines: readonly string[]): boolean {
  const named = lines.filter((line) => runInName.test(line));
  return named.length >= 3 && named.length * 3 >= lines.length;
}

/** Whether English lines are one sentence each, so that a semicolon ends none. */
export function areSentences(lines: readonly string[]): boolean {
  const ended = lines.filter((line) => /[^.]\.$/u.test(line) && !/\p{Script=Han}|\.\s/u.test(line));
  return lines.length >= 3 && ended.length * 5 >= lines.length * 4;
}

/** Whether each two lines are what is measured and how much: the first names it, only the second has a figure. */
export function arePairs(lines: readonly string[]): boolean {
  if (lines.length < 4 || lines.length % 2 > 0) return false;
  return lines.every((line, at) => figured.test(line) === (at % 2 === 1) && (at % 2 === 1 || line.length <= 24));
}

const figured = /[\d%零]|为0|[一二三四五六七八九十]次/u;

/** Whether a line apart from those above it is only a name of those right below it. */
export function namesLines(line: string, below: string): boolean {
  if (/^(?:objective|goal|element|kpa|kra|target|area) \d{1,2}\b/iu.test(line)) return line.length <= 60;
  const short = /\p{Script=Han}/u.test(line)
    ? line.length <= 8
    : line.split(/\s+/u).length <= 4 && /^[A-Z]/u.test(line);
  if (!short || /[\d,。;!?:.、]/u.test(line) || below.length <= line.length) return false;
  const { duty, qualification } = scoresOf(line);
  return duty + qualification < 1.5;
}

/** Policy, Reports, and Law: an English name, each of its words with a capital. */
export function isCapitalised(line: string): boolean {
  return line.length >= 4 && /^[A-Z][\w'-]*(?:,? (?:and |& |of |the )?[A-Z][\w'-]*){0,6}$/u.test(line);
}

/** Where the duties of a sentence begin and end that has one behind the other: make drinks, take orders, clean up. */
export function commaList(words: string): readonly { readonly from: number; readonly to: number }[] {
  const whole = [{ from: 0, to: words.length }];
  if (/\p{Script=Han}/u.test(words)) return whole;
  const cuts = [...words.matchAll(/,\s+(?:and\s+)?/gu)];
  const starts = [0, ...cuts.map(({ 0: sign, index }) => index + sign.length)];
  const pieces = starts.map((from, index) => ({ from, to: cuts[index]?.index ?? words.length }));
  return pieces.length >= 3 && pieces.every(({ from, to }) => isDuty(words.slice(from, to))) ? pieces : whole;
}

function isDuty(words: string): boolean {
  return words.split(/\s+/u).length >= 3 && scoresOf(words).duty >= 2;
}
