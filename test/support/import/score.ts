import type { Description, ImportResult, Qualification } from "@rolewright/importer";
import { type GoldFile, type GoldItem, sameMeasure } from "./gold.ts";

/** Hits and misses of one field. */
export interface Tally {
  found: number;
  expected: number;
  right: number;
}

export type Tallies = Record<ScoredField, Tally>;
export const scoredFields = [
  "title",
  "superior",
  "subordinates",
  "duties",
  "standards",
  "qualifications",
  "measures",
  "years",
] as const;
export type ScoredField = (typeof scoredFields)[number];

export interface Miss {
  readonly field: ScoredField;
  readonly expected?: string;
  readonly found?: string;
}

/** Nothing found, nothing expected. */
export function emptyTallies(): Tallies {
  return Object.fromEntries(scoredFields.map((field) => [field, { found: 0, expected: 0, right: 0 }])) as Tallies;
}

interface Candidate {
  readonly text: string;
  readonly fits: (gold: GoldItem) => boolean;
}

/**
 * Compares a reading with a fixture's gold. An item is right when it stands in the right description and field, its
 * words are those of the gold, bar a few letters at the ends, and what was read out of them is right: the kind of a
 * qualification, operator, target, unit and cadence of a standard. Authors cut lines of qualifications more or less
 * finely (责任心强，吃苦耐劳 is one trait or two), which says nothing about what was understood: neighbours of one kind and
 * need on one line are joined before they are compared, in the gold and in the reading alike, and what asks for nothing
 * (专业不限) counts in neither. Years stay uncut.
 */
export function score(gold: GoldFile, result: ImportResult, tallies: Tallies): Miss[] {
  const count = Math.max(gold.descriptions.length, result.descriptions.length);
  const misses: Miss[] = [];
  for (let index = 0; index < count; index++) {
    const items = gold.descriptions[index] ?? [];
    const description = result.descriptions[index];
    for (const field of scoredFields) {
      misses.push(
        ...match(
          field,
          expectedOf(field, items, gold.text),
          candidates(field, description, gold.text, items),
          tallies[field],
        ),
      );
    }
  }
  return misses;
}

function expectedOf(field: ScoredField, items: readonly GoldItem[], text: string): readonly GoldItem[] {
  const counted = items.filter((item) => countsFor(field, item));
  return field === "qualifications" ? comparable(counted, text) : counted;
}

interface Asked {
  readonly text: string;
  readonly start: number;
  readonly kind?: Qualification["kind"];
  readonly need?: Qualification["need"];
}

/** What asks for nothing, with the comma that sets it apart: 大专以上学历，专业不限. */
const asksNothing = /[，,、]?\s*\p{Script=Han}{0,4}不限(?:专业)?[，,、]?/gu;

/** Without what asks for nothing; neighbours of one kind and need on one line become one. */
function comparable<Item extends Asked>(items: readonly Item[], source: string): Item[] {
  const joined: Item[] = [];
  let end = 0;
  for (const item of [...items].sort((left, right) => left.start - right.start)) {
    const text = item.text.replace(asksNothing, "");
    if (text === "") continue;
    const last = joined.at(-1);
    const same = last?.kind === item.kind && last?.need === item.need && !source.slice(end, item.start).includes("\n");
    if (last && same) joined[joined.length - 1] = { ...last, text: `${last.text} ${text}` };
    else joined.push({ ...item, text });
    end = item.start + item.text.length;
  }
  return joined;
}

/**
 * What was read as clauses of several kinds, where an author marked the whole under the kind of one of them
 * (身体健康，吃苦耐劳), is read as he marked it. Facts (education, years, certificates…) are never taken together.
 */
function asMarked(found: readonly Asked[], gold: readonly Asked[]): readonly Asked[] {
  return gold.reduce<readonly Asked[]>((read, item) => {
    const inside = read.filter(
      ({ start, text }) => start >= item.start && start + text.length <= item.start + item.text.length + 1,
    );
    const fits = inside.length > 1 && inside.every(({ kind, need }) => soft(kind) && need === item.need);
    if (!fits || !inside.some(({ kind }) => kind === item.kind)) return read;
    const whole = { ...item, text: inside.map(({ text }) => text).join(" ") };
    return [...read.filter((each) => !inside.includes(each)), whole];
  }, found);
}

function soft(kind: Qualification["kind"] | undefined): boolean {
  return kind === "trait" || kind === "skill" || kind === "knowledge" || kind === "other";
}

function countsFor(field: ScoredField, item: GoldItem): boolean {
  if (field === "measures") return item.field === "standards" && item.measure?.target !== "-";
  if (field === "years") return item.kind === "experience" && item.years !== undefined;
  return item.field === field;
}

function candidates(
  field: ScoredField,
  description: Description | undefined,
  source: string,
  gold: readonly GoldItem[],
): Candidate[] {
  if (!description) return [];
  const plain = (text: string) => ({ text, fits: () => true });
  if (field === "title" || field === "superior") {
    const value = description[field];
    return value ? [plain(value.text)] : [];
  }
  if (field === "subordinates" || field === "duties") return description[field].map(({ text }) => plain(text));
  if (field === "qualifications")
    return asMarked(comparable(description.qualifications.map(placed), source), gold).map(({ text, kind, need }) => ({
      text,
      fits: (gold) => gold.kind === kind && gold.need === need,
    }));
  if (field === "years")
    return description.qualifications
      .filter(({ kind, years }) => kind === "experience" && years !== undefined)
      .map(({ text, years }) => ({ text, fits: (gold) => gold.years === years }));
  return description.standards
    .filter(({ target }) => field === "standards" || target !== undefined)
    .map((standard) => ({
      text: standard.text,
      fits: (gold) => gold.measure !== undefined && sameMeasure(gold.measure, standard),
    }));
}

function placed({ text, kind, need, spans }: Qualification): Asked {
  return { text, kind, need, start: spans[0]?.start ?? 0 };
}

function match(field: ScoredField, expected: readonly GoldItem[], found: readonly Candidate[], tally: Tally): Miss[] {
  const open = new Set(found);
  const misses: Miss[] = [];
  tally.expected += expected.length;
  tally.found += found.length;
  const least = field === "standards" || field === "measures" ? 0.5 : field === "years" ? 0.3 : 0.8;
  for (const gold of expected) {
    const ranked = [...open]
      .map((each) => ({ each, alike: alikeness(gold.text, each.text) }))
      .sort((a, b) => b.alike - a.alike);
    const best = ranked.find(({ each, alike }) => alike >= least && each.fits(gold));
    if (best) {
      open.delete(best.each);
      tally.right++;
    } else
      misses.push({
        field,
        expected: gold.text,
        ...(ranked[0] && ranked[0].alike > 0.3 ? { found: ranked[0].each.text } : {}),
      });
  }
  for (const { text } of open) misses.push({ field, found: text });
  return misses;
}

/** Shared pairs of neighbouring letters, 0–1; white space, punctuation and widths do not count. */
function alikeness(left: string, right: string): number {
  const [a, b] = [pairs(left), pairs(right)];
  const rest = [...b];
  let shared = 0;
  for (const pair of a) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared++;
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}

function pairs(text: string): string[] {
  const letters = [
    ...text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ""),
  ];
  return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

/** Harmonic mean of precision and recall; 1 where nothing was expected and nothing found. */
export function f1({ found, expected, right }: Tally): number {
  return found + expected === 0 ? 1 : (2 * right) / (found + expected);
}

/** One line a field: precision, recall, F1, counts. */
export function scoreTable(name: string, tallies: Tallies): string {
  const rows = scoredFields.map((field) => {
    const { found, expected, right } = tallies[field];
    const share = (of: number) => (of === 0 ? "  –  " : (right / of).toFixed(3));
    return `  ${field.padEnd(15)} P ${share(found)}  R ${share(expected)}  F1 ${f1(tallies[field]).toFixed(3)}  (${right} of ${expected}, ${found} found)`;
  });
  return [name, ...rows].join("\n");
}
