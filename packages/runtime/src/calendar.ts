import { parseDate, weekdayOf } from "./period.ts";

/** Which days are worked. Days are numbers counted from 1970-01-01; see period.ts. */
export interface Calendar {
  isWorkingDay(day: number): boolean;
  /** The day itself when it is worked, else the next that is. */
  next(day: number): number;
  /** The day itself when it is worked, else the last before it that is. */
  previous(day: number): number;
}

export interface WorkingDaysOptions {
  /** ISO dates that are not worked, e.g. the statutory holidays of the year. */
  readonly holidays?: readonly string[];
  /** ISO dates that are worked although they fall on a weekend or holiday (调休上班). They win over holidays. */
  readonly workdays?: readonly string[];
}

/** Looking further than this for a working day means the calendar has none: then the day itself is the answer. */
const furthest = 400;

/** Monday to Friday, without the holidays, with the make-up days. Texts that are no dates are passed over. */
export function workingDays(options: WorkingDaysOptions = {}): Calendar {
  const holidays = daySet(options.holidays);
  const workdays = daySet(options.workdays);
  const isWorkingDay = (day: number) => workdays.has(day) || (weekdayOf(day) <= 5 && !holidays.has(day));

  function seek(day: number, step: 1 | -1): number {
    for (let candidate = day; Math.abs(candidate - day) <= furthest; candidate += step) {
      if (isWorkingDay(candidate)) return candidate;
    }
    return day;
  }

  return { isWorkingDay, next: (day) => seek(day, 1), previous: (day) => seek(day, -1) };
}

function daySet(dates: readonly string[] = []): ReadonlySet<number> {
  return new Set(dates.map(parseDate).filter((day) => day !== undefined));
}
