import { diff } from "@rolewright/runtime";
import { inspectWithParents } from "../../data/inspect-with-parents.ts";
import type { Comparison } from "./comparison.ts";

/** Reads two texts and compares what they mean; undefined where one is no role. Throws a `RequestError`. */
export async function readComparison(before: string, after: string): Promise<Comparison | undefined> {
  const [old, now] = await Promise.all([before, after].map(inspectWithParents));
  if (!old?.role || !now?.role) return undefined;
  return { before: old.role, after: now.role, changes: diff(old.role, now.role) };
}
