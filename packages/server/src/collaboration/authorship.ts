import type * as Y from "yjs";

/** Some signs of a text that one Yjs client wrote, in UTF-16 code units. */
export interface ClientStretch {
  readonly length: number;
  readonly client: number;
}

/** Who wrote what of a text, in its order; neighbours of one client are one. */
export function clientStretches(text: Y.Text): readonly ClientStretch[] {
  const found: ClientStretch[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    const { client } = item.id;
    const last = found.at(-1);
    if (last?.client === client) found.splice(-1, 1, { client, length: last.length + item.length });
    else found.push({ client, length: item.length });
  }
  return found;
}
