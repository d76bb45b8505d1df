import { toDecimal } from "../decimal.ts";
import { valueRange } from "../item-plan.ts";
import type { Bound, Item } from "../model.ts";
import { infoPath, type LintRule } from "./rule.ts";

/**
 * A target can be missed: at least 0 of something that is never negative is always met. 100 % of a ratio is not
 * trivial, nor is a maximum that the observation does not set.
 */
export const targetTrivial: LintRule = {
  id: "target/trivial",
  scope: "item",
  check: ({ items, report }) =>
    items
      .filter((item) => holdsAlways(item) || acceptsAll(item))
      .map((item) => report("target/trivial", "warning", infoPath(item, "target"), { title: item.title })),
};

function holdsAlways(item: Item): boolean {
  const bounds = item.target?.bounds ?? [];
  return bounds.length > 0 && item.target?.accepted === undefined && bounds.every((bound) => isGiven(bound, item));
}

/** Whether every value that can be observed satisfies the bound. */
function isGiven({ keyword, value }: Bound, item: Item): boolean {
  const limit = toDecimal(value);
  const { from, to } = valueRange(item);
  if (!limit) return false;
  if (keyword === "minimum") return from?.greaterThanOrEqualTo(limit) ?? false;
  if (keyword === "exclusiveMinimum") return from?.greaterThan(limit) ?? false;
  if (keyword === "maximum") return to?.lessThanOrEqualTo(limit) ?? false;
  return keyword === "exclusiveMaximum" && (to?.lessThan(limit) ?? false);
}

function acceptsAll({ target, observation }: Item): boolean {
  const offered = observation.schema.enum;
  if (!target?.accepted || !Array.isArray(offered) || offered.length < 2) return false;
  return offered.every((value) => target.accepted?.includes(value));
}
