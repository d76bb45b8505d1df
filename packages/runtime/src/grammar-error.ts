import type { ErrorObject } from "ajv";
import type { Diagnostic, Fix } from "./diagnostic.ts";
import { grammarDefinitions } from "./dialect/flat.ts";
import { dialectId } from "./dialect/names.ts";
import { editTree } from "./edit.ts";
import { finding } from "./finding.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import { isObject, objectAt } from "./json-kind.ts";
import type { SectionKind } from "./model.ts";
import { nearestName } from "./nearest.ts";
import { keyRange, pointRange, valueRange } from "./places.ts";
import { childNode } from "./syntax.ts";
import type { SyntaxNode, TemplatePath } from "./template.ts";

/** An Ajv error with its place, as the explanations below need it. */
interface Mistake {
  readonly error: ErrorObject;
  readonly text: string;
  readonly tree: SyntaxNode;
  readonly path: TemplatePath;
  /** The name a person would use: the key whose value is wrong. */
  readonly field: string;
}

/** One Ajv error of the grammar as one finding in the words of the language: what is where, and how to mend it. */
export function explainError(error: ErrorObject, { text, tree }: Pick<Mistake, "text" | "tree">): Diagnostic {
  const path = pathOf(error.instancePath, tree);
  const field = [...path].reverse().find((step) => typeof step === "string");
  const mistake: Mistake = { error, text, tree, path, field: typeof field === "string" ? field : "" };
  const explain = explanations[error.keyword];
  return explain ? explain(mistake) : wrongValue(mistake);
}

const explanations: Readonly<Record<string, (mistake: Mistake) => Diagnostic>> = {
  additionalProperties: unknownKeyword,
  type: wrongType,
  enum: notOneOf,
  const: notOneOf,
  anyOf: notOneOf,
  required: missing,
  pattern: wrongForm,
  format: wrongForm,
  minLength: empty,
  minItems: empty,
  minProperties: empty,
  minimum: outOfRange,
  maximum: outOfRange,
  exclusiveMinimum: outOfRange,
  exclusiveMaximum: outOfRange,
  uniqueItems: repeated,
};

function unknownKeyword(mistake: Mistake): Diagnostic {
  const { error, tree, path } = mistake;
  const key = String(error.params.additionalProperty);
  const written = new Set(Object.keys(error.data as object));
  const all = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
  // A name that is already there cannot have been meant: the fix would write it twice.
  const known = all.filter((name) => !written.has(name));
  const place = { path: [...path, key], range: keyRange(tree, [...path, key]) };
  const home = homeOf(key);
  const nearest = nearestName(key, known);
  if (home && !nearest) {
    return finding("schema/misplaced-keyword", "error", place, { key, home }, moveFix(mistake, key, home));
  }
  if (!nearest) return finding("schema/unknown-keyword", "error", place, { key, guess: false, nearest: "" });
  const fixes = [replacement("schema/unknown-keyword", place.range, nearest, tree)];
  return finding("schema/unknown-keyword", "error", place, { key, guess: true, nearest }, fixes);
}

/** Where a keyword of ours belongs, by the name people write: `weight` → `x-item`. */
function homeOf(key: string): string | undefined {
  const homes = { ItemInfo: "x-item", RoleIdentity: "x-role", SectionInfo: "x-section", Target: "target", Due: "due" };
  const definitions = grammarDefinitions();
  const found = Object.entries(homes).find(([name]) => {
    const properties = definitions[name]?.properties as JsonObject | undefined;
    return properties !== undefined && Object.hasOwn(properties, key);
  });
  return found?.[1];
}

/** Takes the keyword from where it stands into the object beside it where it belongs. */
function moveFix({ error, text, tree, path }: Mistake, key: string, home: string): Fix[] {
  const owner = error.data as JsonObject;
  const beside = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
  if (!beside.includes(home) || !isObject(owner)) return [];
  const { [key]: moved = null, ...rest } = owner;
  const edits = editTree(text, tree, path, { ...rest, [home]: { ...objectAt(owner, home), [key]: moved } });
  return edits ? [{ code: "schema/misplaced-keyword", params: { home }, edits }] : [];
}

function wrongType({ error, tree, path, field }: Mistake): Diagnostic {
  const types = [error.schema].flat().filter((type) => type !== "null");
  const expected = String(types[0]);
  const actual = typeName(error.data);
  const range = pointRange(tree, path);
  const fixes = numberFix(expected, error.data, tree, path);
  return finding("schema/wrong-type", "error", { path, range }, { field, expected, actual }, fixes);
}

/** `"5"` where a number belongs becomes `5`. */
function numberFix(expected: string, data: unknown, tree: SyntaxNode, path: TemplatePath): Fix[] {
  if ((expected !== "number" && expected !== "integer") || typeof data !== "string") return [];
  const figure = data.replace(/\s*[%分年次]\s*$/u, "").trim();
  if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(figure)) return [];
  const range = valueRange(tree, path);
  const edits = [{ offset: range.start, length: range.end - range.start, text: figure }];
  return [{ code: "schema/wrong-type", params: { value: figure }, edits }];
}

function notOneOf(mistake: Mistake): Diagnostic {
  const { error, tree, path, field } = mistake;
  if (path.length === 1 && field === "$schema") return wrongDialect(mistake);
  const place = { path, range: pointRange(tree, path) };
  const allowed = allowedValues(error);
  const actual = shown(error.data);
  const nearest = typeof error.data === "string" ? (nearestName(error.data, allowed) ?? "") : "";
  const fixes = nearest ? [replacement("schema/not-one-of", valueRange(tree, path), nearest, tree)] : [];
  return finding(
    "schema/not-one-of",
    "error",
    place,
    { field, actual, allowed, guess: nearest !== "", nearest },
    fixes,
  );
}

function wrongDialect({ error, tree, path }: Mistake): Diagnostic {
  const dialect = String(error.schema);
  const range = valueRange(tree, path);
  const edits = [{ offset: range.start, length: range.end - range.start, text: JSON.stringify(dialect) }];
  const fix: Fix = { code: "schema/wrong-dialect", params: { dialect }, edits };
  const params = { actual: shown(error.data), dialect };
  return finding("schema/wrong-dialect", "error", { path, range }, params, [fix]);
}

/** The values of an `enum` or `const`, and of an `anyOf` those of its branches: `1–31`, `last`. */
function allowedValues({ keyword, schema }: ErrorObject): string[] {
  if (keyword === "const") return [shown(schema)];
  const list = Array.isArray(schema) ? schema : [];
  if (keyword === "enum") return list.map(shown);
  return list.flatMap((branch: JsonObject) => {
    if (Array.isArray(branch.enum)) return branch.enum.map(shown);
    if (branch.const !== undefined) return [shown(branch.const)];
    return branch.minimum === undefined ? [] : [`${shown(branch.minimum)}–${shown(branch.maximum)}`];
  });
}

const sectionKinds: readonly SectionKind[] = ["qualifications", "duties", "standards", "competencies"];

/** What can be said without asking, for a member that must be there; a section's key tells its kind. */
function obvious(key: string, { path }: Mistake): JsonValue | undefined {
  if (key === "$schema") return dialectId;
  if (key !== "x-section") return undefined;
  return { kind: sectionKinds.find((kind) => kind === path.at(-1)) ?? "custom" };
}

function missing(mistake: Mistake): Diagnostic {
  const { error, text, tree, path, field } = mistake;
  const key = String(error.params.missingProperty);
  const place = { path, range: pointRange(tree, path) };
  const value = obvious(key, mistake);
  const edits = value === undefined ? undefined : editTree(text, tree, [...path, key], value);
  const fixes = edits ? [{ code: "schema/missing", params: { key }, edits }] : [];
  return finding("schema/missing", "error", place, { key, field, root: path.length === 0 }, fixes);
}

/** Also for keys: `propertyName` is set where a key, and not a value, has the wrong form. */
function wrongForm({ error, tree, path, field }: Mistake): Diagnostic {
  if (error.propertyName === undefined) {
    const form = error.keyword === "format" ? String(error.schema) : formOf(field);
    return finding("schema/wrong-form", "error", { path, range: valueRange(tree, path) }, { field, form });
  }
  const key = error.propertyName;
  const place = { path: [...path, key], range: keyRange(tree, [...path, key]) };
  const language = field === "x-i18n";
  return finding(language ? "key/no-language" : "key/no-identifier", "error", place, { key });
}

function formOf(field: string): string {
  if (field === "language") return "language";
  return field === "x-extends" ? "reference" : "other";
}

function empty({ tree, path, field }: Mistake): Diagnostic {
  return finding("schema/empty", "error", { path, range: pointRange(tree, path) }, { field });
}

function outOfRange({ error, tree, path, field }: Mistake): Diagnostic {
  const params = { field, bound: error.keyword, limit: Number(error.schema), actual: shown(error.data) };
  return finding("schema/out-of-range", "error", { path, range: valueRange(tree, path) }, params);
}

function repeated({ tree, path, field }: Mistake): Diagnostic {
  return finding("schema/repeated", "error", { path, range: pointRange(tree, path) }, { field });
}

function wrongValue({ tree, path, field }: Mistake): Diagnostic {
  return finding("schema/wrong-value", "error", { path, range: pointRange(tree, path) }, { field });
}

function replacement(
  code: string,
  { start, end }: { start: number; end: number },
  text: string,
  tree: SyntaxNode,
): Fix {
  // A place in an inherited part has no token of its own in this text, and so nothing to replace.
  const edits = end - start < tree.length ? [{ offset: start, length: end - start, text: JSON.stringify(text) }] : [];
  return { code, params: { value: text }, edits };
}

function typeName(data: unknown): string {
  if (data === null) return "null";
  return Array.isArray(data) ? "array" : typeof data;
}

function shown(data: unknown): string {
  const text = typeof data === "string" ? data : (JSON.stringify(data as JsonValue) ?? "");
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The path of a JSON Pointer; steps into lists become numbers. */
function pathOf(pointer: string, tree: SyntaxNode): TemplatePath {
  const path: (string | number)[] = [];
  let node: SyntaxNode | undefined = tree;
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const step: string | number = node?.type === "array" ? Number(name) : name;
    path.push(step);
    node = node && childNode(node, step);
  }
  return path;
}
