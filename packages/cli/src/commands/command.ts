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

/** JSON as every command prints it. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
