import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { ProblemError } from "../http/problem.ts";
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

/**
 * Loads the shipped role templates into a new workspace, each as published version 1. Its family is its folder.
 * The KPI library (`kpis/`) is no roles and is left out.
 */
export async function loadShippedTemplates(options: ShippedOptions): Promise<void> {
  if (!existsSync(options.folder)) return;
  const files: string[] = [];
  for await (const file of glob("**/*.jsonc", { cwd: options.folder })) files.push(file);
  for (const file of files.sort()) {
    const [family = ""] = file.split(sep);
    if (family !== "kpis") await load(file, file === family ? "" : family, options);
  }
}

/** Its id is its path, so that a first start that was cut short can be repeated. */
async function load(file: string, family: string, options: ShippedOptions): Promise<void> {
  const { folder, workspaceId, templates, revisions, publisher, report } = options;
  const id = file.replace(/\.jsonc$/, "").replaceAll(sep, "-");
  if (!(await templates.exists(workspaceId, id))) await templates.create(workspaceId, family, null, id);
  await templates.write(workspaceId, id, await readFile(join(folder, file), "utf8"), null);
  try {
    await revisions.make(workspaceId, id, { kind: "published" }, { name: publisher });
  } catch (problem) {
    if (!(problem instanceof ProblemError)) throw problem;
    if (problem.code === "nothing-to-publish") return;
    report("shipped-template-not-published", { file, diagnostics: problem.found?.diagnostics });
  }
}
