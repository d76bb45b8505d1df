import type { MeasureKind } from "../arithmetic.ts";
import { Decimal } from "../decimal.ts";
import { parseDate } from "../period.ts";

/**
 * Which day of its period instance a date is, from 1: the 24th of the month is 24.
 *
 * Days outside the period count on, so that lateness keeps its size: the 5th of the month after October is 36, the day
 * before its first is 0.
 */
export const dayOfPeriod: MeasureKind<null> = {
  id: "dayOfPeriod",
  params: {
    description: "Which day of its period a date is, from 1; days after its end count on.",
    type: "object",
    properties: {},
    additionalProperties: false,
  },
  fits: ["date"],
  compile: () => ({ compiled: null }),
  measure(_compiled, data, { period }) {
    const date = typeof data === "string" ? parseDate(data) : undefined;
    if (typeof data !== "string" || date === undefined) return { state: "no-data", reason: "missing" };
    const day = date - period.first + 1;
    const params = { date: data, day: String(day) };
    return { state: "measured", value: new Decimal(day), step: { code: "measure/day-of-period", params } };
  },
};
