import type { TemplateSummary } from "@rolewright/server/protocol";
import { readTemplate, templateExport } from "../../data/api.ts";
import { download } from "../../data/request.ts";

/** What roles are exported as; `jsonc` is the template itself. */
export type ExportFormat = "pdf" | "md" | "html" | "jsonc";

export const exportFormats: readonly ExportFormat[] = ["pdf", "md", "html", "jsonc"];

/** How far an export is. */
export interface ExportProgress {
  readonly done: number;
  readonly of: number;
  /** Title of the role that is being made. */
  readonly title: string;
}

export interface ExportResult {
  /** One archive with a file for each role that could be made. */
  readonly zip: Blob;
  /** Roles that could not be made, with why. */
  readonly failed: readonly { readonly title: string; readonly reason: unknown }[];
}

/**
 * Makes files of roles one after another and packs them; one that cannot be made does not keep the others back.
 * Throws the signal's reason when it is aborted.
 */
export async function exportRoles(
  roles: readonly TemplateSummary[],
  format: ExportFormat,
  language: string,
  options: { readonly signal: AbortSignal; readonly progress: (progress: ExportProgress) => void },
): Promise<ExportResult> {
  const files: Record<string, Uint8Array> = {};
  const failed: { title: string; reason: unknown }[] = [];
  for (const [index, role] of roles.entries()) {
    options.progress({ done: index, of: roles.length, title: role.title });
    try {
      files[freeName(role.title, format, files)] = await fileOf(role.id, format, language, options.signal);
    } catch (reason) {
      options.signal.throwIfAborted();
      failed.push({ title: role.title, reason });
    }
  }
  const { zipSync } = await import("fflate");
  // PDFs are compressed already.
  const packed = zipSync(files, { level: format === "pdf" ? 0 : 6 });
  return { zip: new Blob([packed as Uint8Array<ArrayBuffer>], { type: "application/zip" }), failed };
}

async function fileOf(id: string, format: ExportFormat, language: string, signal: AbortSignal): Promise<Uint8Array> {
  signal.throwIfAborted();
  if (format === "jsonc") return new TextEncoder().encode((await readTemplate(id)).text);
  return download(templateExport(id, { format, language }), signal);
}

/** The title as a file name of every system; roles of one title are counted. */
export function freeName(title: string, ending: string, taken: Readonly<Record<string, unknown>>): string {
  const stem = title.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_").trim() || "role";
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? `${stem}.${ending}` : `${stem} (${count}).${ending}`;
    if (!Object.hasOwn(taken, name)) return name;
  }
}
