import { Decimal, hundred, plainText, zero } from "../decimal.ts";
import type { Diagnostic, Fix } from "../diagnostic.ts";
import { outsideOf } from "../item-plan.ts";
import type { DecimalText, Item, Section } from "../model.ts";
import type { TemplatePath } from "../template.ts";
import { apportioned } from "../weights.ts";
import { infoPath, type LintContext, type LintRule } from "./rule.ts";

/**
 * Weights add up to 100 points (权重合计): those of all items; or, where sections have weights, those of the sections,
 * and those of the items within each section.
 */
export const weightsSum: LintRule = {
  id: "weights/",
  check(context) {
    const sections = context.role.sections.filter((section) => weightedItems(section).length > 0);
    const parted = context.role.sections.filter(({ weight }) => weight !== undefined);
    if (parted.length > 0) {
      const within = sections.flatMap((section) =>
        sumOf(weightedItems(section).map(ofItem), section.source.path, section.title, context),
      );
      const [first] = parted;
      const between = first
        ? sumOf(parted.map(ofSection), [...first.source.path, "x-section", "weight"], "", context)
        : [];
      return [...between, ...within, ...unweighted(sections, context)];
    }
    const [first] = sections;
    return first ? sumOf(sections.flatMap(weightedItems).map(ofItem), first.source.path, "", context) : [];
  },
};

/** One weight and where it is written. */
interface Weight {
  readonly weight: DecimalText;
  readonly path: TemplatePath;
}

function weightedItems({ items }: Section): readonly Item[] {
  return items.filter(({ weight, score }) => weight !== undefined && !outsideOf(score?.kind));
}

function ofItem(item: Item): Weight {
  return { weight: item.weight ?? "0", path: infoPath(item, "weight") };
}

function ofSection({ weight, source }: Section): Weight {
  return { weight: weight ?? "0", path: [...source.path, "x-section", "weight"] };
}

/** A section that is scored and has no weight beside sections that have one. */
function unweighted(sections: readonly Section[], { report }: LintContext): readonly Diagnostic[] {
  return sections
    .filter(({ weight }) => weight === undefined)
    .map(({ title, source }) => report("weights/section", "error", source.path, { section: title }));
}

/** The finding that these weights miss 100, at `path`; `part` names what they belong to. */
function sumOf(
  weights: readonly Weight[],
  path: TemplatePath,
  part: string,
  context: LintContext,
): readonly Diagnostic[] {
  const sum = weights.reduce((all, { weight }) => all.plus(weight), zero);
  const gap = hundred.minus(sum);
  if (gap.isZero()) return [];
  const params = {
    sum: plainText(sum),
    gap: plainText(gap.abs()),
    short: !gap.isNegative(),
    items: weights.length,
    parted: part !== "",
    part,
  };
  const fixes = [...evenly(weights, gap, context), ...inProportion(weights, sum, context)];
  return [context.report("weights/sum", "error", path, params, fixes)];
}

/** Every weight moves by the same amount. */
function evenly(weights: readonly Weight[], gap: Decimal, context: LintContext): readonly Fix[] {
  const share = gap.div(weights.length);
  const wanted = weights.map(({ weight }) => Decimal.of(weight).plus(share));
  return fixOf("weights/even", weights, wanted, context);
}

/** Every weight keeps its proportion to the others. */
function inProportion(weights: readonly Weight[], sum: Decimal, context: LintContext): readonly Fix[] {
  if (sum.isZero()) return [];
  const wanted = weights.map(({ weight }) => hundred.times(weight).div(sum));
  return fixOf("weights/proportional", weights, wanted, context);
}

/** No fix where a weight would fall to nothing or below: that is a decision about the item, not about the sum. */
function fixOf(
  code: string,
  weights: readonly Weight[],
  wanted: readonly Decimal[],
  context: LintContext,
): readonly Fix[] {
  if (wanted.some((weight) => !weight.greaterThan(0))) return [];
  const mended = apportioned(wanted);
  const changes = weights.map(({ path }, index) => ({ path, value: (mended[index] ?? zero).toNumber() }));
  return context.fix(code, { weights: mended.map(plainText) }, ...changes);
}
