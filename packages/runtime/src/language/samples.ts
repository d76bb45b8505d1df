// biome-ignore-all lint/suspicious/noTemplateCurlyInString: tab stops of snippets are written with a dollar and braces
import type { JsonObject, JsonValue } from "../json.ts";
import { isObject, memberAt, objectAt, textsAt } from "../json-kind.ts";
import { type Rule, resolved } from "./grammar.ts";

/** What most people write for a key; every other value is made from the key's schema. */
const usual: Readonly<Record<string, JsonValue>> = {
  "ItemInfo.weight": "^${1:10}",
  "ItemInfo.due": { day: "^${1:25}", inclusive: true },
  "ItemInfo.target": { minimum: "^${1:90}" },
  "SectionInfo.kind": "${1|duties,standards,qualifications,competencies,custom|}",
  "Item.type": "${1|number,boolean,string,object,array|}",
  "Input.type": "${1|number,integer,string,boolean|}",
};

/** A value with tab stops for a key: what is usual, else the least that its rules ask for. */
export function sampleFor(rules: readonly Rule[], owners: readonly Rule[], key: string): JsonValue {
  const known = owners.map(({ owner }) => usual[`${owner}.${key}`]).find((value) => value !== undefined);
  return known ?? sampleOf(rules) ?? "^${1:null}";
}

/** A value with tab stops that the rules allow as far as one can tell; undefined when they say nothing. */
export function sampleOf(rules: readonly Rule[]): JsonValue | undefined {
  return rules.map(({ schema }) => sample(schema, { stop: 0 })).find((value) => value !== undefined);
}

interface Count {
  stop: number;
}

function sample(schema: JsonObject, count: Count): JsonValue | undefined {
  const constant = memberAt(schema, "const");
  if (constant !== undefined) return constant;
  if (Array.isArray(schema.enum)) return choice(schema.enum, count);
  switch ([schema.type].flat()[0]) {
    case "boolean":
      return next(count, (stop) => `^\${${stop}|true,false|}`);
    case "number":
    case "integer":
      return next(count, (stop) => `^\${${stop}:${String(schema.default ?? schema.minimum ?? 0)}}`);
    case "string":
      return next(count, (stop) => `$${stop}`);
    case "array":
      return schema.minItems === undefined ? [next(count, (stop) => `^$${stop}`)] : [element(schema, count)];
    case "object":
      return object(schema, count);
    default:
      return undefined;
  }
}

function next(count: Count, text: (stop: number) => string): string {
  count.stop += 1;
  return text(count.stop);
}

function choice(values: readonly JsonValue[], count: Count): JsonValue {
  if (!values.every((value) => typeof value === "string")) return values[0] ?? null;
  return next(count, (stop) => `\${${stop}|${values.join(",")}|}`);
}

function element(schema: JsonObject, count: Count): JsonValue {
  const items = memberAt(schema, "items");
  return (isObject(items) ? inner(items, count) : undefined) ?? next(count, (stop) => `^\${${stop}:null}`);
}

/** The members that must be there; of an object that must not be empty the first. */
function object(schema: JsonObject, count: Count): JsonValue {
  const properties = objectAt(schema, "properties");
  const required = textsAt(schema, "required");
  const first = schema.minProperties === undefined ? [] : Object.keys(properties).slice(0, 1);
  const keys = required.length > 0 ? required : first;
  return Object.fromEntries(
    keys.map((key) => {
      const member = memberAt(properties, key);
      return [key, (isObject(member) ? inner(member, count) : undefined) ?? next(count, (stop) => `^\${${stop}:null}`)];
    }),
  );
}

function inner(schema: JsonObject, count: Count): JsonValue | undefined {
  const target = resolved(schema);
  return target && sample(target, count);
}
