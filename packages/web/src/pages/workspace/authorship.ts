import type { RoleModel, TextRange } from "@rolewright/runtime";
import type { Authorship, Person } from "@rolewright/server/protocol";
import { inspectWithParents } from "../../data/inspect-with-parents.ts";

/** What one person wrote of a part. */
export interface Share {
  /** Null for what came with the template. */
  readonly by: Person | null;
  /** Signs that are no white space. */
  readonly signs: number;
}

/** An item of the role, or all that stands in none; who wrote most comes first. */
export interface PartAuthors {
  /** Undefined for what stands in no item. */
  readonly item: { readonly number: string; readonly title: string } | undefined;
  readonly shares: readonly Share[];
}

/** Who wrote which item of a text. Of a text that cannot be read only the whole is told. Throws a `RequestError`. */
export async function authorsOfParts(authorship: Authorship): Promise<readonly PartAuthors[]> {
  const { role } = await inspectWithParents(authorship.text);
  return authorsIn(authorship, role);
}

/** As `authorsOfParts`, of a role that was read in that text. */
export function authorsIn({ text, stretches }: Authorship, role: RoleModel | undefined): readonly PartAuthors[] {
  const items = role?.sections.flatMap((section) => section.items.filter(({ origin }) => origin === undefined)) ?? [];
  const parts = items.map(({ number, title, source }) => ({ item: { number, title }, range: source.range }));
  const within = parts.map(({ item, range }) => ({ item, shares: sharesIn(text, stretches, [range]) }));
  const ends = [...parts.map(({ range }) => range), { start: text.length, end: text.length }];
  const starts = ends.toSorted((one, other) => one.start - other.start);
  const between = starts.map(({ start }, index) => ({ start: starts[index - 1]?.end ?? 0, end: start }));
  const rest = { item: undefined, shares: sharesIn(text, stretches, between) };
  return [rest, ...within].filter(({ shares }) => shares.length > 0);
}

function sharesIn(text: string, stretches: Authorship["stretches"], ranges: readonly TextRange[]): readonly Share[] {
  const shares = new Map<string | undefined, Share>();
  let at = 0;
  for (const { length, by } of stretches) {
    const pieces = ranges.map(({ start, end }) => text.slice(Math.max(start, at), Math.min(end, at + length)));
    const signs = pieces.join("").replace(/\s/g, "").length + (shares.get(by?.id)?.signs ?? 0);
    if (signs > 0) shares.set(by?.id, { by, signs });
    at += length;
  }
  return [...shares.values()].toSorted((one, other) => other.signs - one.signs);
}
