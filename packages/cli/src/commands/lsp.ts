import { Option } from "commander";
import { type Context, type ExitCode, exitCodes } from "../context.ts";
import { acting, type CliCommand } from "./command.ts";

/** `rolewright lsp`: the language server for VS Code and other editors, over standard input and output. */
export const lspCommand: CliCommand = {
  name: "lsp",
  define(command, context, outcome) {
    command
      // Editors say which way they speak; there is only this one.
      .addOption(new Option("--stdio").hideHelp())
      .action(acting(outcome, () => serve(context)));
  },
};

/** Until the editor says `exit` or closes the input, either of which ends the process. */
async function serve({ words }: Context): Promise<ExitCode> {
  const { createConnection } = await import("vscode-languageserver/node");
  const { serveLanguage } = await import("../lsp/server.ts");
  const connection = createConnection(process.stdin, process.stdout);
  const ended = new Promise<void>((resolve) => connection.onExit(resolve));
  serveLanguage(connection, words);
  await ended;
  return exitCodes.fine;
}
