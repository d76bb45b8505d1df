import { type MigrateOptions, type MigrationResult, migrate } from "@rolewright/runtime";
import { Option } from "commander";
import { type Context, type ExitCode, exitCodes } from "../context.ts";
import { findingText, isFinding } from "../findings.ts";
import { readText, replaceText } from "../text-file.ts";
import { acting, type CliCommand } from "./command.ts";

interface Options {
  readonly write?: true;
}

/** `rolewright migrate FILE`: the template in the current version of the language; with `--write` in its own file. */
export const migrateCommand: CliCommand = {
  name: "migrate",
  define(command, context, outcome) {
    const { t } = context.words;
    command
      .argument("<file>", t("cli.arguments.file"))
      .addOption(new Option("--write", t("cli.options.write")))
      .action(acting(outcome, (file: string, options: Options) => migrateFile(file, options, context)));
  },
};

/** Exported for its tests, which bring steps of their own. */
export async function migrateFile(
  file: string,
  options: Options,
  context: Context,
  known: MigrateOptions = {},
): Promise<ExitCode> {
  const text = await readText(file);
  const result = migrate(text, known);
  report(file, result, context);
  if (isStopped(result)) return exitCodes.findings;
  if (!options.write) context.terminal.out(result.text.replace(/\n$/, ""));
  else if (result.text !== text) await replaceText(file, result.text);
  return result.diagnostics.some(isFinding) ? exitCodes.findings : exitCodes.fine;
}

/** Findings in a text that was brought all the way are for its author to mend; any other leave the file as it was. */
function isStopped({ steps, diagnostics }: MigrationResult): boolean {
  return diagnostics.length > 0 && (steps.length === 0 || diagnostics.some(({ code }) => code.startsWith("dialect/")));
}

/** Everything about the run goes to `err`: the text may be piped on. */
function report(file: string, result: MigrationResult, context: Context): void {
  const { terminal, words } = context;
  for (const found of result.diagnostics) terminal.err(`${findingText(file, result.text, found, context)}\n`);
  if (isStopped(result)) return;
  const { from, to, steps, edits } = result;
  terminal.err(words.t("cli.migrate.done", { file, from, to, steps: steps.length, edits: edits.length }));
}
