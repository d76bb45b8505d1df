import type { JsonObject, JsonValue } from "./json.ts";
import { isObject, memberAt } from "./json-kind.ts";
import { partAt, plainOf } from "./layered.ts";
import { readTemplate } from "./read.ts";
import { itemKey, resolve } from "./resolve.ts";
import type { TemplateHost, TemplatePath } from "./template.ts";

/**
 * What a place says by inheritance alone: as if the text itself said nothing about that item, or above the items about
 * that place. Undefined where nothing is inherited or the text cannot be resolved.
 */
export function inheritedAt(text: string, host: TemplateHost, path: TemplatePath): JsonValue | undefined {
  const { template } = readTemplate(text);
  if (!template) return undefined;
  if (path.length < itemDepth) {
    return valueIn(resolve({ ...template, value: withoutAt(template.value, path) }, host).value, path);
  }
  const { value, inherited } = resolve(template, host);
  const item = path.slice(0, itemDepth);
  const below = inherited?.get(itemKey(item));
  if (below) {
    const part = partAt(below, ...path.slice(itemDepth).map(String));
    return part && plainOf(part);
  }
  return value && valueIn(template.value, item) === undefined ? valueIn(value, path) : undefined;
}

/** What a place says, written and inherited together; undefined where it says nothing or the text cannot be resolved. */
export function resolvedAt(text: string, host: TemplateHost, path: TemplatePath): JsonValue | undefined {
  const { template } = readTemplate(text);
  return template && valueIn(resolve(template, host).value, path);
}

/** Steps from the root to an item: `properties`, the section, `properties`, the item. */
const itemDepth = 4;

function valueIn(root: JsonObject | undefined, path: TemplatePath): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const step of path) value = isObject(value) ? memberAt(value, String(step)) : undefined;
  return value;
}

/** The root without what stands at a path; without anything of its own but its name and parent for the empty path. */
function withoutAt(root: JsonObject, [step, ...below]: TemplatePath): JsonObject {
  if (step === undefined) return Object.fromEntries(Object.entries(root).filter(([key]) => bare.has(key)));
  const key = String(step);
  const { [key]: member, ...others } = root;
  return below.length > 0 && isObject(member) ? { ...root, [key]: withoutAt(member, below) } : (others as JsonObject);
}

const bare: ReadonlySet<string> = new Set(["$schema", "$id", "type", "x-extends"]);
