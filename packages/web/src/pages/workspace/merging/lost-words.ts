import type { EditResult } from "@rolewright/runtime";
import * as Y from "yjs";
import { bringBack } from "./bring-back.ts";
import { jsoncTokens } from "./commas.ts";
import { membersOf } from "./members.ts";
import type { Orphan } from "./strays.ts";

/** Words that are not in the text any more, though their writer did not take them out. */
export interface LostWords {
  readonly id: string;
  /**
   * `deleted`: a peer deleted what they were written into · `replaced`: a peer wrote something else there at once ·
   * `theirs`: a peer's, who is away, in what this person deleted.
   */
  readonly why: "deleted" | "replaced" | "theirs";
  /** As a person reads them, without marks of JSON where they are more than that. */
  readonly words: string;
  /** The item they were written into, which can be brought back. */
  readonly item?: { readonly title: string; readonly text: string; readonly place: unknown };
}

/**
 * Keeps lost words of one person in one text until they put them away, in this browser, over a reload too. Event
 * `change`.
 */
export class LostWordsKeeper extends EventTarget {
  list: readonly LostWords[];
  readonly #name: string;

  /** `name`: of the person and the text, for the browser's storage. */
  constructor(name: string) {
    super();
    this.#name = `rolewright.lost.${name}`;
    this.list = JSON.parse(localStorage.getItem(this.#name) ?? "[]") as LostWords[];
  }

  add(why: LostWords["why"], { words, item }: Pick<Orphan, "words" | "item">): void {
    const kept = item && {
      title: titleOf(item.text),
      text: item.text,
      place: Y.relativePositionToJSON(item.place),
    };
    this.#keep([...this.list, { id: crypto.randomUUID(), why, words: plain(words), ...(kept ? { item: kept } : {}) }]);
  }

  putAway(id: string): void {
    this.#keep(this.list.filter((lost) => lost.id !== id));
  }

  #keep(list: readonly LostWords[]): void {
    this.list = list;
    if (list.length === 0) localStorage.removeItem(this.#name);
    else localStorage.setItem(this.#name, JSON.stringify(list));
    this.dispatchEvent(new Event("change"));
  }
}

/** The edits that bring the item of lost words back to where it stood; none without one, or where it stands again. */
export function returning({ item }: LostWords, shared: Y.Text): EditResult {
  if (!item || !shared.doc) return { edits: [] };
  const position = Y.createRelativePositionFromJSON(item.place);
  const found = Y.createAbsolutePositionFromRelativePosition(position, shared.doc);
  const text = shared.toString();
  return bringBack(text, item.text, found?.index ?? text.length);
}

/** The values in a piece of JSONC; all of it where it is none. */
function plain(words: string): string {
  const tokens = [...jsoncTokens(words)];
  const isKey = (index: number) => tokens[index + 1]?.token === ":";
  const values = tokens.filter(({ token }, index) => /^"/.test(token) && !isKey(index));
  return values.length === 0 ? words.trim() : values.map(({ token }) => said(token)).join(" … ");
}

function said(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}

function titleOf(item: string): string {
  const title = membersOf(item).find(({ key }) => key === '"title"');
  const written = title && item.slice(title.start, title.end).replace(/^"title"\s*:\s*/, "");
  return written?.startsWith('"') ? said(written) : "";
}
