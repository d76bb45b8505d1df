import { aggregateStep, periodsWord } from "./aggregate.ts";
import type { Judged } from "./arithmetic.ts";
import { paddedText, plainText } from "./decimal.ts";
import type { ScorecardLine, Step } from "./generated/records.ts";
import { ratioHint } from "./hint.ts";
import type { Outcome } from "./instance.ts";
import type { ItemPlan, RolePlan } from "./item-plan.ts";
import { measureSteps, withUnit } from "./measure-steps.ts";
import type { Basis, ScoredLine } from "./scorecard-line.ts";
import { acceptanceStep, type Comparison, compareWithBounds, comparisonStep, periodsStep } from "./verdict.ts";

/**
 * The arithmetic of a scored line as data, in order: measure, aggregate, compare, score, contribute; or why there is
 * none. Made from what scoring left, so that scorecards nobody reads line by line need not pay for it.
 */
export function lineSteps(role: RolePlan, { line, plan, basis }: ScoredLine): Step[] {
  if (!plan) return [said("state/broken", {})];
  if (!basis) return stateSteps(plan, line);
  const { outcome } = basis;
  const steps = outcome ? singleSteps(plan, line, outcome) : severalSteps(plan, line, basis);
  steps.push({ ...scoreStep(role, plan, basis), result: line.points }, contributionStep(plan, line));
  const hint = outcome && !outcome.met ? ratioHint(role.rounding, outcome) : undefined;
  if (hint) steps.push(hint);
  return steps;
}

function said(code: string, params: Step["params"], result: Step["result"] = null): Step {
  return { code, params, result };
}

/** Lines without arithmetic: not due, nothing to judge, or data missing. */
function stateSteps({ item }: ItemPlan, line: ScorecardLine): Step[] {
  const periods = periodsWord(item.every);
  if (line.reason === "not-due") {
    const [year, month] = (line.dueIn ?? "").split("-");
    return [said("state/not-due", { dueIn: line.dueIn ?? "", year: Number(year), month: Number(month), periods })];
  }
  if (line.reason === "exempt") return [said("state/exempt", { because: line.because ?? "" })];
  if (line.reason === "zero-denominator") return [said("state/zero-denominator", {})];
  const count = line.instances.length;
  const recorded = count - line.instances.filter(({ state }) => state === "no-data").length;
  const steps = [said(`state/${line.reason}`, { recorded, count, periods })];
  if (line.points !== null) steps.push(said("score/no-data", {}, line.points));
  return steps;
}

function singleSteps(plan: ItemPlan, line: ScorecardLine, outcome: Outcome): Step[] {
  const steps = measureSteps(plan, outcome, line.actual);
  if (!outcome.settled) steps.push(compareStep(plan, outcome, line.actual));
  return steps;
}

function compareStep(plan: ItemPlan, outcome: Outcome, actual: string | null): Step {
  const { verdict, data, bounds, unit } = outcome;
  if (plan.accepted && !verdict.missed) return acceptanceStep(verdict, data, plan.accepted);
  if (plan.item.observation.kind === "tick") return acceptanceStep(verdict, data, [true]);
  const comparison = { verdict, actual: actual ?? String(data), unit, bounds, asDay: dayKind(plan) };
  return comparisonStep(typeof data === "string" ? { ...comparison, date: data } : comparison);
}

function severalSteps(plan: ItemPlan, line: ScorecardLine, { outcomes, judged }: Basis): Step[] {
  const aggregate = { ...aggregateStep(plan, outcomes.length, judged), result: line.actual };
  return [withUnit(aggregate, judged.unit), severalCompareStep(plan, outcomes, judged, line.actual)];
}

function severalCompareStep(plan: ItemPlan, outcomes: readonly Outcome[], judged: Judged, actual: string | null): Step {
  if (plan.aggregate === "share-met" || judged.value === null) {
    return periodsStep(outcomes.length - judged.missed, outcomes.length, periodsWord(plan.item.every));
  }
  const verdict = { met: judged.met, shortfall: judged.shortfall };
  const missed = judged.met ? undefined : compareWithBounds(judged.value, plan.bounds).missed;
  return comparisonStep({
    verdict: missed ? { ...verdict, missed } : verdict,
    actual: actual ?? "",
    unit: judged.unit,
    bounds: plan.bounds,
    asDay: dayKind(plan),
  });
}

/** Days of a month are said as dates (24 日, 次月 5 日), days of other periods as numbers. */
function dayKind({ measure, item }: ItemPlan): Comparison["asDay"] {
  if (measure.kind.id !== "dayOfPeriod") return undefined;
  return item.every === "month" ? "month" : "period";
}

function scoreStep(role: RolePlan, plan: ItemPlan, { judged, each, settled }: Basis): Omit<Step, "result"> {
  if (settled) return { code: "score/settled", params: {} };
  if (!each) return plan.scoring.method.explain(plan.scoring.compiled, judged);
  const points = each.map((one) => paddedText(one, role.rounding)).join(" + ");
  return { code: "score/mean", params: { points, count: each.length, periods: periodsWord(plan.item.every) } };
}

function contributionStep({ share }: ItemPlan, { weight, points, contribution }: ScorecardLine): Step {
  if (!share?.section) return said("contribute/weight", { points, weight }, contribution);
  const parts = { section: plainText(share.section), own: plainText(share.own) };
  return said("contribute/section", { points, weight, ...parts }, contribution);
}
