import type { JsonObject, JsonValue } from "./json.ts";
import { isObject, objectAt } from "./json-kind.ts";
import { referencedName } from "./schema-safety.ts";

/**
 * A part of a template with every reference to the template's definitions written out, so that it can stand in
 * another one. What stands beside a `$ref` is kept, and where both say something about one keyword, both hold.
 * Circles and floods of references were refused when the template was read.
 */
export function selfContained(part: JsonObject, definitions: JsonObject): JsonObject {
  const { $ref, ...own } = part;
  const name = referencedName($ref);
  const members = Object.entries(own).map(([key, value]) => [key, data.has(key) ? value : inside(value, definitions)]);
  const result = Object.fromEntries(members) as JsonObject;
  if (name === undefined) return $ref === undefined ? result : { ...result, $ref: inside($ref, definitions) };
  const meant = selfContained(objectAt(definitions, name), definitions);
  if (!Object.keys(meant).some((key) => Object.hasOwn(result, key) && !texts.has(key))) return { ...meant, ...result };
  return { ...meant, ...result, allOf: [...(Array.isArray(result.allOf) ? result.allOf : []), meant] };
}

/** Whether anything in the value refers to a definition. */
export function refers(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.some(refers);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([key, member]) => (key === "$ref" && !isObject(member)) || refers(member));
}

const data = new Set(["const", "enum", "default", "examples"]);
const texts = new Set(["title", "description", "$comment"]);

function inside(value: JsonValue, definitions: JsonObject): JsonValue {
  if (Array.isArray(value)) return value.map((element) => inside(element, definitions));
  return isObject(value) ? selfContained(value, definitions) : value;
}
