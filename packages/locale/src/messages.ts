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
