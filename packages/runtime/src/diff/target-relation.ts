import { type Decimal, plainText, toDecimal } from "../decimal.ts";
import type { JsonValue } from "../json.ts";
import type { Target } from "../model.ts";

/** How a target stands to the one before it, by the values that satisfy each. */
export type TargetRelation = "same" | "tightened" | "loosened" | "changed";

/**
 * `tightened`: refuses values that were accepted before and accepts no new ones; `loosened`: the reverse; `changed`:
 * both. Values are decimals of any precision, so `> 0` to `≥ 1` is tighter also where only whole numbers occur.
 */
export function targetRelation(before: Target, after: Target): TargetRelation {
  const [old, now] = [acceptanceOf(before), acceptanceOf(after)];
  const [refuses, accepts] = [!within(old, now), !within(now, old)];
  if (refuses && accepts) return "changed";
  return refuses ? "tightened" : accepts ? "loosened" : "same";
}

/** The values that satisfy a target: a list of them, or all decimals between two edges. */
type Acceptance = { readonly values: readonly JsonValue[]; readonly span?: undefined } | { readonly span: Span };

interface Span {
  readonly low?: Edge;
  readonly high?: Edge;
}

interface Edge {
  readonly value: Decimal;
  readonly included: boolean;
}

/** As the scorecard judges: bounds and accepted values must both be kept, where both are stated. */
function acceptanceOf({ bounds, accepted }: Target): Acceptance {
  let span: Span = {};
  for (const { keyword, value: text } of bounds) {
    const value = toDecimal(text);
    if (!value) continue;
    const edge = { value, included: !keyword.startsWith("exclusive") };
    if (keyword !== "maximum" && keyword !== "exclusiveMaximum") span = { ...span, low: tighter(span.low, edge, 1) };
    if (keyword !== "minimum" && keyword !== "exclusiveMinimum") span = { ...span, high: tighter(span.high, edge, -1) };
  }
  return accepted ? { values: accepted.filter((value) => isPossible(value, span)) } : { span };
}

/** The edge that refuses more; `direction` is 1 for lower edges, -1 for upper ones. */
function tighter(a: Edge | undefined, b: Edge, direction: 1 | -1): Edge {
  if (!a) return b;
  const order = b.value.comparedTo(a.value) * direction;
  if (order !== 0) return order > 0 ? b : a;
  return a.included ? b : a;
}

/** Texts have no place on a scale, so bounds do not refuse them. */
function isPossible(value: JsonValue, span: Span): boolean {
  const amount = amountOf(value);
  return amount === undefined || isInside(amount, span);
}

/** A tick counts as one or zero, as it is measured. */
function amountOf(value: JsonValue): Decimal | undefined {
  return typeof value === "boolean"
    ? toDecimal(Number(value))
    : typeof value === "number"
      ? toDecimal(value)
      : undefined;
}

function isInside(value: Decimal, { low, high }: Span): boolean {
  const above = !low || (low.included ? value.greaterThanOrEqualTo(low.value) : value.greaterThan(low.value));
  const below = !high || (high.included ? value.lessThanOrEqualTo(high.value) : value.lessThan(high.value));
  return above && below;
}

/** Whether every value of `part` is one of `whole`. */
function within(part: Acceptance, whole: Acceptance): boolean {
  if (!part.span) return part.values.every((value) => contains(whole, value));
  if (isEmpty(part.span)) return true;
  if (whole.span) return isSpanInside(part.span, whole.span);
  const only = onlyValue(part.span);
  return only !== undefined && whole.values.some((value) => amountOf(value)?.equals(only) === true);
}

function contains(whole: Acceptance, value: JsonValue): boolean {
  const amount = amountOf(value);
  if (whole.span) return amount !== undefined && isInside(amount, whole.span);
  return whole.values.some((accepted) => nameOf(accepted) === nameOf(value));
}

/** Equal for values that are accepted as the same: 90 and 90.0, never 90 and "90". */
function nameOf(value: JsonValue): string {
  return typeof value === "number" ? plainText(toDecimal(value) as Decimal) : JSON.stringify(value);
}

function isEmpty({ low, high }: Span): boolean {
  if (!low || !high) return false;
  const order = low.value.comparedTo(high.value);
  return order > 0 || (order === 0 && !(low.included && high.included));
}

function onlyValue({ low, high }: Span): Decimal | undefined {
  return low && high && low.value.equals(high.value) ? low.value : undefined;
}

function isSpanInside(part: Span, whole: Span): boolean {
  return isEdgeInside(part.low, whole.low, 1) && isEdgeInside(part.high, whole.high, -1);
}

function isEdgeInside(part: Edge | undefined, whole: Edge | undefined, direction: 1 | -1): boolean {
  if (!whole) return true;
  if (!part) return false;
  const order = part.value.comparedTo(whole.value) * direction;
  return order > 0 || (order === 0 && (whole.included || !part.included));
}
