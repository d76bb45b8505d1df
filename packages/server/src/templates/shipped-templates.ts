import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { valueAt } from "@rolewright/runtime";
import { ProblemError } from "../http/problem.ts";
import type { ShippedTemplate } from "../protocol.ts";
import { idOf, referenceParts, referencesOf, titlesOf } from "./library-text.ts";
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

interface ShippedFile {
  /** Under the folder, without its ending: `customer-service/property/customer-service-supervisor`. */
  readonly path: string;
  /** The folder it lies in. */
  readonly family: string;
  /** Family and name, so that it stays when a family moves to another folder. */
  readonly id: string;
}

/** The role templates of a folder by their path. The KPI library (`kpis/`) is no roles. */
async function filesIn(folder: string): Promise<readonly ShippedFile[]> {
  if (!existsSync(folder)) return [];
  const paths: string[] = [];
  for await (const file of glob("**/*.jsonc", { cwd: folder }))
    paths.push(file.replace(/\.jsonc$/, "").replaceAll(sep, "/"));
  return paths
    .filter((path) => !path.startsWith("kpis/"))
    .sort()
    .map((path) => ({ path, family: path.split("/").at(-2) ?? "", id: path.split("/").slice(-2).join("-") }));
}

/** Loads the shipped role templates into a new workspace, each as published version 1. */
export async function loadShippedTemplates(options: ShippedOptions): Promise<void> {
  const files = await filesIn(options.folder);
  const roles = await Promise.all(
    files.map(async (file) => ({ ...file, text: await readFile(join(options.folder, `${file.path}.jsonc`), "utf8") })),
  );
  for (const role of parentsFirst(roles)) await load(role, options);
}

interface ShippedRole extends ShippedFile {
  readonly text: string;
}

/** What a role extends is published before it, or it could not be read. */
function parentsFirst(roles: readonly ShippedRole[]): ShippedRole[] {
  const byId = new Map(roles.map((role) => [idOf(role.text), role]));
  const ordered = new Set<ShippedRole>();
  const visit = (role: ShippedRole, heirs: readonly ShippedRole[]): void => {
    if (heirs.includes(role)) return;
    for (const reference of referencesOf(role.text)) {
      const parent = byId.get(referenceParts(reference).id);
      if (parent) visit(parent, [...heirs, role]);
    }
    ordered.add(role);
  };
  for (const role of roles) visit(role, []);
  return [...ordered];
}

/** A first start that was cut short can be repeated: a role that is there is written over with the same text. */
async function load({ id, path, family, text }: ShippedRole, options: ShippedOptions): Promise<void> {
  const { workspaceId, templates, revisions, publisher, report } = options;
  if (!(await templates.exists(workspaceId, id))) await templates.create(workspaceId, family, null, id);
  await templates.write(workspaceId, id, text, null);
  try {
    await revisions.make(workspaceId, id, { kind: "published" }, { name: publisher });
  } catch (problem) {
    if (!(problem instanceof ProblemError)) throw problem;
    if (problem.code === "nothing-to-publish") return;
    report("shipped-template-not-published", { path, diagnostics: problem.found?.diagnostics });
  }
}
