import type { ScorecardSummary } from "@rolewright/server/protocol";

/** How far a scorecard is filled in, and whether it is signed. */
export type ScorecardState = "empty" | "partial" | "complete" | "signed";

export const states: readonly ScorecardState[] = ["empty", "partial", "complete", "signed"];

/** Which scorecards are shown; absent: all. */
export interface Pile {
  readonly period: string | undefined;
  readonly state: ScorecardState | undefined;
  /** Looked for in name, unit and role. */
  readonly search: string;
}

export const everyScorecard: Pile = { period: undefined, state: undefined, search: "" };

export function stateOf({
  total,
  coverage,
  signed,
}: Pick<ScorecardSummary, "total" | "coverage" | "signed">): ScorecardState {
  if (signed) return "signed";
  if (total === null) return "empty";
  return Number(coverage) < 100 ? "partial" : "complete";
}

/** The periods of these scorecards, newest first. */
export function periodsOf(scorecards: readonly ScorecardSummary[]): readonly string[] {
  return [...new Set(scorecards.map((one) => one.period))].sort().reverse();
}

/** The scorecards of a pile, in their order. */
export function pileOf(all: readonly ScorecardSummary[], pile: Pile): readonly ScorecardSummary[] {
  const wanted = plain(pile.search);
  return all.filter(
    (one) =>
      (pile.period === undefined || one.period === pile.period) &&
      (pile.state === undefined || stateOf(one) === pile.state) &&
      (wanted === "" || plain([one.holder.name, one.holder.unit, one.title].join(" ")).includes(wanted)),
  );
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim();
}
