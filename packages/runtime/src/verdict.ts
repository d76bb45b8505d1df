import type { DecimalBound } from "./arithmetic.ts";
import { Decimal, plainText, toDecimal, zero } from "./decimal.ts";
import type { Step } from "./generated/records.ts";
import type { JsonValue } from "./json.ts";

/** How a value stands to its target. */
export interface Verdict {
  readonly met: boolean;
  /** Distance to the bound missed by most, in units of the value; zero when met. */
  readonly shortfall: Decimal;
  /** The bound that was missed by most, when one was. */
  readonly missed?: DecimalBound;
}

const one = new Decimal(1);
const satisfied: Verdict = { met: true, shortfall: zero };

/** Compares a rounded value with all bounds of a target. Without bounds every value is as wished. */
export function compareWithBounds(value: Decimal, bounds: readonly DecimalBound[]): Verdict {
  let verdict = satisfied;
  for (const bound of bounds) {
    if (holds(value, bound)) continue;
    const shortfall = value.minus(bound.value).abs();
    if (verdict.met || shortfall.greaterThan(verdict.shortfall)) verdict = { met: false, shortfall, missed: bound };
  }
  return verdict;
}

/**
 * Compares an observation with the values a target accepts: numbers by amount, ticks and texts as written.
 * A miss is one whole unit short, as there is no distance between choices.
 */
export function compareWithAccepted(data: JsonValue, value: Decimal | null, accepted: readonly JsonValue[]): Verdict {
  const byAmount = value !== null && typeof data !== "boolean";
  const found = byAmount
    ? accepted.some((wished) => toDecimal(wished)?.equals(value) === true)
    : accepted.includes(data);
  return found ? satisfied : { met: false, shortfall: one };
}

function holds(value: Decimal, { keyword, value: bound }: DecimalBound): boolean {
  if (keyword === "minimum") return value.greaterThanOrEqualTo(bound);
  if (keyword === "exclusiveMinimum") return value.greaterThan(bound);
  if (keyword === "maximum") return value.lessThanOrEqualTo(bound);
  return keyword === "const" ? value.equals(bound) : value.lessThan(bound);
}

/** What a compare step needs to know beyond the verdict. */
export interface Comparison {
  readonly verdict: Verdict;
  /** The value as the line shows it. */
  readonly actual: string;
  readonly unit: string;
  readonly bounds: readonly DecimalBound[];
  /** Dates are compared as days of their period. */
  readonly asDay: boolean;
}

/** The comparison of a number with its bounds as data; code `compare/met`, `compare/missed` or `compare/none`. */
export function comparisonStep({ verdict, actual, unit, bounds, asDay }: Comparison): Step {
  const shown = verdict.missed ?? bounds[0];
  if (!shown) return step("compare/none", { actual, unit });
  const range = verdict.met && bounds.length > 1;
  return step(verdict.met ? "compare/met" : "compare/missed", {
    actual,
    unit,
    keyword: asDay && shown.keyword === "maximum" ? "day" : range ? "range" : shown.keyword,
    bound: plainText(shown.value),
    upper: range ? plainText((bounds[1] ?? shown).value) : "",
    gap: plainText(verdict.shortfall),
  });
}

/** The comparison of a tick, choice or text with what the target accepts. */
export function acceptanceStep(verdict: Verdict, data: JsonValue, accepted: readonly JsonValue[]): Step {
  const tick = typeof data === "boolean";
  return step(verdict.met ? "compare/met" : "compare/missed", {
    actual: String(data),
    unit: "",
    keyword: tick ? "tick" : "accepted",
    bound: accepted.map(String).join(" / "),
    upper: "",
    gap: "0",
  });
}

/** A share of periods: met only when every one of them is. */
export function periodsStep(met: number, count: number, every: string): Step {
  return step(met === count ? "compare/periods-met" : "compare/periods-missed", {
    met: String(met),
    count: String(count),
    missed: String(count - met),
    every,
  });
}

function step(code: string, params: Step["params"]): Step {
  return { code, params, result: null };
}
