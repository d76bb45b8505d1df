import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { valueAt } from "@rolewright/runtime";
import { ProblemError } from "../http/problem.ts";
import type { ShippedTemplate } from "../protocol.ts";
import type { RevisionStore } from "./revision-store.ts";
import type { TemplateStore } from "./template-store.ts";

export interface ShippedOptions {
  readonly folder: string;
  readonly workspaceId: string;
  readonly templates: TemplateStore;
  readonly revisions: RevisionStore;
  /** Who the published versions are put down to. */
  readonly publisher: string;
  /** Told of a shipped template that has errors; it stays a draft. */
  readonly report: (event: string, details: Record<string, unknown>) => void;
}

/** The shipped role templates, as beginnings of new roles. */
export class ShippedTexts {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async list(): Promise<readonly ShippedTemplate[]> {
    const files = await filesIn(this.#folder);
    return Promise.all(
      files.map(async ({ path, family }) => {
        const text = await readFile(join(this.#folder, `${path}.jsonc`), "utf8");
        return { path, family, title: String(valueAt(text, ["title"]) ?? path), titles: titlesOf(text) };
      }),
    );
  }

  /** The text behind a path of `list`; undefined where there is none. */
  async text(path: string): Promise<string | undefined> {
    const known = (await filesIn(this.#folder)).some((file) => file.path === path);
    return known ? readFile(join(this.#folder, `${path}.jsonc`), "utf8") : undefined;
  }
}

function titlesOf(text: string): Readonly<Record<string, string>> {
  const translations = Object.keys(valueAt(text, ["x-i18n"]) ?? {});
  const titles = translations.map((tag) => [tag, valueAt(text, ["x-i18n", tag, "title"])] as const);
  return Object.fromEntries(titles.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

/** The role templates of a folder by their path, each with its family. The KPI library (`kpis/`) is no roles. */
async function filesIn(folder: string): Promise<readonly { readonly path: string; readonly family: string }[]> {
  if (!existsSync(folder)) return [];
  const paths: string[] = [];
  for await (const file of glob("**/*.jsonc", { cwd: folder }))
    paths.push(file.replace(/\.jsonc$/, "").replaceAll(sep, "/"));
  const files = paths.sort().map((path) => ({ path, family: path.includes("/") ? (path.split("/")[0] ?? "") : "" }));
  return files.filter(({ family }) => family !== "kpis");
}

/**
 * Loads the shipped role templates into a new workspace, each as published version 1. Its family is its folder.
 */
export async function loadShippedTemplates(options: ShippedOptions): Promise<void> {
  for (const { path, family } of await filesIn(options.folder)) await load(path, family, options);
}

/** Its id is its path, so that a first start that was cut short can be repeated. */
async function load(path: string, family: string, options: ShippedOptions): Promise<void> {
  const { folder, workspaceId, templates, revisions, publisher, report } = options;
  const id = path.replaceAll("/", "-");
  if (!(await templates.exists(workspaceId, id))) await templates.create(workspaceId, family, null, id);
  await templates.write(workspaceId, id, await readFile(join(folder, `${path}.jsonc`), "utf8"), null);
  try {
    await revisions.make(workspaceId, id, { kind: "published" }, { name: publisher });
  } catch (problem) {
    if (!(problem instanceof ProblemError)) throw problem;
    if (problem.code === "nothing-to-publish") return;
    report("shipped-template-not-published", { path, diagnostics: problem.found?.diagnostics });
  }
}
