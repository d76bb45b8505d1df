import type { Diagnostic } from "./diagnostic.ts";
import type { TemplateSource } from "./template.ts";

/** What `readTemplate` found: the template when nothing is wrong with it, and every finding with its place. */
export interface ReadResult {
  readonly template?: TemplateSource;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a template's text. Never throws: whatever the text holds, the answer is data. */
export function readTemplate(_text: string): ReadResult {
  return { diagnostics: [] };
}
