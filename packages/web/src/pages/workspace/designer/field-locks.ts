import type { Presence } from "@rolewright/server/protocol";
import type { Awareness } from "y-protocols/awareness";

/** A field is free again after its holder has rested for so long. */
const restMs = 8000;

/** Who edits a field. */
export interface Locker {
  readonly name: string;
  /** Presence colour, 1–4. */
  readonly color: number;
}

/** A peer's caret in the text. */
export interface PeerCaret extends Locker {
  readonly offset: number;
}

/** A field's path or an item's key; longer ones are no peer's of ours. */
const longest = 300;

/**
 * Tells peers which field of the designer this person edits, and which ones they do. A soft lock: it keeps people out
 * of each other's way and never the text from changing. Event `change` when `held` or `at` changed.
 */
export class FieldLocks extends EventTarget {
  /** Path of a field → the peer who edits it. */
  held: ReadonlyMap<string, Locker> = new Map();
  /** Key of an item or section → the peers who have it at hand, in a card or in the code. */
  at: ReadonlyMap<string, readonly Locker[]> = new Map();
  #mine: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly awareness: Awareness,
    /** Where in the text a place is that a peer tells. */
    private readonly offsetOf: (place: unknown) => number | undefined,
  ) {
    super();
    awareness.on("change", this.#read);
    this.#read();
  }

  close(): void {
    this.release();
    this.awareness.off("change", this.#read);
  }

  /** Announces a field, or goes on holding it: call it at every sign of life. */
  hold(path: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.release(), restMs);
    if (this.#mine === path) return;
    this.#mine = path;
    this.awareness.setLocalStateField("field", path);
    this.#read();
  }

  release(): void {
    clearTimeout(this.#timer);
    if (this.#mine === undefined) return;
    this.#mine = undefined;
    this.awareness.setLocalStateField("field", undefined);
  }

  /** Carets of peers in the present text. */
  carets(): readonly PeerCaret[] {
    return [...this.#others()].flatMap(([, { user, cursor }]) => {
      const offset = this.offsetOf(cursor?.head);
      return user && offset !== undefined ? [{ ...lockerOf(user), offset }] : [];
    });
  }

  #others(): (readonly [number, Presence])[] {
    const states = [...this.awareness.getStates()] as [number, Presence][];
    return states.filter(([id]) => id !== this.awareness.clientID);
  }

  readonly #read = (): void => {
    const held = new Map<string, Locker>();
    const at = new Map<string, readonly Locker[]>();
    for (const [id, { user, field, item }] of this.#others()) {
      const place = placeOf(field) ?? item;
      if (user && typeof place === "string" && place.length <= longest) {
        at.set(place, [...(at.get(place) ?? []), lockerOf(user)]);
      }
      if (!user || typeof field !== "string" || field.length > longest) continue;
      // Two who took a field at the same moment both see who keeps it: the one with the smaller id.
      if (field === this.#mine && id > this.awareness.clientID) continue;
      held.set(field, lockerOf(user));
    }
    if (JSON.stringify([...held, ...at]) === JSON.stringify([...this.held, ...this.at])) return;
    this.held = held;
    this.at = at;
    this.dispatchEvent(new Event("change"));
  };
}

/** Key of the item a field is of. */
function placeOf(field: unknown): string | undefined {
  return typeof field === "string" ? field.split("/")[3] : undefined;
}

function lockerOf({ name, color }: NonNullable<Presence["user"]>): Locker {
  return { name: String(name), color: color === 2 || color === 3 || color === 4 ? color : 1 };
}
