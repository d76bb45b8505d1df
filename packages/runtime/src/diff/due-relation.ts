import { workingDays } from "../calendar.ts";
import { dueDays } from "../due.ts";
import type { Cadence, DueRule } from "../model.ts";
import { instancesWithin, periodOf } from "../period.ts";

/** How a due rule stands to the one before it, by the days they give. */
export type DueRelation = "same" | "earlier" | "later" | "changed";

/**
 * Compares what two rules of one cadence come to over two years, one of them a leap year, with weekends off: `earlier`
 * when no due day is later and some are earlier. So "before the 26th, exclusive" and "by the 25th, inclusive" are the
 * same. `changed` where there is no telling: without a cadence there are no days to compare.
 */
export function dueRelation(before: DueRule, after: DueRule, every: Cadence | undefined): DueRelation {
  const days = sampleInstances(every).map((instance) => {
    const [old, now] = [before, after].map((rule) => dueDays(instance, rule, calendar).due);
    return (now ?? 0) - (old ?? 0);
  });
  if (days.length === 0) return "changed";
  const [earlier, later] = [days.some((shift) => shift < 0), days.some((shift) => shift > 0)];
  if (earlier && later) return "changed";
  return earlier ? "earlier" : later ? "later" : "same";
}

const calendar = workingDays();
const sampleYears = ["2027", "2028"];

function sampleInstances(every: Cadence | undefined) {
  return every === undefined ? [] : sampleYears.flatMap((year) => instancesWithin(every, periodOf(year)));
}
