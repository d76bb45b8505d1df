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
  const { code, params } = outcome.step;
  if (code !== "measure/ratio" || !missed || missed.keyword === "const") return undefined;
  const [of, to] = [new Decimal(String(params.ofValue)), new Decimal(String(params.toValue))];
  if (!of.isInteger() || !to.isInteger() || !to.isPositive()) return undefined;
  const scale = params.percent === true ? 100 : 1;
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
      of: params.of ?? "",
      count: wanted.minus(of).abs().toFixed(),
      unit: params.ofUnit ?? "",
      value: valueAt(wanted).toFixed(rounding.digits),
      valueUnit: outcome.unit,
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
