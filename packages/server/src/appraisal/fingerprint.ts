import { firstDay, lastDay, type Observation, type Scorecard } from "@rolewright/runtime";
import { sha256Of } from "../templates/text-facts.ts";

/**
 * SHA-256, hex, of what a signature stands under: whose scorecard of which period, the exact text of the pinned version,
 * every fact the scorecard counts (with its evidence and exemption), what each line came to, total and grade. Who recorded
 * a fact and when is left out, and so are facts of other periods where they change nothing here.
 */
export function fingerprintOf(card: Scorecard, facts: readonly Observation[], sha256: string): string {
  const { template, holder, period, lines, adjustments, total, grade } = card;
  const counted = facts
    .filter((fact) => isCounted(card, fact))
    .map((fact) => [fact.period, fact.item, fact.data ?? null, fact.evidence ?? "", fact.exempt ?? ""] as const)
    .sort(([periodA, itemA], [periodB, itemB]) => (`${periodA} ${itemA}` < `${periodB} ${itemB}` ? -1 : 1));
  return sha256Of(
    JSON.stringify({
      scorecard: [holder?.id ?? "", period, template.version, sha256],
      facts: counted,
      lines: lines.map(({ item, state, actual, points, contribution }) => [item, state, actual, points, contribution]),
      adjustments: adjustments.map(({ item, state, points, grade, cap }) => [item, state, points, grade, cap]),
      result: [total, grade],
    }),
  );
}

/** Of an instance of one of its items, or of a stretch inside its period (days given for a whole month of weeks). */
function isCounted({ lines, adjustments, period }: Scorecard, fact: Observation): boolean {
  const own = [...lines, ...adjustments].find(({ item }) => item === fact.item);
  if (!own) return false;
  if (own.instances.some((instance) => instance.period === fact.period)) return true;
  return firstDay(period) <= firstDay(fact.period) && lastDay(fact.period) <= lastDay(period);
}
