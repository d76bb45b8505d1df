import type { Diagnostic } from "./diagnostic.ts";
import type { RoleModel } from "./model.ts";
import type { TemplateHost, TemplateSource } from "./template.ts";

/** The role model when the template means something, and every finding with its place. */
export interface CompileResult {
  readonly role?: RoleModel;
  readonly diagnostics: readonly Diagnostic[];
}

/** Turns a template into the role model. */
export function compile(_template: TemplateSource, _host: TemplateHost): CompileResult {
  return { diagnostics: [] };
}
