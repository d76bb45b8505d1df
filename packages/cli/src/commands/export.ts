import { createHash } from "node:crypto";
import { realpath, writeFile } from "node:fs/promises";
import { ExportError, exporters, type Writer } from "@rolewright/exporters";
import type { PrintDocument } from "@rolewright/exporters/document";
import { createTranslator } from "@rolewright/locale";
import { scorecard } from "@rolewright/runtime";
import type { Country } from "@rolewright/server/calendar";
import { Option } from "commander";
import { type Context, type ExitCode, exitCodes, UseError } from "../context.ts";
import { readObservations, reportMisfits } from "../observations-file.ts";
import { requiredPeriod } from "../period.ts";
import { type RoleFile, readRole } from "../role-file.ts";
import { acting, type CliCommand, calendarOf, countryOption, observationsOption, periodOption } from "./command.ts";

interface Options {
  readonly format: string;
  readonly out: string;
  readonly period?: string;
  readonly observations?: string;
  readonly country?: Country;
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
      .addOption(countryOption(context))
      .action(acting(outcome, (file: string, options: Options) => run(file, options, context)));
  },
};

async function run(file: string, options: Options, context: Context): Promise<ExitCode> {
  await spareInputs(options.out, [file, options.observations]);
  const opened = await readRole(file, context);
  if (!opened) return exitCodes.findings;
  const document = await documentOf(opened, options, context);
  if (!document) return exitCodes.findings;
  const bytes = await written(document, options.format, context);
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
  const { roleDocument, scorecardDocument } = await import("@rolewright/exporters/document");
  const translator = await createTranslator(context.statedLanguage ?? role.language);
  const shared = { translator, version: null, sha256: createHash("sha256").update(text).digest("hex") };
  if (options.period === undefined && options.observations === undefined) return roleDocument(role, shared);
  const period = requiredPeriod(options.period);
  const observations = options.observations === undefined ? [] : await readObservations(options.observations);
  if (reportMisfits(role, observations, context)) return undefined;
  const card = scorecard(role, period, observations, { calendar: await calendarOf(options.country, period, context) });
  return scorecardDocument(role, card, { ...shared, observations });
}

/** A document written over the template it is made of would be the author's work lost. */
async function spareInputs(out: string, inputs: readonly (string | undefined)[]): Promise<void> {
  const target = await realPath(out);
  for (const input of inputs) {
    if (input !== undefined && target !== undefined && target === (await realPath(input))) {
      throw new UseError("outIsInput", { out });
    }
  }
}

/** Undefined where there is no such file yet. */
async function realPath(file: string): Promise<string | undefined> {
  return realpath(file).catch(() => undefined);
}

async function written(document: PrintDocument, format: string, { words }: Context): Promise<Uint8Array> {
  const exporter = exporters.find(({ id }) => id === format);
  if (!exporter) throw new UseError("noFormat", { format });
  const writer: Writer = await exporter.load();
  try {
    return await writer.write(document, { createdAt: new Date().toISOString() });
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    throw new UseError("notExported", { problem: words.t(`document.problems.${error.code}`, error.params) });
  } finally {
    await writer.close?.(); // The PDF writer keeps a thread, which would keep the process.
  }
}

async function write(out: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(out, bytes);
  } catch (error) {
    throw unwritable(out, error);
  }
}

function unwritable(out: string, error: unknown): unknown {
  if (!(error instanceof Error && "code" in error)) return error;
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return new UseError("noFolderFor", { out });
  if (error.code === "EISDIR") return new UseError("isFolder", { file: out });
  return new UseError("notWritten", { out, problem: error.message });
}
