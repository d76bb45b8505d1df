import type { Messages, MessageTree } from "./languages.ts";

/**
 * The messages by their full key, `<area>.<path>`: `{ web: { shell: { title } } }` gives `web.shell.title`.
 *
 * Throws on a key written twice (nested and dotted), because one of the two texts would be lost without a sign.
 */
export function flatten(messages: Messages): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [area, tree] of Object.entries(messages)) collect(tree, area, texts);
  return texts;
}

function collect(tree: MessageTree, prefix: string, into: Map<string, string>): void {
  for (const [name, value] of Object.entries(tree)) {
    const key = `${prefix}.${name}`;
    if (typeof value !== "string") collect(value, key, into);
    else if (into.has(key)) throw new Error(`Message ${key} is written twice`);
    else into.set(key, value);
  }
}

/** The text under a full key of `flatten`, found without going through all the others. */
export function textAt(tree: Messages | MessageTree, key: string): string | undefined {
  const whole = Object.hasOwn(tree, key) ? tree[key] : undefined;
  if (typeof whole === "string") return whole;
  // A name may hold dots itself.
  for (let dot = key.indexOf("."); dot !== -1; dot = key.indexOf(".", dot + 1)) {
    const name = key.slice(0, dot);
    const below = Object.hasOwn(tree, name) ? tree[name] : undefined;
    const found = typeof below === "object" ? textAt(below, key.slice(dot + 1)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
