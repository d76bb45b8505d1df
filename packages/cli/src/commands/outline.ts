import { positionOf } from "@rolewright/runtime";
import { type OutlineEntry, outline } from "@rolewright/runtime/language";
import { type Context, type ExitCode, exitCodes } from "../context.ts";
import { templatesAround } from "../template-folder.ts";
import { readText } from "../text-file.ts";
import { acting, type CliCommand, jsonOption, jsonText } from "./command.ts";

/** `rolewright outline FILE`: sections, items and inputs with their keys and lines; also of a text with mistakes. */
export const outlineCommand: CliCommand = {
  name: "outline",
  define(command, context, outcome) {
    command
      .argument("<file>", context.words.t("cli.arguments.file"))
      .addOption(jsonOption(context))
      .action(acting(outcome, (file: string, options: { json?: true }) => run(file, options, context)));
  },
};

async function run(file: string, options: { json?: true }, context: Context): Promise<ExitCode> {
  const text = await readText(file);
  const entries = outline(text, { host: templatesAround(file) });
  context.terminal.out(options.json ? jsonText(entries) : lines(entries, text, context, "").join("\n"));
  return exitCodes.fine;
}

function lines(entries: readonly OutlineEntry[], text: string, context: Context, indent: string): string[] {
  return entries.flatMap((entry) => [
    indent + line(entry, text, context),
    ...lines(entry.children, text, context, `${indent}  `),
  ]);
}

function line({ kind, key, title, selection }: OutlineEntry, text: string, { words }: Context): string {
  const name = kind === "identity" ? words.t("language.outline.identity") : title;
  return words.t("cli.outline.line", { name, key, line: positionOf(text, selection.start).line });
}
