import type { Diagnostic } from "./diagnostic.ts";
import { refusedKeywords } from "./dialect/standard.ts";
import { finding } from "./finding.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import { isObject, objectAt } from "./json-kind.ts";
import { limits } from "./limits.ts";
import { nearestName } from "./nearest.ts";
import { patternProblem } from "./pattern.ts";
import { keyRange, valueRange } from "./places.ts";
import type { SyntaxNode, TemplatePath, TextSource } from "./template.ts";

/*
 * What a schema in a template must not do before anything compiles it: name itself, refer outward or in circles, use a
 * pattern that RE2 cannot run. Values (`const`, `enum`, `default`, `examples`) are data and are not looked into.
 */

const refusedSet = new Set<string>(refusedKeywords);
const data = new Set(["const", "enum", "default", "examples"]);
/** Keywords whose members are named by the author, so that a name is no keyword there. */
const maps = new Set(["properties", "$defs", "dependentSchemas", "dependentRequired", "x-i18n"]);

/** The shape `#/$defs/name`; no other reference is followed. */
const localReference = /^#\/\$defs\/([A-Za-z][A-Za-z0-9_]*)$/;

interface Walk {
  readonly tree: SyntaxNode;
  readonly definitions: JsonObject;
  readonly found: Diagnostic[];
  /** Definitions that are not here may come from a parent; the whole is checked again when it is put together. */
  readonly partial: boolean;
}

/** Findings about references, patterns and keywords that templates must not use. */
export function checkSchemas(value: JsonObject, tree: SyntaxNode, partial = false): Diagnostic[] {
  const definitions = objectAt(value, "$defs");
  const walk: Walk = { tree, definitions, found: [], partial };
  visit(value, [], walk);
  checkReferenceCost(walk);
  return walk.found;
}

/** As `checkSchemas`, for one item of a template whose other parts have been checked. */
export function checkItemSchema(
  item: JsonObject,
  path: TemplatePath,
  source: TextSource,
  partial = false,
): Diagnostic[] {
  const definitions = objectAt(source.value, "$defs");
  const walk: Walk = { tree: source.tree, definitions, found: [], partial };
  visit(item, path, walk);
  return walk.found;
}

/** The name of the definition that a local reference means. */
export function referencedName(reference: JsonValue | undefined): string | undefined {
  return typeof reference === "string" ? localReference.exec(reference)?.[1] : undefined;
}

function visit(value: JsonValue, path: TemplatePath, walk: Walk): void {
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) visit(element, [...path, index], walk);
    return;
  }
  if (value === null || typeof value !== "object") return;
  for (const [key, member] of Object.entries(value as JsonObject)) {
    const here = [...path, key];
    if (checkKeyword(key, member, here, walk) || data.has(key)) continue;
    if (maps.has(key) && isObject(member)) visitMembers(member, here, walk);
    else visit(member, here, walk);
  }
}

function visitMembers(members: JsonObject, path: TemplatePath, walk: Walk): void {
  for (const [name, member] of Object.entries(members)) {
    if (/^(0|[1-9]\d*)$/.test(name)) {
      const place = { path: [...path, name], range: keyRange(walk.tree, [...path, name]) };
      walk.found.push(finding("key/integer-like", "error", place, { key: name }));
    }
    visit(member, [...path, name], walk);
  }
}

/** True when the keyword was refused, so that nothing below it matters. */
function checkKeyword(key: string, member: JsonValue, path: TemplatePath, walk: Walk): boolean {
  if (refusedSet.has(key) || (key === "$id" && path.length > 1)) {
    const code = key === "$id" ? "schema/nested-id" : "schema/refused-keyword";
    walk.found.push(finding(code, "error", { path, range: keyRange(walk.tree, path) }, { key }));
    return true;
  }
  if (key === "pattern" && typeof member === "string") checkPattern(member, path, walk);
  if (key === "$ref" && typeof member === "string") checkReference(member, path, walk);
  return false;
}

function checkPattern(pattern: string, path: TemplatePath, { tree, found }: Walk): void {
  const reason = patternProblem(pattern);
  if (reason === undefined) return;
  const params = { pattern: pattern.slice(0, 60), reason: reason.slice(0, 200) };
  found.push(finding("schema/pattern", "error", { path, range: valueRange(tree, path) }, params));
}

function checkReference(reference: string, path: TemplatePath, { tree, definitions, found, partial }: Walk): void {
  const name = referencedName(reference);
  const place = { path, range: valueRange(tree, path) };
  if (name === undefined) found.push(finding("schema/foreign-reference", "error", place, { reference }));
  else if (!partial && !Object.hasOwn(definitions, name)) {
    const nearest = nearestName(name, Object.keys(definitions)) ?? "";
    const { start, end } = place.range;
    const edits = [{ offset: start, length: end - start, text: JSON.stringify(`#/$defs/${nearest}`) }];
    const fixes = nearest === "" ? [] : [{ code: "schema/unknown-reference", params: { value: nearest }, edits }];
    found.push(finding("schema/unknown-reference", "error", place, { name, guess: nearest !== "", nearest }, fixes));
  }
}

/**
 * Counts how many schemas each definition stands for once its references are written out. Ten definitions that each
 * name the next one ten times are a small text and ten thousand million checks; a circle is no end at all.
 */
function checkReferenceCost({ definitions, tree, found }: Walk): void {
  const costs = new Map<string, number>();
  const open = new Set<string>();
  function cost(name: string): number {
    if (open.has(name)) return Number.POSITIVE_INFINITY;
    const known = costs.get(name);
    if (known !== undefined) return known;
    open.add(name);
    const total = references(definitions[name] ?? null).reduce((sum, next) => sum + cost(next), 1);
    open.delete(name);
    costs.set(name, total);
    return total;
  }
  for (const name of Object.keys(definitions)) {
    if (cost(name) <= limits.references) continue;
    const path = ["$defs", name];
    found.push(finding("schema/reference-circle", "error", { path, range: keyRange(tree, path) }, { name }));
  }
}

function references(value: JsonValue): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const name = key === "$ref" ? referencedName(member) : undefined;
    return name === undefined ? references(member) : [name];
  });
}
