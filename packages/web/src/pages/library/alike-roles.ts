import type { ComparedRole, DuplicateRoles } from "@rolewright/runtime";
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

/**
 * Finds roles that say nearly the same in their items, off the page's thread; archived ones are left out. Rejects where
 * the code that compares does not come.
 */
export async function findAlike(all: readonly TemplateSummary[], contents: Contents): Promise<AlikeRoles> {
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
  const groups = await compared(roles);
  return new Map(
    groups.flatMap(({ keys, likeness }, group) =>
      keys.map((key) => [key, { group, likeness, others: keys.filter((other) => other !== key) }] as const),
    ),
  );
}

async function compared(roles: readonly ComparedRole[]): Promise<readonly DuplicateRoles[]> {
  if (roles.length < 2) return [];
  const worker = new Worker(new URL("./alike-worker.ts", import.meta.url), { type: "module", name: "alike" });
  const { promise, resolve, reject } = Promise.withResolvers<readonly DuplicateRoles[]>();
  worker.onmessage = ({ data }: MessageEvent<readonly DuplicateRoles[]>) => resolve(data);
  worker.onerror = reject;
  worker.postMessage(roles);
  return promise.finally(() => worker.terminate());
}
