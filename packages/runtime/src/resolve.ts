import type { DiagnosticCode } from "./codes.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { finding } from "./finding.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import { isObject } from "./json-kind.ts";
import { limits } from "./limits.ts";
import { keyRange, valueRange } from "./places.ts";
import { readTemplate } from "./read.ts";
import { checkSchemas } from "./schema-safety.ts";
import type { TemplateHost, TemplatePath, TemplateSource } from "./template.ts";
import { checkGrammar } from "./validate.ts";

/** What the template says together with all it inherits. */
export interface Resolved {
  readonly value?: JsonObject;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Puts a template over its parent (`x-extends`), key by key: JSON Merge Patch (RFC 7396) over the resolved parent, so
 * an object is merged, any other value replaces, and `null` removes. Order: the parent's keys first, as written there.
 */
export function resolve(template: TemplateSource, host: TemplateHost): Resolved {
  const reference = template.value["x-extends"];
  if (typeof reference !== "string") return { value: template.value, diagnostics: [] };
  const { value, problem } = merged(template, host, [ownName(template)]);
  if (!value) return { diagnostics: problem ? [placed(problem, template)] : [] };
  const nothing = removedNothing(template, host);
  // Two harmless parts can make a harmful whole: a definition of the child may close a circle with the parent's.
  const unsafe = checkSchemas(value, template.tree);
  const wrong = [...unsafe, ...checkGrammar({ value, text: template.text, tree: template.tree, partial: false })];
  const diagnostics = [...nothing, ...wrong];
  return wrong.length > 0 ? { diagnostics } : { value, diagnostics };
}

interface Problem {
  readonly code: DiagnosticCode;
  readonly params: Diagnostic["params"];
}

interface Merged {
  readonly value?: JsonObject;
  readonly problem?: Problem;
}

function merged(template: TemplateSource, host: TemplateHost, line: readonly string[]): Merged {
  const { "x-extends": reference, ...own } = template.value;
  if (typeof reference !== "string") return { value: own };
  const parent = parentOf(reference, host, line);
  if (!parent.template) return parent;
  const inherited = merged(parent.template, host, [...line, nameOf(reference).id]);
  return inherited.value ? { value: mergePatch(inherited.value, own) as JsonObject } : inherited;
}

function parentOf(
  reference: string,
  host: TemplateHost,
  line: readonly string[],
): { readonly template?: TemplateSource; readonly problem?: Problem } {
  const { id, version } = nameOf(reference);
  if (line.includes(id)) return { problem: { code: "extends/circle", params: { parent: id, line: [...line, id] } } };
  if (line.length > limits.ancestors) {
    return { problem: { code: "extends/too-deep", params: { parent: id, allowed: limits.ancestors } } };
  }
  const text = host.template(id, version);
  if (text === undefined) return { problem: { code: "extends/unknown-parent", params: { parent: reference } } };
  const { template, diagnostics } = readTemplate(text);
  if (template) return { template };
  return { problem: { code: "extends/broken-parent", params: { parent: reference, problems: diagnostics.length } } };
}

/** `…/roles/supervisor@2` → its id and version. */
function nameOf(reference: string): { readonly id: string; readonly version?: number } {
  const [, id = reference, version] = /^(.*?)(?:@(\d+))?$/.exec(reference) ?? [];
  return version === undefined ? { id } : { id, version: Number(version) };
}

function ownName(template: TemplateSource): string {
  return String(template.value.$id);
}

function mergePatch(below: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isObject(patch)) return patch;
  const result: Record<string, JsonValue> = isObject(below) ? { ...below } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = mergePatch(Object.hasOwn(result, key) ? result[key] : undefined, value);
  }
  return result;
}

function placed({ code, params }: Problem, template: TemplateSource): Diagnostic {
  const path = ["x-extends"];
  return finding(code, "error", { path, range: valueRange(template.tree, path) }, params);
}

/** A `null` for something the parent does not have removes nothing: most likely its key was misspelt. */
function removedNothing(template: TemplateSource, host: TemplateHost): Diagnostic[] {
  const { "x-extends": reference, ...own } = template.value;
  const parent = parentOf(String(reference), host, []).template;
  const below = parent && merged(parent, host, [nameOf(String(reference)).id]).value;
  if (!below) return [];
  return nullPaths(own, [])
    .filter((path) => valueAt(below, path) === undefined)
    .map((path) => {
      const place = { path, range: keyRange(template.tree, path) };
      return finding("extends/nothing-to-remove", "warning", place, { key: String(path.at(-1)) });
    });
}

function nullPaths(value: JsonValue, path: TemplatePath): TemplatePath[] {
  if (value === null) return [path];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => nullPaths(member, [...path, key]));
}

function valueAt(value: JsonValue, path: TemplatePath): JsonValue | undefined {
  let here: JsonValue | undefined = value;
  for (const step of path) here = isObject(here) && Object.hasOwn(here, String(step)) ? here[String(step)] : undefined;
  return here;
}
