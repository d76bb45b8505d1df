import type { TextEdit } from "@rolewright/runtime";
import type { Presence } from "@rolewright/server/protocol";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";

/** What a form wrote is looked after for so long: a peer who was offline may still bring a value of their own. */
const keptMs = 10 * 60_000;

/** Longer values are texts, in which a merge of both is readable and better than the loss of one. */
const longest = 200;

/** Origin of repairs: nobody's own step, so that undo does not bring the damage back. */
export const repairOrigin = Object.freeze({ name: "repair" });

interface Intent {
  readonly token: string;
  readonly at: number;
  readonly start: Y.RelativePosition;
  readonly end: Y.RelativePosition;
}

/**
 * Watches the values that forms write as whole tokens. Two people who replace one token at the same moment both insert
 * theirs: 20 becomes 2530, which neither meant. Each says in their presence what they wrote last; where a merge joined
 * the two, the later writer puts their own back.
 */
export class Intents {
  readonly #text: Y.Text;
  readonly #awareness: Awareness;
  #mine: readonly Intent[] = [];
  readonly #check = (): void => this.#repair();

  constructor(text: Y.Text, awareness: Awareness) {
    this.#text = text;
    this.#awareness = awareness;
    text.observe(this.#check);
    awareness.on("change", this.#check);
  }

  close(): void {
    this.#text.unobserve(this.#check);
    this.#awareness.off("change", this.#check);
  }

  /** Call it after the edits were made; `now` in ms. Only a single replaced token is looked after. */
  note(edits: readonly TextEdit[], now: number): void {
    const [edit] = edits;
    if (edits.length !== 1 || !edit || edit.length === 0 || edit.text === "" || edit.text.length > longest) return;
    const start = Y.createRelativePositionFromTypeIndex(this.#text, edit.offset, -1);
    const end = Y.createRelativePositionFromTypeIndex(this.#text, edit.offset + edit.text.length, 0);
    const known = this.#mine.filter(({ at }) => now - at < keptMs).slice(-20);
    this.#mine = [...known, { token: edit.text, at: now, start, end }];
    this.#awareness.setLocalStateField("wrote", { token: edit.text, at: now });
  }

  #repair(): void {
    for (const intent of this.#mine) {
      const damage = this.#damageOf(intent);
      if (!damage) continue;
      // Not within the transaction that is being told of.
      queueMicrotask(() => {
        if (this.#damageOf(intent)) this.#replace(intent);
      });
    }
  }

  /** Whether a later or equal writer is left to mend it: then it is not ours to. */
  #damageOf({ token, at, start, end }: Intent): boolean {
    const [from, to] = [this.#index(start), this.#index(end)];
    if (from === undefined || to === undefined || to - from <= token.length) return false;
    const found = this.#text.toString().slice(from, to);
    return this.#peers().some(([id, wrote]) => {
      const joined = found === token + wrote.token || found === wrote.token + token;
      return joined && (wrote.at < at || (wrote.at === at && id < this.#awareness.clientID));
    });
  }

  #replace({ token, start, end }: Intent): void {
    const [from, to] = [this.#index(start), this.#index(end)];
    if (from === undefined || to === undefined) return;
    const place = this.#text.toString().slice(from, to).indexOf(token);
    // Only what is too much goes: the token that stays keeps its place and its carets.
    this.#text.doc?.transact(() => {
      this.#text.delete(from + place + token.length, to - from - place - token.length);
      this.#text.delete(from, place);
    }, repairOrigin);
  }

  #peers(): (readonly [number, { readonly token: string; readonly at: number }])[] {
    const states = [...this.#awareness.getStates()] as [number, Presence][];
    return states.flatMap(([id, { wrote }]) => {
      const valid = id !== this.#awareness.clientID && typeof wrote?.token === "string" && typeof wrote.at === "number";
      return valid && wrote ? [[id, wrote] as const] : [];
    });
  }

  #index(position: Y.RelativePosition): number | undefined {
    const { doc } = this.#text;
    const found = doc && Y.createAbsolutePositionFromRelativePosition(position, doc);
    return found?.type === this.#text ? found.index : undefined;
  }
}
