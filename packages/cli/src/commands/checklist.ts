import { cadenceInWords, periodInWords } from "@rolewright/locale";
import { type Checklist, checklist, localize } from "@rolewright/runtime";
import type { Country } from "@rolewright/server/calendar";
import { type Context, type ExitCode, exitCodes } from "../context.ts";
import { requiredPeriod } from "../period.ts";
import { readRole } from "../role-file.ts";
import { table } from "../table.ts";
import { acting, type CliCommand, calendarOf, countryOption, jsonOption, jsonText, periodOption } from "./command.ts";

interface Options {
  readonly country?: Country;
  readonly period?: string;
  readonly json?: true;
}

/** `rolewright checklist FILE --period 2026-11`: what is due in the period, by due date. */
export const checklistCommand: CliCommand = {
  name: "checklist",
  define(command, context, outcome) {
    command
      .argument("<file>", context.words.t("cli.arguments.file"))
      .addOption(periodOption(context))
      .addOption(countryOption(context))
      .addOption(jsonOption(context))
      .action(acting(outcome, (file: string, options: Options) => run(file, options, context)));
  },
};

async function run(file: string, options: Options, context: Context): Promise<ExitCode> {
  const period = requiredPeriod(options.period);
  const opened = await readRole(file, context);
  if (!opened) return exitCodes.findings;
  const role = options.json ? opened.role : localize(opened.role, context.words.tag);
  const list = checklist(role, period, await calendarOf(options.country, period, context));
  context.terminal.out(options.json ? jsonText(list) : asText(list, role.title, context));
  return exitCodes.fine;
}

function asText(list: Checklist, title: string, { words }: Context): string {
  const { t } = words;
  const columns = ["number", "occurrence", "every", "instance", "due"].map((key) => ({
    title: t(`cli.columns.${key}`),
  }));
  const rows = list.occurrences.map((occurrence) => [
    occurrence.number,
    occurrence.title,
    cadenceInWords(occurrence.every, t),
    occurrence.period,
    occurrence.due,
  ]);
  const head = t("cli.checklist.head", { title, period: periodInWords(list.period, t), count: rows.length });
  return rows.length === 0 ? head : `${head}\n\n${table(columns, rows)}`;
}
