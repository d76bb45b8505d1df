import { grammarDefinitions } from "../dialect/flat.ts";
import { kpiDialectId } from "../dialect/names.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import { isObject, memberAt, objectAt, objectsAt } from "../json-kind.ts";
import type { LooseText, LooseValue } from "./loose.ts";
import { memberOf, stringAt, stringOf } from "./loose-text.ts";

/*
 * What the dialect says about one place of a text. Everything is read from the dialect's own definitions, so that a
 * new keyword, measure or scoring method is completed and explained without a line here.
 */

/** A schema of the dialect that a value must keep to, and the definition it belongs to. */
export interface Rule {
  readonly schema: JsonObject;
  /** The nearest named definition around it, e.g. `ItemInfo`, `score-linear`. */
  readonly owner: string;
}

let definitions: Readonly<Record<string, JsonObject>> | undefined;

/** The named definitions; built once. */
export function dialectDefinitions(): Readonly<Record<string, JsonObject>> {
  definitions ??= grammarDefinitions();
  return definitions;
}

const known = new WeakMap<LooseValue, readonly Rule[]>();

/** The rules a value stands under; none in places the dialect does not know. */
export function rulesOf(source: LooseText, value: LooseValue | undefined): readonly Rule[] {
  if (!value) return [];
  const found = known.get(value) ?? findRules(source, value);
  known.set(value, found);
  return found;
}

function findRules(source: LooseText, value: LooseValue): readonly Rule[] {
  if (!value.parent) return rootRules(source, value);
  return rulesBelow(source, value.parent, value.member?.name ?? value.index);
}

/** The rules for what stands or would stand at a key or index of a container. */
export function rulesBelow(source: LooseText, owner: LooseValue, step: string | number): readonly Rule[] {
  return rulesOf(source, owner).flatMap((rule) =>
    below(rule, step).flatMap((next) => opened(source, next, step, owner)),
  );
}

function rootRules({ text }: LooseText, root: LooseValue): readonly Rule[] {
  const owner = stringAt(text, root, "$schema") === kpiDialectId ? "Kpi" : "Role";
  return spread({ schema: { $ref: `#/$defs/${owner}` }, owner }, text, root);
}

/** The rules as they apply to the value at this step, which may not be written yet. */
function opened(source: LooseText, rule: Rule, step: string | number, owner: LooseValue): readonly Rule[] {
  const value = typeof step === "number" ? owner.elements[step] : memberOf(owner, step)?.value;
  return spread(rule, source.text, value);
}

/** Follows references, conditions that hold and all alternatives, down to schemas that say something themselves. */
function spread(rule: Rule, text: string, value: LooseValue | undefined): readonly Rule[] {
  const { schema, owner } = rule;
  const name = typeof schema.$ref === "string" ? schema.$ref.replace("#/$defs/", "") : undefined;
  const target = name === undefined ? undefined : dialectDefinitions()[name];
  if (name !== undefined) return target ? spread({ schema: target, owner: name }, text, value) : [];
  const parts = [...objectsAt(schema, "allOf"), ...objectsAt(schema, "anyOf"), ...objectsAt(schema, "oneOf")];
  const inner = parts.flatMap((part) => spread({ schema: part, owner }, text, value));
  return [rule, ...inner, ...conditional(rule, text, value)];
}

function conditional({ schema, owner }: Rule, text: string, value: LooseValue | undefined): readonly Rule[] {
  const condition = memberAt(schema, "if");
  const branch = isObject(condition) && holdsFor(condition, text, value) ? "then" : "else";
  const consequence = isObject(condition) ? memberAt(schema, branch) : undefined;
  return isObject(consequence) ? spread({ schema: consequence, owner }, text, value) : [];
}

/** Conditions of the dialect ask for constants only: `{ properties: { kind: { const: "linear" } } }`. */
function holdsFor(condition: JsonObject, text: string, value: LooseValue | undefined): boolean {
  return Object.entries(objectAt(condition, "properties")).every(([key, asked]) => {
    if (!isObject(asked)) return true;
    const written = stringAt(text, value, key);
    if (Array.isArray(asked.enum)) return written !== undefined && asked.enum.includes(written);
    return asked.const === undefined || written === asked.const;
  });
}

function below({ schema, owner }: Rule, step: string | number): readonly Rule[] {
  const next = typeof step === "number" ? elementSchema(schema, step) : memberSchema(schema, step);
  return isObject(next) ? [{ schema: next, owner: ownerBelow(owner, step) }] : [];
}

/** An object written out inside a definition is described under the definition's name and its own key. */
function ownerBelow(owner: string, step: string | number): string {
  return typeof step === "number" ? owner : `${owner}.${step}`;
}

function memberSchema(schema: JsonObject, key: string): JsonValue | undefined {
  const known = memberAt(objectAt(schema, "properties"), key);
  return known === undefined ? memberAt(schema, "additionalProperties") : known;
}

function elementSchema(schema: JsonObject, index: number): JsonValue | undefined {
  const positional = memberAt(schema, "prefixItems");
  const own = Array.isArray(positional) ? positional[index] : undefined;
  return own === undefined ? memberAt(schema, "items") : own;
}

/** The keys that may stand in an object, each with its schema and the definition that names it. */
export function keysOf(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const keys = new Map<string, Rule[]>();
  for (const { schema, owner } of rules) {
    for (const [key, value] of Object.entries(objectAt(schema, "properties"))) {
      if (isObject(value)) keys.set(key, [...(keys.get(key) ?? []), { schema: value, owner }]);
    }
  }
  return keys;
}

/** Message keys that may explain a key of an object, the most specific first. */
export function messagesFor(rules: readonly Rule[], key: string): string[] {
  const owners = rules.map(({ owner }) => owner).toReversed();
  return [...new Set([...owners, "Schema"])].map((owner) => `dialect.${owner}.${key}`);
}

/** Message keys that may explain a word of the dialect: kinds explain themselves, others under their key. */
export function messagesForValue(rules: readonly Rule[], key: string, value: string): string[] {
  const kinds = key === "kind" ? rules.map(({ owner }) => `dialect.${kindPrefix(owner)}-${value}.kind`) : [];
  return [...new Set([...kinds, `language.values.${key}.${value}`])];
}

/** `Score.kind`, `score-linear.kind` → `score`. */
function kindPrefix(owner: string): string {
  return (/^[A-Za-z]+/.exec(owner)?.[0] ?? "").toLowerCase();
}

/** Whether what these rules describe is one of the named definitions itself, e.g. an `Item`. */
export function isA(rules: readonly Rule[], ...definitionNames: readonly string[]): boolean {
  return rules.some(({ owner }) => definitionNames.includes(owner));
}

/** A schema with its reference followed. */
export function resolved(schema: JsonObject): JsonObject | undefined {
  if (typeof schema.$ref !== "string") return schema;
  return dialectDefinitions()[schema.$ref.replace("#/$defs/", "")];
}

/** Whether a value is a word of a closed list in the dialect. */
export function isListed(source: LooseText, value: LooseValue): boolean {
  const written = stringOf(source.text, value);
  if (written === undefined) return false;
  return rulesOf(source, value).some(({ schema }) => Array.isArray(schema.enum) && schema.enum.includes(written));
}
