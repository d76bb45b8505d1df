import type { JsonValue } from "./json.ts";
import { isObject, memberAt } from "./json-kind.ts";

/**
 * What a text has to write over `below` so that `wanted` comes out: a JSON Merge Patch. Undefined when it need not say
 * anything.
 */
export function patchOver(below: JsonValue | undefined, wanted: JsonValue | undefined): JsonValue | undefined {
  if (wanted === undefined) return below === undefined ? undefined : null;
  if (!isObject(wanted) || !isObject(below))
    return JSON.stringify(below) === JSON.stringify(wanted) ? undefined : wanted;
  const keys = new Set([...Object.keys(below), ...Object.keys(wanted)]);
  const members = [...keys].flatMap((key): [string, JsonValue][] => {
    const patch = patchOver(memberAt(below, key), memberAt(wanted, key));
    return patch === undefined ? [] : [[key, patch]];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}
