import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Severity } from "../diagnostic.ts";
import { applyEdits, edit } from "../edit.ts";
import { inspect } from "../inspect.ts";
import type { JsonValue } from "../json.ts";
import type { RoleModel } from "../model.ts";
import type { TemplateHost, TemplatePath } from "../template.ts";

/* Template texts for tests: a whole role that has no findings, and the same with something changed. */

/** The text of a role without findings. */
export const supervisorText = readFileSync(
  new URL("../fixtures/service-supervisor.jsonc", import.meta.url),
  "utf8",
).replaceAll("\r\n", "\n");

/** Path of an item among the standards, and on into it. */
export function standard(key: string, ...rest: TemplatePath): TemplatePath {
  return ["properties", "standards", "properties", key, ...rest];
}

/** The supervisor's text with a value put at a path (undefined removes). */
export function supervisorWith(path: TemplatePath, value: JsonValue | undefined): string {
  const result = edit(supervisorText, [...path], value);
  assert.ok("edits" in result);
  return applyEdits(supervisorText, result.edits);
}

/** The model of a text that compiles. */
export function compiled(text: string, host?: TemplateHost): RoleModel {
  const { role, diagnostics } = inspect(text, host);
  assert.ok(role, JSON.stringify(diagnostics));
  return role;
}

/** The errors and warnings of a text as `code at the text they point at`. */
export function findings(text: string, host?: TemplateHost): string[] {
  return pointed(text, ["error", "warning"], host);
}

/** The same of its advice, the findings of severity info. */
export function advice(text: string, host?: TemplateHost): string[] {
  return pointed(text, ["info"], host);
}

function pointed(text: string, severities: readonly Severity[], host?: TemplateHost): string[] {
  return inspect(text, host)
    .diagnostics.filter(({ severity }) => severities.includes(severity))
    .map(({ code, range }) => `${code} at ${text.slice(range.start, Math.min(range.end, range.start + 40))}`);
}

/** The text after the fix with this code of the first finding that has it. */
export function fixed(text: string, code: string, which = 0): string {
  const fixes = inspect(text).diagnostics.flatMap((found) => found.fixes.filter((fix) => fix.code === code));
  const fix = fixes[which];
  assert.ok(fix, `no fix ${code}`);
  return applyEdits(text, fix.edits);
}
