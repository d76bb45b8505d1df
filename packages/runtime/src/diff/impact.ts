import { Decimal } from "../decimal.ts";
import type { HolderReference, LineState, Observation, Scorecard, ScorecardLine } from "../generated/records.ts";
import type { DecimalText, RoleModel } from "../model.ts";
import { observationProblems } from "../observation.ts";
import { scorecard } from "../scorecard.ts";
import { pairItems } from "./pairing.ts";
import { same } from "./same.ts";

/** What was recorded for one holder in one period: open now, or the last one closed. */
export interface RecordedPeriod {
  readonly holder?: HolderReference;
  readonly period: string;
  readonly observations: readonly Observation[];
}

/** What a new version would do to scorecards under the old one. */
export interface Impact {
  /** One for each given, in the same order. */
  readonly scorecards: readonly ScorecardImpact[];
  readonly summary: ImpactSummary;
}

export interface ImpactSummary {
  readonly total: number;
  /** Scorecards in which anything below changes. */
  readonly changed: number;
  /** Scorecards whose total rises, falls, or is there in one version only. */
  readonly higher: number;
  readonly lower: number;
  readonly appearing: number;
  readonly disappearing: number;
  /** Scorecards that reach another grade, or none any more. */
  readonly regraded: number;
  /** Observations that can be recorded under the version before and not under the one after. */
  readonly lost: number;
}

export interface ScorecardImpact {
  readonly holder?: HolderReference;
  readonly period: string;
  readonly changed: boolean;
  readonly before: ScorecardOutcome;
  readonly after: ScorecardOutcome;
  /** The lines that change, those that are new and those that go included, in the order of the version after. */
  readonly lines: readonly LineImpact[];
  readonly lost: readonly Pick<Observation, "item" | "period">[];
}

export interface ScorecardOutcome extends Pick<Scorecard, "total" | "grade" | "provisional"> {
  /** Measured weight in % of the weight that is due. */
  readonly coverage: DecimalText;
}

export interface LineImpact {
  /** Key and title as after, or as before when the line goes. */
  readonly item: string;
  readonly title: string;
  /** Absent where the line is new. */
  readonly before?: LineOutcome;
  /** Absent where the line goes. */
  readonly after?: LineOutcome;
}

export interface LineOutcome extends Pick<ScorecardLine, "actual" | "points" | "weight" | "contribution" | "target"> {
  readonly state: LineState;
}

/**
 * How scorecards would come out under another version of their role, reckoned by the real `scorecard` on the same
 * observations. Published versions are pinned, so nothing of this happens by itself: it is what to know before.
 *
 * Lines of an item whose key changed are shown as one; its observations still name the old key, and so are lost.
 */
export function impact(
  before: RoleModel,
  after: RoleModel,
  { scorecards: recorded }: { readonly scorecards: readonly RecordedPeriod[] },
): Impact {
  const pairs = pairItems(before, after).pairs.map((pair) => [pair.after.key, pair.before.key] as const);
  const oldKeys = new Map(pairs);
  const scorecards = recorded.map((one) => impactOn(before, after, one, oldKeys));
  return { scorecards, summary: summaryOf(scorecards) };
}

function impactOn(
  before: RoleModel,
  after: RoleModel,
  { holder, period, observations }: RecordedPeriod,
  oldKeys: ReadonlyMap<string, string>,
): ScorecardImpact {
  const options = holder ? { holder } : {};
  const [old, now] = [before, after].map((role) =>
    scorecard(role, period, observations, { ...options, explain: false }),
  );
  if (!old || !now) throw new Error("Two versions give two scorecards");
  const lines = changedLines(old, now, oldKeys);
  const lost = observations.filter((fact) => fits(before, fact) && !fits(after, fact));
  const outcomes = { before: outcomeOf(old), after: outcomeOf(now) };
  return {
    ...options,
    period,
    changed: lines.length > 0 || lost.length > 0 || !same(outcomes.before, outcomes.after),
    ...outcomes,
    lines,
    lost: lost.map((fact) => ({ item: fact.item, period: fact.period })),
  };
}

function fits(role: RoleModel, observation: Observation): boolean {
  return observationProblems(role, observation).length === 0;
}

function outcomeOf({ total, grade, provisional, coverage }: Scorecard): ScorecardOutcome {
  return { total, grade, provisional, coverage: coverage.percent };
}

function changedLines(old: Scorecard, now: Scorecard, oldKeys: ReadonlyMap<string, string>): LineImpact[] {
  const before = new Map(old.lines.map((line) => [line.item, line]));
  const kept = now.lines.map((line): LineImpact => {
    const partner = before.get(oldKeys.get(line.item) ?? "");
    if (partner) before.delete(partner.item);
    return lineImpact(line, partner, line);
  });
  const gone = [...before.values()].map((line) => lineImpact(line, line, undefined));
  return [...kept, ...gone].filter((line) => !same(line.before, line.after));
}

function lineImpact(
  { item, title }: ScorecardLine,
  before: ScorecardLine | undefined,
  after: ScorecardLine | undefined,
): LineImpact {
  return {
    item,
    title,
    ...(before ? { before: lineOutcome(before) } : {}),
    ...(after ? { after: lineOutcome(after) } : {}),
  };
}

function lineOutcome({ state, actual, points, weight, contribution, target }: ScorecardLine): LineOutcome {
  return { state, actual, points, weight, contribution, target };
}

function summaryOf(scorecards: readonly ScorecardImpact[]): ImpactSummary {
  const count = (holds: (one: ScorecardImpact) => boolean) => scorecards.filter(holds).length;
  return {
    total: scorecards.length,
    changed: count(({ changed }) => changed),
    higher: count((one) => riseOf(one) > 0),
    lower: count((one) => riseOf(one) < 0),
    appearing: count(({ before, after }) => before.total === null && after.total !== null),
    disappearing: count(({ before, after }) => before.total !== null && after.total === null),
    regraded: count(({ before, after }) => before.grade !== after.grade),
    lost: scorecards.reduce((sum, { lost }) => sum + lost.length, 0),
  };
}

/** Sign of the difference between the totals; zero while one of them is missing. */
function riseOf({ before, after }: ScorecardImpact): number {
  return before.total === null || after.total === null ? 0 : Decimal.of(after.total).comparedTo(before.total);
}
