import { limits } from "../limits.ts";
import type { TextRange } from "../model.ts";
import type { TemplatePath } from "../template.ts";
import { type LooseMember, type LooseText, type LooseValue, parseLoose, unescaped } from "./loose.ts";

/* Finding one's way in a text read loosely. */

let latest: LooseText | undefined;

/**
 * The text's tree, read loosely. The last one is kept: an editor asks for completion, hover and outline of one text
 * many times. A text beyond the cap on size counts as empty.
 */
export function looseText(text: string): LooseText {
  if (text.length > limits.size) return { ...parseLoose(""), text };
  if (latest?.text !== text) latest = parseLoose(text, latest);
  return latest;
}

/** The member with this key; of several the last, as JSON readers do. */
export function memberOf(object: LooseValue | undefined, name: string): LooseMember | undefined {
  return object?.members.findLast((member) => member.name === name);
}

/** The value one step below. */
export function childOf(value: LooseValue | undefined, step: string | number): LooseValue | undefined {
  return typeof step === "number" ? value?.elements[step] : memberOf(value, step)?.value;
}

/** The value at a path. */
export function looseAt({ root }: LooseText, path: TemplatePath): LooseValue | undefined {
  return path.reduce<LooseValue | undefined>(childOf, root);
}

/** The path of a value. */
export function pathOf(value: LooseValue | undefined): (string | number)[] {
  const path: (string | number)[] = [];
  for (let here = value; here?.parent; here = here.parent) path.push(here.member?.name ?? here.index);
  return path.reverse();
}

/** The path of a member. */
export function memberPath(member: LooseMember): (string | number)[] {
  return [...pathOf(member.object), member.name];
}

/** What a string says; undefined for anything else. */
export function stringOf(text: string, value: LooseValue | undefined): string | undefined {
  if (value?.kind !== "string") return undefined;
  const written = text.slice(value.start + 1, value.closed ? value.end - 1 : value.end);
  return written.includes("\\") ? unescaped(written) : written;
}

/** The string at a key. */
export function stringAt(text: string, object: LooseValue | undefined, key: string): string | undefined {
  return stringOf(text, memberOf(object, key)?.value);
}

/** The members of an object whose values are objects. */
export function objectsIn(object: LooseValue | undefined): LooseMember[] {
  return object?.members.filter(({ value }) => value?.kind === "object") ?? [];
}

/** Where a key is written, with its quotes. */
export function keyRangeOf(member: LooseMember): TextRange {
  return { start: member.keyStart, end: member.keyEnd };
}

/** Key and value together. */
export function memberRangeOf(member: LooseMember): TextRange {
  return { start: member.keyStart, end: member.value?.end ?? member.keyEnd };
}

/** The value's own text. */
export function valueRangeOf(value: LooseValue): TextRange {
  return { start: value.start, end: value.end };
}

/** A range without the quotes at its ends: what a rename replaces and a reader sees as the name. */
export function insideQuotes(text: string, range: TextRange): TextRange {
  const quoted = text.charAt(range.start) === '"';
  const closed = quoted && range.end - range.start > 1 && text.charAt(range.end - 1) === '"';
  return { start: quoted ? range.start + 1 : range.start, end: closed ? range.end - 1 : range.end };
}
