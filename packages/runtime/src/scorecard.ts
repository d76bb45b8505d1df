import { type Decimal, hundred, paddedText, plainText, round, zero } from "./decimal.ts";
import type { Coverage, HolderReference, Observation, Scorecard, Step } from "./generated/records.ts";
import { type RolePlan, rolePlan } from "./item-plan.ts";
import type { RoleModel } from "./model.ts";
import { recordedFacts } from "./observation.ts";
import { periodOf } from "./period.ts";
import { type Schedule, scheduleOf } from "./schedule.ts";
import { brokenLine, type ScoredLine, scoreLine } from "./scorecard-line.ts";

export interface ScorecardOptions {
  /** Published version the role model comes from; null, the default, for a draft. */
  readonly version?: number | null;
  /** Whose scorecard it is: observations that name another holder are left out. */
  readonly holder?: HolderReference;
}

/**
 * The scorecard of a role for one period: every weighted item with its state, points and arithmetic, then coverage,
 * total and grade. Throws a RangeError when `period` names none.
 *
 * Not measured is not zero: lines without data leave the total provisional (`noData: block`), count zero (`zero`) or
 * stay out (`exclude`). Of several observations of one item and period, the last in the list counts.
 */
export function scorecard(
  role: RoleModel,
  period: string,
  observations: readonly Observation[],
  options: ScorecardOptions = {},
): Scorecard {
  const plan = rolePlan(role);
  const schedules = schedulesOf(plan, period);
  const facts = recordedFacts(observations, options.holder?.id);
  const scored = plan.lines.map((line, index) => {
    const schedule = schedules[index];
    return line.measure && schedule ? scoreLine(plan, line, schedule, facts) : brokenLine(line);
  });
  const sums = countedSums(scored);
  const total = totalOf(plan, sums);
  const grade = total && gradeOf(plan, total);
  return {
    template: { id: role.id, version: options.version ?? null, title: role.title },
    ...(options.holder ? { holder: { ...options.holder } } : {}),
    period,
    lines: scored.map(({ line }) => line),
    coverage: coverageOf(plan, scored),
    total: total && paddedText(total, plan.rounding),
    provisional: scored.some(({ blocks }) => blocks),
    grade: grade?.grade ?? null,
    steps: totalSteps(plan, scored, sums, { total, grade }),
  };
}

const schedules = new WeakMap<RolePlan, Map<string, readonly Schedule[]>>();
/** Scorecards are asked for a few periods again and again; more than these are not worth the memory. */
const keptPeriods = 24;

function schedulesOf(plan: RolePlan, name: string): readonly Schedule[] {
  const kept = schedules.get(plan) ?? new Map<string, readonly Schedule[]>();
  schedules.set(plan, kept);
  const known = kept.get(name);
  if (known) return known;
  const period = periodOf(name);
  const made = plan.lines.map(({ item }) => scheduleOf(item, period));
  if (kept.size >= keptPeriods) kept.clear();
  kept.set(name, made);
  return made;
}

/** Σ contribution ÷ weight of the lines with points × 100, rounded; null while there are none. */
function totalOf(plan: RolePlan, { sum, weight }: Sums): Decimal | null {
  return weight.isZero() ? null : round(sum.times(hundred).div(weight), plan.rounding);
}

interface Sums {
  readonly sum: Decimal;
  readonly weight: Decimal;
}

function countedSums(scored: readonly ScoredLine[]): Sums {
  let [sum, weight] = [zero, zero];
  for (const line of scored) {
    if (!line.contribution) continue;
    sum = sum.plus(line.contribution);
    weight = weight.plus(line.weight);
  }
  return { sum, weight };
}

function gradeOf(plan: RolePlan, total: Decimal): RolePlan["grades"][number] | undefined {
  return plan.grades.find(({ from }) => total.greaterThanOrEqualTo(from));
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

interface Reached {
  readonly total: Decimal | null;
  readonly grade: RolePlan["grades"][number] | undefined | null;
}

function totalSteps(
  plan: RolePlan,
  scored: readonly ScoredLine[],
  { sum, weight }: Sums,
  { total, grade }: Reached,
): Step[] {
  const steps: Step[] = [];
  const result = total && paddedText(total, plan.rounding);
  const sums = { sum: paddedText(sum, plan.rounding), weight: plainText(weight), total: result };
  steps.push(
    total ? { code: "total/weighted", params: sums, result } : { code: "total/none", params: {}, result: null },
  );
  const blocking = scored.filter(({ blocks }) => blocks);
  if (blocking.length > 0) {
    const open = blocking.reduce((all, line) => all.plus(line.weight), zero);
    steps.push({
      code: "total/provisional",
      params: { count: blocking.length, weight: plainText(open) },
      result: null,
    });
  }
  if (grade && result) {
    steps.push({
      code: "grade/reached",
      params: { grade: grade.grade, from: plainText(grade.from), total: result },
      result: null,
    });
  }
  return steps;
}
