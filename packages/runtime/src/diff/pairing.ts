import type { Item, RoleModel, Section } from "../model.ts";

/** What stands on one side only, and what belongs together, in the order of the version after. */
export interface Pairs<T> {
  readonly pairs: readonly Pair<T>[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

/**
 * Ties what has the same key; of what is left, what is so alike that only its key can have changed.
 *
 * Conservative: each must be the only one like the other. A key wrongly tied would hide that records are lost.
 */
export function pairUp<T extends { readonly key: string }>(
  before: readonly T[],
  after: readonly T[],
  alike: (before: T, after: T) => boolean,
): Pairs<T> {
  const old = new Map(before.map((element) => [element.key, element]));
  const known = new Set(after.map(({ key }) => key));
  const gone = before.filter(({ key }) => !known.has(key));
  const came = after.filter(({ key }) => !old.has(key));
  const renamed = renames(gone, came, alike);
  const pairs = after.flatMap((element) => {
    const partner = old.get(element.key) ?? renamed.get(element);
    return partner ? [{ before: partner, after: element }] : [];
  });
  const tied = new Set(renamed.values());
  return {
    pairs,
    removed: gone.filter((element) => !tied.has(element)),
    added: came.filter((element) => !renamed.has(element)),
  };
}

/** Pairs looked at, at most: with more that came and went than this, a template has been replaced, not renamed. */
const mostComparisons = 40_000;

function renames<T>(gone: readonly T[], came: readonly T[], alike: (before: T, after: T) => boolean): Map<T, T> {
  if (gone.length * came.length > mostComparisons) return new Map();
  const likes = came.map((element) => gone.filter((old) => alike(old, element)));
  const wanted = new Map<T, number>();
  for (const old of likes.flat()) wanted.set(old, (wanted.get(old) ?? 0) + 1);
  return new Map(
    came.flatMap((element, index) => {
      const [old, ...others] = likes[index] ?? [];
      return old !== undefined && others.length === 0 && wanted.get(old) === 1 ? [[element, old] as const] : [];
    }),
  );
}

/** Sections of two versions, tied by key, or by kind and the very same title. */
export function pairSections(before: RoleModel, after: RoleModel): Pairs<Section> {
  return pairUp(before.sections, after.sections, (a, b) => a.kind === b.kind && a.title === b.title);
}

/** Items of two versions, wherever they stand, tied by key, or by what they observe and nearly the same title. */
export function pairItems(before: RoleModel, after: RoleModel): Pairs<Item> {
  return pairUp(itemsOf(before), itemsOf(after), isSameWork);
}

export function itemsOf(role: RoleModel): readonly Item[] {
  return role.sections.flatMap(({ items }) => items);
}

function isSameWork(a: Item, b: Item): boolean {
  return a.observation.kind === b.observation.kind && a.unit === b.unit && isNearlySame(a.title, b.title);
}

/** Share of pairs of neighbouring characters that two titles must have in common (Dice's coefficient). */
const nearness = 0.8;

function isNearlySame(a: string, b: string): boolean {
  const [left, right] = [plain(a), plain(b)];
  if (left === right) return left !== "";
  const [few, many] = [bigrams(left), bigrams(right)];
  const common = [...few].filter((bigram) => many.has(bigram)).length;
  return (2 * common) / (few.size + many.size) >= nearness;
}

/** Without spaces, punctuation and case, which often change when a text is tidied up. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[\s\p{P}]/gu, "");
}

function bigrams(text: string): ReadonlySet<string> {
  const signs = [...text];
  return new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`));
}
