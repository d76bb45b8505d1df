import type { DecimalBound } from "../arithmetic.ts";
import { type Decimal, toDecimal } from "../decimal.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { valueRange } from "../item-plan.ts";
import type { JsonValue } from "../json.ts";
import type { Item } from "../model.ts";
import { infoPath, type LintContext, type LintRule } from "./rule.ts";

/** A target can be met by some value that can be observed at all. */
export const targetImpossible: LintRule = {
  id: "target/",
  scope: "item",
  check: (context) =>
    context.items.flatMap((item) => [...impossibleBounds(item, context), ...notOffered(item, context)]),
};

function impossibleBounds(item: Item, context: LintContext): Diagnostic[] {
  const bounds = (item.target?.bounds ?? []).flatMap(({ keyword, value }): DecimalBound[] => {
    const decimal = toDecimal(value);
    return decimal ? [{ keyword, value: decimal }] : [];
  });
  if (bounds.length === 0) return [];
  const path = infoPath(item, "target");
  if (item.observation.kind === "choice" || item.observation.kind === "text") {
    return [context.report("target/no-figure", "error", path, { title: item.title, kind: item.observation.kind })];
  }
  if (isEmpty(bounds)) return [context.report("target/impossible", "error", path, { title: item.title })];
  const range = rangeBounds(item);
  if (!isEmpty([...bounds, ...range])) return [];
  const limits = range.map(({ keyword, value }) => `${keyword === "minimum" ? "≥" : "≤"} ${value.toFixed()}`);
  return [context.report("target/out-of-range", "error", path, { title: item.title, range: limits })];
}

function rangeBounds(item: Item): DecimalBound[] {
  const { from, to } = valueRange(item);
  return [
    ...(from ? [{ keyword: "minimum", value: from } as const] : []),
    ...(to ? [{ keyword: "maximum", value: to } as const] : []),
  ];
}

/** Whether no number satisfies all of the bounds. */
function isEmpty(bounds: readonly DecimalBound[]): boolean {
  const lower = bounds.filter(({ keyword }) => keyword !== "maximum" && keyword !== "exclusiveMaximum");
  const upper = bounds.filter(({ keyword }) => keyword !== "minimum" && keyword !== "exclusiveMinimum");
  return lower.some((low) => upper.some((high) => low !== high && apart(low, high)));
}

function apart(low: DecimalBound, high: DecimalBound): boolean {
  const order: number = compare(low.value, high.value);
  return order > 0 || (order === 0 && (low.keyword === "exclusiveMinimum" || high.keyword === "exclusiveMaximum"));
}

function compare(a: Decimal, b: Decimal): number {
  return a.comparedTo(b);
}

/** An accepted value that the choice does not offer can never be chosen. */
function notOffered(item: Item, context: LintContext): Diagnostic[] {
  const offered = item.observation.schema.enum;
  if (!item.target?.accepted || !Array.isArray(offered)) return [];
  const unknown = item.target.accepted.filter((value) => !offered.some((other: JsonValue) => other === value));
  if (unknown.length === 0) return [];
  const params = { title: item.title, values: unknown.map(String), offered: offered.map(String) };
  return [context.report("target/not-offered", "error", infoPath(item, "target"), params)];
}
