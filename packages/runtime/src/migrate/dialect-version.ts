import type { Diagnostic } from "../diagnostic.ts";
import { dialectId, kpiDialectId } from "../dialect/names.ts";
import { finding } from "../finding.ts";
import type { JsonValue } from "../json.ts";
import { valueRange } from "../places.ts";
import type { SyntaxNode } from "../template.ts";

const shape = /^(?<family>.*\/)(?<version>0|[1-9]\d{0,5})$/;

/** The version that a name of the dialect ends with; undefined for the name of any other dialect. */
export function versionOf(name: JsonValue | undefined, dialect: string = dialectId): number | undefined {
  const groups = typeof name === "string" ? shape.exec(name)?.groups : undefined;
  return groups && groups.family === shape.exec(dialect)?.groups?.family ? Number(groups.version) : undefined;
}

/** The dialect's name with another version. */
export function dialectNamed(version: number): string {
  return dialectId.replace(shape, `$<family>${version}`);
}

/** The version this program reads and writes. */
export const currentVersion = versionOf(dialectId) ?? 0;

/**
 * That a template, or a KPI of the library, is written in a dialect newer than this program.
 *
 * The rule of forward compatibility: within a version the dialect only grows by keywords, values and kinds that a
 * template may leave out, and what a template says keeps its meaning; whatever would change a meaning, or refuse what
 * was allowed, makes a new version with a migration. So a program reads every template of its own version that uses
 * nothing younger than itself (what is younger is a finding, never skipped), migrates those of older versions, and
 * refuses those of newer ones as a whole: half a template read by guesswork would make wrong scorecards that look right.
 */
export function newerDialect(
  name: JsonValue | undefined,
  tree: SyntaxNode,
  current = currentVersion,
): Diagnostic | undefined {
  // The two dialects grow together: a KPI is written as an item of a template is.
  const version = versionOf(name) ?? versionOf(name, kpiDialectId);
  if (version === undefined || version <= current) return undefined;
  const place = { path: ["$schema"], range: valueRange(tree, ["$schema"]) };
  return finding("dialect/newer", "error", place, { version, current });
}
