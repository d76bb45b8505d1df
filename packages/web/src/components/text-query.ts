/*
 * Finding by words as people type them: any part of a text, in Chinese also by its pinyin, whole (`kefu`) or by
 * initials (`kfzg`), and both mixed. The library, the command palette and the KPI picker find with this.
 */

/** Where a query was found. */
export interface TextMatch {
  /** The higher the better: whole texts before beginnings, characters before pinyin. */
  readonly score: number;
  /** Stretches of the text to be marked, offsets in UTF-16 code units, in order. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

/** A query, made once and asked of many texts. */
export interface TextQuery {
  /** Nothing was typed: it is found everywhere. */
  readonly empty: boolean;
  /** Finds every word of the query in one text; undefined where one is missing. */
  match(text: string): TextMatch | undefined;
  /** Whether each word is found in at least one of the texts: those of one thing. */
  matches(texts: readonly (string | null | undefined)[]): boolean;
}

/** A text as it is compared: each character folded, with where it came from. */
interface Folded {
  readonly characters: readonly string[];
  /** Where each stands in the text. */
  readonly ranges: readonly Range[];
}

type Range = readonly [start: number, end: number];

/** Character → how it may be read. Empty until `learnPinyin` has finished. */
const readings = new Map<string, string[]>();
let learning: Promise<void> | undefined;

/** Loads the readings of characters, once. Before that only the characters themselves are found. */
export function learnPinyin(): Promise<void> {
  learning ??= import("./generated/pinyin-table.ts").then(({ pinyinTable }) => {
    for (const line of pinyinTable.split("\n")) {
      const reading = /^[a-z]+/.exec(line)?.[0] ?? "";
      for (const character of line.slice(reading.length))
        readings.set(character, [...(readings.get(character) ?? []), reading]);
    }
  });
  return learning;
}

/** Whether what was typed may be pinyin, so that `learnPinyin` is worth its 18 KB. */
export function mayBePinyin(query: string): boolean {
  return /[a-z]/i.test(query);
}

/** Full-width letters, case and spaces make no difference; words may stand in any order. */
export function textQuery(query: string): TextQuery {
  const words = query
    .normalize("NFKC")
    .toLowerCase()
    .split(/[\s'’]+/)
    .filter((word) => word !== "");
  return {
    empty: words.length === 0,
    match: (text) => matchAll(words, text),
    matches(texts) {
      const folded = texts.flatMap((text) => (text ? [fold(text)] : []));
      return words.every((word) => folded.some((one) => find(word, one) !== undefined));
    },
  };
}

function matchAll(words: readonly string[], text: string): TextMatch | undefined {
  const folded = fold(text);
  const found = words.map((word) => find(word, folded));
  const hits = found.filter((one) => one !== undefined);
  if (hits.length < found.length) return undefined;
  const ranges = hits.map(
    ({ start, end }): Range => [folded.ranges[start]?.[0] ?? 0, folded.ranges[end - 1]?.[1] ?? 0],
  );
  return {
    score: hits.reduce((sum, hit) => sum + scoreOf(hit, folded.characters.length), 0),
    ranges: ranges.sort(([one], [other]) => one - other),
  };
}

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly literal: boolean;
}

function scoreOf({ start, end, literal }: Hit, length: number): number {
  return (literal ? 100 : 60) + (start === 0 ? 20 : 0) + Math.round((10 * (end - start)) / length);
}

function fold(text: string): Folded {
  const characters: string[] = [];
  const ranges: Range[] = [];
  let offset = 0;
  for (const character of text) {
    for (const one of character.normalize("NFKC").toLowerCase()) {
      if (one.trim() === "") continue;
      characters.push(one);
      ranges.push([offset, offset + character.length]);
    }
    offset += character.length;
  }
  return { characters, ranges };
}

/** The characters themselves first; else the first place where they can be read so. */
function find(word: string, { characters }: Folded): Hit | undefined {
  const wanted = [...word];
  for (const start of characters.keys())
    if (wanted.every((one, index) => characters[start + index] === one))
      return { start, end: start + wanted.length, literal: true };
  if (readings.size === 0 || !mayBePinyin(word)) return undefined;
  for (const start of characters.keys()) {
    const end = readFrom(word, characters, start);
    if (end !== undefined) return { start, end, literal: false };
  }
  return undefined;
}

/** Where the reading of `word` ends when it begins at a character; undefined when it cannot be read there. */
function readFrom(word: string, characters: readonly string[], at: number): number | undefined {
  if (word === "") return at;
  const character = characters[at];
  if (character === undefined) return undefined;
  for (const part of partsOf(word, character)) {
    const end = readFrom(word.slice(part), characters, at + 1);
    if (end !== undefined) return end;
  }
  return undefined;
}

/** How many letters a character may take of the word's beginning, most first. */
function partsOf(word: string, character: string): readonly number[] {
  const parts = new Set<number>();
  if (word.startsWith(character)) parts.add(character.length);
  for (const reading of readings.get(character) ?? []) {
    const initial = /^[zcs]h/.test(reading) ? 2 : 1;
    for (const part of [reading, reading.slice(0, initial), reading.slice(0, 1)])
      if (word.startsWith(part)) parts.add(part.length);
    if (reading.startsWith(word)) parts.add(word.length);
  }
  return [...parts].sort((one, other) => other - one);
}
