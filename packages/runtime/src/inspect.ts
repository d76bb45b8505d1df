import { type CompileResult, compile } from "./compile.ts";
import { type DiagnoseOptions, diagnose } from "./diagnose.ts";
import { readTemplate } from "./read.ts";
import type { TemplateHost, TemplateSource } from "./template.ts";

/** All that can be said about a template's text. */
export interface Inspection extends CompileResult {
  readonly template?: TemplateSource;
}

const nobody: TemplateHost = { template: () => undefined };

/** Reads, compiles and diagnoses in one call: what the page, the server and the command line use. */
export function inspect(text: string, host: TemplateHost = nobody, options: DiagnoseOptions = {}): Inspection {
  const read = readTemplate(text);
  if (!read.template) return { diagnostics: read.diagnostics };
  const compiled = compile(read.template, host);
  const findings = compiled.role ? diagnose(compiled.role, read.template, options) : [];
  return {
    template: read.template,
    ...(compiled.role ? { role: compiled.role } : {}),
    diagnostics: [...read.diagnostics, ...compiled.diagnostics, ...findings],
  };
}
