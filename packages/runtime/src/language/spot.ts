import type { TextRange } from "../model.ts";
import { type LooseComment, skipTrivia } from "./brackets.ts";
import type { LooseMember, LooseText, LooseValue } from "./loose.ts";

/** A place where a key may be written. */
export interface KeySpot {
  readonly place: "key";
  readonly object: LooseValue;
  /** The member whose key is being written; undefined where a new one may begin. */
  readonly member: LooseMember | undefined;
  /** What a completion replaces. */
  readonly range: TextRange;
  /** Whether the value follows already. */
  readonly hasValue: boolean;
  /** Where a comma is missing in front, or -1. */
  readonly commaBefore: number;
  /** Whether a comma is missing behind. */
  readonly commaAfter: boolean;
}

/** A place where a value may be written. */
export interface ValueSpot {
  readonly place: "value";
  /** The object or list it belongs to. */
  readonly owner: LooseValue;
  /** Key in the object or index in the list. */
  readonly step: string | number;
  /** The value being written, when there is one. */
  readonly value: LooseValue | undefined;
  readonly range: TextRange;
  readonly commaBefore: number;
  readonly commaAfter: boolean;
}

export type Spot = KeySpot | ValueSpot;

/** What may be written at an offset; undefined in comments, behind the end, and where a sign is missing first. */
export function spotAt(source: LooseText, offset: number): Spot | undefined {
  if (isInComment(source.comments, offset)) return undefined;
  const container = innermost(source.root, offset);
  if (!container) return undefined;
  return container.kind === "object"
    ? inObject(source.text, container, offset)
    : inList(source.text, container, offset);
}

/** The value, or the key of the member, under an offset: what a pointer rests on. */
export interface Under {
  readonly member: LooseMember | undefined;
  readonly value: LooseValue | undefined;
  readonly on: "key" | "value";
}

/** What stands at an offset; undefined between things. */
export function under(source: LooseText, offset: number): Under | undefined {
  const container = innermost(source.root, offset);
  if (!container) return undefined;
  const member = lastBefore(container.members, offset, (one) => one.keyStart);
  if (member && offset <= member.keyEnd) return { member, value: member.value, on: "key" };
  const value = member ? member.value : lastBefore(container.elements, offset, (one) => one.start);
  if (!value || isContainer(value) || offset < value.start || offset > value.end) return undefined;
  return { member, value, on: "value" };
}

/** The innermost object or list whose brackets the offset lies between. */
export function innermost(root: LooseValue | undefined, offset: number): LooseValue | undefined {
  let found: LooseValue | undefined;
  let next = root;
  while (next && holds(next, offset)) {
    found = next;
    const before: LooseValue | undefined =
      next.kind === "object"
        ? lastBefore(next.members, offset, (member) => member.keyStart)?.value
        : lastBefore(next.elements, offset, (element) => element.start);
    next = before && isContainer(before) ? before : undefined;
  }
  return found;
}

function holds({ start, end, closed }: LooseValue, offset: number): boolean {
  return offset > start && (closed ? offset < end : offset <= end);
}

function isContainer({ kind }: LooseValue): boolean {
  return kind === "object" || kind === "array";
}

/** The last of a list in text order that starts at or before the offset; by halving. */
export function lastBefore<T>(list: readonly T[], offset: number, start: (one: T) => number): T | undefined {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && start(one) <= offset) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}

function isInComment(comments: readonly LooseComment[], offset: number): boolean {
  const comment = lastBefore(comments, offset - 1, ({ start }) => start);
  return comment !== undefined && (comment.closed ? offset < comment.end : offset <= comment.end);
}

function inObject(text: string, object: LooseValue, offset: number): Spot | undefined {
  const member = lastBefore(object.members, offset, ({ keyStart }) => keyStart);
  if (!member) return newKey(text, object, undefined, offset);
  // In front of a finished member one begins a new one; inside its key one changes it.
  if (offset === member.keyStart && member.colon >= 0) {
    return newKey(text, object, object.members[object.members.indexOf(member) - 1], offset);
  }
  if (offset <= member.keyEnd) return editedKey(text, object, member, offset);
  if (member.colon < 0 || offset <= member.colon) return undefined;
  const { value } = member;
  if (!value) return isOpen(text, member.colon + 1, offset) ? missingValue(text, member, offset) : undefined;
  if (offset <= value.end && !isContainer(value)) return editedValue(text, member, value, offset);
  if (offset <= value.start || (isContainer(value) && offset < value.end)) return undefined;
  return newKey(text, object, member, offset);
}

/** Whether nothing but space and comments lies between: no comma has ended the member. */
function isOpen(text: string, from: number, offset: number): boolean {
  return skipTrivia(text, from) >= offset;
}

function newKey(text: string, object: LooseValue, before: LooseMember | undefined, offset: number): KeySpot {
  const end = before ? (before.value?.end ?? before.keyEnd) : object.start + 1;
  const comma = skipTrivia(text, end);
  const missing = before !== undefined && (comma >= offset || text.charAt(comma) !== ",");
  return {
    place: "key",
    object,
    member: undefined,
    range: { start: offset, end: offset },
    hasValue: false,
    commaBefore: missing ? end : -1,
    commaAfter: startsEntry(text, offset),
  };
}

function editedKey(text: string, object: LooseValue, member: LooseMember, offset: number): KeySpot {
  const quoted = text.charAt(member.keyStart) === '"';
  const end = quoted && !member.keyClosed ? offset : member.keyEnd;
  const position = object.members.indexOf(member);
  const before = object.members[position - 1];
  const beforeEnd = before ? (before.value?.end ?? before.keyEnd) : -1;
  const missing = before !== undefined && text.charAt(skipTrivia(text, beforeEnd)) !== ",";
  return {
    place: "key",
    object,
    member,
    range: { start: member.keyStart, end },
    hasValue: member.colon >= 0,
    commaBefore: missing ? beforeEnd : -1,
    commaAfter: member.colon < 0 && startsEntry(text, end),
  };
}

function missingValue(text: string, member: LooseMember, offset: number): ValueSpot {
  return {
    place: "value",
    owner: member.object,
    step: member.name,
    value: undefined,
    range: { start: offset, end: offset },
    commaBefore: -1,
    commaAfter: startsEntry(text, offset),
  };
}

/** Up to the value's start only on one line: editors replace nothing that spans several. */
function editedValue(text: string, member: LooseMember, value: LooseValue, offset: number): ValueSpot | undefined {
  const start = Math.min(offset, value.start);
  if (text.slice(start, value.start).trim() !== "" || text.slice(start, value.start).includes("\n")) return undefined;
  return {
    place: "value",
    owner: member.object,
    step: member.name,
    value,
    range: { start, end: endOfEdited(value, offset) },
    commaBefore: -1,
    commaAfter: false,
  };
}

/** A string that lacks its closing quote reaches to the end of the line, but what is typed ends at the caret. */
function endOfEdited(value: LooseValue, offset: number): number {
  return value.closed ? value.end : Math.max(offset, value.start);
}

function inList(text: string, list: LooseValue, offset: number): ValueSpot | undefined {
  const before = lastBefore(list.elements, offset, ({ start }) => start);
  const common = { place: "value", owner: list } as const;
  if (before && offset <= before.end && !isContainer(before)) {
    const range = { start: before.start, end: endOfEdited(before, offset) };
    return { ...common, step: before.index, value: before, range, commaBefore: -1, commaAfter: false };
  }
  if (before && offset < before.end) return undefined;
  const end = before?.end ?? list.start + 1;
  const comma = skipTrivia(text, end);
  const missing = before !== undefined && (comma >= offset || text.charAt(comma) !== ",");
  return {
    ...common,
    step: (before?.index ?? -1) + 1,
    value: undefined,
    range: { start: offset, end: offset },
    commaBefore: missing ? end : -1,
    commaAfter: startsEntry(text, offset),
  };
}

/** Whether what comes next would be another entry of the same container. */
function startsEntry(text: string, offset: number): boolean {
  const next = text.charAt(skipTrivia(text, offset));
  return next !== "" && !",}]:".includes(next);
}
