import { type CompileResult, compileResolved } from "./compile.ts";
import { type DiagnoseOptions, decided, ruleFindings } from "./diagnose.ts";
import { lintContext } from "./lint/rule.ts";
import type { RoleModel } from "./model.ts";
import { readTemplate } from "./read.ts";
import type { Reading } from "./reading.ts";
import { reinspect } from "./reinspect.ts";
import { type Resolved, resolve } from "./resolve.ts";
import { tokensOf } from "./syntax.ts";
import type { TemplateHost, TemplateSource } from "./template.ts";

/** All that can be said about a template's text. */
export interface Inspection extends CompileResult {
  readonly template?: TemplateSource;
}

export interface InspectOptions extends DiagnoseOptions {
  /**
   * The inspection of the text before it changed. Where only one item is different, and no parent, the answer comes in a
   * fraction of the time; it is the same answer.
   */
  readonly previous?: Inspection;
}

const nobody: TemplateHost = { template: () => undefined };

/** What an inspection leaves for the next; for a text with errors that is what the last one without left. */
const readings = new WeakMap<Inspection, Reading>();

/** Reads, compiles and diagnoses in one call: what the page, the server and the command line use. */
export function inspect(text: string, host: TemplateHost = nobody, options: InspectOptions = {}): Inspection {
  const before = options.previous && readings.get(options.previous);
  const again = before && reinspect(text, host, before);
  if (again) return remembered(inspectionOf(again, options), again);
  const { reading, ...inspection } = fromTheStart(text, host, options);
  return remembered(inspection, reading ?? before);
}

function remembered(inspection: Inspection, reading: Reading | undefined): Inspection {
  if (reading) readings.set(inspection, reading);
  return inspection;
}

function inspectionOf({ template, role, findings }: Reading, options: DiagnoseOptions): Inspection {
  const diagnostics = decided(findings, lintContext(role, template), template, options);
  return { template, role, diagnostics };
}

function fromTheStart(
  text: string,
  host: TemplateHost,
  options: DiagnoseOptions,
): Inspection & { readonly reading?: Reading } {
  const { template, diagnostics } = readTemplate(text);
  if (!template) return { diagnostics };
  const resolved = resolve(template, host);
  const { role, diagnostics: found } = compileResolved(template, resolved);
  if (!role) return { template, diagnostics: [...diagnostics, ...found] };
  const reading = readingOf(template, resolved, role);
  const { diagnostics: findings } = inspectionOf(reading, options);
  // What was found on the way to the parents is about the whole, and would have to be found again.
  const sound = found.length === 0;
  return { template, role, diagnostics: [...diagnostics, ...found, ...findings], ...(sound ? { reading } : {}) };
}

function readingOf(template: TemplateSource, resolved: Resolved, role: RoleModel): Reading {
  const findings = ruleFindings(lintContext(role, template));
  return { template, resolved, role, findings, tokens: tokensOf(template.tree) ?? 0 };
}
