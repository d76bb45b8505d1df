import { aggregated } from "./aggregate.ts";
import type { Judged } from "./arithmetic.ts";
import { type Decimal, hundred, paddedText, plainText, round, zero } from "./decimal.ts";
import type { Instance, ScorecardLine } from "./generated/records.ts";
import { type JudgedInstance, judgeInstance, type Outcome } from "./instance.ts";
import { boundRecords, type ItemPlan, type RolePlan } from "./item-plan.ts";
import type { Recorded } from "./observation.ts";
import type { Schedule } from "./schedule.ts";

/** A line with the decimals behind its texts, for the total; its steps are made later, see line-steps.ts. */
export interface ScoredLine {
  readonly line: ScorecardLine;
  /** Absent where the item cannot be judged as it is written. */
  readonly plan?: ItemPlan;
  /** What the points stand on; absent while there are none. */
  readonly basis?: Basis;
  readonly weight: Decimal;
  /** Null while the line gives no points. */
  readonly contribution: Decimal | null;
  /** Whether the line's missing data may still change the total. */
  readonly blocks: boolean;
}

/** What was judged and how the points came from it. */
export interface Basis {
  readonly judged: Judged;
  readonly outcomes: readonly Outcome[];
  /** The single outcome, where the line was not aggregated from several instances. */
  readonly outcome?: Outcome;
  /** Points before rounding. */
  readonly points: Decimal;
  /** Where every instance was scored by itself: the points of each. */
  readonly each?: readonly Decimal[];
  /** Whether full points were given without a value to score. */
  readonly settled: boolean;
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
  if (outcomes.length === 0 && open.length === 0) return notApplicable(plan, line, considered);
  if (outcomes.length === 0 || (open.length > 0 && plan.item.noData === "block")) {
    return withoutData(role, plan, line, { open, recorded: considered.length - open.length });
  }
  const [single] = outcomes;
  if (single && all.length === 1 && !plan.aggregateStated) return scoredSingle(role, plan, line, single);
  return scoredSeveral(role, plan, line, outcomes);
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
    settled: false,
  };
}

function scoredSingle(role: RolePlan, plan: ItemPlan, line: ScorecardLine, outcome: Outcome): ScoredLine {
  line.actual = outcome.value && valueText(role, plan, outcome.value);
  // The bound of a due rule is another day in every period.
  if (outcome.bounds !== plan.bounds) line.target = boundRecords(outcome.bounds);
  const { settled } = outcome;
  const points = settled ? best(plan) : pointsOf(plan, outcome);
  return finish(role, plan, line, { judged: outcome, outcomes: [outcome], outcome, points, settled });
}

function scoredSeveral(role: RolePlan, plan: ItemPlan, line: ScorecardLine, outcomes: readonly Outcome[]): ScoredLine {
  const judged = aggregated(plan, outcomes, role.rounding);
  line.actual = judged.value && aggregateText(role, plan, judged.value);
  return finish(role, plan, line, { judged, outcomes, ...severalPoints(role, plan, outcomes, judged) });
}

/**
 * Points of several instances. A share that is only the default must not be read by a method whose figures are about
 * the value of one period (5 % checked, not 66.67 % of months): there every instance is scored, and the line gets the
 * mean. A stated aggregate is scored itself.
 */
function severalPoints(
  role: RolePlan,
  plan: ItemPlan,
  outcomes: readonly Outcome[],
  judged: Judged,
): Pick<Basis, "points" | "each" | "settled"> {
  const { method } = plan.scoring;
  const onEach = plan.aggregate === "share-met" && !plan.aggregateStated && (method.scoresEach ?? method.needsValue);
  if (judged.value === null && method.needsValue) return { points: best(plan), settled: true };
  if (!onEach) return { points: pointsOf(plan, judged), settled: false };
  const each = outcomes.map((outcome) => round(outcome.settled ? best(plan) : pointsOf(plan, outcome), role.rounding));
  return { points: each.reduce((sum, one) => sum.plus(one), zero).div(each.length), each, settled: false };
}

function pointsOf({ scoring }: ItemPlan, judged: Judged): Decimal {
  return scoring.method.score(scoring.compiled, judged);
}

function best({ scoring }: ItemPlan): Decimal {
  return scoring.method.best(scoring.compiled);
}

function finish(role: RolePlan, plan: ItemPlan, line: ScorecardLine, basis: Basis): ScoredLine {
  const points = round(basis.points, role.rounding);
  const contribution = round(points.times(plan.weight).div(hundred), role.rounding);
  line.state = basis.judged.met ? "met" : "missed";
  line.points = paddedText(points, role.rounding);
  line.contribution = paddedText(contribution, role.rounding);
  return { line, plan, basis, weight: plan.weight, contribution, blocks: false };
}

function notDue(plan: ItemPlan, dueIn: string): ScoredLine {
  const line = blankLine(plan);
  line.state = "not-applicable";
  line.reason = "not-due";
  line.dueIn = dueIn;
  return { line, plan, weight: plan.weight, contribution: null, blocks: false };
}

function notApplicable(plan: ItemPlan, line: ScorecardLine, instances: readonly JudgedInstance[]): ScoredLine {
  const because = instances.find((instance) => instance.because !== undefined)?.because;
  line.state = "not-applicable";
  line.reason = because === undefined ? "zero-denominator" : "exempt";
  if (because !== undefined) line.because = because;
  return { line, plan, weight: plan.weight, contribution: null, blocks: false };
}

/** The line of an item that cannot be judged as it is written: `diagnose` says why. */
export function brokenLine(broken: Pick<ItemPlan, "item" | "weight">): ScoredLine {
  const line = blankLine({ ...broken, targetRecord: [] });
  line.reason = "invalid";
  return { line, weight: broken.weight, contribution: null, blocks: true };
}

interface Openness {
  readonly open: readonly JudgedInstance[];
  readonly recorded: number;
}

/** A line that lacks data: it blocks the total, or counts zero points, or stays out, as its item says. */
function withoutData(role: RolePlan, plan: ItemPlan, line: ScorecardLine, { open, recorded }: Openness): ScoredLine {
  const reasons = new Set(open.map(({ reason }) => reason));
  const incomplete = recorded > 0 || reasons.has("incomplete");
  line.reason = reasons.has("invalid") ? "invalid" : incomplete ? "incomplete" : "missing";
  const { weight, item } = plan;
  if (item.noData !== "zero") return { line, plan, weight, contribution: null, blocks: item.noData === "block" };
  line.points = paddedText(zero, role.rounding);
  line.contribution = line.points;
  return { line, plan, weight, contribution: zero, blocks: false };
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
  const padded = plan.aggregate === "mean" || plan.aggregate === "share-met";
  return padded ? paddedText(value, role.rounding) : valueText(role, plan, value);
}
