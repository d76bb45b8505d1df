import { quantity } from "./arithmetic.ts";
import { type Decimal, round } from "./decimal.ts";
import type { Step } from "./generated/records.ts";
import type { Outcome } from "./instance.ts";
import type { Rounding } from "./model.ts";

/**
 * The nearest whole numerator that would meet a missed ratio, as a step `hint/ratio-more` or `hint/ratio-less`:
 * 11 of 236 at a target of 5 % misses by one. Undefined for other measures and where no whole number helps.
 */
export function ratioHint(rounding: Rounding, outcome: Outcome): Step | undefined {
  const { missed } = outcome.verdict;
  const { quotient } = outcome;
  if (!quotient || !missed || missed.keyword === "const") return undefined;
  const { of, to, scale, title, unit } = quotient;
  if (!of.isInteger() || !to.isInteger() || !to.isPositive()) return undefined;
  const more = missed.keyword === "minimum" || missed.keyword === "exclusiveMinimum";
  const valueAt = (count: Decimal) => round(count.times(scale).div(to), rounding);
  const meets = (count: Decimal) => {
    const order = valueAt(count).comparedTo(missed.value);
    if (order === 0) return missed.keyword === "minimum" || missed.keyword === "maximum";
    return more ? order > 0 : order < 0;
  };
  const wanted = nearest(missed.value.times(to).div(scale), more, meets);
  if (!wanted || wanted.isNegative()) return undefined;
  return {
    code: more ? "hint/ratio-more" : "hint/ratio-less",
    params: {
      of: title,
      count: quantity(wanted.minus(of).abs().toFixed(), unit),
      value: quantity(valueAt(wanted).toFixed(rounding.digits), outcome.unit),
    },
    result: null,
  };
}

/** Starts one step before the exact answer, because rounding may already help there. */
function nearest(exact: Decimal, more: boolean, meets: (count: Decimal) => boolean): Decimal | undefined {
  const start = more ? exact.floor() : exact.ceil();
  const steps = [-1, 0, 1, 2].map((offset) => start.plus(more ? offset : -offset));
  return steps.find(meets);
}
