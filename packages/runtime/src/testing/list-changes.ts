import { parseWhole } from "../syntax.ts";
import type { SyntaxNode } from "../template.ts";

/* For tests: what people do with the items of a template, whatever way its text is laid out. */

/** One thing done to an item; the numbers choose, of however many there are. */
export interface ListChange {
  readonly what: "move" | "copy" | "take out" | "take out the rest" | "name alike" | "break the line" | "exchange";
  readonly section: number;
  readonly from: number;
  readonly to: number;
}

/** All that `what` may be. */
export const listChanges: readonly ListChange["what"][] = [
  "move",
  "copy",
  "take out",
  "take out the rest",
  "name alike",
  "break the line",
  "exchange",
];

/** The text after the change; the same text where there is nothing to change. `mark` makes the keys of copies new. */
export function withListChanged(text: string, { section, ...change }: ListChange, mark: string): string {
  const lists = listsOf(text);
  const list = lists[section % lists.length];
  if (!list?.children?.length) return text;
  const entries = list.children.map(({ offset, length }) => text.slice(offset, offset + length));
  return withEntries(text, list, changed(entries, change, mark));
}

/** The items of each section, as objects of the tree. */
function listsOf(text: string): readonly SyntaxNode[] {
  const memberOf = (object: SyntaxNode | undefined, key: string) =>
    object?.children?.find(({ children }) => children?.[0]?.value === key)?.children?.[1];
  const sections = memberOf(parseWhole(text).tree, "properties")?.children ?? [];
  return sections.flatMap(({ children }) => memberOf(children?.[1], "properties") ?? []);
}

function changed(entries: readonly string[], { what, from, to }: Omit<ListChange, "section">, mark: string): string[] {
  const at = from % entries.length;
  const there = to % entries.length;
  const entry = entries[at] ?? "";
  const other = entries[there] ?? "";
  const rest = entries.toSpliced(at, 1);
  switch (what) {
    case "move":
      return rest.toSpliced(there, 0, entry);
    case "copy":
      return entries.toSpliced(there, 0, entry.replace(/"(\w+)"/, `"$1${mark}"`));
    case "take out":
      return rest;
    case "take out the rest":
      return entries.slice(0, at);
    case "name alike":
      return entries.with(
        at,
        entry.replace(title, () => `${title.exec(other)?.[0]}`),
      );
    case "break the line":
      return entries.with(at, entry.replace("{", "{\r\n "));
    case "exchange":
      return entries.with(at, other).with(there, entry);
  }
}

const title = /"title": ?"[^"]*"/;

/** The text with other entries in an object; what stands between the first ones stays as it is. */
function withEntries(text: string, list: SyntaxNode, entries: readonly string[]): string {
  const known = list.children ?? [];
  const start = known[0]?.offset ?? 0;
  const endOf = ({ offset, length }: SyntaxNode) => offset + length;
  const gaps = known.slice(1).map(({ offset }, index) => text.slice(endOf(known[index] ?? list), offset));
  const end = Math.max(...known.map(endOf));
  // A comma behind the last goes where nothing is left in front of it.
  const tail = entries.length > 0 ? text.slice(end) : text.slice(end).replace(/^\s*,/, "");
  const put = entries.map((entry, index) => (index === 0 ? entry : `${gaps[index - 1] ?? ", "}${entry}`));
  return text.slice(0, start) + put.join("") + tail;
}
