import type { Judged } from "./arithmetic.ts";
import { Decimal, hundred, round, zero } from "./decimal.ts";
import type { Step } from "./generated/records.ts";
import type { ItemPlan } from "./item-plan.ts";
import type { Aggregate, Cadence, Rounding } from "./model.ts";
import { compareWithBounds } from "./verdict.ts";

/** The cadence as a word that messages can choose by; a hyphen would break their syntax. */
export function periodsWord(every: Cadence | undefined): string {
  if (every === undefined || every === "once" || every === "event") return "instances";
  return every === "half-year" ? "halfYears" : `${every}s`;
}

/** One judged period instance, as far as aggregation needs it. */
export interface Counted extends Judged {
  /** Before rounding, so that a mean is rounded once. Null where the observation is no number. */
  readonly exact: Decimal | null;
}

/** Makes one value of several instances by the item's aggregate. There is at least one instance. */
export function aggregated(plan: ItemPlan, counted: readonly Counted[], rounding: Rounding): Judged {
  return plan.aggregate === "share-met" ? shareMet(plan, counted, rounding) : combined(plan, counted, rounding);
}

/** The share of instances that met their target, in per cent. The line is met only when all are. */
function shareMet(plan: ItemPlan, counted: readonly Counted[], rounding: Rounding): Judged {
  const met = counted.filter((instance) => instance.met).length;
  const value = round(Decimal.of(met).times(hundred).div(counted.length), rounding);
  const missed = counted.length - met;
  // A stated share-met is a percentage like any other; else every instance falls short by its own amount.
  const shortfall = plan.aggregateStated
    ? hundred.minus(value)
    : counted.reduce((sum, instance) => sum.plus(instance.shortfall), zero);
  return { value, met: missed === 0, shortfall, several: true, missed, unit: "%" };
}

function combined(plan: ItemPlan, counted: readonly Counted[], rounding: Rounding): Judged {
  const values = counted.map(({ exact }) => exact).filter((value) => value !== null);
  const unit = plan.item.unit ?? "";
  const missed = counted.filter(({ met }) => !met).length;
  if (values.length === 0) return { value: null, met: missed === 0, shortfall: zero, several: true, missed, unit };
  const value = round(combine(plan, values), rounding);
  const { met, shortfall } = compareWithBounds(value, plan.bounds);
  return { value, met, shortfall, several: true, missed, unit };
}

/** The same as data, for so many instances. */
export function aggregateStep({ aggregate, item }: ItemPlan, count: number, { missed }: Judged): Omit<Step, "result"> {
  const params = { count, periods: periodsWord(item.every) };
  return {
    code: `aggregate/${aggregate}`,
    params: aggregate === "share-met" ? { met: count - missed, ...params } : params,
  };
}

type Combining = Exclude<Aggregate, "share-met">;

function combine(plan: ItemPlan, values: readonly Decimal[]): Decimal {
  const combinations: Record<Combining, () => Decimal> = {
    sum: () => sum(values),
    mean: () => sum(values).div(values.length),
    last: () => values.at(-1) ?? zero,
    worst: () => worst(plan, values),
  };
  return combinations[plan.aggregate as Combining]();
}

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), zero);
}

/** The value furthest from its target; where all are met, the one closest to missing it. */
function worst({ bounds }: ItemPlan, values: readonly Decimal[]): Decimal {
  const upper = bounds.every(({ keyword }) => keyword === "maximum" || keyword === "exclusiveMaximum");
  const less = (a: Decimal, b: Decimal) => (bounds.length > 0 && upper ? a.greaterThan(b) : a.lessThan(b));
  const distance = (value: Decimal) => compareWithBounds(value, bounds).shortfall;
  return values.reduce((found, value) => {
    const order = distance(value).comparedTo(distance(found));
    return order > 0 || (order === 0 && less(value, found)) ? value : found;
  });
}
