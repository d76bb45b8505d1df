import type { MeasureKind } from "../arithmetic.ts";
import { Decimal } from "../decimal.ts";
import type { JsonValue } from "../json.ts";
import { dateOf, daysInMonth, type Period, parseDate, shiftMonth } from "../period.ts";

/** Which day of its period instance a date is, from 1: the 24th of the month is 24; see `dayIndex`. */
export const dayOfPeriod: MeasureKind<null> = {
  id: "dayOfPeriod",
  params: {
    description: "Which day of its period a date is, from 1; the 5th of the month after a month is 31 + 5.",
    type: "object",
    properties: {},
    additionalProperties: false,
  },
  fits: ["date"],
  compile: () => ({ compiled: null }),
  measure(_compiled, data, { period }) {
    const day = dayOf(data, period);
    return day === undefined ? { state: "no-data", reason: "missing" } : { state: "measured", value: Decimal.of(day) };
  },
  explain(_compiled, data, { period }) {
    const day = dayOf(data, period) ?? 0;
    const beyond = period.kind === "month" && (day < 1 || day > 31);
    return { code: "measure/day-of-period", params: { date: String(data), day: String(day), beyond } };
  },
};

function dayOf(data: JsonValue, period: Period): number | undefined {
  const date = typeof data === "string" ? parseDate(data) : undefined;
  return date === undefined ? undefined : dayIndex(period, date);
}

/**
 * The place of a day, counted from the first day of a period, which is 1. Days outside the period count on.
 *
 * In months every month counts 31 days, so that one target holds all year: the 5th of the next month (次月 5 日) is 36
 * after a month of 30 days as well.
 */
export function dayIndex(period: Period, day: number): number {
  if (period.kind !== "month") return day - period.first + 1;
  const [start, date] = [dateOf(period.first), dateOf(day)];
  return ((date.year - start.year) * 12 + date.month - start.month) * 31 + date.day;
}

/** The day that stands at a place of a period, the inverse of `dayIndex`; places a month does not have are its last day. */
export function dayAt(period: Period, index: number): number {
  if (period.kind !== "month") return period.first + index - 1;
  const after = monthsAfter(index);
  const month = shiftMonth(period, after);
  const { year, month: number } = dateOf(month.first);
  return month.first + Math.min(index - after * 31, daysInMonth(year, number)) - 1;
}

/** How many months after its own a place of a month lies; negative before it. */
export function monthsAfter(index: number): number {
  return Math.floor((index - 1) / 31);
}
