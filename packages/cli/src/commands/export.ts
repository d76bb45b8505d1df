import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { exporters } from "@rolewright/exporters";
import { type PrintDocument, roleDocument, scorecardDocument } from "@rolewright/exporters/document";
import { negotiate } from "@rolewright/locale";
import { scorecard } from "@rolewright/runtime";
import { Option } from "commander";
import { type Context, type ExitCode, exitCodes, UseError } from "../context.ts";
import { readObservations, reportMisfits } from "../observations-file.ts";
import { requiredPeriod } from "../period.ts";
import { type RoleFile, readRole } from "../role-file.ts";
import { acting, type CliCommand, observationsOption, periodOption } from "./command.ts";

interface Options {
  readonly format: string;
  readonly out: string;
  readonly period?: string;
  readonly observations?: string;
  readonly language?: string;
}

/** `rolewright export FILE --format pdf --out PATH`: the role document, or with a period the scorecard. */
export const exportCommand: CliCommand = {
  name: "export",
  define(command, context, outcome) {
    const { t } = context.words;
    const formats = exporters.map(({ id }) => id);
    command
      .argument("<file>", t("cli.arguments.file"))
      .addOption(new Option("--format <format>", t("cli.options.format")).choices(formats).default("pdf"))
      .requiredOption("--out <path>", t("cli.options.out"))
      .addOption(periodOption(context))
      .addOption(observationsOption(context))
      .action(acting(outcome, (file: string, options: Options) => run(file, options, context)));
  },
};

async function run(file: string, options: Options, context: Context): Promise<ExitCode> {
  const opened = await readRole(file, context);
  if (!opened) return exitCodes.findings;
  const document = await documentOf(opened, options, context);
  if (!document) return exitCodes.findings;
  const bytes = await written(document, options.format);
  await write(options.out, bytes);
  const { terminal, words } = context;
  terminal.err(words.t("cli.export.done", { out: options.out, kilobytes: Math.ceil(bytes.length / 1024) }));
  return exitCodes.fine;
}

/** The document speaks the language stated, else the one the template is written in. */
async function documentOf(
  { role, text }: RoleFile,
  options: Options,
  context: Context,
): Promise<PrintDocument | undefined> {
  const language = negotiate([options.language ?? role.language]);
  const sha256 = createHash("sha256").update(text).digest("hex");
  const shared = { language, version: null, sha256 };
  if (options.period === undefined && options.observations === undefined) return roleDocument(role, shared);
  const period = requiredPeriod(options.period);
  const observations = options.observations === undefined ? [] : await readObservations(options.observations);
  if (reportMisfits(role, observations, context)) return undefined;
  return scorecardDocument(role, scorecard(role, period, observations), shared);
}

async function written(document: PrintDocument, format: string): Promise<Uint8Array> {
  const exporter = exporters.find(({ id }) => id === format);
  if (!exporter) throw new UseError("noFormat", { format });
  const { write } = await exporter.load();
  return write(document, {});
}

async function write(out: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(out, bytes);
  } catch (error) {
    throw new UseError("notWritten", { out, problem: error instanceof Error ? error.message : String(error) });
  }
}
