import { detached } from "../detached.ts";
import type { Item } from "../model.ts";
import type { LintRule } from "./rule.ts";

/** Share of bigrams in common from which two titles say the same. */
const alike = 0.8;
/** Titles with fewer bigrams are too short to tell likeness from kinship. */
const enough = 4;
/** How many earlier items a title is compared with at most: what keeps the work in proportion to the items. */
const compared = 12;

interface Title {
  readonly item: Item;
  readonly plain: string;
  /** Its bigrams, each once, by their numbers in `gramIds`. */
  readonly grams: readonly number[];
  /** The figures in it, in their order. */
  readonly figures: string;
}

/**
 * No two items of one kind say the same in other words. Titles are compared by their bigrams (Jaccard) after words that
 * carry no meaning (负责, 的, 工作) are gone; each only with earlier ones that share one of its rarest bigrams (prefix
 * filtering, Chaudhuri et al. 2006). Titles that differ in figures, or by exchanged words (月度 / 年度, 入职 / 离职), are
 * parallel, not alike. Equal titles of one section are `title/duplicate`.
 */
export const nearDuplicate: LintRule = {
  id: "item/near-duplicate",
  reads: ({ title, every }) => [title, every],
  check: (context) =>
    (["qualifications", "duties", "standards", "competencies"] as const).flatMap((kind) =>
      pairs(context.itemsOf(kind)).map(([item, other]) =>
        context.report("item/near-duplicate", "info", [...item.source.path, "title"], {
          title: item.title,
          other: other.title,
          number: other.number,
        }),
      ),
    ),
};

/** Each item that is like an earlier one, with that one. */
function pairs(items: readonly Item[]): [Item, Item][] {
  forgetTitles(items.length);
  const titles = items.map(titleOf).filter(({ grams }) => grams.length >= enough);
  const frequency = new Uint32Array(gramIds.size);
  for (const { grams } of titles) for (const gram of grams) frequency[gram] = (frequency[gram] ?? 0) + 1;
  const seen: Title[][] = [];
  const found: [Item, Item][] = [];
  for (const title of titles) {
    const prefix = rarest(title.grams, frequency);
    const twin = candidates(prefix, seen).find((other) => isAlike(title, other));
    if (twin) found.push([title.item, twin.item]);
    for (const gram of prefix) {
      const known = seen[gram];
      if (!known) seen[gram] = [title];
      else if (known.length < compared) known.push(title);
    }
  }
  return found;
}

function candidates(prefix: readonly number[], seen: readonly (readonly Title[])[]): Title[] {
  const found: Title[] = [];
  for (const gram of prefix) {
    for (const title of seen[gram] ?? []) {
      if (found.length === compared) return found;
      found.push(title);
    }
  }
  return found;
}

/** Titles that were taken apart lately: with every keystroke all of them are asked for again. */
const taken = new Map<string, Omit<Title, "item">>();
const mostTaken = 5000;
/** Bigrams of these titles, numbered: counting them by number is many times faster than by text. */
const gramIds = new Map<string, number>();

function forgetTitles(coming: number): void {
  if (taken.size + coming <= mostTaken) return;
  taken.clear();
  gramIds.clear();
}

function titleOf(item: Item): Title {
  const known = taken.get(item.title) ?? takenApart(detached(item.title));
  return { item, plain: known.plain, grams: known.grams, figures: known.figures };
}

function takenApart(title: string): Omit<Title, "item"> {
  const plain = title
    .toLowerCase()
    .slice(0, 200)
    .replace(
      /负责|进行|做好|开展|工作|以及|全面|相关|的|了|和|与|及|、|\b(?:the|a|an|of|and|to|for|is|are)\b|[^\p{L}\p{N}]/gu,
      "",
    );
  const grams = new Set<number>();
  for (let at = 0; at + 1 < plain.length; at += 1) grams.add(gramId(plain.slice(at, at + 2)));
  const parts = { plain, grams: [...grams], figures: (plain.match(/\d+|[一二三四五六七八九十]/g) ?? []).join(" ") };
  taken.set(title, parts);
  return parts;
}

function gramId(gram: string): number {
  const known = gramIds.get(gram);
  if (known !== undefined) return known;
  gramIds.set(gram, gramIds.size);
  return gramIds.size - 1;
}

/** So many of the rarest that two titles as alike as we look for share one of them; of equal ones the first. */
function rarest(grams: readonly number[], frequency: Uint32Array): number[] {
  const length = grams.length - Math.ceil(alike * grams.length) + 1;
  const chosen: number[] = [];
  for (const gram of grams) {
    const count = frequency[gram] ?? 0;
    let at = chosen.length;
    while (at > 0 && (frequency[chosen[at - 1] ?? 0] ?? 0) > count) at -= 1;
    if (at === length) continue;
    chosen.splice(at, 0, gram);
    if (chosen.length > length) chosen.pop();
  }
  return chosen;
}

function isAlike(a: Title, b: Title): boolean {
  if (a.item.every !== b.item.every || a.figures !== b.figures) return false;
  if (a.item.section === b.item.section && a.item.title === b.item.title) return false;
  const common = a.grams.filter((gram) => b.grams.includes(gram)).length;
  return common / (a.grams.length + b.grams.length - common) >= alike && !isParallel(a.plain, b.plain);
}

/** Whether two texts differ in one place, where each has words of its own. */
function isParallel(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return left !== "" && right !== "" && ![...left].some((sign) => right.includes(sign));
}
