import { Decimal } from "./decimal.ts";
import { parseDate } from "./period.ts";

/** A date, or a point in time: a day as written, and, for date-times, the exact seconds since 1970 in UTC. */
export interface Instant {
  /** The calendar day as written, in the time zone it was written in. */
  readonly day: number;
  /** Absent for plain dates. */
  readonly seconds?: Decimal;
}

const shape =
  /^(?<date>\d{4}-\d\d-\d\d)[Tt ](?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d(?:\.\d+)?)(?:[Zz]|(?<sign>[+-])(?<hours>\d\d):?(?<minutes>\d\d))$/;

/** Reads an ISO date or an RFC 3339 date-time; undefined for anything else. No clock and no time zone is asked. */
export function parseInstant(text: unknown): Instant | undefined {
  if (typeof text !== "string") return undefined;
  const plain = parseDate(text);
  if (plain !== undefined) return { day: plain };
  const groups = shape.exec(text)?.groups;
  const day = groups && parseDate(groups.date ?? "");
  if (!groups || day === undefined) return undefined;
  const offset = (Number(groups.hours ?? 0) * 60 + Number(groups.minutes ?? 0)) * (groups.sign === "-" ? -1 : 1);
  const minutes = day * 1440 + Number(groups.hour) * 60 + Number(groups.minute) - offset;
  return {
    day,
    seconds: Decimal.of(minutes)
      .times(60)
      .plus(groups.second ?? 0),
  };
}
