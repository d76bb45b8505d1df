import type { ExportOptions, PrintDocument } from "../document/print-document.ts";
import { ExportError } from "../export-error.ts";
import { pageLayout } from "./page-layout.ts";
import { Press } from "./press.ts";

/** Standards a PDF can be written to: PDF/UA-1 (accessible, the default) and PDF/A-2a (archive). */
export const pdfStandards = ["ua-1", "a-2a"] as const;

const press = new Press();

/**
 * Writes a print document as a tagged PDF with embedded fonts.
 *
 * Options: `standard` (`ua-1` or `a-2a`), `createdAt` (ISO 8601 instant; default 1970-01-01, so that the same document
 * gives the same bytes). Rejects with an `ExportError`.
 */
export async function write(document: PrintDocument, options: ExportOptions = {}): Promise<Uint8Array> {
  const standard = options.standard ?? "ua-1";
  if (!pdfStandards.some((known) => known === standard)) {
    throw new ExportError("export/unknown-standard", { standard, known: [...pdfStandards] });
  }
  return press.set({
    page: pageLayout(document),
    standard: String(standard),
    createdAt: secondsOf(options.createdAt),
  });
}

/** Lets the PDF worker go at once; the next `write` starts a new one. For servers that shut down. */
export function close(): Promise<void> {
  return press.close();
}

function secondsOf(createdAt: ExportOptions[string] | undefined): number {
  const milliseconds = typeof createdAt === "string" ? Date.parse(createdAt) : 0;
  return Number.isFinite(milliseconds) ? Math.max(0, Math.floor(milliseconds / 1000)) : 0;
}
