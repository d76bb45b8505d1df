import { Command } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { checklistCommand } from "./commands/checklist.ts";
import type { CliCommand, Outcome } from "./commands/command.ts";
import { diffCommand } from "./commands/diff.ts";
import { explainCommand } from "./commands/explain.ts";
import { exportCommand } from "./commands/export.ts";
import { importCommand } from "./commands/import.ts";
import { lspCommand } from "./commands/lsp.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { organisationCommand } from "./commands/organisation.ts";
import { outlineCommand } from "./commands/outline.ts";
import { renameCommand } from "./commands/rename.ts";
import { scorecardCommand } from "./commands/scorecard.ts";
import { serveCommand } from "./commands/serve.ts";
import { typesCommand } from "./commands/types.ts";
import { validateCommand } from "./commands/validate.ts";
import type { Context } from "./context.ts";
import { displayWidth } from "./display-width.ts";

/** Every command, in the order help shows them. A new one is a file and a line here. */
const commands: readonly CliCommand[] = [
  validateCommand,
  checklistCommand,
  scorecardCommand,
  typesCommand,
  exportCommand,
  importCommand,
  diffCommand,
  outlineCommand,
  organisationCommand,
  explainCommand,
  renameCommand,
  migrateCommand,
  serveCommand,
  lspCommand,
];

/** Builds the command line. Actions write their exit code into `outcome`. */
export function createProgram(context: Context, outcome: Outcome): Command {
  const { t } = context.words;
  const program = dress(new Command("rolewright"), context)
    .description(t("cli.description"))
    .version(packageJson.version, "--version", t("cli.options.version"))
    .helpCommand(false)
    .addHelpText("after", `\n${t("cli.examples")}`);
  for (const command of commands) {
    const defined = dress(program.command(command.name), context)
      .summary(t(`cli.${command.name}.summary`))
      .description(t(`cli.${command.name}.description`))
      .addHelpText("after", `\n${t(`cli.${command.name}.examples`)}`);
    command.define(defined, context, outcome);
  }
  return program;
}

/** What the program and every command share: language, help in that language, errors left to `main`. */
function dress(command: Command, { terminal, words }: Context): Command {
  const { t } = words;
  const titles = new Map(["Usage:", "Arguments:", "Options:", "Commands:"].map((title) => [title, headingKey(title)]));
  return command
    .exitOverride()
    .option("--language <tag>", t("cli.options.language"))
    .helpOption("-h, --help", t("cli.options.help"))
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
      outputError: () => {},
    })
    .configureHelp({
      displayWidth,
      styleTitle: (title) => t(titles.get(title) ?? title),
      showGlobalOptions: false,
    });
}

function headingKey(title: string): string {
  return `cli.headings.${title.replace(":", "").toLowerCase()}`;
}
