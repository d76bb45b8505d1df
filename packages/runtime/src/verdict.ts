import { type DecimalBound, quantity } from "./arithmetic.ts";
import { Decimal, plainText, toDecimal, zero } from "./decimal.ts";
import type { Step } from "./generated/records.ts";
import type { JsonValue } from "./json.ts";
import { monthsAfter } from "./measures/day-of-period.ts";
import { dateText, parseDate } from "./period.ts";

/** How a value stands to its target. */
export interface Verdict {
  readonly met: boolean;
  /** Distance to the bound missed by most, in units of the value; zero when met. */
  readonly shortfall: Decimal;
  /** The bound that was missed by most, when one was. */
  readonly missed?: DecimalBound;
}

const one = Decimal.of(1);
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
  /** The value as the line shows it, without unit. */
  readonly actual: string;
  readonly unit: string;
  readonly bounds: readonly DecimalBound[];
  /** For days of a period: how they are said. */
  readonly asDay: "month" | "period" | undefined;
  /** The observed date (ISO 8601), where one date was observed: longer periods are then said in dates, not day 330. */
  readonly date?: string;
}

/** The comparison of a number with its bounds as data; code `compare/met`, `compare/missed` and kin. */
export function comparisonStep(comparison: Comparison): Step {
  const { verdict, bounds, asDay } = comparison;
  const shown = verdict.missed ?? bounds[0];
  if (!shown) return step("compare/none", { actual: quantity(comparison.actual, comparison.unit) });
  return asDay && shown.keyword === "maximum" ? dayStep(comparison, shown) : figureStep(comparison, shown);
}

function figureStep({ verdict, actual, unit, bounds }: Comparison, shown: DecimalBound): Step {
  const range = verdict.met && bounds.length > 1;
  return step(verdict.met ? "compare/met" : "compare/missed", {
    actual: quantity(actual, unit),
    keyword: range ? "range" : shown.keyword,
    bound: quantity(plainText(shown.value), unit),
    upper: range ? quantity(plainText((bounds[1] ?? shown).value), unit) : "",
    percent: unit === "%",
    gap: unit === "%" ? plainText(verdict.shortfall) : quantity(plainText(verdict.shortfall), unit),
  });
}

/** A day against the last day in time, each with the month it lies in. */
function dayStep({ verdict, actual, asDay, date }: Comparison, shown: DecimalBound): Step {
  const [done, due] = [Number(actual), shown.value.toNumber()];
  const observed = asDay === "period" && date !== undefined ? parseDate(date) : undefined;
  const [day, bound] =
    observed === undefined
      ? [dayParts(done, asDay), dayParts(due, asDay)]
      : [datePart(observed), datePart(observed + due - done)];
  return step(verdict.met ? "compare/day-met" : "compare/day-missed", {
    actual: day.day,
    actualMonth: day.month,
    actualMonths: day.months,
    bound: bound.day,
    boundMonth: bound.month,
    boundMonths: bound.months,
    gap: verdict.shortfall.toNumber(),
  });
}

/** A place of a period in words: 36 in a month is the 5th of the next. */
function dayParts(index: number, asDay: Comparison["asDay"]): { day: string; month: string; months: number } {
  if (asDay !== "month") return { day: String(index), month: "period", months: 0 };
  const months = monthsAfter(index);
  const month = { "-1": "previous", "0": "this", "1": "next" }[String(months)] ?? (months < 0 ? "earlier" : "later");
  return { day: String(index - months * 31), month, months: Math.abs(months) };
}

function datePart(day: number): ReturnType<typeof dayParts> {
  return { day: dateText(day), month: "date", months: 0 };
}

/** The comparison of a tick, choice or text with what the target accepts. */
export function acceptanceStep(verdict: Verdict, data: JsonValue, accepted: readonly JsonValue[]): Step {
  const code = typeof data === "boolean" ? "compare/tick" : "compare/choice";
  return step(`${code}-${verdict.met ? "met" : "missed"}`, {
    actual: String(data),
    accepted: accepted.map(String).join(" / "),
  });
}

/** A share of periods: met only when every one of them is. */
export function periodsStep(met: number, count: number, periods: string): Step {
  const code = met === count ? "compare/periods-met" : "compare/periods-missed";
  return step(code, { met, count, missed: count - met, periods });
}

function step(code: string, params: Step["params"]): Step {
  return { code, params, result: null };
}
