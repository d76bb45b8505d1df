import type { JsonObject, JsonValue } from "../json.ts";
import { isObject } from "../json-kind.ts";

/** Whether two values say the same; the order of an object's members says nothing, that of a list does. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && same(left[key], right[key]))
  );
}

/** A value in the notation of templates, on one line: `{ "minimum": 90 }`; texts as they are, `""` for nothing. */
export function notation(value: JsonValue | undefined): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : written(value);
}

function written(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
  return isObject(value) ? writtenObject(value) : JSON.stringify(value);
}

function writtenObject(value: JsonObject): string {
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${written(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
