import { type Aggregated, aggregated, periodsWord } from "./aggregate.ts";
import type { Judged } from "./arithmetic.ts";
import { type Decimal, hundred, paddedText, plainText, round, zero } from "./decimal.ts";
import type { Instance, ScorecardLine, Step } from "./generated/records.ts";
import { ratioHint } from "./hint.ts";
import { type JudgedInstance, judgeInstance, type Outcome } from "./instance.ts";
import { boundRecords, type ItemPlan, type RolePlan } from "./item-plan.ts";
import type { Recorded } from "./observation.ts";
import { originSteps } from "./origin-step.ts";
import type { Schedule } from "./schedule.ts";
import { acceptanceStep, type Comparison, compareWithBounds, comparisonStep, periodsStep } from "./verdict.ts";

/** A line with the decimals behind its texts, for the total. */
export interface ScoredLine {
  readonly line: ScorecardLine;
  readonly weight: Decimal;
  /** Null while the line gives no points. */
  readonly contribution: Decimal | null;
  /** Whether the line's missing data may still change the total. */
  readonly blocks: boolean;
}

/**
 * Scores one item in one scorecard:
 *
 *   instances → measure each → aggregate → compare → score → contribute
 */
export function scoreLine(role: RolePlan, plan: ItemPlan, schedule: Schedule, recorded: Recorded): ScoredLine {
  if (!schedule.instances) return notDue(plan, schedule.dueIn);
  const all = schedule.instances.map((instance) => judgeInstance(role.role, plan, instance, recorded));
  const considered = consideredInstances(plan, all);
  const line = blankLine(plan);
  line.instances = considered.map((instance) => instanceRecord(role, plan, instance));
  const outcomes = outcomesOf(plan, considered);
  const open = outcomes.length < considered.length ? considered.filter(({ state }) => state === "no-data") : [];
  if (outcomes.length === 0 && open.length === 0) return notApplicable(plan, line);
  if (outcomes.length === 0 || (open.length > 0 && plan.item.noData === "block")) {
    return withoutData(role, plan, line, { open, recorded: considered.length - open.length });
  }
  return scored(role, plan, line, { outcomes, several: all.length > 1 });
}

/** Daily items are judged on the days that were recorded: which days were worked, only the records know. */
function consideredInstances(plan: ItemPlan, all: readonly JudgedInstance[]): readonly JudgedInstance[] {
  if (plan.item.every !== "day" || all.length === 1) return all;
  const recorded = all.filter(({ state, reason }) => state !== "no-data" || reason !== "missing");
  return recorded.length > 0 ? recorded : all.slice(0, 1);
}

/** What counts towards the line: what was measured, and, where no data counts zero, the rest as missed. */
function outcomesOf(plan: ItemPlan, considered: readonly JudgedInstance[]): readonly Outcome[] {
  const measured: Outcome[] = [];
  for (const { outcome } of considered) if (outcome) measured.push(outcome);
  if (measured.length === 0 || plan.item.noData !== "zero") return measured;
  const open = considered.filter(({ state }) => state === "no-data").map(() => countedAsZero(plan));
  return [...measured, ...open];
}

function countedAsZero(plan: ItemPlan): Outcome {
  return {
    value: zero,
    exact: zero,
    met: false,
    shortfall: zero,
    several: false,
    missed: 1,
    unit: plan.item.unit ?? "",
    verdict: { met: false, shortfall: zero },
    data: null,
    bounds: plan.bounds,
    step: { code: "measure/none", params: {} },
    settled: false,
  };
}

interface Counted {
  readonly outcomes: readonly Outcome[];
  /** Whether the scorecard holds several instances of the item, counted or not. */
  readonly several: boolean;
}

function scored(role: RolePlan, plan: ItemPlan, line: ScorecardLine, counted: Counted): ScoredLine {
  const [single] = counted.outcomes;
  if (single && !counted.several && !plan.aggregateStated) return scoredSingle(role, plan, line, single);
  return scoredSeveral(role, plan, line, counted.outcomes);
}

function scoredSingle(role: RolePlan, plan: ItemPlan, line: ScorecardLine, outcome: Outcome): ScoredLine {
  const actual = outcome.value && valueText(role, plan, outcome.value);
  // The bound of a due rule is another day in every period.
  if (outcome.bounds !== plan.bounds) line.target = boundRecords(outcome.bounds);
  if (outcome.origin) line.steps.push(...originSteps(outcome));
  line.steps.push(measureStep(outcome.step, actual, outcome.unit));
  if (!outcome.settled) line.steps.push(compareStep(plan, outcome, actual));
  const points = outcome.settled ? best(plan) : pointsOf(plan, outcome);
  const scoreStep = outcome.settled ? settledStep() : plan.scoring.method.explain(plan.scoring.compiled, outcome);
  const result = finish(role, plan, line, { judged: outcome, actual, points, scoreStep });
  const hint = outcome.met ? undefined : ratioHint(role.rounding, outcome);
  if (hint) line.steps.push(hint);
  return result;
}

function measureStep({ code, params }: Omit<Step, "result">, result: string | null, unit: string): Step {
  return result === null || unit === "" ? { code, params, result } : { code, params, result, unit };
}

function scoredSeveral(role: RolePlan, plan: ItemPlan, line: ScorecardLine, outcomes: readonly Outcome[]): ScoredLine {
  const whole = aggregated(plan, outcomes, role.rounding);
  const { judged } = whole;
  const share = plan.aggregate === "share-met";
  const actual =
    judged.value && (share ? paddedText(judged.value, role.rounding) : aggregateText(role, plan, judged.value));
  line.steps.push(measureStep(whole.step, actual, judged.unit));
  line.steps.push(severalCompareStep(plan, outcomes, whole, actual));
  const { points, scoreStep } = severalPoints(role, plan, outcomes, judged);
  return finish(role, plan, line, { judged, actual, points, scoreStep });
}

/**
 * Points of several instances. A share that is only the default must not be read by a method whose figures are about
 * the value of one period (5 % checked, not 66.67 % of months): there every instance is scored, and the line gets the
 * mean. A stated aggregate is scored itself.
 */
function severalPoints(role: RolePlan, plan: ItemPlan, outcomes: readonly Outcome[], judged: Judged) {
  const { method, compiled } = plan.scoring;
  const onEach = plan.aggregate === "share-met" && !plan.aggregateStated && (method.scoresEach ?? method.needsValue);
  if (judged.value === null && method.needsValue) return { points: best(plan), scoreStep: settledStep() };
  if (!onEach) return { points: pointsOf(plan, judged), scoreStep: method.explain(compiled, judged) };
  const each = outcomes.map((outcome) => round(outcome.settled ? best(plan) : pointsOf(plan, outcome), role.rounding));
  const points = each.reduce((sum, one) => sum.plus(one), zero).div(each.length);
  const params = { points: each.map((one) => paddedText(one, role.rounding)).join(" + "), count: each.length };
  return { points, scoreStep: { code: "score/mean", params: { ...params, periods: periodsWord(plan.item.every) } } };
}

function pointsOf({ scoring }: ItemPlan, judged: Judged): Decimal {
  return scoring.method.score(scoring.compiled, judged);
}

function best({ scoring }: ItemPlan): Decimal {
  return scoring.method.best(scoring.compiled);
}

function settledStep(): Omit<Step, "result"> {
  return { code: "score/settled", params: {} };
}

function compareStep(plan: ItemPlan, outcome: Outcome, actual: string | null): Step {
  const { verdict, data, bounds, unit } = outcome;
  if (plan.accepted && !verdict.missed) return acceptanceStep(verdict, data, plan.accepted);
  if (plan.item.observation.kind === "tick") return acceptanceStep(verdict, data, [true]);
  const asDay = dayKind(plan);
  const comparison = { verdict, actual: actual ?? String(data), unit, bounds, asDay };
  return comparisonStep(typeof data === "string" ? { ...comparison, date: data } : comparison);
}

function severalCompareStep(
  plan: ItemPlan,
  outcomes: readonly Outcome[],
  { judged }: Aggregated,
  actual: string | null,
): Step {
  if (plan.aggregate === "share-met" || judged.value === null) {
    return periodsStep(outcomes.length - judged.missed, outcomes.length, periodsWord(plan.item.every));
  }
  const verdict = { met: judged.met, shortfall: judged.shortfall };
  const missed = judged.met ? undefined : missedBound(plan, judged.value);
  const asDay = dayKind(plan);
  return comparisonStep({
    verdict: missed ? { ...verdict, missed } : verdict,
    actual: actual ?? "",
    unit: judged.unit,
    bounds: plan.bounds,
    asDay,
  });
}

/** Days of a month are said as dates (24 日, 次月 5 日), days of other periods as numbers. */
function dayKind({ measure, item }: ItemPlan): Comparison["asDay"] {
  if (measure.kind.id !== "dayOfPeriod") return undefined;
  return item.every === "month" ? "month" : "period";
}

function missedBound(plan: ItemPlan, value: Decimal) {
  return compareWithBounds(value, plan.bounds).missed;
}

interface Finished {
  readonly judged: Judged;
  readonly actual: string | null;
  readonly points: Decimal;
  readonly scoreStep: Omit<Step, "result">;
}

function finish(role: RolePlan, plan: ItemPlan, line: ScorecardLine, finished: Finished): ScoredLine {
  const points = round(finished.points, role.rounding);
  line.state = finished.judged.met ? "met" : "missed";
  line.actual = finished.actual;
  line.points = paddedText(points, role.rounding);
  const contribution = round(points.times(plan.weight).div(hundred), role.rounding);
  line.contribution = paddedText(contribution, role.rounding);
  line.steps.push({ code: finished.scoreStep.code, params: finished.scoreStep.params, result: line.points });
  line.steps.push(contributionStep(plan, line, line.points, line.contribution));
  return { line, weight: plan.weight, contribution, blocks: false };
}

function contributionStep({ share }: ItemPlan, { weight }: ScorecardLine, points: string, contribution: string): Step {
  const params = { points, weight };
  if (!share?.section) return { code: "contribute/weight", params, result: contribution };
  const parts = { section: plainText(share.section), own: plainText(share.own) };
  return { code: "contribute/section", params: { ...params, ...parts }, result: contribution };
}

function notDue(plan: ItemPlan, dueIn: string): ScoredLine {
  const line = blankLine(plan);
  line.state = "not-applicable";
  line.reason = "not-due";
  line.dueIn = dueIn;
  const [year, month] = dueIn.split("-");
  line.steps.push({
    code: "state/not-due",
    params: { dueIn, year: Number(year), month: Number(month), periods: periodsWord(plan.item.every) },
    result: null,
  });
  return { line, weight: plan.weight, contribution: null, blocks: false };
}

function notApplicable(plan: ItemPlan, line: ScorecardLine): ScoredLine {
  line.state = "not-applicable";
  line.reason = "zero-denominator";
  line.steps.push({ code: "state/zero-denominator", params: {}, result: null });
  return { line, weight: plan.weight, contribution: null, blocks: false };
}

/** The line of an item that cannot be judged as it is written: `diagnose` says why. */
export function brokenLine(broken: Pick<ItemPlan, "item" | "weight">): ScoredLine {
  const line = blankLine({ ...broken, targetRecord: [] });
  line.reason = "invalid";
  line.steps.push({ code: "state/broken", params: {}, result: null });
  return { line, weight: broken.weight, contribution: null, blocks: true };
}

interface Openness {
  readonly open: readonly JudgedInstance[];
  readonly recorded: number;
}

/** A line that lacks data: it blocks the total, or counts zero points, or stays out, as its item says. */
function withoutData(role: RolePlan, plan: ItemPlan, line: ScorecardLine, { open, recorded }: Openness): ScoredLine {
  const reasons = new Set(open.map(({ reason }) => reason));
  line.reason = reasons.has("invalid")
    ? "invalid"
    : recorded > 0 || reasons.has("incomplete")
      ? "incomplete"
      : "missing";
  const params = { recorded, count: recorded + open.length, periods: periodsWord(plan.item.every) };
  line.steps.push({ code: `state/${line.reason}`, params, result: null });
  if (plan.item.noData !== "zero")
    return { line, weight: plan.weight, contribution: null, blocks: plan.item.noData === "block" };
  line.points = paddedText(zero, role.rounding);
  line.contribution = line.points;
  line.steps.push({ code: "score/no-data", params: {}, result: line.points });
  return { line, weight: plan.weight, contribution: zero, blocks: false };
}

function blankLine(plan: Pick<ItemPlan, "item" | "weight" | "targetRecord">): ScorecardLine {
  const { item } = plan;
  const line: ScorecardLine = {
    item: item.key,
    number: item.number,
    title: item.title,
    section: item.section,
    target: plan.targetRecord.map((bound) => ({ ...bound })),
    weight: plainText(plan.weight),
    state: "no-data",
    actual: null,
    points: null,
    contribution: null,
    instances: [],
    steps: [],
    supports: [...item.supports],
  };
  if (item.every !== undefined) line.every = item.every;
  if (item.unit !== undefined) line.unit = item.unit;
  return line;
}

function instanceRecord(role: RolePlan, plan: ItemPlan, { period, state, outcome }: JudgedInstance): Instance {
  return { period: period.name, state, actual: outcome?.value ? valueText(role, plan, outcome.value) : null };
}

/** Quotients show all digits of the rounding rule; counts, days and plain figures as many as they have. */
function valueText(role: RolePlan, plan: ItemPlan, value: Decimal): string {
  return plan.padded ? paddedText(value, role.rounding) : plainText(value);
}

function aggregateText(role: RolePlan, plan: ItemPlan, value: Decimal): string {
  return plan.aggregate === "mean" ? paddedText(value, role.rounding) : valueText(role, plan, value);
}
