import type { Counted } from "./aggregate.ts";
import type { DecimalBound, MeasureContext, Measured, Quotient } from "./arithmetic.ts";
import type { Calendar } from "./calendar.ts";
import { Decimal, round, zero } from "./decimal.ts";
import { dueDays } from "./due.ts";
import { exemptionOf } from "./exemption.ts";
import type { LineState, ScorecardLine } from "./generated/records.ts";
import type { ItemPlan } from "./item-plan.ts";
import type { JsonValue } from "./json.ts";
import { dayAt, dayIndex } from "./measures/day-of-period.ts";
import type { RoleModel } from "./model.ts";
import { type Gathering, observedData, type Recorded } from "./observation.ts";
import type { Period } from "./period.ts";
import type { ScheduledInstance } from "./schedule.ts";
import { compareWithAccepted, compareWithBounds, type Verdict } from "./verdict.ts";

/** One period instance of a line after measuring and comparing. */
export interface JudgedInstance {
  readonly period: Period;
  readonly state: LineState;
  readonly reason?: NonNullable<ScorecardLine["reason"]>;
  /** For the reason `exempt`: why, as it was said. */
  readonly because?: string;
  /** Present when the instance was measured. */
  readonly outcome?: Outcome;
}

export interface Outcome extends Counted {
  readonly verdict: Verdict;
  readonly data: JsonValue;
  readonly bounds: readonly DecimalBound[];
  /** What the measure knew, to explain itself; absent for what was never measured. */
  readonly context?: MeasureContext;
  /** True where the measure gave the verdict itself and there is no value to score. */
  readonly settled: boolean;
  readonly quotient?: Quotient;
  /** How the data came about, where it was not recorded for this very instance. */
  readonly origin?: Gathering;
}

/** Measures and judges one instance on what was recorded for it. */
export function judgeInstance(
  role: RoleModel,
  plan: ItemPlan,
  instance: ScheduledInstance,
  recorded: Recorded,
): JudgedInstance {
  const { period } = instance;
  const because = exemptionOf(plan.item.key, [period.name, ...instance.covering], recorded.facts);
  if (because !== undefined) return { period, state: "not-applicable", reason: "exempt", because };
  const { data, valid, origin } = observedData(role, plan.item, instance, recorded);
  if (!valid) return { period, state: "no-data", reason: "invalid" };
  if (data === null) return { period, state: "no-data", reason: "missing" };
  const { kind, compiled } = plan.measure;
  const context = { item: plan.item, period, rounding: role.rounding, calendar: recorded.calendar };
  const measured = kind.measure(compiled, data, context);
  if (measured.state !== "measured") return { period, state: measured.state, reason: measured.reason };
  const outcome = judged(plan, context, data, measured);
  if (origin) return { period, state: stateOf(outcome), outcome: { ...outcome, origin } };
  return { period, state: stateOf(outcome), outcome };
}

function stateOf({ met }: Outcome): LineState {
  return met ? "met" : "missed";
}

function judged(
  plan: ItemPlan,
  context: MeasureContext,
  data: JsonValue,
  measured: Extract<Measured, { state: "measured" }>,
): Outcome {
  const { period, rounding } = context;
  const value = measured.value && round(measured.value, rounding);
  const bounds = boundsFor(plan, period, context.calendar);
  const verdict = inRealDays(plan, period, value, verdictOf(plan, data, value, bounds, measured.met));
  const outcome = {
    value,
    exact: measured.value,
    met: verdict.met,
    shortfall: verdict.shortfall,
    several: false,
    missed: verdict.met ? 0 : 1,
    unit: plan.item.unit ?? "",
    verdict,
    data,
    bounds,
    context,
    settled: measured.met !== undefined,
  };
  // Members only some outcomes have are added apart: ten thousand scorecards make a quarter of a million of these.
  if (measured.quotient) return { ...outcome, quotient: measured.quotient };
  return typeof data === "string" && value === null ? { ...outcome, text: data } : outcome;
}

function verdictOf(
  plan: ItemPlan,
  data: JsonValue,
  value: Decimal | null,
  bounds: readonly DecimalBound[],
  settled: boolean | undefined,
): Verdict {
  if (settled !== undefined) return { met: settled, shortfall: zero };
  const chosen = plan.accepted && compareWithAccepted(data, value, plan.accepted);
  if (chosen && !chosen.met) return chosen;
  return value ? compareWithBounds(value, bounds) : { met: true, shortfall: zero };
}

/** How late a date is counts in days of the calendar: places beyond a month of 30 days skip its 31st. */
function inRealDays(plan: ItemPlan, period: Period, value: Decimal | null, verdict: Verdict): Verdict {
  if (plan.measure.kind.id !== "dayOfPeriod" || !verdict.missed || !value) return verdict;
  const days = dayAt(period, value.toNumber()) - dayAt(period, verdict.missed.value.toNumber());
  return { ...verdict, shortfall: Decimal.of(Math.abs(days)) };
}

/** The bounds that hold in this instance; those of a due rule move with the calendar, and past days off where it says so. */
function boundsFor(plan: ItemPlan, period: Period, calendar: Calendar): readonly DecimalBound[] {
  if (!plan.heldToDueDay) return plan.bounds;
  const { due } = dueDays(period, plan.item.due, calendar);
  return [{ keyword: "maximum", value: Decimal.of(dayIndex(period, due)) }];
}
