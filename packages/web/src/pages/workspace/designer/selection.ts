/** The items that are worked on together, and the one that a stretch is reckoned from. */
export interface Selection {
  readonly keys: ReadonlySet<string>;
  readonly anchor: string | undefined;
}

export const nothingChosen: Selection = { keys: new Set(), anchor: undefined };

/** With one item more, or without it. */
export function toggled({ keys }: Selection, key: string): Selection {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return { keys: next, anchor: key };
}

/** The stretch from the anchor through `key`, in the order shown. */
export function reached({ keys, anchor }: Selection, key: string, order: readonly string[]): Selection {
  const [from, to] = [order.indexOf(anchor ?? key), order.indexOf(key)];
  if (from < 0 || to < 0) return toggled({ keys, anchor }, key);
  return { keys: new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)), anchor: anchor ?? key };
}

/** Without what is no longer there; the same one where all still is. */
export function remaining(selection: Selection, known: (key: string) => boolean): Selection {
  const keys = [...selection.keys].filter(known);
  return keys.length === selection.keys.size ? selection : { keys: new Set(keys), anchor: selection.anchor };
}
