import type { Step } from "./generated/records.ts";
import type { Outcome } from "./instance.ts";

/** How the data of an instance came about, as a step before its measure; none where it was recorded for itself. */
export function originSteps({ origin }: Pick<Outcome, "origin">): Step[] {
  if (!origin) return [];
  if (origin.kind === "ticks") return [{ code: "origin/ticks", params: {}, result: null }];
  return [{ code: `origin/${origin.kind}`, params: { count: origin.count }, result: null }];
}
