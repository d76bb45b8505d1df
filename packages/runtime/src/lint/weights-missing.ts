import { Decimal, hundred } from "../decimal.ts";
import type { Diagnostic, Fix } from "../diagnostic.ts";
import { outsideOf } from "../item-plan.ts";
import type { Item, RoleModel } from "../model.ts";
import { apportioned } from "../weights.ts";
import { infoPath, type LintContext, type LintRule } from "./rule.ts";

/**
 * An item with a way of scoring and no weight counts nothing, which is easily overlooked: a scorecard of such items is
 * empty. Said once for all that share 100 points: those of the role or, where sections have weights, those of each.
 */
export const weightsMissing: LintRule = {
  id: "weights/missing",
  check: (context) => groupsOf(context.role).flatMap((items) => missingOf(items, context)),
};

/** The items that are scored, in groups that add up to 100. */
function groupsOf({ sections }: RoleModel): readonly (readonly Item[])[] {
  const parted = sections.some(({ weight }) => weight !== undefined);
  const groups = sections.filter((section) => !parted || section.weight !== undefined).map(({ items }) => items);
  return (parted ? groups : [groups.flat()]).map((items) => items.filter(isScored));
}

function isScored({ score, weight }: Item): boolean {
  return (score !== undefined || weight !== undefined) && !outsideOf(score?.kind);
}

function missingOf(items: readonly Item[], context: LintContext): readonly Diagnostic[] {
  const missing = items.filter(({ weight }) => weight === undefined);
  const [first] = missing;
  if (!first) return [];
  const params = { count: missing.length, title: first.title, all: missing.length === items.length };
  return [context.report("weights/missing", "info", infoPath(first, "score"), params, sharing(items, context))];
}

/** Those without a weight get an average share, the others keep their proportions. */
function sharing(items: readonly Item[], context: LintContext): readonly Fix[] {
  const share = hundred.div(items.length);
  const weighted = items.filter(({ weight }) => weight !== undefined);
  const sum = weighted.reduce((all, { weight }) => all.plus(weight ?? "0"), Decimal.of(0));
  const rest = share.times(weighted.length);
  const wanted = items.map(({ weight }) => (weight === undefined ? share : rest.times(weight).div(sum)));
  if (weighted.length > 0 && !sum.greaterThan(0)) return [];
  const weights = apportioned(wanted);
  const changes = items.map((item, index) => ({
    path: infoPath(item, "weight"),
    value: (weights[index] ?? share).toNumber(),
  }));
  return context.fix("weights/missing", { count: items.length }, ...changes);
}
