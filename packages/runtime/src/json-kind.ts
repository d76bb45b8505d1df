import { plainText, toDecimal } from "./decimal.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import type { DecimalText } from "./model.ts";

/** Whether the value is an object (and not a list or null). */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** The member itself, never one inherited from JavaScript's own objects. */
export function memberAt(value: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The member when it is an object, else an empty one: the grammar has been checked, absence is the only question. */
export function objectAt(value: JsonObject, key: string): JsonObject {
  const member = memberAt(value, key);
  return isObject(member) ? member : {};
}

/** The member when it is a string. */
export function textAt(value: JsonObject, key: string): string | undefined {
  const member = memberAt(value, key);
  return typeof member === "string" ? member : undefined;
}

/** The strings of a list; empty when there is none. */
export function textsAt(value: JsonObject, key: string): readonly string[] {
  const member = memberAt(value, key);
  return Array.isArray(member) ? member.filter((element) => typeof element === "string") : [];
}

/** The objects of a list; empty when there is none. */
export function objectsAt(value: JsonObject, key: string): readonly JsonObject[] {
  const member = memberAt(value, key);
  return Array.isArray(member) ? member.filter(isObject) : [];
}

/** A number as decimal text. */
export function decimalAt(value: JsonObject, key: string): DecimalText | undefined {
  const decimal = toDecimal(memberAt(value, key));
  return decimal && plainText(decimal);
}

/** The object without its undefined members: an absent member and an undefined one are not the same to our types. */
export function present<T extends object>(members: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const result: Partial<T> = {};
  // A loop, as this runs for every item of a role: lists of entries would be the most of its garbage.
  for (const key of Object.keys(members) as (keyof T)[]) {
    if (members[key] !== undefined) result[key] = members[key];
  }
  return result as never;
}

/** An object with another member at a path of objects; those that are missing are made. */
export function withMember(value: JsonObject, [step, ...rest]: readonly string[], member: JsonValue): JsonObject {
  if (step === undefined) return value;
  return { ...value, [step]: rest.length === 0 ? member : withMember(objectAt(value, step), rest, member) };
}
