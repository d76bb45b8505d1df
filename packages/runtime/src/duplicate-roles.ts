/** A role's words, for comparing. */
export interface ComparedRole {
  /** What the caller knows it by. */
  readonly key: string;
  readonly title: string;
  /** All its words; order and numbers matter little. */
  readonly words: string;
}

/** Roles that are one role, or variants of one. */
export interface DuplicateRoles {
  /** `same`: word for word but for signs and numbers · `variants`: one template would do, with differences. */
  readonly kind: "same" | "variants";
  /** Keys in the order given; the first is the one the others are like. */
  readonly keys: readonly string[];
  /** 0–1: how alike the least alike of them is to another in the group. */
  readonly likeness: number;
}

/** Of the same title this much is enough, else the words must be nearly the same. */
const enough = { sameTitle: 0.35, otherTitle: 0.75, same: 0.97 };

/**
 * Finds roles that are the same or variants of one another, by the pairs of signs that their words share.
 *
 * Every role is compared with every other up to a thousand roles; beyond that only with those of its title.
 */
export function findDuplicates(roles: readonly ComparedRole[]): DuplicateRoles[] {
  const compared = roles.map(({ title, words }) => ({ title: plain(title), pairs: pairsOf(plain(words)) }));
  const groups = new Map<number, { members: number[]; likeness: number }>();
  const groupOf = new Map<number, number>();
  for (const [index, role] of compared.entries()) {
    const best = candidates(compared, index)
      .map((other) => ({ other, likeness: likeness(role, compared[other] ?? role) }))
      .filter(({ likeness: found }) => found > 0)
      .sort((left, right) => right.likeness - left.likeness)[0];
    const leader = best === undefined ? index : (groupOf.get(best.other) ?? best.other);
    const group = groups.get(leader) ?? { members: [], likeness: 1 };
    groupOf.set(index, leader);
    groups.set(leader, {
      members: [...group.members, index],
      likeness: Math.min(group.likeness, best?.likeness ?? 1),
    });
  }
  return [...groups.values()]
    .filter(({ members }) => members.length > 1)
    .map(({ members, likeness: found }) => ({
      kind: found >= enough.same ? "same" : "variants",
      keys: members.map((member) => roles[member]?.key ?? ""),
      likeness: Math.round(found * 100) / 100,
    }));
}

interface Compared {
  readonly title: string;
  /** Each pair of signs once, as a number, ascending: two such lists are compared in one walk. */
  readonly pairs: Uint32Array;
}

/** Earlier roles that may be alike: all of a small collection; of a large one those of the same title. */
function candidates(roles: readonly Compared[], index: number): number[] {
  const earlier = [...Array(index).keys()];
  return roles.length <= 1000 ? earlier : earlier.filter((other) => roles[other]?.title === roles[index]?.title);
}

function threshold(title: string, other: string): number {
  return title === other && title !== "" ? enough.sameTitle : enough.otherTitle;
}

/** Shared pairs in all pairs of both (Jaccard); 0 where that is not enough. */
function likeness(one: Compared, other: Compared): number {
  const wanted = threshold(one.title, other.title);
  const [small, large] = [one.pairs.length, other.pairs.length].sort((a, b) => a - b) as [number, number];
  if (large === 0 || small / large < wanted) return 0;
  const shared = sharedPairs(one.pairs, other.pairs);
  const found = shared / (small + large - shared);
  return found >= wanted ? found : 0;
}

function sharedPairs(one: Uint32Array, other: Uint32Array): number {
  let shared = 0;
  for (let left = 0, right = 0; left < one.length && right < other.length; ) {
    const [here, there] = [one[left] as number, other[right] as number];
    if (here === there) shared++;
    if (here <= there) left++;
    if (there <= here) right++;
  }
  return shared;
}

function plain(words: string): string {
  return words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}]/gu, "");
}

function pairsOf(words: string): Uint32Array {
  const pairs = new Set<number>();
  for (let at = 0; at + 1 < Math.min(words.length, 20_000); at++)
    pairs.add(words.charCodeAt(at) * 0x10000 + words.charCodeAt(at + 1));
  return Uint32Array.from(pairs).sort();
}
