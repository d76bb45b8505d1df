import { removeMemberAt, type TextEdit } from "@rolewright/runtime";
import { type Member, membersOf } from "./members.ts";
import type { MergedCopies } from "./merge-copies.ts";

/** Depth of the members of a role's own `properties`, which are its sections; deeper ones are items. */
const sectionDepth = 2;

/**
 * Of two members of one key, added to one object by two people at the same moment, one stays. A new item of the other
 * gets a key of its own. Objects, such as the first fields of one item, become one with the members of both; of two
 * values the one that stays counts, and the other is told. Offsets are into the text; `goes` stands no more.
 */
export function mergeDoubled(text: string, stays: Member, goes: Member): MergedCopies {
  if (isItem(goes)) {
    return { edits: [{ offset: goes.start, length: goes.key.length, text: freeKey(text, goes.key) }], lost: [] };
  }
  const { edits, lost } = united({ text, members: membersOf(text), free: (key) => freeKey(text, key) }, stays, goes);
  return { edits: [...edits, ...removeMemberAt(text, goes.start)], lost };
}

interface Whole {
  readonly text: string;
  readonly members: readonly Member[];
  readonly free: (key: string) => string;
}

function united(whole: Whole, stays: Member, goes: Member): MergedCopies {
  const { text, members } = whole;
  const value = ({ key, start, end }: Member) => text.slice(start + key.length, end).replace(/^\s*:\s*/, "");
  if (!stays.object || !goes.object) {
    return { edits: [], lost: value(stays) === value(goes) ? [] : [value(goes)] };
  }
  const [kept, brought] = [childrenOf(members, stays), childrenOf(members, goes)];
  const made = brought.map((child, index): MergedCopies => {
    const twin = kept.find(({ key }) => key === child.key);
    if (twin && value(twin) === value(child)) return { edits: [], lost: [] };
    if (twin && !isItem(child)) return united(whole, twin, child);
    const before = text.slice(brought[index - 1]?.end ?? bracketOf(text, goes) + 1, child.start).replace(/^\s*,/, "");
    const key = twin ? whole.free(child.key) : child.key;
    const piece = `${before}${key}${text.slice(child.start + child.key.length, child.end)}`;
    return { edits: [behind(text, stays, kept, piece)], lost: [] };
  });
  return { edits: made.flatMap(({ edits }) => edits), lost: made.flatMap(({ lost }) => lost) };
}

/** Puts a member behind those an object has. */
function behind(text: string, object: Member, children: readonly Member[], piece: string): TextEdit {
  const last = children.at(-1);
  const offset = last ? last.end : bracketOf(text, object) + 1;
  return { offset, length: 0, text: last ? `,${piece}` : piece };
}

function childrenOf(members: readonly Member[], { key, start, end, depth }: Member): readonly Member[] {
  return members.filter(
    (member) => member.home === key && member.depth === depth + 1 && member.start > start && member.end <= end,
  );
}

function bracketOf(text: string, { key, start }: Member): number {
  return text.indexOf("{", start + key.length);
}

function isItem({ object, home, depth }: Member): boolean {
  return object && home === '"properties"' && depth > sectionDepth;
}

/** The key with the next number that nothing in the text has. */
function freeKey(text: string, key: string): string {
  const word = key.slice(1, -1).replace(/\d+$/, "");
  let number = 2;
  while (text.includes(`"${word}${number}"`)) number += 1;
  return `"${word}${number}"`;
}
