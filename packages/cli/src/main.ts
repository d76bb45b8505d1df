import { createTranslator } from "@rolewright/locale";
import { CommanderError } from "commander";
import { type Context, exitCodes, UseError } from "./context.ts";
import { chosenLanguage, isSpoken, statedLanguage } from "./language.ts";
import { createProgram } from "./program.ts";
import { processTerminal, type Terminal } from "./terminal.ts";

/** Runs one command line (without `node` and the program's name) and answers its exit code. */
export async function main(args: readonly string[], terminal: Terminal = processTerminal): Promise<number> {
  const words = await createTranslator(chosenLanguage(args, process.env));
  const stated = statedLanguage(args);
  const context: Context = { terminal, words, statedLanguage: stated };
  const outcome = { exitCode: exitCodes.fine as number };
  try {
    if (stated !== undefined && !isSpoken(stated)) throw new UseError("badLanguage", { what: stated });
    await createProgram(context, outcome).parseAsync(args, { from: "user" });
    return outcome.exitCode;
  } catch (error) {
    return explain(error, context);
  }
}

/** Wrong use gets a sentence; anything else is a fault of ours and keeps its stack trace. */
function explain(error: unknown, { terminal, words }: Context): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.fine;
    if (error.code !== "commander.help") terminal.err(commandLineSentence(error, words.t, words.has));
    return exitCodes.wrongUse;
  }
  if (!(error instanceof UseError)) throw error;
  terminal.err(words.t(`cli.errors.${error.code}`, error.params));
  return exitCodes.wrongUse;
}

/** Commander words its errors in English; the code says what is wrong and the first quoted word says where. */
function commandLineSentence(error: CommanderError, t: Context["words"]["t"], has: Context["words"]["has"]): string {
  const key = `cli.errors.${error.code.replace("commander.", "")}`;
  const [, what = ""] = /'([^']*)'/.exec(error.message) ?? [];
  const [, variable = "no"] = / from env '([^']*)'/.exec(error.message) ?? [];
  const [, hint = ""] = /\(Did you mean (?:one of )?([^?]*)\?\)/.exec(error.message) ?? [];
  return has(key) ? t(key, { what, variable, hint: hint || "no" }) : error.message;
}
