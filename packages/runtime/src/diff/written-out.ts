import type { JsonObject, JsonValue } from "../json.ts";
import { isObject, objectAt } from "../json-kind.ts";
import { referencedName } from "../schema-safety.ts";

/**
 * An observation's schema with every `$ref` written out, so that a definition that came or changed elsewhere is no
 * difference here. A reference alone is replaced; one with siblings keeps its place with the schema for its name.
 * Circles and floods of references were refused when the template was read.
 */
export function writtenOut(schema: JsonObject): JsonObject {
  const { $defs, ...own } = schema;
  return isObject($defs) ? (expanded(own, $defs) as JsonObject) : schema;
}

const schemaMaps = new Set(["properties", "dependentSchemas"]);
const data = new Set(["const", "enum", "required", "dependentRequired"]);

function expanded(value: JsonValue, definitions: JsonObject): JsonValue {
  if (Array.isArray(value)) return value.map((element) => expanded(element, definitions));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(
    ([key, member]) => [key, expandedMember(key, member, definitions)] as const,
  );
  const [only, ...others] = entries;
  return only?.[0] === "$ref" && others.length === 0 ? only[1] : Object.fromEntries(entries);
}

function expandedMember(key: string, member: JsonValue, definitions: JsonObject): JsonValue {
  if (data.has(key)) return member;
  if (schemaMaps.has(key) && isObject(member)) {
    return Object.fromEntries(Object.entries(member).map(([name, schema]) => [name, expanded(schema, definitions)]));
  }
  const name = key === "$ref" ? referencedName(member) : undefined;
  return expanded(name === undefined ? member : objectAt(definitions, name), definitions);
}
