import type { JsonObject, JsonValue } from "../json.ts";
import { isObject, objectAt } from "../json-kind.ts";
import { type SlowPart, slowPart } from "../pattern-cost.ts";
import { referencedName } from "../schema-safety.ts";
import type { TemplatePath } from "../template.ts";
import type { LintContext, LintRule } from "./rule.ts";

/** Values that are data and no schemas. */
const data = new Set(["const", "enum", "default", "examples"]);

interface Place {
  readonly pattern: string;
  readonly path: TemplatePath;
}

/**
 * A pattern is checked in linear time here, but the template is a plain JSON Schema: other validators that check the
 * same records may hang on it. A pattern of a definition is told of where an item refers to it.
 */
export const slowPattern: LintRule = {
  id: "schema/slow-pattern",
  scope: "item",
  check: (context) =>
    context.items.flatMap((item) => {
      const { schema } = item.observation;
      const places = patternsIn(schema, item.source.path, objectAt(schema, "$defs"), new Set());
      return places.flatMap(({ pattern, path }) => {
        const slow = slowPart(pattern);
        return slow ? [finding(item.title, { pattern, path }, slow, context)] : [];
      });
    }),
};

function finding(title: string, { pattern, path }: Place, { part, kind, mended }: SlowPart, context: LintContext) {
  const own = mended !== undefined && path.at(-1) === "pattern" && context.isWritten(path);
  const fixes = own ? context.fix("schema/slow-pattern", { value: mended }, { path, value: mended }) : [];
  const params = { title, pattern: pattern.slice(0, 60), part: part.slice(0, 60), kind, certain: own };
  return context.report("schema/slow-pattern", "warning", path, { ...params, mended: mended ?? "" }, fixes);
}

function patternsIn(schema: JsonObject, path: TemplatePath, definitions: JsonObject, met: Set<string>): Place[] {
  return Object.entries(schema).flatMap(([key, member]): Place[] => {
    const here = [...path, key];
    if (data.has(key) || key === "$defs") return [];
    if (key === "pattern" && typeof member === "string") return [{ pattern: member, path: here }];
    if (key === "$ref") return referred(member, here, definitions, met);
    if (key === "properties" && isObject(member)) {
      return Object.entries(member).flatMap(([name, inner]) => below(inner, [...here, name], definitions, met));
    }
    return below(member, here, definitions, met);
  });
}

function below(value: JsonValue, path: TemplatePath, definitions: JsonObject, met: Set<string>): Place[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => below(one, [...path, index], definitions, met));
  return isObject(value) ? patternsIn(value, path, definitions, met) : [];
}

/** The patterns of a definition, each told of at the first reference that leads to it. */
function referred(reference: JsonValue, path: TemplatePath, definitions: JsonObject, met: Set<string>): Place[] {
  const name = referencedName(reference);
  if (name === undefined || met.has(name)) return [];
  met.add(name);
  const found = patternsIn(objectAt(definitions, name), path, definitions, met);
  return found.map(({ pattern }) => ({ pattern, path }));
}
