import { hoverInWords, usualUnits } from "@rolewright/locale";
import { inspect, positionOf } from "@rolewright/runtime";
import { definition, hover, type LanguageContext, references } from "@rolewright/runtime/language";
import { type Context, type ExitCode, exitCodes, UseError } from "../context.ts";
import { templatesAround } from "../template-folder.ts";
import { readText } from "../text-file.ts";
import { acting, type CliCommand } from "./command.ts";

/** `rolewright explain FILE LINE:COLUMN`: what stands there, where it comes from, and where it is named. */
export const explainCommand: CliCommand = {
  name: "explain",
  define(command, context, outcome) {
    const { t } = context.words;
    command
      .argument("<file>", t("cli.arguments.file"))
      .argument("<place>", t("cli.arguments.place"))
      .action(acting(outcome, (file: string, place: string) => run(file, place, context)));
  },
};

async function run(file: string, place: string, { terminal, words }: Context): Promise<ExitCode> {
  const text = await readText(file);
  const offset = offsetOf(text, place);
  const host = templatesAround(file);
  const { role } = inspect(text, host);
  const context: LanguageContext = { host, units: usualUnits(words), ...(role ? { role } : {}) };
  const found = hover(text, offset, context);
  const lines = [
    found ? plain(hoverInWords(found.parts, words)) : "",
    ...origin(text, offset, file, context).map((at) => words.t("cli.explain.definition", { place: at })),
    ...named(text, offset, file).map((at) => words.t("cli.explain.reference", { place: at })),
  ].filter((line) => line !== "");
  terminal.out(lines.length > 0 ? lines.join("\n") : words.t("cli.explain.nothing"));
  return exitCodes.fine;
}

/** Line and column count from 1, the column in UTF-16 code units, as in findings. */
function offsetOf(text: string, place: string): number {
  const [, line = "", column = ""] = /^(\d+):(\d+)$/.exec(place) ?? [];
  const lines = text.split("\n");
  const before = lines.slice(0, Number(line) - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const written = lines[Number(line) - 1];
  if (line === "" || written === undefined || Number(column) < 1 || Number(column) > written.length + 1) {
    throw new UseError("noPlace", { place });
  }
  return before + Number(column) - 1;
}

function origin(text: string, offset: number, file: string, context: LanguageContext): string[] {
  const place = definition(text, offset, context);
  if (!place) return [];
  if (!place.elsewhere) return [at(file, text, place.selection.start)];
  const { id, version } = place.elsewhere;
  const files = templatesAround(file);
  return [at(files.fileOf(id, version) ?? id, files.template(id, version) ?? "", place.selection.start)];
}

function named(text: string, offset: number, file: string): string[] {
  const links = references(text, offset).filter(({ isDeclaration }) => !isDeclaration);
  return links.map(({ range }) => at(file, text, range.start));
}

function at(file: string, text: string, offset: number): string {
  const { line, column } = positionOf(text, offset);
  return `${file}:${line}:${column}`;
}

/** Markdown without its signs. */
function plain(markdown: string): string {
  return markdown.replaceAll(/\*\*| {2}$/gm, "").replaceAll(/\\([^A-Za-z0-9\s])/g, "$1");
}
