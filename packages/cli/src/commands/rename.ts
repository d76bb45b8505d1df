import { applyEdits } from "@rolewright/runtime";
import { type OutlineEntry, outline, rename } from "@rolewright/runtime/language";
import { Option } from "commander";
import { type Context, type ExitCode, exitCodes, UseError } from "../context.ts";
import { findingText } from "../findings.ts";
import { templatesAround } from "../template-folder.ts";
import { readText, replaceText } from "../text-file.ts";
import { acting, type CliCommand } from "./command.ts";

interface Options {
  readonly write?: true;
}

/** `rolewright rename FILE KEY NAME`: the key and every place that names it; with `--write` in its own file. */
export const renameCommand: CliCommand = {
  name: "rename",
  define(command, context, outcome) {
    const { t } = context.words;
    command
      .argument("<file>", t("cli.arguments.file"))
      .argument("<key>", t("cli.arguments.key"))
      .argument("<name>", t("cli.arguments.name"))
      .addOption(new Option("--write", t("cli.options.write")))
      .action(
        acting(outcome, (file: string, key: string, name: string, options: Options) =>
          run({ file, key, name }, options, context),
        ),
      );
  },
};

interface Wish {
  readonly file: string;
  readonly key: string;
  readonly name: string;
}

async function run({ file, key, name }: Wish, options: Options, context: Context): Promise<ExitCode> {
  const text = await readText(file);
  const entry = entryOf(outline(text), key.split("."));
  if (!entry) throw new UseError("noKey", { file, key });
  const result = rename(text, entry.selection.start + 1, name, { host: templatesAround(file) });
  if ("refused" in result) {
    context.terminal.err(findingText(file, text, result.refused, context));
    return exitCodes.findings;
  }
  const renamed = applyEdits(text, result.edits);
  if (options.write) await replaceText(file, renamed);
  else context.terminal.out(renamed.replace(/\n$/, ""));
  context.terminal.err(context.words.t("cli.rename.done", { file, key, name, places: result.edits.length }));
  return exitCodes.fine;
}

/** A section or item by its key, an input as `item.input`. */
function entryOf(entries: readonly OutlineEntry[], [key, ...below]: readonly string[]): OutlineEntry | undefined {
  const all = entries.flatMap((entry) => (entry.kind === "section" ? [entry, ...entry.children] : [entry]));
  const found = all.find((entry) => entry.key === key && entry.kind !== "identity");
  return found && below.length > 0 ? entryOf(found.children, below) : found;
}
