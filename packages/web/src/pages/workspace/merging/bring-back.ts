import { copyMember, type EditResult, keysAt } from "@rolewright/runtime";
import { type Member, membersOf } from "./members.ts";

/**
 * The edits that put an item back at an offset where it once stood: into the object there, in front of what stands
 * behind. `item` is a member of JSONC with its comments. None where the object has such a member by now, or `item` is
 * none; refused where no object is left, or the text cannot be read.
 */
export function bringBack(text: string, item: string, offset: number): EditResult {
  const [member] = membersOf(item);
  if (!member) return { edits: [] };
  const members = membersOf(text);
  const around = members.filter(({ object, start, end }) => object && start < offset && offset < end);
  const container = around.map(nameOf);
  const key = nameOf(member);
  if (keysAt(text, container).includes(key)) return { edits: [] };
  const end = around.at(-1)?.end ?? text.length;
  const next = members.find(({ start }) => start >= offset && start < end);
  const place = { container, ...(next ? { before: nameOf(next) } : {}) };
  return copyMember(text, [key], key, place, `{\n${item.replace(/^\s*\n/, "")}\n}`);
}

function nameOf({ key }: Member): string {
  return JSON.parse(key) as string;
}
