import type { TemplateSummary } from "@rolewright/server/protocol";
import type { Contents } from "./shelf.ts";

/** What a role is alike to. */
export interface AlikeRole {
  /** Number of its group; roles of one group stand together. */
  readonly group: number;
  /** Ids of the others of its group. */
  readonly others: readonly string[];
  /** 0–1: how alike the least alike of the group is to another in it. */
  readonly likeness: number;
}

/** Roles that have near-duplicates, by id. */
export type AlikeRoles = ReadonlyMap<string, AlikeRole>;

/** Finds roles that say nearly the same in their items; archived ones are left out. Brings the runtime with it. */
export async function findAlike(all: readonly TemplateSummary[], contents: Contents): Promise<AlikeRoles> {
  const { findDuplicates } = await import("@rolewright/runtime");
  const roles = all
    .filter(({ archived }) => !archived)
    .map(({ id, title }) => ({
      key: id,
      title,
      words:
        contents
          .get(id)
          ?.items.map((item) => item.title)
          .join("\n") ?? "",
    }));
  return new Map(
    findDuplicates(roles).flatMap(({ keys, likeness }, group) =>
      keys.map((key) => [key, { group, likeness, others: keys.filter((other) => other !== key) }] as const),
    ),
  );
}
