import { readFileSync } from "node:fs";
import type { TSchema } from "typebox";
import * as protocol from "../protocol.ts";

interface SchemaObject {
  readonly [key: string]: unknown;
}

/**
 * Every named schema of the API, each of which refers to the others by name: the messages of `protocol.ts`, and the
 * records of `schemas/` with their definitions. They become the components of the OpenAPI document.
 */
export function sharedSchemas(): readonly SchemaObject[] {
  const messages = Object.values(protocol).filter((value) => "$id" in value);
  return [...messages.map((schema) => linked(schema, true) as SchemaObject), ...recordSchemas()];
}

/** A reference to a shared schema, typed as that schema, so that requests are typed by it. */
export function ref<Schema extends TSchema>(schema: Schema): Schema {
  return { $ref: `${(schema as { $id?: string }).$id}#` } as unknown as Schema;
}

/** A reference to a record of `schemas/`. */
export function recordRef(name: "Observation" | "Checklist" | "Scorecard"): { readonly $ref: string } {
  return { $ref: `${name}#` };
}

/** Message schemas hold each other whole; here each is named once. */
function linked(value: unknown, isRoot: boolean): unknown {
  if (Array.isArray(value)) return value.map((member) => linked(member, false));
  if (typeof value !== "object" || value === null) return value;
  const { $id } = value as SchemaObject;
  if (!isRoot && typeof $id === "string") return { $ref: `${$id}#` };
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, linked(member, false)]));
}

function recordSchemas(): readonly SchemaObject[] {
  return ["observation", "checklist", "scorecard", "import"].flatMap((name) => {
    const file = new URL(`../../../../schemas/${name}.schema.json`, import.meta.url);
    const { $schema, $id, $defs, ...schema } = JSON.parse(readFileSync(file, "utf8")) as SchemaObject;
    const definitions = Object.entries(($defs ?? {}) as SchemaObject);
    return [[String(schema.title), schema] as const, ...definitions].map(([key, definition]) => ({
      $id: key,
      ...(renamed(definition) as SchemaObject),
    }));
  });
}

/** Their addresses and `$defs` become names: OpenAPI allows no slashes in the name of a component. */
function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === "$ref" && typeof member === "string" ? `${member.slice(member.lastIndexOf("/") + 1)}#` : renamed(member),
    ]),
  );
}
