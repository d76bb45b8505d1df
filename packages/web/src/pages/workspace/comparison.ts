import type { Change, RoleModel } from "@rolewright/runtime";
import { RequestError } from "../../data/request.ts";

/** Two texts of one template, in their own words, and what has changed in meaning from one to the other. */
export interface Comparison {
  readonly before: RoleModel;
  readonly after: RoleModel;
  readonly changes: readonly Change[];
}

/**
 * Compares two texts; undefined while one of them cannot be read as a role. Throws a `RequestError`. What reads them is
 * loaded when it is first needed.
 */
export async function compareTexts(before: string, after: string): Promise<Comparison | undefined> {
  const { readComparison } = await import("./read-comparison.ts").catch(() => {
    throw new RequestError("offline", 0);
  });
  return await readComparison(before, after);
}

/** What two roles differ in by being two: their identity, and how each happens to be put together. */
const ownOfEach: ReadonlySet<Change["code"]> = new Set(["role/id", "origin/changed"]);

/** Compares two roles rather than two texts of one: no record is at stake, and each keeps what makes it another. */
export function betweenRoles(comparison: Comparison): Comparison {
  const changes = comparison.changes
    .filter(({ code }) => !ownOfEach.has(code))
    .map((change) => ({ ...change, breaking: false }));
  return { ...comparison, changes };
}

/** Changes of one part of the document: a section, or the role as a whole. */
export interface ChangeGroup {
  /** Title of the section; undefined for the role itself. */
  readonly title: string | undefined;
  readonly changes: readonly Change[];
}

/** The changes by the part they are in, in the order of the document. */
export function grouped({ before, after, changes }: Comparison): readonly ChangeGroup[] {
  const groups = new Map<string | undefined, Change[]>();
  for (const change of changes) groups.set(change.section, [...(groups.get(change.section) ?? []), change]);
  const titles = new Map([...before.sections, ...after.sections].map(({ key, title }) => [key, title]));
  return [...groups].map(([section, list]) => ({
    title: section === undefined ? undefined : (titles.get(section) ?? section),
    changes: list,
  }));
}
