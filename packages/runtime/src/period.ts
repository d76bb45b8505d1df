import type { Cadence } from "./model.ts";

/*
 * Period instances and the calendar arithmetic under them. Days are whole numbers counted from 1970-01-01, so no
 * time zone and no clock can shift them; the two conversions follow the proleptic Gregorian calendar.
 */

export type PeriodKind = "year" | "half-year" | "quarter" | "month" | "week" | "day";

/** One period instance: `2026`, `2026-H2`, `2026-Q4`, `2026-11`, `2026-W47` (ISO 8601 week) or `2026-11-23`. */
export interface Period {
  readonly kind: PeriodKind;
  readonly name: string;
  /** Day numbers, both inclusive. */
  readonly first: number;
  readonly last: number;
}

export interface CalendarDate {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
}

const monthsIn = { year: 12, "half-year": 6, quarter: 3, month: 1 } as const;
type MonthsKind = keyof typeof monthsIn;

const shape =
  /^(?<year>\d{4})(?:-(?:H(?<half>[12])|Q(?<quarter>[1-4])|W(?<week>\d\d)|(?<month>\d\d)(?:-(?<day>\d\d))?))?$/;

/** The period of that name; undefined when the text is none, or names a day or week the calendar does not have. */
export function parsePeriod(name: string): Period | undefined {
  const groups = shape.exec(name)?.groups;
  if (!groups) return undefined;
  const year = Number(groups.year);
  if (groups.half) return monthSpan("half-year", year, (Number(groups.half) - 1) * 6 + 1);
  if (groups.quarter) return monthSpan("quarter", year, (Number(groups.quarter) - 1) * 3 + 1);
  if (groups.week) return weekOfYear(year, Number(groups.week));
  if (!groups.month) return monthSpan("year", year, 1);
  const month = Number(groups.month);
  if (month < 1 || month > 12) return undefined;
  if (!groups.day) return monthSpan("month", year, month);
  const day = Number(groups.day);
  return day < 1 || day > daysInMonth(year, month) ? undefined : dayPeriod(dayNumber(year, month, day));
}

/** Whether the text names a period instance that exists. */
export function isPeriod(text: string): boolean {
  return parsePeriod(text) !== undefined;
}

/** The period of that name; throws a RangeError where `isPeriod` would say no. */
export function periodOf(name: string): Period {
  const period = parsePeriod(name);
  if (!period) throw new RangeError(`Not a period: ${JSON.stringify(name.slice(0, 40))}`);
  return period;
}

/** The first day of a period as an ISO date. Throws a RangeError for a text that names no period. */
export function firstDay(period: string): string {
  return dateText(periodOf(period).first);
}

/** The last day of a period as an ISO date. Throws a RangeError for a text that names no period. */
export function lastDay(period: string): string {
  return dateText(periodOf(period).last);
}

/**
 * The month a period belongs to: its own for days, that of its Thursday for weeks (ISO 8601), its last for longer ones.
 */
export function monthOf(period: string): string {
  return monthPeriodOf(periodOf(period)).name;
}

/**
 * The names of the instances of a cadence inside a period, in order: `periodInstances("week", "2026-11")` is W45–W48.
 *
 * A week belongs to the period that holds its Thursday (ISO 8601), days to the week that holds them. Empty when the
 * cadence is longer than the period, and for `once` and `event`, which have no instances.
 */
export function periodInstances(every: Cadence, period: string): string[] {
  return instancesWithin(every, periodOf(period)).map(({ name }) => name);
}

/** As `periodInstances`, on parsed periods. */
export function instancesWithin(every: Cadence, period: Period): readonly Period[] {
  if (every === "once" || every === "event") return [];
  if (every === period.kind) return [period];
  if (every === "day") return daysFrom(period.first, period.last);
  if (every === "week") return weeksWithin(period);
  return monthSpansWithin(every, period);
}

/** The instance of a cadence that a period lies in (a week lies where its Thursday does); itself for its own kind. */
export function instanceAround(kind: PeriodKind, period: Period): Period {
  if (kind === period.kind) return period;
  const day = anchor(period);
  if (kind === "day") return dayPeriod(day);
  if (kind === "week") return weekOfDay(day);
  const { year, month } = dateOf(day);
  return monthSpan(kind, year, month);
}

/** The month so many months after the one a period starts in: of a month, 1 is the next (次月). */
export function shiftMonth(start: Period, by: number): Period {
  const { year, month } = dateOf(start.first);
  const index = year * 12 + month - 1 + by;
  return monthSpan("month", Math.floor(index / 12), (index % 12) + 1);
}

/** The month that a period belongs to; see `monthOf`. */
export function monthPeriodOf(period: Period): Period {
  const { year, month } = dateOf(period.kind === "week" ? anchor(period) : period.last);
  return monthSpan("month", year, month);
}

/** The ISO 8601 week of a day. */
export function weekOfDay(day: number): Period {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = dateOf(thursday);
  const week = Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1;
  return { kind: "week", name: `${pad(year, 4)}-W${pad(week, 2)}`, first: thursday - 3, last: thursday + 3 };
}

/** Monday is 1, Sunday is 7 (ISO 8601). */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The day number of a calendar date. Days from civil, after Howard Hinnant's public algorithm. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The calendar date of a day number; the inverse of `dayNumber`. */
export function dateOf(day: number): CalendarDate {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** The ISO date of a day number: `2026-11-23`. */
export function dateText(day: number): string {
  const { year, month, day: dayOfMonth } = dateOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** The day number of an ISO date; undefined when the text is none or names a day the calendar does not have. */
export function parseDate(text: string): number | undefined {
  const period = text.length === 10 ? parsePeriod(text) : undefined;
  return period?.kind === "day" ? period.first : undefined;
}

export function daysInMonth(year: number, month: number): number {
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return dayNumber(nextYear, nextMonth, 1) - dayNumber(year, month, 1);
}

/** The day that decides where a period belongs: a week's Thursday, else its first day. */
function anchor(period: Period): number {
  return period.kind === "week" ? period.first + 3 : period.first;
}

function monthSpan(kind: MonthsKind, year: number, month: number): Period {
  const length = monthsIn[kind];
  const start = month - ((month - 1) % length);
  const end = start + length - 1;
  const first = dayNumber(year, start, 1);
  const last = dayNumber(year, end, daysInMonth(year, end));
  return { kind, name: monthSpanName(kind, year, start), first, last };
}

function monthSpanName(kind: MonthsKind, year: number, start: number): string {
  const prefix = pad(year, 4);
  if (kind === "year") return prefix;
  if (kind === "month") return `${prefix}-${pad(start, 2)}`;
  return kind === "quarter" ? `${prefix}-Q${(start + 2) / 3}` : `${prefix}-H${(start + 5) / 6}`;
}

function monthSpansWithin(kind: MonthsKind, period: Period): Period[] {
  const found: Period[] = [];
  const { year, month } = dateOf(period.first);
  for (let index = year * 12 + month - 1; ; index += monthsIn[kind]) {
    const span = monthSpan(kind, Math.floor(index / 12), (index % 12) + 1);
    if (span.last > period.last) return found;
    if (span.first >= period.first) found.push(span);
  }
}

function weeksWithin(period: Period): Period[] {
  const found: Period[] = [];
  if (period.kind === "day") return found;
  for (let thursday = weekOfDay(period.first).first + 3; thursday <= period.last; thursday += 7) {
    if (thursday >= period.first) found.push(weekOfDay(thursday));
  }
  return found;
}

function weekOfYear(year: number, week: number): Period | undefined {
  const thursdayOfFirst = weekOfDay(dayNumber(year, 1, 4)).first + 3;
  const thursday = thursdayOfFirst + (week - 1) * 7;
  return week < 1 || dateOf(thursday).year !== year ? undefined : weekOfDay(thursday);
}

function daysFrom(first: number, last: number): Period[] {
  return Array.from({ length: last - first + 1 }, (_, index) => dayPeriod(first + index));
}

function dayPeriod(day: number): Period {
  return { kind: "day", name: dateText(day), first: day, last: day };
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
