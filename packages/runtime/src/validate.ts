import type { ErrorObject } from "ajv";
import type { Diagnostic } from "./diagnostic.ts";
import { finding } from "./finding.ts";
import { item, kpi, role } from "./generated/grammar.js";
import { explainError } from "./grammar-error.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import { isObject } from "./json-kind.ts";
import { limits } from "./limits.ts";
import type { SyntaxNode } from "./template.ts";

/** Which of the two dialects a text is written in. */
export type TextKind = "role" | "kpi";

/** What the grammar is asked about a value. */
export interface GrammarQuestion {
  readonly value: JsonObject;
  readonly text: string;
  /** The text's tree: findings are placed in it, at the nearest value when the value was inherited. */
  readonly tree: SyntaxNode;
  readonly kind: TextKind;
  /** Whether `x-extends` has been followed: before, what a part that extends leaves out or sets to null is no finding. */
  readonly complete: boolean;
}

/**
 * Checks a template against the dialect's grammar; one finding per mistake, in text order.
 *
 * The grammar is the flattened dialect. The published dialect says the same through `$dynamicRef` and
 * `unevaluatedProperties`, but answers one typo with an error on every level above it, and cannot say that a keyword
 * stands on the wrong kind of node. A test holds the two equal.
 */
export function checkGrammar({ value, text, tree, kind, complete }: GrammarQuestion): Diagnostic[] {
  const validate = kind === "kpi" ? kpi : role;
  if (validate(value)) return [];
  const errors = (validate.errors ?? []).filter((error) => complete || !excused(error, value));
  const mistakes = withoutEchoes(errors);
  const explained = mistakes.slice(0, limits.findings).map((error) => explainError(error, { text, tree }));
  const found = distinct(explained);
  const more = mistakes.length - limits.findings;
  const [first] = found;
  return more > 0 && first ? [...found, finding("limits/findings", "info", first, { more })] : found;
}

/** Whether the item at `path` of a template's own value follows the grammar, what a part that extends may do allowed. */
export function followsGrammar(own: JsonObject, path: readonly string[], value: JsonObject): boolean {
  if (item(own)) return true;
  const pointer = path.map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  // An `if` only says that its `then` failed.
  const errors = (item.errors ?? []).filter(({ keyword }) => keyword !== "if");
  return errors.every((error) => excused({ ...error, instancePath: pointer + error.instancePath }, value));
}

function excused(error: ErrorObject, value: JsonObject): boolean {
  return (error.keyword === "required" || error.data === null) && inherits(value, error.instancePath);
}

/** Whether something on the way to the place says `x-extends`. */
function inherits(value: JsonObject, pointer: string): boolean {
  let here: JsonValue | undefined = value;
  for (const step of pointer.split("/").slice(1)) {
    if (isObject(here) && typeof here["x-extends"] === "string") return true;
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    here = isObject(here) && Object.hasOwn(here, name) ? here[name] : undefined;
  }
  return isObject(here) && typeof here["x-extends"] === "string";
}

/** Errors that only repeat others: `if` says its `then` failed, `propertyNames` and `anyOf` that what is below them did. */
function withoutEchoes(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = new Set(errors.filter(({ keyword }) => keyword === "anyOf").map(choiceKey));
  return errors.filter((error) => {
    if (error.keyword === "if" || error.keyword === "propertyNames") return false;
    const branch = /^(.*)\/anyOf\/\d+/.exec(error.schemaPath);
    return !branch || !choices.has(`${error.instancePath.length}${branch[1]}`);
  });
}

function choiceKey(error: ErrorObject): string {
  return `${error.instancePath.length}${error.schemaPath.replace(/\/anyOf$/, "")}`;
}

/** A value that breaks two rules of one kind at one place needs mending once, and a key misspelt is not also missing. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  const misspelt = new Set(diagnostics.map(({ path, params }) => memberKey(path.slice(0, -1), params.nearest)));
  const kept = diagnostics.filter((found) => {
    if (found.code === "schema/missing" && misspelt.has(memberKey(found.path, found.params.key))) return false;
    const key = `${found.code} ${found.range.start} ${memberKey(found.path, found.params.key)}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
  return kept.sort((a, b) => a.range.start - b.range.start);
}

function memberKey(path: Diagnostic["path"], key: JsonValue | undefined): string {
  return [...path, String(key)].join("/");
}
