import { ExportError, exporters, type Writer } from "@rolewright/exporters";
import type { PrintDocument } from "@rolewright/exporters/document";
import { createTranslator, languageFor, languages, type Translator } from "@rolewright/locale";
import { ProblemError, required } from "../http/problem.ts";

/** A finished file. */
export interface ExportedFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
  /** Value of `Content-Disposition`. */
  readonly disposition: string;
}

/** Media types of every format, for the API's description. */
export const mediaTypes: readonly string[] = exporters.map(({ mediaType }) => mediaType);

/** Speaks the language a file was asked for in, else the template's own. */
export function exportTranslator(asked: string | undefined, own: string): Promise<Translator> {
  const known = languages.map(({ tag }) => tag);
  if (asked !== undefined && languageFor(asked) === undefined)
    throw new ProblemError(400, "unknown-language", { language: asked, known });
  return createTranslator(asked ?? own);
}

/** Writers that were needed so far. */
const used = new Set<Writer>();

/** Writes a document in a format; `name` is the file's name without its ending, in any script. */
export async function exportFile(document: PrintDocument, format: string, name: string): Promise<ExportedFile> {
  const unknown = new ProblemError(400, "unknown-format", { format, known: exporters.map(({ id }) => id) });
  const { extension, mediaType, load } = required(
    exporters.find(({ id }) => id === format),
    unknown,
  );
  try {
    const writer: Writer = await load();
    used.add(writer);
    const bytes = await writer.write(document, {});
    return { bytes: Buffer.from(bytes), mediaType, disposition: attachment(`${name}.${extension}`) };
  } catch (problem) {
    if (problem instanceof ExportError) throw exportProblem(problem);
    throw problem;
  }
}

/** Media type of a template's own text: JSON with comments has none of its own. */
export const sourceType = "text/plain; charset=utf-8";

/** A template's own text as a file. */
export function textFile(text: string, name: string): ExportedFile {
  return { bytes: Buffer.from(text), mediaType: sourceType, disposition: attachment(`${name}.jsonc`) };
}

function exportProblem({ code, params }: ExportError): ProblemError {
  return new ProblemError(422, "export-failed", { problems: [{ code, params }] });
}

/** Lets go of what writers keep warm (the PDF writer keeps a thread). */
export async function closeWriters(): Promise<void> {
  for (const writer of used) await writer.close?.();
  used.clear();
}

/** A download's name for every browser: ASCII first, then the real one (RFC 5987, RFC 6266). */
function attachment(name: string): string {
  const clean = name.replace(/[\p{Cc}/\\:*?"<>|]/gu, " ").trim();
  const plain = clean.replace(/[^\x20-\x7e]+/g, "_");
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
