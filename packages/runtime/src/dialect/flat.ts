import type { JsonObject, JsonValue } from "../json.ts";
import { closed, ownDefinitions, ref, reference } from "./definitions.ts";
import { type Describe, dialectId, kpiDialectId } from "./names.ts";
import { snippets } from "./snippets.ts";
import { annotations, keyed, schemaDefinition, standardKeywords } from "./standard.ts";

/**
 * The dialect as one plain schema, for Monaco and other editors: no `$dynamicRef`, every node closed, and each kind of
 * node (role, section, item, input, schema) its own definition, so that completion offers only what may stand there.
 *
 * With `describe`, every keyword carries its text as `description` and `markdownDescription`.
 */
export function flatDialect(describe: Describe = () => undefined): JsonObject {
  const { Kpi: _, KpiInfo: __, KpiTexts: ___, ...definitions } = grammarDefinitions();
  return flattened(dialectId, "Role", definitions, describe);
}

/** As `flatDialect`, the dialect of library KPIs. */
export function flatKpiDialect(describe: Describe = () => undefined): JsonObject {
  const all = grammarDefinitions();
  const definitions = Object.entries(all).filter(([name]) => !onlyInRoles.has(name));
  return flattened(kpiDialectId, "Kpi", Object.fromEntries(definitions), describe);
}

const onlyInRoles = new Set([
  "Role",
  "Section",
  "CompleteSection",
  "Item",
  "CompleteItem",
  "RoleIdentity",
  "RelatedRole",
  "RoleTexts",
  "SectionInfo",
  "SectionTexts",
]);

function flattened(
  id: string,
  root: string,
  definitions: Readonly<Record<string, JsonObject>>,
  describe: Describe,
): JsonObject {
  const described = Object.entries(definitions).map(([name, definition]) => [
    name,
    withTexts(name, definition, describe),
  ]);
  const { [root]: whole, ...rest } = Object.fromEntries(described) as Record<string, JsonObject>;
  return { $schema: "https://json-schema.org/draft/2020-12/schema", $id: `${id}/flat`, ...whole, $defs: rest };
}

/** Every kind of node by name; `Role` and `Kpi` are roots. */
export function grammarDefinitions(): Readonly<Record<string, JsonObject>> {
  return {
    Role: role,
    Section: section,
    CompleteSection: completeSection,
    Item: item,
    CompleteItem: unlessInherited({ required: ["title"] }),
    Kpi: kpi,
    Input: input,
    Schema: schemaDefinition(),
    ...(ownDefinitions() as Record<string, JsonObject>),
  };
}

const role: JsonObject = {
  ...closed(
    {
      $schema: { const: dialectId },
      $id: { type: "string", format: "uri" },
      ...annotations,
      type: { const: "object" },
      "x-role": ref("RoleIdentity"),
      "x-extends": reference,
      "x-i18n": ref("RoleTexts"),
      "x-lint-ignore": ref("LintIgnores"),
      properties: keyed(ref("Section")),
      required: { type: "array", items: { type: "string" } },
      $defs: keyed(ref("Schema")),
    },
    ["$schema", "$id", "title"],
  ),
  ...unlessInherited({ properties: { properties: { additionalProperties: ref("CompleteSection") } } }),
};

/** `null` in place of a section or an item removes what `x-extends` brought. */
const section: JsonObject = {
  ...closed({
    ...annotations,
    type: { const: "object" },
    "x-section": ref("SectionInfo"),
    "x-extends": reference,
    "x-i18n": ref("SectionTexts"),
    "x-lint-ignore": ref("LintIgnores"),
    properties: keyed(ref("Item")),
    required: { type: "array", items: { type: "string" } },
  }),
  type: ["object", "null"],
};

const item: JsonObject = {
  ...closed({
    ...standardKeywords,
    "x-item": ref("ItemInfo"),
    "x-extends": reference,
    "x-i18n": ref("ItemTexts"),
    "x-lint-ignore": ref("LintIgnores"),
  }),
  type: ["object", "null"],
};

/** A section with what it must say, and complete items; those of a role that extends another may say less. */
const completeSection: JsonObject = unlessInherited({
  required: ["x-section"],
  properties: { properties: { additionalProperties: ref("CompleteItem") } },
});

/** A library KPI: an item on its own, with a name and what the library says of it. */
const kpi: JsonObject = {
  ...closed(
    {
      $schema: { const: kpiDialectId },
      $id: { type: "string", format: "uri" },
      ...standardKeywords,
      "x-item": ref("ItemInfo"),
      "x-extends": reference,
      "x-kpi": ref("KpiInfo"),
      "x-i18n": ref("KpiTexts"),
    },
    ["$schema", "$id", "x-kpi"],
  ),
  ...unlessInherited({ required: ["title"] }),
};

/** What holds for a node that stands on its own, as nothing can come from what `x-extends` names. */
function unlessInherited(rule: JsonObject): JsonObject {
  // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema
  return { if: { type: "object", not: { required: ["x-extends"] } }, then: rule };
}

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
