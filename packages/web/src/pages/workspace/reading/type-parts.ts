import { type JsonObject, type JsonValue, type RoleModel, recordSchema } from "@rolewright/runtime";
import type { TextPart } from "./protocol.ts";

/**
 * The TypeScript type of a role's records, cut where items begin: one optional property per item, what it means as its
 * comment. Covers what `recordSchema` keeps of a schema and nothing else.
 */
export function typeParts(role: RoleModel): TextPart[] {
  const schema = recordSchema(role);
  const items = Object.entries(schema.properties as JsonObject);
  return [
    { text: `/** ${String(schema.description)} */\nexport interface ${typeName(role.id)} {` },
    ...items.map(([key, value]) => ({ anchor: key, text: member(key, value as JsonObject, true, "  ") })),
    { text: "}" },
  ];
}

/** `…/roles/property/customer-service-supervisor` → `CustomerServiceSupervisorRecord`; titles may be Chinese, ids are not. */
function typeName(id: string): string {
  const words = (id.split("/").at(-1) ?? "").split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return `${/^[A-Za-z]/.test(name) ? name : `Role${name}`}Record`;
}

function member(key: string, schema: JsonObject, optional: boolean, indent: string): string {
  const comment = typeof schema.description === "string" ? `${indent}/** ${schema.description} */\n` : "";
  const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
  return `${comment}${indent}${name}${optional ? "?" : ""}: ${typeOf(schema, indent)};`;
}

function typeOf(schema: JsonValue | undefined, indent: string): string {
  if (schema === false) return "never";
  if (!isObject(schema)) return "unknown";
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const several = [combined(schema.allOf, " & ", indent), combined(schema.anyOf ?? schema.oneOf, " | ", indent)];
  const parts = [plainType(schema, indent), ...several].filter((part) => part !== undefined);
  return parts.length === 0 ? "unknown" : parts.join(" & ");
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function combined(list: JsonValue | undefined, sign: string, indent: string): string | undefined {
  return Array.isArray(list) ? `(${list.map((one) => typeOf(one, indent)).join(sign)})` : undefined;
}

function plainType(schema: JsonObject, indent: string): string | undefined {
  const types = [schema.type].flat().filter((type) => type !== undefined);
  if (types.length === 0) return schema.properties === undefined ? undefined : objectType(schema, indent);
  return types.map((type) => namedType(String(type), schema, indent)).join(" | ");
}

function namedType(type: string, schema: JsonObject, indent: string): string {
  if (type === "integer" || type === "number") return "number";
  if (type === "array") return arrayType(schema, indent);
  return type === "object" ? objectType(schema, indent) : type;
}

function arrayType({ items, prefixItems }: JsonObject, indent: string): string {
  if (Array.isArray(prefixItems)) return `[${prefixItems.map((one) => typeOf(one, indent)).join(", ")}]`;
  const inner = typeOf(items, indent);
  return /[ |&]/.test(inner) && !inner.startsWith("{") ? `(${inner})[]` : `${inner}[]`;
}

function objectType({ properties, required, additionalProperties }: JsonObject, indent: string): string {
  const needed = Array.isArray(required) ? required : [];
  const inner = `${indent}  `;
  const members = Object.entries((properties ?? {}) as JsonObject).map(([key, value]) =>
    member(key, value as JsonObject, !needed.includes(key), inner),
  );
  if (members.length === 0) return `Record<string, ${typeOf(additionalProperties, indent)}>`;
  return `{\n${members.join("\n")}\n${indent}}`;
}
