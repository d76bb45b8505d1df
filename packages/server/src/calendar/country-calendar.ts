import { type Calendar, firstDay, lastDay, workingDays } from "@rolewright/runtime";
import Holidays from "date-holidays";
import { stateCouncilArrangements } from "./state-council.ts";

/** Countries whose holidays are known. */
export const countries = ["CN", "US"] as const;
export type Country = (typeof countries)[number];

/** Days of an organisation's own, on top of its country's: ISO dates. They win over the country's. */
export interface OwnDays {
  readonly holidays?: readonly string[];
  readonly workdays?: readonly string[];
}

/** A calendar, and the years for which the country's make-up days are not known. */
export interface CountryCalendar {
  readonly calendar: Calendar;
  /** What makes the calendar: Monday to Friday without the first, with the second. ISO dates. */
  readonly days: Required<OwnDays>;
  /** Years with statutory holidays only: whoever needs their make-up days states them as own days. */
  readonly incompleteYears: readonly number[];
}

/**
 * The working days of a country for the years around a period, from one before to one after it, for due days that roll
 * across a new year.
 *
 * CN: the State Council's arrangement where it is known, with its make-up days; for other years the statutory days from
 * date-holidays, without any make-up day. US: federal holidays with their substitute days.
 */
export function countryCalendar(country: Country, period: string, own: OwnDays = {}): CountryCalendar {
  const from = Number(firstDay(period).slice(0, 4)) - 1;
  const to = Number(lastDay(period).slice(0, 4)) + 1;
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const days = years.map((year) => daysOfYear(country, year));
  const worked = new Set([...days.flatMap(({ workdays }) => workdays), ...(own.workdays ?? [])]);
  for (const holiday of own.holidays ?? []) worked.delete(holiday);
  const holidays = [...days.flatMap((year) => year.holidays), ...(own.holidays ?? [])];
  const made = { holidays, workdays: [...worked] };
  return {
    calendar: workingDays(made),
    days: made,
    incompleteYears: country === "CN" ? years.filter((year) => !stateCouncilArrangements[year]) : [],
  };
}

interface YearDays {
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
}

function daysOfYear(country: Country, year: number): YearDays {
  const arranged = country === "CN" ? stateCouncilArrangements[year] : undefined;
  if (arranged)
    return { holidays: arranged.off.flatMap(([first, last]) => span(first, last)), workdays: arranged.worked };
  return { holidays: statutoryHolidays(country, year), workdays: [] };
}

const calendars = new Map<Country, Holidays>();

/** Whole public holidays: those of half a day, or for some people only, are worked by the others. */
function statutoryHolidays(country: Country, year: number): readonly string[] {
  const known = calendars.get(country) ?? new Holidays(country);
  calendars.set(country, known);
  return known
    .getHolidays(year)
    .filter(
      ({ type, start, end, name }) =>
        type === "public" && end.getTime() - start.getTime() >= wholeDay && !forSome.has(name),
    )
    .map(({ date }) => date.slice(0, 10));
}

const wholeDay = 23 * 3_600_000;

/** A holiday of children, which date-holidays counts among the public ones. */
const forSome: ReadonlySet<string> = new Set(["六一儿童节"]);

function span(first: string, last: string): string[] {
  const days: string[] = [];
  for (let time = Date.parse(first); time <= Date.parse(last); time += 86_400_000) {
    days.push(new Date(time).toISOString().slice(0, 10));
  }
  return days;
}
