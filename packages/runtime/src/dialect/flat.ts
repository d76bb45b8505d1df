import type { JsonObject, JsonValue } from "../json.ts";
import { closed, ownDefinitions, ref } from "./definitions.ts";
import { type Describe, dialectId } from "./names.ts";
import { snippets } from "./snippets.ts";
import { annotations, keyed, schemaDefinition, standardKeywords } from "./standard.ts";

/**
 * The dialect as one plain schema, for Monaco and other editors: no `$dynamicRef`, every node closed, and each kind of
 * node (role, section, item, input, schema) its own definition, so that completion offers only what may stand there.
 *
 * With `describe`, every keyword carries its text as `description` and `markdownDescription`.
 */
export function flatDialect(describe: Describe = () => undefined): JsonObject {
  const definitions = grammarDefinitions();
  const described = Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [name, withTexts(name, definition, describe)]),
  );
  const { Role, ...rest } = described;
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${dialectId}/flat`,
    ...(Role as JsonObject),
    $defs: rest,
  };
}

/** Every kind of node by name; `Role` is the root. */
export function grammarDefinitions(): Readonly<Record<string, JsonObject>> {
  return {
    Role: role,
    Section: section,
    Item: item,
    Input: input,
    Schema: schemaDefinition(),
    ...(ownDefinitions() as Record<string, JsonObject>),
  };
}

const role = closed(
  {
    $schema: { const: dialectId },
    $id: { type: "string", format: "uri" },
    ...annotations,
    type: { const: "object" },
    "x-role": ref("RoleIdentity"),
    "x-extends": { type: "string", pattern: "^[^@\\s]+(@[1-9][0-9]*)?$" },
    "x-i18n": ref("RoleTexts"),
    properties: keyed(ref("Section")),
    required: { type: "array", items: { type: "string" } },
    $defs: keyed(ref("Schema")),
  },
  ["$schema", "$id", "title"],
);

/** `null` in place of a section or an item removes what `x-extends` brought. */
const section: JsonObject = {
  ...closed(
    {
      ...annotations,
      type: { const: "object" },
      "x-section": ref("SectionInfo"),
      "x-i18n": ref("SectionTexts"),
      properties: keyed(ref("Item")),
      required: { type: "array", items: { type: "string" } },
    },
    ["x-section"],
  ),
  type: ["object", "null"],
};

const item: JsonObject = {
  ...closed({ ...standardKeywords, "x-item": ref("ItemInfo"), "x-i18n": ref("ItemTexts") }, ["title"]),
  type: ["object", "null"],
};

/** One input of an item that takes several: a schema that may name its unit. */
const input = closed({ ...standardKeywords, "x-item": ref("InputInfo"), "x-i18n": ref("ItemTexts") });

/** Adds the texts of one definition, and the snippets that belong to it. */
function withTexts(name: string, definition: JsonObject, describe: Describe): JsonObject {
  const properties = definition.properties as Record<string, JsonValue> | undefined;
  const described = properties && Object.entries(properties).map(([key, value]) => [key, hover(name, key, value)]);
  function hover(owner: string, key: string, value: JsonValue): JsonValue {
    const text = describe(`${owner}.${key}`) ?? describe(`Schema.${key}`);
    if (!text) return value;
    const body = (value as JsonObject).$ref === undefined ? (value as JsonObject) : { allOf: [value] };
    return { ...body, description: text, markdownDescription: text };
  }
  return {
    ...definition,
    ...(described ? { properties: Object.fromEntries(described) as JsonObject } : {}),
    ...snippets(name, describe),
  };
}
