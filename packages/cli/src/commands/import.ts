import { mkdir, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { type DraftRole, draftTemplate, readSource, type SourceDocument, understand } from "@rolewright/importer";
import { Option } from "commander";
import { type Context, type ExitCode, exitCodes, UseError } from "../context.ts";
import { readBytes } from "../text-file.ts";
import { acting, type CliCommand, jsonOption, jsonText } from "./command.ts";

interface Options {
  readonly out?: string;
  readonly json?: true;
}

/** `rolewright import FILE... --out DIR`: draft templates from job descriptions in text files; `--json` the readings. */
export const importCommand: CliCommand = {
  name: "import",
  define(command, context, outcome) {
    const { t } = context.words;
    command
      .argument("<file...>", t("cli.arguments.descriptions"))
      .addOption(new Option("--out <folder>", t("cli.options.folder")))
      .addOption(jsonOption(context))
      .action(acting(outcome, (files: string[], options: Options) => run(files, options, context)));
  },
};

interface Reading {
  readonly file: string;
  readonly source: SourceDocument;
  readonly draft: DraftRole;
}

async function run(files: readonly string[], { out, json }: Options, context: Context): Promise<ExitCode> {
  if (out === undefined && !json) throw new UseError("missingMandatoryOptionValue", { what: "--out" });
  const readings: Reading[] = [];
  for (const file of files) readings.push(await read(file));
  if (json) context.terminal.out(jsonText(readings.map(({ file, draft }) => ({ file, ...draft }))));
  for (const reading of readings) if (out !== undefined) await writeDraft(reading, out, context);
  return readings.every(({ draft }) => itemsIn(draft) > 0) ? exitCodes.fine : exitCodes.findings;
}

async function read(file: string): Promise<Reading> {
  const bytes = await readBytes(file);
  // Word and PDF files hold zero bytes, text in the encodings read here does not.
  const marked = bytes[0] === 0xff || bytes[0] === 0xfe;
  if (!marked && bytes.includes(0)) throw new UseError("notText", { file });
  const source = await readSource(basename(file), bytes);
  return { file, source, draft: understand(source) };
}

async function writeDraft({ file, source, draft }: Reading, folder: string, context: Context): Promise<void> {
  const { terminal, words } = context;
  if (itemsIn(draft) === 0) return terminal.err(words.t("cli.import.nothing", { file }));
  const name = basename(file, extname(file));
  const target = join(folder, `${name}.jsonc`);
  const language = /\p{Script=Han}/u.test(source.text) ? "zh-CN" : "en";
  await writeNew(target, draftTemplate(draft, draftId(name), language, draftWords(words.t)), folder);
  const { qualifications, duties, standards, unplaced } = draft;
  const measured = standards.filter(({ measure }) => measure.value !== undefined || measure.due !== undefined).length;
  const counts = {
    qualifications: qualifications.length,
    duties: duties.length,
    standards: standards.length,
    measured,
  };
  terminal.out(words.t("cli.import.done", { target, ...counts }));
  for (const { start, end } of unplaced) {
    const line = source.text.slice(0, start).split("\n").length;
    const text = source.text.slice(start, end).replace(/\s+/gu, " ");
    terminal.out(
      words.t("cli.import.unplaced", { file, line, text: text.length > 60 ? `${text.slice(0, 60)}…` : text }),
    );
  }
}

/** Never over an existing file: a draft somebody has worked on would be gone. */
async function writeNew(target: string, text: string, folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(target, text, { flag: "wx" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST")
      throw new UseError("exists", { file: target });
    throw new UseError("notWritten", { out: target, problem: error instanceof Error ? error.message : String(error) });
  }
}

function itemsIn({ qualifications, duties, standards }: DraftRole): number {
  return qualifications.length + duties.length + standards.length;
}

/** An id of its own for the draft; the author gives it its final place. */
function draftId(name: string): string {
  return `https://rolewright.dev/roles/draft/${encodeURIComponent(name)}`;
}

function draftWords(t: (key: string) => string) {
  return {
    untitled: t("cli.import.untitled"),
    qualifications: t("cli.import.qualifications"),
    duties: t("cli.import.duties"),
    standards: t("cli.import.standards"),
  };
}
