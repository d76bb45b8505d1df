import type { Description } from "./generated/import-result.ts";

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
      .map((other) => ({ other, likeness: likeness(role.pairs, compared[other]?.pairs ?? new Set()) }))
      .filter(({ other, likeness: found }) => found >= threshold(role.title, compared[other]?.title ?? ""))
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

/** The words by which a description is compared. */
export function comparedWords({ qualifications, duties, standards }: Description): string {
  return [...qualifications, ...duties, ...standards].map(({ text }) => text).join("\n");
}

interface Compared {
  readonly title: string;
  readonly pairs: ReadonlySet<string>;
}

/** Earlier roles that may be alike: all of a small collection; of a large one those of the same title. */
function candidates(roles: readonly Compared[], index: number): number[] {
  const earlier = [...Array(index).keys()];
  return roles.length <= 1000 ? earlier : earlier.filter((other) => roles[other]?.title === roles[index]?.title);
}

function threshold(title: string, other: string): number {
  return title === other && title !== "" ? enough.sameTitle : enough.otherTitle;
}

/** Shared pairs in all pairs of both (Jaccard). */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (large.size === 0 || small.size / large.size < enough.sameTitle) return 0;
  let shared = 0;
  for (const pair of small) if (large.has(pair)) shared++;
  return shared / (one.size + other.size - shared);
}

function plain(words: string): string {
  return words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}]/gu, "");
}

function pairsOf(words: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < Math.min(words.length, 20_000); at++) pairs.add(words.slice(at, at + 2));
  return pairs;
}
