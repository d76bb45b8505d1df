import { type Calendar, workingDays } from "@rolewright/runtime";
import type { Country } from "@rolewright/server/calendar";
import { type Command, Option } from "commander";
import type { Context, ExitCode } from "../context.ts";

/** Where an action leaves the exit code of the run. */
export interface Outcome {
  exitCode: number;
}

/** One command: its name, and how it adds its arguments, options and action to the command line. */
export interface CliCommand {
  readonly name: string;
  define(command: Command, context: Context, outcome: Outcome): void;
}

/** Makes a commander action of a function that answers the exit code. */
export function acting<Arguments extends unknown[]>(
  outcome: Outcome,
  act: (...args: Arguments) => Promise<ExitCode>,
): (...args: Arguments) => Promise<void> {
  return async (...args) => {
    outcome.exitCode = await act(...args);
  };
}

/** `--period`, which several commands share. */
export function periodOption({ words }: Context): Option {
  return new Option("--period <period>", words.t("cli.options.period"));
}

/** `--json`, for commands that print data. */
export function jsonOption({ words }: Context): Option {
  return new Option("--json", words.t("cli.options.json"));
}

/** `--observations`, for commands that score. */
export function observationsOption({ words }: Context): Option {
  return new Option("--observations <file>", words.t("cli.options.observations"));
}

/** `--country`, for commands that count working days; with a list of its own, so that nothing is loaded to offer it. */
export function countryOption({ words }: Context): Option {
  return new Option("--country <country>", words.t("cli.options.country")).choices(["CN", "US"] satisfies Country[]);
}

/** Monday to Friday, or the working days of a country; says where a country's make-up days are not known. */
export async function calendarOf(
  country: Country | undefined,
  period: string,
  { terminal, words }: Context,
): Promise<Calendar> {
  if (country === undefined) return workingDays();
  const { countryCalendar } = await import("@rolewright/server/calendar");
  const { calendar, incompleteYears } = countryCalendar(country, period);
  const year = Number(period.slice(0, 4));
  if (incompleteYears.includes(year)) terminal.err(words.t("cli.calendar.incomplete", { year }));
  return calendar;
}

/** JSON as every command prints it. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
