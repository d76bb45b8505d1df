import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type LibraryName, limits, type TemplateHost } from "@rolewright/runtime";

const shipped = fileURLToPath(new URL("../../../templates", import.meta.url));

/** One text that a template on disk may extend. */
interface Parent extends LibraryName {
  readonly path: string;
  readonly text: string;
}

/** Templates and KPIs in files. */
export interface TemplateFiles extends TemplateHost {
  names(): readonly LibraryName[];
  /** The file that holds what `x-extends` names. */
  fileOf(id: string, version?: number): string | undefined;
}

/**
 * What a template on disk may extend: the templates and KPIs beside it, then the shipped ones. A file beside it stands
 * for every version of its `$id`: what version it is, is known to the place that published it. A shipped file is version
 * 1, or the one its name ends with (`collection-rate@2.jsonc`).
 */
export function templatesAround(file: string): TemplateFiles {
  const own = resolve(file);
  let known: readonly Parent[] | undefined;
  const parents = () => {
    known ??= [...parentsIn(dirname(own), own), ...shippedParents()];
    return known;
  };
  const find = (id: string, version: number | undefined) => {
    return parents().find((parent) => parent.id === id && isVersion(parent, version));
  };
  return {
    template: (id, version) => find(id, version)?.text,
    fileOf: (id, version) => find(id, version)?.path,
    names: () => [...new Map(parents().map(({ text: _, path: __, ...name }) => [name.id, name])).values()],
  };
}

function isVersion(parent: Parent, version: number | undefined): boolean {
  return version === undefined || parent.version === undefined || parent.version === version;
}

/** The newest version of each first. */
function shippedParents(): Parent[] {
  const parents = parentsIn(shipped).map((parent) => ({ ...parent, version: versionOf(parent.path) }));
  return parents.sort((a, b) => b.version - a.version);
}

function versionOf(path: string): number {
  return Number(/@(\d+)\.jsonc?$/.exec(path)?.[1] ?? 1);
}

/**
 * The `.json` and `.jsonc` files of a folder that have an `$id`; the shipped ones lie in folders by family. The folder
 * of a text that was never saved need not exist.
 */
function parentsIn(folder: string, except?: string): Parent[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true, recursive: folder === shipped });
  return entries
    .filter((entry) => entry.isFile() && /\.jsonc?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path !== except)
    .flatMap((path) => parentIn(path));
}

/** A folder may hold any other JSON. */
function parentIn(path: string): Parent[] {
  const text = textOf(path);
  const id = text && idIn(text);
  if (!id) return [];
  const head = headOf(text);
  const title = /"title"\s*:\s*"([^"]+)"/.exec(head)?.[1];
  const kind = head.includes('"https://rolewright.dev/kpi/') ? "kpi" : "role";
  return [{ path, text, id, kind, ...(title === undefined ? {} : { title }) }];
}

/** UTF-8 takes at most so many bytes for one UTF-16 code unit. */
const mostBytes = 3 * limits.size;

/** The text of a file; undefined for one longer than a template may be, and where it cannot be read (any more). */
function textOf(path: string): string | undefined {
  try {
    return statSync(path).size > mostBytes ? undefined : readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** The `$id` a text gives itself. Only its head is looked at, where `$id` and `title` stand. */
export function idIn(text: string): string | undefined {
  return /"\$id"\s*:\s*"([^"]+)"/.exec(headOf(text))?.[1];
}

function headOf(text: string): string {
  return text.slice(0, 4096);
}
