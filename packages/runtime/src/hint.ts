import { quantity } from "./arithmetic.ts";
import { Decimal, round } from "./decimal.ts";
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
  if (!of.isInteger() || !to.isInteger() || !to.greaterThan(0) || to.times(scale).greaterThan(2 ** 40))
    return undefined;
  const more = missed.keyword === "minimum" || missed.keyword === "exclusiveMinimum";
  const valueAt = (count: number) => round(Decimal.of(count).times(scale).div(to), rounding);
  const meets = (count: number) => {
    const order = valueAt(count).comparedTo(missed.value);
    if (order === 0) return missed.keyword === "minimum" || missed.keyword === "maximum";
    return more ? order > 0 : order < 0;
  };
  // One unit of the last digit to either side of the bound, no rounding can hide on which side a value lies.
  const digit = Decimal.tenTo(-rounding.digits);
  const below = missed.value.minus(digit).times(to).div(scale).floor().toNumber();
  const above = missed.value.plus(digit).times(to).div(scale).ceil().toNumber();
  const wanted = more ? boundary(below, above, meets) : boundary(above, below, meets);
  if (wanted < 0) return undefined;
  return {
    code: more ? "hint/ratio-more" : "hint/ratio-less",
    params: {
      of: title,
      count: quantity(of.minus(wanted).abs().toFixed(), unit),
      value: quantity(valueAt(wanted).toFixed(rounding.digits), outcome.unit),
    },
    result: null,
  };
}

/** The number nearest to `failing` that meets, halving the way between one that fails and one that meets. */
function boundary(failing: number, meeting: number, meets: (count: number) => boolean): number {
  let [out, within] = [failing, meeting];
  while (Math.abs(within - out) > 1) {
    const middle = Math.floor((out + within) / 2);
    if (meets(middle)) within = middle;
    else out = middle;
  }
  return within;
}
