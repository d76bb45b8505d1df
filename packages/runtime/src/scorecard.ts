import { type Adjusted, adjust } from "./adjustment.ts";
import { type Calendar, workingDays } from "./calendar.ts";
import { Decimal, hundred, paddedText, plainText, round, zero } from "./decimal.ts";
import { Facts } from "./facts.ts";
import type { Coverage, HolderReference, Observation, Scorecard, Step } from "./generated/records.ts";
import { type RolePlan, rolePlan } from "./item-plan.ts";
import { lineSteps } from "./line-steps.ts";
import type { RoleModel } from "./model.ts";
import { periodOf } from "./period.ts";
import { type Schedule, scheduleOf } from "./schedule.ts";
import { brokenLine, type ScoredLine, scoreLine } from "./scorecard-line.ts";

export interface ScorecardOptions {
  /** Published version the role model comes from; null, the default, for a draft. */
  readonly version?: number | null;
  /** Whose scorecard it is: observations that name another holder are left out. */
  readonly holder?: HolderReference;
  /** Which days are worked, for durations in working days and for ticks of daily duties; default Monday to Friday. */
  readonly calendar?: Calendar;
  /** Whether lines carry their arithmetic; default true. Without it `steps` of lines are empty, and many are reckoned faster. */
  readonly explain?: boolean;
}

/**
 * The scorecard of a role for one period: every weighted item with its state, points and arithmetic, bonuses and
 * vetoes, then coverage, total and grade. Throws a RangeError when `period` names none.
 *
 * Not measured is not zero: lines without data leave the total provisional (`noData: block`), count zero (`zero`) or
 * stay out (`exclude`). Of several observations of one item and period, the last in the list counts.
 *
 *   total = Σ contribution ÷ measured weight × 100 + bonuses, at most what vetoes leave; then its grade, or a veto's
 */
export function scorecard(
  role: RoleModel,
  period: string,
  observations: readonly Observation[],
  options: ScorecardOptions = {},
): Scorecard {
  const plan = rolePlan(role);
  const schedules = schedulesOf(plan, period);
  const facts = new Facts(observations, options.holder?.id);
  const recorded = { facts, calendar: options.calendar ?? standardCalendar };
  const scored = plan.lines.map((line, index) => {
    const schedule = schedules.lines[index];
    return line.measure && schedule ? scoreLine(plan, line, schedule, recorded) : brokenLine(line);
  });
  const adjusted = plan.adjustments.flatMap((adjustment, index) => {
    const schedule = schedules.adjustments[index];
    return schedule ? [adjust(plan, adjustment, schedule, recorded)] : [];
  });
  if (options.explain !== false) for (const one of scored) one.line.steps = lineSteps(plan, one);
  const result = resultOf(plan, scored, adjusted);
  return {
    template: { id: role.id, version: options.version ?? null, title: role.title },
    ...(options.holder ? { holder: { ...options.holder } } : {}),
    period,
    lines: scored.map(({ line }) => line),
    adjustments: adjusted.map(({ adjustment }) => adjustment),
    coverage: coverageOf(plan, scored),
    total: result.total && paddedText(result.total, plan.rounding),
    provisional: [...scored, ...adjusted].some(({ blocks }) => blocks),
    grade: result.grade ?? null,
    steps: totalSteps(plan, scored, result),
  };
}

const standardCalendar = workingDays();

interface Schedules {
  readonly lines: readonly Schedule[];
  readonly adjustments: readonly Schedule[];
}

const schedules = new WeakMap<RolePlan, Map<string, Schedules>>();
/** Scorecards are asked for a few periods again and again; more than these are not worth the memory. */
const keptPeriods = 24;

function schedulesOf(plan: RolePlan, name: string): Schedules {
  const kept = schedules.get(plan) ?? new Map<string, Schedules>();
  schedules.set(plan, kept);
  const known = kept.get(name);
  if (known) return known;
  const period = periodOf(name);
  const made = {
    lines: plan.lines.map(({ item }) => scheduleOf(item, period)),
    adjustments: plan.adjustments.map(({ item }) => scheduleOf(item, period)),
  };
  if (kept.size >= keptPeriods) kept.clear();
  kept.set(name, made);
  return made;
}

/** The total on its way: weighted, with bonuses, after vetoes. */
interface Result {
  readonly sum: Decimal;
  readonly weight: Decimal;
  /** Σ contribution ÷ weight of the lines with points × 100; null while there are none. */
  readonly weighted: Decimal | null;
  readonly bonuses: readonly Adjusted[];
  readonly bonus: Decimal;
  readonly vetoes: readonly Adjusted[];
  /** The least cap of the vetoes in force, where it lowers the total. */
  readonly cap: Decimal | undefined;
  readonly total: Decimal | null;
  /** The grade that the total reaches. */
  readonly reached: RolePlan["grades"][number] | undefined;
  readonly grade: string | undefined;
}

function resultOf(plan: RolePlan, scored: readonly ScoredLine[], adjusted: readonly Adjusted[]): Result {
  const { sum, weight } = countedSums(scored);
  const weighted = weight.isZero() ? null : round(sum.times(hundred).div(weight), plan.rounding);
  const bonuses = adjusted.filter(({ points }) => !points.isZero());
  const bonus = bonuses.reduce((all, { points }) => all.plus(points), zero);
  const vetoes = adjusted.filter(({ veto }) => veto);
  const raised = weighted?.plus(bonus) ?? null;
  const caps = vetoes.flatMap(({ veto }) => veto?.cap ?? []);
  const cap = raised && caps.length > 0 ? Decimal.min(...caps) : undefined;
  const lowered = raised && cap?.lessThan(raised) ? cap : undefined;
  const total = lowered ?? raised;
  const reached = (total && plan.grades.find(({ from }) => total.greaterThanOrEqualTo(from))) ?? undefined;
  const grade = lowestGrade(plan, reached?.grade, vetoes);
  return { sum, weight, weighted, bonuses, bonus, vetoes, cap: lowered, total, reached, grade };
}

/** Of the grade reached and those that vetoes leave, the lowest. */
function lowestGrade(plan: RolePlan, reached: string | undefined, vetoes: readonly Adjusted[]): string | undefined {
  const places = [reached, ...vetoes.map(({ veto }) => veto?.grade)].map((grade) =>
    plan.grades.findIndex((known) => known.grade === grade),
  );
  return plan.grades[Math.max(...places)]?.grade;
}

function countedSums(scored: readonly ScoredLine[]) {
  let [sum, weight] = [zero, zero];
  for (const line of scored) {
    if (!line.contribution) continue;
    sum = sum.plus(line.contribution);
    weight = weight.plus(line.weight);
  }
  return { sum, weight };
}

function coverageOf(plan: RolePlan, scored: readonly ScoredLine[]): Coverage {
  const weights = { met: zero, missed: zero, "no-data": zero, "not-applicable": zero };
  for (const { line, weight } of scored) weights[line.state] = weights[line.state].plus(weight);
  const measured = weights.met.plus(weights.missed);
  const due = measured.plus(weights["no-data"]);
  const percent = due.isZero() ? zero : round(measured.times(hundred).div(due), plan.rounding);
  return {
    measured: plainText(measured),
    due: plainText(due),
    notApplicable: plainText(weights["not-applicable"]),
    missing: plainText(weights["no-data"]),
    percent: paddedText(percent, plan.rounding),
  };
}

function totalSteps(plan: RolePlan, scored: readonly ScoredLine[], result: Result): Step[] {
  const { total, reached, grade } = result;
  const padded = (value: Decimal) => paddedText(value, plan.rounding);
  const steps = [weightedStep(result, padded), ...adjustmentSteps(result, padded)];
  const blocking = scored.filter(({ blocks }) => blocks);
  if (blocking.length > 0) {
    const open = blocking.reduce((all, line) => all.plus(line.weight), zero);
    steps.push(said("total/provisional", { count: blocking.length, weight: plainText(open) }));
  }
  if (reached && total) {
    steps.push(said("grade/reached", { grade: reached.grade, from: plainText(reached.from), total: padded(total) }));
  }
  if (grade !== undefined && grade !== reached?.grade) {
    const decisive = result.vetoes.find(({ veto }) => veto?.grade === grade)?.adjustment;
    steps.push(said("grade/veto", { grade, title: decisive?.title ?? "", because: decisive?.because ?? "" }));
  }
  return steps;
}

function weightedStep({ sum, weight, weighted }: Result, padded: (value: Decimal) => string): Step {
  if (!weighted) return said("total/none", {});
  const total = padded(weighted);
  return { code: "total/weighted", params: { sum: padded(sum), weight: plainText(weight), total }, result: total };
}

function adjustmentSteps(
  { weighted, bonuses, bonus, cap, vetoes }: Result,
  padded: (value: Decimal) => string,
): Step[] {
  if (!weighted) return [];
  const steps: Step[] = [];
  const raised = padded(weighted.plus(bonus));
  if (bonuses.length > 0) {
    const params = { bonus: padded(bonus), count: bonuses.length, total: raised };
    steps.push({ code: "total/bonus", params, result: raised });
  }
  if (cap) {
    const title = vetoes.find(({ veto }) => veto?.cap?.equals(cap))?.adjustment.title ?? "";
    steps.push({ code: "total/veto", params: { title, cap: plainText(cap), total: raised }, result: padded(cap) });
  }
  return steps;
}

function said(code: string, params: Step["params"]): Step {
  return { code, params, result: null };
}
