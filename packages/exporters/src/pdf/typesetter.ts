import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { ExportError } from "../export-error.ts";
import { type Coverage, coverageOf } from "./coverage.ts";
import type { PageDocument } from "./page-layout.ts";

/** What it takes to set one document. */
export interface TypesetJob {
  readonly page: PageDocument;
  /** PDF standard in Typst's spelling, e.g. `ua-1`, `a-2a`. */
  readonly standard: string;
  /** Seconds since 1970, UTC; the same document with the same time gives the same bytes. */
  readonly createdAt: number;
}

/** The files a typesetter works with, read once. */
export interface TypesetterFiles {
  /** The Typst source of the page. */
  readonly template: string;
  /** Fonts that set text: every character must be in all of them. */
  readonly textFonts: readonly Buffer[];
  readonly headingFonts: readonly Buffer[];
}

/** Sets documents with one warm compiler. Synchronous and heavy: meant for a worker thread. */
export class Typesetter {
  readonly #compiler: NodeCompiler;
  readonly #template: string;
  readonly #coverage: readonly Coverage[];

  constructor(files: TypesetterFiles) {
    this.#template = files.template;
    this.#coverage = files.textFonts.map(coverageOf);
    // The compiler asks for a root folder. This one never exists, so that no file on earth can be read through it.
    this.#compiler = NodeCompiler.create({
      workspace: join(tmpdir(), `rolewright-nowhere-${randomUUID()}`),
      fontArgs: [{ fontBlobs: [...files.textFonts, ...files.headingFonts] }],
    });
  }

  /**
   * Sets one document.
   *
   * Throws `export/missing-glyph` naming the first characters that the fonts cannot draw, and `export/refused` with
   * the compiler's own words where the standard is not met (no title, no alternative text, a skipped heading level).
   */
  typeset(job: TypesetJob): Uint8Array {
    this.#checkGlyphs(job.page);
    try {
      const compiled = this.#compiler.compile({
        mainFileContent: this.#template,
        inputs: { document: JSON.stringify(job.page) },
      });
      if (!compiled.result) throw this.#refusal(compiled.takeError()?.shortDiagnostics);
      return this.#compiler.pdf(compiled.result, { pdfStandard: job.standard, creationTimestamp: job.createdAt });
    } catch (problem) {
      if (problem instanceof ExportError) throw problem;
      throw this.#refusal(problem instanceof Error ? problem.message : problem);
    } finally {
      // Typst memoises by content and never forgets by itself; with the caller's setImmediate this keeps memory flat.
      this.#compiler.evictCache(0);
    }
  }

  #refusal(reason: unknown): ExportError {
    const words = typeof reason === "string" ? reason : JSON.stringify(reason);
    return new ExportError("export/refused", { reason: (words ?? "").slice(0, 2000) });
  }

  #checkGlyphs(page: PageDocument): void {
    const missing = [...new Set(JSON.stringify(page, visible))].filter((character) => !this.#canDraw(character));
    if (missing.length === 0) return;
    throw new ExportError("export/missing-glyph", {
      characters: missing.slice(0, 20),
      codePoints: missing.slice(0, 20).map(codePointName),
      count: missing.length,
    });
  }

  #canDraw(character: string): boolean {
    const codePoint = character.codePointAt(0) ?? 0;
    if (invisible.test(character)) return true;
    return this.#coverage.every((covers) => covers(codePoint));
  }
}

/** Spaces and format characters need no glyph of their own. */
const invisible = /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/u;

/** JSON escapes control characters, which would hide them from the check. */
function visible(_key: string, value: unknown): unknown {
  return typeof value === "string"
    ? value.replaceAll(/\p{Cc}/gu, (control) => (control === "\n" ? " " : "\uFFFF"))
    : value;
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
