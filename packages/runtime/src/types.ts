import type { JsonObject, JsonValue } from "./json.ts";
import type { Item, RoleModel } from "./model.ts";

/**
 * A plain JSON Schema of the role's records: one optional property per item that can be observed, named by its key.
 *
 * Meant for a type generator, so it carries only an allow-list of keywords: titles are folded into descriptions (a
 * Chinese title makes no name), references stay inside, and nothing of the template can inject code.
 */
export function recordSchema(role: RoleModel): JsonObject {
  const items = role.sections.filter(({ kind }) => kind !== "qualifications").flatMap((section) => section.items);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "RoleRecord",
    description: comment(`${role.title} — ${role.id}`),
    type: "object",
    properties: Object.fromEntries(items.map((item) => [item.key, itemSchema(item)])),
    additionalProperties: false,
  };
}

function itemSchema(item: Item): JsonObject {
  const { $defs: definitions, ...schema } = item.observation.schema;
  const fields = new Map(item.observation.fields.map((field) => [field.key, field]));
  const projected = projectWith(schema, (definitions ?? {}) as JsonObject);
  const description = comment(`${item.number} ${item.title}${item.unit ? ` (${item.unit})` : ""}`.trim());
  if (item.observation.kind !== "inputs") return { description, ...projected };
  const properties = Object.entries((projected.properties ?? {}) as JsonObject).map(([key, value]) => {
    const title = fields.get(key)?.title;
    return [key, title === undefined ? value : { description: comment(title), ...(value as JsonObject) }];
  });
  return { description, ...projected, properties: Object.fromEntries(properties), additionalProperties: false };
}

/** What decides a type. Everything else checks values, which types cannot. */
const kept = new Set(["type", "enum", "const", "required", "minItems", "maxItems"]);
const nested = new Set(["items", "additionalProperties"]);
const lists = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);

/** References are written out: they cannot be circular, and a generator must never go and read one. */
function projectWith(schema: JsonObject, definitions: JsonObject): JsonObject {
  const project = (value: JsonValue): JsonValue =>
    value !== null && typeof value === "object" ? projectWith(value as JsonObject, definitions) : value;
  const result: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (kept.has(key)) result[key] = value;
    else if (nested.has(key)) result[key] = project(value);
    else if (lists.has(key) && Array.isArray(value)) result[key] = value.map(project);
    else if (key === "properties") result[key] = mapValues(value as JsonObject, project);
    else if (key === "$ref") Object.assign(result, project(definitions[String(value).replace("#/$defs/", "")] ?? {}));
  }
  return result;
}

function mapValues(members: JsonObject, change: (value: JsonValue) => JsonValue): JsonObject {
  return Object.fromEntries(Object.entries(members).map(([key, value]) => [key, change(value)]));
}

/** Text that is safe inside a block comment of generated code. */
function comment(text: string): string {
  return text.replaceAll("*/", "*\u200b/").replaceAll(/\s+/g, " ");
}
