import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** The JSON service inside Monaco's worker, as far as we ask it. */
export interface JsonService {
  configure(settings: object): void;
  parseJSONDocument(document: JsonDocument): object;
  doValidation(document: JsonDocument, parsed: object, settings: object): Promise<{ message: string }[]>;
  doComplete(document: JsonDocument, position: object, parsed: object): Promise<{ items: JsonCompletion[] } | null>;
  doHover(document: JsonDocument, position: object, parsed: object): Promise<{ contents: unknown } | null>;
}

export interface JsonDocument {
  positionAt(offset: number): object;
}

export interface JsonCompletion {
  readonly label: string;
  readonly insertText?: string;
}

export interface JsonServiceBundle {
  getLanguageService(parameters: object): JsonService;
  TextDocument: { create(uri: string, language: string, version: number, text: string): JsonDocument };
}

/** Loads Monaco's own copy of the service, bundled: it is written for bundlers and Node cannot import it as it is. */
export async function loadJsonService(): Promise<JsonServiceBundle> {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "rolewright-editor-service-"));
  const external = "monaco-editor/esm/external";
  const outfile = join(folder, "service.mjs");
  const contents = `
    export { getLanguageService } from "./node_modules/${external}/vscode-json-languageservice/lib/esm/jsonLanguageService.js";
    export { TextDocument } from "./node_modules/${external}/vscode-languageserver-textdocument/lib/esm/main.js";`;
  try {
    await build({ stdin: { contents, resolveDir: root }, bundle: true, format: "esm", platform: "node", outfile });
    return (await import(pathToFileURL(outfile).href)) as JsonServiceBundle;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
