import type { Facts } from "./facts.ts";
import type { Observation } from "./generated/records.ts";

/**
 * Why an item is not judged in an instance (免考核: leave, no such work there), as whoever decided it said; undefined where
 * it is. `periods` are the names of the instance and of the longer periods around it: who is on leave for a month is so in
 * all its weeks.
 */
export function exemptionOf(item: string, periods: Iterable<string>, facts: Facts): string | undefined {
  for (const period of periods) {
    const reason = reasonOf(facts.of(item, period));
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function reasonOf(observation: Observation | undefined): string | undefined {
  const reason = observation?.exempt?.trim();
  return reason === "" ? undefined : reason;
}
