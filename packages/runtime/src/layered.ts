import type { JsonObject, JsonValue } from "./json.ts";
import { isObject } from "./json-kind.ts";
import type { Origin } from "./model.ts";

/*
 * JSON Merge Patch (RFC 7396) that remembers who wrote what. A layer is one text; `undefined` as its author is the
 * template that is being compiled.
 */

/** A value together with who wrote each part of it. */
export interface Layered {
  /** Of a merged object only what was laid on top: the whole is `plainOf`. */
  readonly value: JsonValue;
  /** Who wrote it first. */
  readonly first: Origin | undefined;
  /** Who wrote it, or any part of it, last. */
  readonly last: Origin | undefined;
  /** Members of a merged object; without them every part has the author of the whole. */
  readonly parts?: ReadonlyMap<string, Layered>;
}

/** A value as one author wrote it. */
export function written(value: JsonValue, author: Origin | undefined): Layered {
  return { value, first: author, last: author };
}

/** What a merge does beside merging. */
export interface Merging {
  /** Asked at every object on the way down: puts what it names as its own parent between it and what it inherits. */
  readonly expand?: (meeting: Meeting) => Meeting;
  /** Told of a `null` that removes nothing. */
  readonly missed?: (path: readonly string[]) => void;
}

/** What meets at one path of a merge. */
export interface Meeting {
  readonly path: readonly string[];
  readonly below: Layered | undefined;
  readonly above: Layered;
  /** Whether `above` stays as it is, with its nulls, where there is nothing below. */
  readonly whole?: boolean;
}

/**
 * `above` laid over `below`: objects member by member, any other value replaces, `null` removes. In the order of
 * `orderOf`. Neither is changed.
 */
export function layOver(
  below: Layered | undefined,
  above: Layered,
  merging: Merging = {},
  path: readonly string[] = [],
): Layered {
  if (!isObject(above.value)) return { ...above, first: below ? below.first : above.first };
  const met = merging.expand?.({ path, below, above }) ?? { path, below, above };
  if (met.whole && !met.below) return met.above;
  const first = met.below ? met.below.first : above.first;
  return { value: above.value, first, last: above.last, parts: mergedParts(met, merging) };
}

function mergedParts({ path, below, above }: Meeting, merging: Merging): ReadonlyMap<string, Layered> {
  const inherited = below ? partsOf(below) : noParts;
  const own = partsOf(above);
  const parts = new Map<string, Layered>();
  for (const key of orderOf([...inherited.keys()], [...own.keys()])) {
    const part = mergedPart(inherited.get(key), own.get(key), merging, [...path, key]);
    if (part) parts.set(key, part);
  }
  return parts;
}

function mergedPart(
  below: Layered | undefined,
  above: Layered | undefined,
  merging: Merging,
  path: readonly string[],
): Layered | undefined {
  if (!above) return below;
  if (above.value !== null) return layOver(below, above, merging, path);
  if (!below) merging.missed?.(path);
  return undefined;
}

const noParts: ReadonlyMap<string, Layered> = new Map();

/**
 * The order of merged members: those that are written in the order they are written, and each inherited one that is not
 * stays behind the inherited one before it. So a text that adds puts its own last, and one that names an inherited
 * member (with `{}` if it changes nothing) says where it goes.
 */
export function orderOf(inherited: readonly string[], own: readonly string[]): readonly string[] {
  const written = new Set(own);
  const known = new Set(inherited);
  const first: string[] = [];
  const behind = new Map<string, string[]>();
  let here = first;
  for (const key of inherited) {
    if (written.has(key)) {
      here = [];
      behind.set(key, here);
    } else here.push(key);
  }
  return [...first, ...own.flatMap((key) => (known.has(key) ? [key, ...(behind.get(key) ?? [])] : [key]))];
}

/** The members of a layered object. */
export function partsOf(node: Layered): ReadonlyMap<string, Layered> {
  if (node.parts) return node.parts;
  const { value, first, last } = node;
  if (!isObject(value)) return noParts;
  return new Map(Object.entries(value).map(([key, member]) => [key, { value: member, first, last }]));
}

/** The member of a layered object, or undefined. */
export function partAt(node: Layered | undefined, ...path: readonly string[]): Layered | undefined {
  let here = node;
  for (const step of path) {
    if (!here) return undefined;
    if (here.parts) here = here.parts.get(step);
    else if (isObject(here.value) && Object.hasOwn(here.value, step)) {
      here = { value: here.value[step] as JsonValue, first: here.first, last: here.last };
    } else return undefined;
  }
  return here;
}

/** The same without some members. */
export function without(node: Layered, ...keys: readonly string[]): Layered {
  const parts = new Map(partsOf(node));
  for (const key of keys) parts.delete(key);
  return { ...node, parts };
}

/** The plain value. */
export function plainOf(node: Layered): JsonValue {
  if (!node.parts) return node.value;
  const result: Record<string, JsonValue> = {};
  for (const [key, part] of node.parts) result[key] = plainOf(part);
  return result as JsonObject;
}
