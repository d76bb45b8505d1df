import type { Judged, Problem, ScoringContext, ScoringMethod } from "../arithmetic.ts";
import { Decimal, plainText, toDecimal, zero } from "../decimal.ts";
import type { JsonObject } from "../json.ts";
import type { Bound } from "../model.ts";

/* Builders for tests of scoring methods. */

/** A judged value; everything not given is met, single and without unit. */
export function judged(value: number | string | null, more: Partial<Judged> = {}): Judged {
  const decimal = value === null ? null : Decimal.of(value);
  return { value: decimal, met: true, shortfall: zero, several: false, missed: 0, unit: "", ...more };
}

/** What a method may know of its item: bounds as `{ minimum: 5 }`, and the range of possible values. */
export function context(
  bounds: Readonly<Partial<Record<Bound["keyword"], number>>> = {},
  range: { readonly from?: number; readonly to?: number } = {},
): ScoringContext {
  const [from, to] = [toDecimal(range.from), toDecimal(range.to)];
  return {
    bounds: Object.entries(bounds).map(([keyword, value]) => ({
      keyword: keyword as Bound["keyword"],
      value: Decimal.of(value),
    })),
    range: { ...(from ? { from } : {}), ...(to ? { to } : {}) },
  };
}

/** A method ready to score; throws when its parameters are refused. */
export function scorer(method: ScoringMethod, params: JsonObject, known: ScoringContext = context()) {
  const result = method.compile(params, known);
  if ("problems" in result) throw new Error(result.problems.map(({ code }) => code).join());
  const { compiled } = result;
  const points = (value: Judged) => method.score(compiled, value);
  return {
    points,
    /** Points of a value as plain text. */
    at: (value: number | string | null, more: Partial<Judged> = {}) => plainText(points(judged(value, more))),
    explain: (value: Judged) => method.explain(compiled, value),
    curve: () => method.curve?.(compiled),
    best: () => plainText(method.best(compiled)),
  };
}

/** The problems of refused parameters; none when they compile. */
export function problemsOf(
  method: ScoringMethod,
  params: JsonObject,
  known: ScoringContext = context(),
): readonly Problem[] {
  const result = method.compile(params, known);
  return "problems" in result ? result.problems : [];
}

export function codesOf(method: ScoringMethod, params: JsonObject, known?: ScoringContext): string[] {
  return problemsOf(method, params, known).map(({ code }) => code);
}
