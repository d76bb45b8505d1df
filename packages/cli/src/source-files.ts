import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { UseError } from "./context.ts";
import { fileProblem } from "./text-file.ts";

/** Hidden files, and the locks that Word lays beside an open document. */
const strange = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/iu;

/** The files named, folders replaced by all files in them, in the order of their names. Throws a `UseError`. */
export async function sourceFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await inPath(path);
    if (found.length === 0) throw new UseError("emptyFolder", { file: path });
    files.push(...found);
  }
  return [...new Set(files)];
}

async function inPath(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    // Links in folders are not followed: they may lead in a circle, or out of what was meant.
    const entries = await readdir(path, { withFileTypes: true });
    const kept = entries.filter((entry) => !strange.test(entry.name) && (entry.isDirectory() || entry.isFile()));
    const names = kept
      .map(({ name }) => name)
      .sort((one, other) => one.localeCompare(other, "zh-CN", { numeric: true }));
    const found: string[] = [];
    for (const name of names) found.push(...(await inPath(join(path, name))));
    return found;
  } catch (error) {
    throw fileProblem(path, error);
  }
}
