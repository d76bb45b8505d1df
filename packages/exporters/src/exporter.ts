import type { ExportOptions, PrintDocument } from "./document/print-document.ts";

/** Writes print documents in one format. */
export interface Writer {
  /** The file's bytes. Leaves the document untouched; rejects with an `ExportError`. */
  write(document: PrintDocument, options?: ExportOptions): Promise<Uint8Array>;
  /** Lets go of what the writer keeps warm; it can be used again. */
  close?(): Promise<void>;
}

/** One export format; its writer is loaded when it is first needed. */
export interface Exporter {
  /** What a command or a request names it by, e.g. `pdf`. */
  readonly id: string;
  /** Without the dot, e.g. `pdf`. */
  readonly extension: string;
  readonly mediaType: string;
  readonly load: () => Promise<Writer>;
}
