import type { Diagnostic } from "./diagnostic.ts";
import { kpiDialectId } from "./dialect/names.ts";
import { finding } from "./finding.ts";
import { limits } from "./limits.ts";
import { newerDialect } from "./migrate/dialect-version.ts";
import { parseText } from "./parse.ts";
import { safeValue } from "./safe-value.ts";
import { checkSchemas } from "./schema-safety.ts";
import type { KpiSource, SyntaxNode, TemplateSource, TextSource } from "./template.ts";
import { checkGrammar, type TextKind } from "./validate.ts";

/** What `readTemplate` found: the template when nothing is wrong with it, and every finding with its place. */
export interface ReadResult {
  readonly template?: TemplateSource;
  readonly diagnostics: readonly Diagnostic[];
}

/** What `readKpi` found, likewise. */
export interface KpiReadResult {
  readonly kpi?: KpiSource;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a template's text. Never throws: whatever the text holds, the answer is data.
 *
 * ```
 * text ──caps, parse──► tree ──safe keys──► value ──references, patterns, grammar──► template
 * ```
 * A step with errors is the last one: what comes after would only repeat its findings in other words.
 */
export function readTemplate(text: string): ReadResult {
  const { source, diagnostics } = readText(text, "role");
  return source ? { template: source, diagnostics } : { diagnostics };
}

/** Reads the text of a library KPI, as `readTemplate` reads a template's. */
export function readKpi(text: string): KpiReadResult {
  const { source, diagnostics } = readText(text, "kpi");
  return source ? { kpi: source, diagnostics } : { diagnostics };
}

/** A text of either dialect, as `x-extends` may name it; without a dialect it is taken for a template. */
export interface TextReadResult {
  readonly kind: TextKind;
  readonly source?: TextSource;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a text in the dialect its `$schema` names, or in the one stated. */
export function readText(text: string, stated?: TextKind): TextReadResult {
  // 1. Parse: size, depth, syntax
  const { tree, diagnostics } = parseText(text);
  const unread = stated ?? "role";
  if (!tree) return { kind: unread, diagnostics };
  if (tree.type !== "object") return { kind: unread, diagnostics: [notAnObject(tree)] };

  // 2. Read the value: duplicate and unsafe keys, numbers beyond reach
  const { value, problems } = safeValue(tree);
  const kind = stated ?? (value.$schema === kpiDialectId ? "kpi" : "role");
  if (problems.length > 0) return { kind, diagnostics: capped(problems) };

  // A newer dialect is refused as a whole: its rules are not known, so nothing found by ours would be true
  const newer = newerDialect(value.$schema, tree);
  if (newer) return { kind, diagnostics: [newer] };

  // 3. Check it: what could run away, then the grammar of the dialect
  const partial = value["x-extends"] !== undefined;
  const unsafe = checkSchemas(value, tree, partial);
  const wrong = checkGrammar({ value, text, tree, kind, complete: false });
  const found = capped([...unsafe, ...wrong.filter((other) => !unsafe.some((first) => samePlace(first, other)))]);
  return found.length > 0 ? { kind, diagnostics: found } : { kind, source: { text, value, tree }, diagnostics: [] };
}

function notAnObject(tree: SyntaxNode): Diagnostic {
  return finding("syntax/not-an-object", "error", { path: [], range: { start: tree.offset, end: tree.offset + 1 } });
}

function samePlace(a: Diagnostic, b: Diagnostic): boolean {
  return a.range.start === b.range.start && a.range.end === b.range.end;
}

/** At most as many findings as a person can work through; a last one says how many more there are. */
function capped(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const more = diagnostics.length - limits.findings;
  const [first] = diagnostics;
  if (more <= 0 || !first) return diagnostics;
  return [...diagnostics.slice(0, limits.findings), finding("limits/findings", "info", first, { more })];
}
