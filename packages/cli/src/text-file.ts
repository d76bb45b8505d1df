import { readFile, realpath, rename, stat, writeFile } from "node:fs/promises";
import { UseError } from "./context.ts";

/** Far above what a template may hold; a film given by mistake should not be read into memory to be refused. MiB. */
const largest = 64;

/** Reads a UTF-8 file; a byte order mark is left out. Throws a `UseError` that names the file and what is wrong. */
export async function readText(file: string): Promise<string> {
  const bytes = await readBytes(file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UseError("notUtf8", { file });
  }
}

/** Reads a file of any kind, up to `most` MiB. Throws a `UseError` that names the file and what is wrong. */
export async function readBytes(file: string, most = largest): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > most * 2 ** 20) throw new UseError("tooLarge", { file, megabytes: Math.round(size / 2 ** 20), most });
    return await readFile(file);
  } catch (error) {
    throw fileProblem(file, error);
  }
}

/** What a failed call to the file system means for whoever named the file. */
export function fileProblem(file: string, error: unknown): unknown {
  if (!(error instanceof Error && "code" in error)) return error;
  if (error.code === "ENOENT") return new UseError("noFile", { file });
  if (error.code === "EISDIR") return new UseError("isFolder", { file });
  if (error.code === "EACCES" || error.code === "EPERM") return new UseError("noAccess", { file });
  return error;
}

/**
 * Puts a text in place of a file's. The whole new text or the whole old one is in the file at every moment; links and
 * permissions stay.
 */
export async function replaceText(file: string, text: string): Promise<void> {
  try {
    const target = await realpath(file);
    const { mode } = await stat(target);
    const draft = `${target}.${process.pid}.tmp`;
    await writeFile(draft, text, { mode, flush: true });
    await rename(draft, target);
  } catch (error) {
    throw new UseError("notWritten", { out: file, problem: error instanceof Error ? error.message : String(error) });
  }
}
