import type { Diagnostic, Severities } from "@rolewright/runtime";
import { findingsInWords } from "@rolewright/server/findings";
import { type Context, type ExitCode, exitCodes } from "../context.ts";
import { findingText, isFinding } from "../findings.ts";
import { findingsOf } from "../findings-of.ts";
import { severitiesOf, severityOption } from "../severities.ts";
import { templatesAround } from "../template-folder.ts";
import { readText } from "../text-file.ts";
import { acting, type CliCommand, jsonOption, jsonText } from "./command.ts";

interface Checked {
  readonly file: string;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Options {
  readonly json?: true;
  readonly severity?: readonly string[];
}

/** `rolewright validate FILE...`, roles and KPIs: every finding with its place, the words it is about, and the mend. */
export const validateCommand: CliCommand = {
  name: "validate",
  define(command, context, outcome) {
    command
      .argument("<file...>", context.words.t("cli.arguments.files"))
      .addOption(severityOption(context))
      .addOption(jsonOption(context))
      .action(acting(outcome, (files: string[], options: Options) => validate(files, options, context)));
  },
};

async function validate(files: readonly string[], options: Options, context: Context): Promise<ExitCode> {
  const severities = severitiesOf(options.severity ?? []);
  const checked = await Promise.all(files.map((file) => check(file, severities)));
  const { terminal } = context;
  if (options.json) terminal.out(jsonText(checked.map((one) => asJson(one, context))));
  else for (const one of checked) print(one, context);
  return checked.some(({ diagnostics }) => diagnostics.some(isFinding)) ? exitCodes.findings : exitCodes.fine;
}

async function check(file: string, severities: Severities): Promise<Checked> {
  const text = await readText(file);
  return { file, text, diagnostics: findingsOf(text, templatesAround(file), { severities }).diagnostics };
}

/** Findings are what was asked for, so they go to `out`. */
function print({ file, text, diagnostics }: Checked, context: Context): void {
  const { terminal, words } = context;
  for (const diagnostic of diagnostics) terminal.out(`${findingText(file, text, diagnostic, context)}\n`);
  const count = (severity: string) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  terminal.out(
    words.t("cli.validate.sum", { file, errors: count("error"), warnings: count("warning"), infos: count("info") }),
  );
}

/** The findings of a file as the HTTP API gives them. */
function asJson({ file, text, diagnostics }: Checked, { words }: Context) {
  return { file, diagnostics: findingsInWords({ text, diagnostics }, words) };
}
