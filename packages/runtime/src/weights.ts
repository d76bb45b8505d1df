import { Decimal, hundred, toDecimal, zero } from "./decimal.ts";
import type { RoleModel } from "./model.ts";

/** The weight of an item in the total, and what it is made of. */
export interface WeightShare {
  readonly weight: Decimal;
  /** Its weight as written: a share of its section where sections have weights. */
  readonly own: Decimal;
  /** The weight of its section, where sections have weights. */
  readonly section?: Decimal;
}

/**
 * The weight of every weighted item in the total of 100, by key.
 *
 * Without section weights (部分权重) it is the weight written. With them, an item's weight is its share of its section:
 * section × item ÷ 100. Products that need more than two digits are cut to two, and what is then missing from a
 * section goes to its largest fractions, so that the weights of a section add up to its own exactly. A section without
 * a weight beside weighted ones counts nothing, which `diagnose` reports.
 */
export function effectiveWeights(role: RoleModel): ReadonlyMap<string, WeightShare> {
  const shares = new Map<string, WeightShare>();
  const parted = role.sections.some((section) => section.weight !== undefined);
  for (const section of role.sections) {
    const items = section.items.filter(({ weight }) => weight !== undefined);
    const own = items.map(({ weight }) => toDecimal(weight) ?? zero);
    const part = toDecimal(section.weight) ?? zero;
    const weights = parted ? apportioned(own.map((weight) => weight.times(part).div(hundred))) : own;
    for (const [index, item] of items.entries()) {
      const share = { weight: weights[index] ?? zero, own: own[index] ?? zero };
      shares.set(item.key, parted ? { ...share, section: part } : share);
    }
  }
  return shares;
}

/**
 * Amounts cut to as few digits as are exact, at most two, with the same sum: what is missing goes to the largest
 * fractions, of equal ones to the last. 33.33, 33.33, 33.34. A sum of more digits keeps its amounts.
 */
export function apportioned(amounts: readonly Decimal[]): Decimal[] {
  const sum = amounts.reduce((total, amount) => total.plus(amount), zero);
  const digits = [0, 1].find((count) => amounts.every((amount) => amount.decimalPlaces() <= count)) ?? 2;
  // A third of 100 is not exact even in forty digits; the sum of such is, to far more digits than are asked for.
  const whole = sum.toDecimalPlaces(20);
  if (whole.decimalPlaces() > digits) return [...amounts];
  const unit = Decimal.tenTo(-digits);
  const floors = amounts.map((amount) => amount.toDecimalPlaces(digits, "floor"));
  const missing = whole
    .minus(floors.reduce((total, amount) => total.plus(amount), zero))
    .div(unit)
    .toNumber();
  const order = amounts
    .map((amount, index) => ({ index, rest: amount.minus(floors[index] ?? 0) }))
    .sort((a, b) => b.rest.comparedTo(a.rest) || b.index - a.index);
  const raised = new Set(order.slice(0, missing).map(({ index }) => index));
  return floors.map((amount, index) => (raised.has(index) ? amount.plus(unit) : amount));
}
