import { actualInWords, periodInWords, type Translator, targetInWords } from "@rolewright/locale";
import {
  type Item,
  localize,
  type RoleModel,
  type Scorecard,
  type ScorecardLine,
  scorecard,
} from "@rolewright/runtime";
import type { Country } from "@rolewright/server/calendar";
import { type Context, type ExitCode, exitCodes } from "../context.ts";
import { readObservations, reportMisfits } from "../observations-file.ts";
import { requiredPeriod } from "../period.ts";
import { readRole } from "../role-file.ts";
import { type Column, table } from "../table.ts";
import {
  acting,
  type CliCommand,
  calendarOf,
  countryOption,
  jsonOption,
  jsonText,
  observationsOption,
  periodOption,
} from "./command.ts";

interface Options {
  readonly country?: Country;
  readonly period?: string;
  readonly observations?: string;
  readonly json?: true;
}

/** `rolewright scorecard FILE --period 2026-11`: lines, total, coverage and grade; four states, never three. */
export const scorecardCommand: CliCommand = {
  name: "scorecard",
  define(command, context, outcome) {
    command
      .argument("<file>", context.words.t("cli.arguments.file"))
      .addOption(periodOption(context))
      .addOption(observationsOption(context))
      .addOption(countryOption(context))
      .addOption(jsonOption(context))
      .action(acting(outcome, (file: string, options: Options) => run(file, options, context)));
  },
};

async function run(file: string, options: Options, context: Context): Promise<ExitCode> {
  const period = requiredPeriod(options.period);
  const observations = options.observations === undefined ? [] : await readObservations(options.observations);
  const opened = await readRole(file, context);
  if (!opened) return exitCodes.findings;
  const role = options.json ? opened.role : localize(opened.role, context.words.tag);
  const misfit = reportMisfits(role, observations, context);
  const card = scorecard(role, period, observations, {
    calendar: await calendarOf(options.country, period, context),
  });
  context.terminal.out(options.json ? jsonText(card) : asText(card, role, context));
  return misfit ? exitCodes.findings : exitCodes.fine;
}

function asText(card: Scorecard, role: RoleModel, context: Context): string {
  const { t } = context.words;
  const head = t("cli.scorecard.head", { title: role.title, period: periodInWords(card.period, t) });
  const items = new Map(role.sections.flatMap((section) => section.items.map((item) => [item.key, item])));
  const lines = table(
    columns(context),
    card.lines.map((line) => row(line, items.get(line.item), context)),
  );
  return [head, "", lines, "", ...adjustments(card, context), ...summary(card, context)].join("\n");
}

function columns({ words }: Context): Column[] {
  const column = (key: string, align: "start" | "end") => ({ title: words.t(`cli.columns.${key}`), align });
  return [
    column("number", "start"),
    column("standard", "start"),
    column("target", "end"),
    column("actual", "end"),
    column("state", "start"),
    column("weight", "end"),
    column("points", "end"),
    column("contribution", "end"),
  ];
}

function row(line: ScorecardLine, item: Item | undefined, { words }: Context): string[] {
  const { t } = words;
  const none = t("cli.none");
  return [
    line.number,
    line.title,
    (item && targetInWords(item, t)) || none,
    actualInWords(line, line.every, t) || none,
    stateText(line, words),
    line.weight,
    line.points ?? none,
    line.contribution ?? none,
  ];
}

/** The state, and in brackets why a line has no data or does not apply. */
function stateText({ state, reason, dueIn }: ScorecardLine, { t }: Translator): string {
  const text = t(`runtime.states.${state}`);
  return reason
    ? text +
        t("cli.reason", { reason: t(`runtime.reasons.${reason}`, { dueIn: dueIn ? periodInWords(dueIn, t) : "" }) })
    : text;
}

/** Bonuses and vetoes, each with what it did. */
function adjustments(card: Scorecard, { words }: Context): string[] {
  const { t } = words;
  const lines = card.adjustments.map(({ kind, state, reason, number, title, points, grade, because }) => {
    const known = state === "applied" || state === "none" ? `${kind}-${state}` : state;
    const said = reason === "no-reason" ? t("runtime.reasons.no-reason") : t(`runtime.adjustmentStates.${known}`);
    const effect = points ?? (grade && because ? `${grade} · ${because}` : "");
    return t("cli.scorecard.adjustment", { kind, number, title, state: said, effect, shown: effect !== "" });
  });
  return lines.length === 0 ? [] : [...lines, ""];
}

function summary({ total, grade, coverage, provisional }: Scorecard, { words }: Context): string[] {
  const { t } = words;
  const none = t("cli.none");
  return [
    t("cli.scorecard.total", { total: total ?? none, provisional }),
    t("cli.scorecard.grade", { grade: grade ?? none }),
    t("cli.scorecard.coverage", { ...coverage }),
  ];
}
