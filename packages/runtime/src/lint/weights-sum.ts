import { Decimal, hundred, plainText, zero } from "../decimal.ts";
import type { Fix } from "../diagnostic.ts";
import type { Item } from "../model.ts";
import { infoPath, type LintContext, type LintRule } from "./rule.ts";

/** The weights of all items add up to 100 points, when any item has a weight (权重合计). */
export const weightsSum: LintRule = {
  id: "weights/sum",
  check(context) {
    const weighted = context.items.filter(({ weight }) => weight !== undefined);
    const [first] = weighted;
    if (!first) return [];
    const sum = total(weighted);
    const gap = hundred.minus(sum);
    if (gap.isZero()) return [];
    const params = { sum: plainText(sum), gap: plainText(gap.abs()), short: gap.isPositive(), items: weighted.length };
    const fixes = [...evenly(weighted, gap, context), ...inProportion(weighted, sum, context)];
    return [context.report("weights/sum", "error", first.source.path.slice(0, 2), params, fixes)];
  },
};

function total(items: readonly Item[]): Decimal {
  return items.reduce((sum, { weight }) => sum.plus(weight ?? 0), zero);
}

/** Every weight moves by the same amount. */
function evenly(items: readonly Item[], gap: Decimal, context: LintContext): readonly Fix[] {
  const share = gap.div(items.length);
  return fixOf(
    "weights/even",
    items,
    items.map(({ weight }) => new Decimal(weight ?? 0).plus(share)),
    context,
  );
}

/** Every weight keeps its proportion to the others. */
function inProportion(items: readonly Item[], sum: Decimal, context: LintContext): readonly Fix[] {
  if (sum.isZero()) return [];
  const wanted = items.map(({ weight }) => hundred.times(weight ?? 0).div(sum));
  return fixOf("weights/proportional", items, wanted, context);
}

/** No fix where a weight would fall to nothing or below: that is a decision about the item, not about the sum. */
function fixOf(code: string, items: readonly Item[], wanted: readonly Decimal[], context: LintContext): readonly Fix[] {
  if (wanted.some((weight) => !weight.isPositive() || weight.isZero())) return [];
  const weights = roundedTo100(wanted);
  const changes = items.map((item, index) => ({
    path: infoPath(item, "weight"),
    value: (weights[index] ?? zero).toNumber(),
  }));
  return context.fix(code, { weights: weights.map(plainText) }, ...changes);
}

/**
 * Rounds weights that add up to 100 so that they still do: as few digits as are exact, at most two, and what is then
 * missing goes to the largest fractions, of equal ones to the last: 33.33, 33.33, 33.34.
 */
export function roundedTo100(weights: readonly Decimal[]): Decimal[] {
  const digits = [0, 1].find((count) => weights.every((weight) => weight.decimalPlaces() <= count)) ?? 2;
  const unit = new Decimal(10).pow(-digits);
  const floors = weights.map((weight) => weight.toDecimalPlaces(digits, Decimal.ROUND_FLOOR));
  const missing = hundred
    .minus(floors.reduce((sum, weight) => sum.plus(weight), zero))
    .div(unit)
    .toNumber();
  const order = weights
    .map((weight, index) => ({ index, rest: weight.minus(floors[index] ?? 0) }))
    .sort((a, b) => b.rest.comparedTo(a.rest) || b.index - a.index);
  const raised = new Set(order.slice(0, missing).map(({ index }) => index));
  return floors.map((weight, index) => (raised.has(index) ? weight.plus(unit) : weight));
}
