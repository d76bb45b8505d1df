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
  readonly bigrams: ReadonlySet<string>;
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
  const titles = items.map(titleOf).filter(({ bigrams }) => bigrams.size >= enough);
  const frequency = new Map<string, number>();
  for (const { bigrams } of titles) for (const gram of bigrams) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const seen = new Map<string, Title[]>();
  return titles.flatMap((title): [Item, Item][] => {
    const prefix = rarest(title.bigrams, frequency);
    const twin = candidates(prefix, seen).find((other) => isAlike(title, other));
    for (const gram of prefix) {
      const known = seen.get(gram);
      if (!known) seen.set(gram, [title]);
      else if (known.length < compared) known.push(title);
    }
    return twin ? [[title.item, twin.item]] : [];
  });
}

function candidates(prefix: readonly string[], seen: ReadonlyMap<string, readonly Title[]>): Title[] {
  const found: Title[] = [];
  for (const gram of prefix) {
    for (const title of seen.get(gram) ?? []) {
      if (found.length === compared) return found;
      found.push(title);
    }
  }
  return found;
}

/** Titles that were taken apart lately: with every keystroke all of them are asked for again. */
const taken = new Map<string, Omit<Title, "item">>();
const mostTaken = 5000;

function titleOf(item: Item): Title {
  const known = taken.get(item.title) ?? takenApart(item.title);
  if (taken.size >= mostTaken) taken.clear();
  taken.set(item.title, known);
  return { item, ...known };
}

function takenApart(title: string): Omit<Title, "item"> {
  const plain = title
    .toLowerCase()
    .slice(0, 200)
    .replace(
      /负责|进行|做好|开展|工作|以及|全面|相关|的|了|和|与|及|、|\b(?:the|a|an|of|and|to|for|is|are)\b|[^\p{L}\p{N}]/gu,
      "",
    );
  const bigrams = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at += 1) bigrams.add(plain.slice(at, at + 2));
  return { plain, bigrams, figures: (plain.match(/\d+|[一二三四五六七八九十]/g) ?? []).join(" ") };
}

/** So many of the rarest that two titles as alike as we look for share one of them. */
function rarest(bigrams: ReadonlySet<string>, frequency: ReadonlyMap<string, number>): string[] {
  const length = bigrams.size - Math.ceil(alike * bigrams.size) + 1;
  const counted = [...bigrams].map((gram) => ({ gram, count: frequency.get(gram) ?? 0 }));
  return counted
    .sort((a, b) => a.count - b.count)
    .slice(0, length)
    .map(({ gram }) => gram);
}

function isAlike(a: Title, b: Title): boolean {
  if (a.item.every !== b.item.every || a.figures !== b.figures) return false;
  if (a.item.section === b.item.section && a.item.title === b.item.title) return false;
  const common = [...a.bigrams].filter((gram) => b.bigrams.has(gram)).length;
  return common / (a.bigrams.size + b.bigrams.size - common) >= alike && !isParallel(a.plain, b.plain);
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
