import { toDecimal, zero } from "./decimal.ts";
import { itemPlan } from "./item-plan.ts";
import type { Item } from "./model.ts";
import { compareWithBounds } from "./verdict.ts";

/**
 * The points an item gives for derived values, as its scoring method has them: for a chart of points against value, also
 * where they follow from a formula. Undefined where the item cannot be judged as it is written, or its points do not
 * follow from a number.
 */
export function pointsAt(item: Item, values: readonly number[]): readonly number[] | undefined {
  const plan = itemPlan(item);
  if (!plan?.scoring.method.needsValue) return undefined;
  const { method, compiled } = plan.scoring;
  return values.map((number) => {
    const value = toDecimal(number) ?? zero;
    const { met, shortfall } = compareWithBounds(value, plan.bounds);
    const judged = { value, met, shortfall, several: false, missed: met ? 0 : 1, unit: item.unit ?? "" };
    return Number(method.score(compiled, judged).toFixed());
  });
}
