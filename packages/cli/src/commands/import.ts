import { mkdir, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import {
  comparedWords,
  type Description,
  draftTemplate,
  type ImportedFile,
  ImportWorker,
  ReadError,
  type SourceFile,
} from "@rolewright/importer";
import { createTranslator, type Translator } from "@rolewright/locale";
import { findDuplicates } from "@rolewright/runtime";
import { Option } from "commander";
import { type Context, type ExitCode, exitCodes, UseError } from "../context.ts";
import { sourceFiles } from "../source-files.ts";
import { readBytes } from "../text-file.ts";
import { acting, type CliCommand, jsonOption, jsonText } from "./command.ts";

interface Options {
  readonly out?: string;
  readonly json?: true;
  readonly encoding?: string;
}

/**
 * `rolewright import FILE|FOLDER|ZIP... --out DIR`: draft templates from job descriptions in documents of any kind;
 * `--json` prints what was read, a list with one `schemas/import.schema.json` for each file, and nothing else on the
 * standard output.
 */
export const importCommand: CliCommand = {
  name: "import",
  define(command, context, outcome) {
    const { t } = context.words;
    command
      .argument("<file...>", t("cli.arguments.descriptions"))
      .addOption(new Option("--out <folder>", t("cli.options.folder")))
      .addOption(new Option("--encoding <name>", t("cli.options.encoding")))
      .addOption(jsonOption(context))
      .action(acting(outcome, (files: string[], options: Options) => new ImportRun(options, context).run(files)));
  },
};

/** A found description under the name of its file. */
interface FoundRole {
  readonly file: string;
  readonly description: Description;
}

/** One run over many files. */
class ImportRun {
  readonly #options: Options;
  readonly #context: Context;
  readonly #worker = new ImportWorker();
  readonly #drafts: DraftFolder | undefined;
  readonly #found: FoundRole[] = [];
  readonly #results: unknown[] = [];
  #missed = 0;

  constructor(options: Options, context: Context) {
    this.#options = options;
    this.#context = context;
    this.#drafts = options.out === undefined ? undefined : new DraftFolder(options.out);
  }

  async run(paths: readonly string[]): Promise<ExitCode> {
    if (this.#drafts === undefined && !this.#options.json)
      throw new UseError("missingMandatoryOptionValue", { what: "--out" });
    try {
      for (const path of await sourceFiles(paths)) await this.#path(path);
    } finally {
      await this.#worker.close();
    }
    if (this.#options.json) this.#context.terminal.out(jsonText(this.#results));
    this.#tellDuplicates();
    return this.#missed > 0 ? exitCodes.findings : exitCodes.fine;
  }

  async #path(path: string): Promise<void> {
    const file = { name: path, bytes: await readBytes(path, 500) };
    const inside = await this.#refused(path, () => this.#worker.unpack(file));
    for (const each of inside ?? [])
      await this.#file(each.name === path ? each : { ...each, name: `${path}/${each.name}` });
  }

  async #file(file: SourceFile): Promise<void> {
    const { encoding } = this.#options;
    const imported = await this.#refused(file.name, () =>
      this.#worker.read(file, encoding === undefined ? {} : { encoding }),
    );
    if (imported === undefined) return;
    this.#results.push(imported.result);
    this.#tellNotes(file.name, imported);
    const { descriptions } = imported.result;
    if (descriptions.length === 0) return this.#miss(file.name, this.#context.words.t("cli.import.nothing"));
    this.#found.push(...descriptions.map((description) => ({ file: file.name, description })));
    if (this.#drafts) await this.#write(this.#drafts, file.name, imported);
  }

  /** A file that cannot be read is told and does not stop the others. */
  async #refused<Value>(file: string, act: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await act();
    } catch (problem) {
      if (!(problem instanceof ReadError)) throw problem;
      this.#miss(file, this.#context.words.t(`reading.errors.${problem.code}`, problem.params));
      return undefined;
    }
  }

  #miss(file: string, sentence: string): void {
    const { terminal, words } = this.#context;
    this.#missed++;
    terminal.err(words.t("cli.import.missed", { file, sentence }));
  }

  #tellNotes(file: string, { source }: ImportedFile): void {
    const { terminal, words } = this.#context;
    for (const { code, params } of source.notes)
      terminal.err(words.t("cli.import.note", { file, sentence: words.t(`reading.notes.${code}`, params ?? {}) }));
  }

  async #write(folder: DraftFolder, file: string, imported: ImportedFile): Promise<void> {
    const { terminal, words } = this.#context;
    const { descriptions, source } = imported.result;
    const spoken = await createTranslator(source.language);
    // Beside JSON, what is told to people must not stand where programs read.
    const tell = (sentence: string) => (this.#options.json ? terminal.err(sentence) : terminal.out(sentence));
    for (const description of descriptions) {
      const target = await folder.write(file, description, { count: descriptions.length, ...source }, spoken);
      tell(words.t("cli.import.done", { target, ...countsOf(description) }));
    }
    for (const excerpt of excerpts(imported)) tell(words.t("cli.import.unplaced", { file, ...excerpt }));
  }

  #tellDuplicates(): void {
    const { terminal, words } = this.#context;
    const roles = this.#found.map(({ file, description }) => ({
      key: words.t("cli.import.role", { file, title: description.title?.text ?? "?" }),
      title: description.title?.text ?? "",
      words: comparedWords(description),
    }));
    for (const { kind, keys, likeness } of findDuplicates(roles))
      terminal.err(words.t("cli.import.duplicates", { kind, roles: keys, percent: Math.round(likeness * 100) }));
  }
}

/** The folder that drafts are written into, each under a name of its own. */
class DraftFolder {
  readonly #folder: string;
  readonly #names = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes a draft and answers its path. */
  async write(
    file: string,
    description: Description,
    source: { readonly count: number; readonly language: string; readonly name: string },
    { t }: Translator,
  ): Promise<string> {
    const stem = basename(file, extname(file));
    const title = description.title?.text ?? t("reading.draft.untitled");
    const name = this.#free(clean(source.count === 1 ? stem : `${stem} ${title}`));
    const id = `https://rolewright.dev/roles/draft/${encodeURIComponent(name)}`;
    const options = { id, language: source.language, sourceName: source.name };
    const target = join(this.#folder, `${name}.jsonc`);
    await writeNew(
      target,
      draftTemplate(description, options, (word) => t(`reading.draft.${word}`)),
      this.#folder,
    );
    return target;
  }

  /** Files of one name in several folders, and roles of one title in a file, are told apart by a number. */
  #free(name: string): string {
    let free = name;
    for (let number = 2; this.#names.has(free.toLowerCase()); number++) free = `${name} ${number}`;
    this.#names.add(free.toLowerCase());
    return free;
  }
}

/** Without what a file system takes for something else. */
function clean(name: string): string {
  const kept = name
    .replace(/[\p{Cc}/\\:*?"<>|]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return kept.replace(/^\.+/u, "").slice(0, 80) || "-";
}

function countsOf({ qualifications, duties, standards }: Description) {
  const measured = standards.filter(({ target, deadline }) => target !== undefined || deadline !== undefined);
  return {
    qualifications: qualifications.length,
    duties: duties.length,
    standards: standards.length,
    measured: measured.length,
  };
}

/** The beginnings of what was not placed, with the lines they stand on. */
function excerpts({ source: { text }, result }: ImportedFile): { readonly line: number; readonly text: string }[] {
  let [line, at] = [1, 0];
  return result.unplaced.map(({ start, end }) => {
    line += text.slice(at, start).split("\n").length - 1;
    at = start;
    const words = text.slice(start, end).replace(/\s+/gu, " ");
    return { line, text: words.length > 60 ? `${words.slice(0, 60)}…` : words };
  });
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
