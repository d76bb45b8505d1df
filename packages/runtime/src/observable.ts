import { standardKeywords } from "./dialect/standard.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import { isObject, memberAt, objectAt, present, textAt, textsAt } from "./json-kind.ts";
import type { Observable, ObservedField, Translations } from "./model.ts";
import { referencedName } from "./schema-safety.ts";

/** What an observation of an item looks like, read from the item's own schema; undefined when the schema does not say. */
export function observableOf(key: string, schema: JsonObject, definitions: JsonObject): Observable | undefined {
  const plain = withDefinitions(plainSchema(schema), definitions);
  const kind = kindOf(followed(schema, definitions));
  if (!kind) return undefined;
  const entry = kind === "events" ? objectAt(followed(schema, definitions), "items") : {};
  const entryFields = fieldsOf("inputs", key, entry, definitions);
  const fields = fieldsOf(kind, key, schema, definitions);
  return { kind, fields, ...(entryFields.length > 0 ? { entryFields } : {}), schema: plain };
}

/** `x-i18n` of a node. */
export function translationsOf(node: JsonObject): Translations {
  return objectAt(node, "x-i18n") as Translations;
}

/** The schema that a chain of `$ref` ends in; circles were refused when the template was read. */
function followed(schema: JsonObject, definitions: JsonObject): JsonObject {
  const name = referencedName(schema.$ref);
  return name === undefined ? schema : { ...followed(objectAt(definitions, name), definitions), ...schema };
}

function kindOf(schema: JsonObject): Observable["kind"] | undefined {
  if (Array.isArray(schema.enum) || schema.const !== undefined) return "choice";
  switch (typeOf(schema)) {
    case "boolean":
      return "tick";
    case "number":
    case "integer":
      return "figure";
    case "string":
      return schema.format === "date" ? "date" : "text";
    case "array":
      return "events";
    case "object":
      return "inputs";
    default:
      return undefined;
  }
}

/** The type by name; of several the first that is not null. */
function typeOf(schema: JsonObject): JsonValue | undefined {
  const type = schema.type;
  return Array.isArray(type) ? type.find((name) => name !== "null") : type;
}

function fieldsOf(
  kind: Observable["kind"],
  key: string,
  schema: JsonObject,
  definitions: JsonObject,
): readonly ObservedField[] {
  if (kind !== "inputs") return [fieldOf(key, schema, true, definitions)];
  const required = textsAt(schema, "required");
  return Object.entries(objectAt(followed(schema, definitions), "properties")).flatMap(([name, field]) =>
    isObject(field) ? [fieldOf(name, field, required.includes(name), definitions)] : [],
  );
}

function fieldOf(key: string, schema: JsonObject, required: boolean, definitions: JsonObject): ObservedField {
  const unit = textAt(objectAt(schema, "x-item"), "unit");
  return present({
    key,
    title: textAt(schema, "title") ?? key,
    unit,
    schema: withDefinitions(plainSchema(schema), definitions),
    required,
    translations: translationsOf(schema),
  });
}

const schemaMaps = new Set(["properties", "dependentSchemas"]);
const data = new Set(["const", "enum", "default", "examples", "required", "dependentRequired"]);

/** The schema without our keywords and without texts: what a stock validator needs, and nothing to read or to run. */
export function plainSchema(schema: JsonObject): JsonObject {
  const plain: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (!Object.hasOwn(standardKeywords, key) || texts.has(key)) continue;
    if (data.has(key)) plain[key] = value;
    else if (schemaMaps.has(key) && isObject(value)) plain[key] = mapMembers(value, plainValue);
    else plain[key] = plainValue(value);
  }
  return plain;
}

const texts = new Set(["title", "description", "$comment", "examples", "deprecated", "default"]);

function plainValue(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(plainValue);
  return isObject(value) ? plainSchema(value) : value;
}

function mapMembers(members: JsonObject, change: (value: JsonValue) => JsonValue): JsonObject {
  return Object.fromEntries(Object.entries(members).map(([key, value]) => [key, change(value)]));
}

/** Takes along the template's definitions where the schema refers to one, so that it stands on its own. */
function withDefinitions(schema: JsonObject, definitions: JsonObject): JsonObject {
  if (Object.keys(definitions).length === 0 || !refers(schema)) return schema;
  return { ...schema, $defs: mapMembers(definitions, plainValue) };
}

function refers(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.some(refers);
  return isObject(value) && (memberAt(value, "$ref") !== undefined || Object.values(value).some(refers));
}
