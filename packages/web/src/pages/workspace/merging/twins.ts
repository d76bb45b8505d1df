import { applyEdits, removeMemberAt, valueAt } from "@rolewright/runtime";
import { textEdits } from "@rolewright/server/text-edits";
import * as Y from "yjs";
import { collide, inOrder, mendOrigin, putInto } from "../write-edits.ts";
import { type Awaiting, afterWaiting } from "./awaiting.ts";
import { commaEdits } from "./commas.ts";
import { keptShare } from "./kept-share.ts";
import { type Member, membersOf } from "./members.ts";
import { mergeCopies } from "./merge-copies.ts";
import { copyAt, deletedWords, type WrittenCopy } from "./moved-copy.ts";

/** So much of the words of one copy must stand in the other for both to be one item; the other may have grown since. */
const leastKept = { one: 0.6, other: 0.3 };

/** A peer who has not heard of a move that was saved so long ago is offline, and mends when they come back. */
const freshMs = 10_000;

export interface TwinsOptions extends Awaiting {
  /** Told of what one copy said and the one that stays cannot say as well. */
  readonly lost: (words: string) => void;
  /** Whether `settled` tells when what was written has come to the server; otherwise it is there at once. */
  readonly awaited?: boolean;
}

interface Own {
  readonly key: string;
  readonly at: number;
}

interface Copy extends WrittenCopy {
  readonly member: Member;
}

interface Pair {
  readonly stays: Copy;
  readonly goes: Copy;
}

/**
 * Makes one of two again where two people moved the same item at the same moment, or one moved what the other brought
 * back: in a shared text each of them takes the item out, once, and puts it in, twice. The copy whose writer has the
 * higher client id stays, so that all decide alike; what was changed in the other comes into it (`mergeCopies`).
 *
 * Only whoever put one of the two there a moment ago, or has not sent it yet, takes them for one: two that somebody
 * made knowingly, by pasting, are theirs.
 */
export class Twins {
  readonly #text: Y.Text;
  readonly #options: TwinsOptions;
  #own: readonly Own[] = [];
  /** Keys that came to stand twice. */
  readonly #suspects = new Set<string>();
  readonly #waits = new Map<string, () => void>();
  readonly #listener = (event: Y.YTextEvent, transaction: Y.Transaction): void => this.#onChange(event, transaction);

  constructor(text: Y.Text, options: TwinsOptions) {
    this.#text = text;
    this.#options = options;
    text.observe(this.#listener);
  }

  close(): void {
    for (const stop of this.#waits.values()) stop();
    this.#text.unobserve(this.#listener);
  }

  /** Call it when everything this person wrote has come to the server: from now on it counts as known to the others. */
  settled(now: number): void {
    this.#own = this.#own.map((own) => (own.at === Number.POSITIVE_INFINITY ? { ...own, at: now } : own));
  }

  #onChange({ delta }: Y.YTextEvent, { local, origin }: Y.Transaction): void {
    if (origin === mendOrigin) return;
    const keys = delta.flatMap(({ insert }) => (typeof insert === "string" ? itemKeysIn(insert) : []));
    if (keys.length === 0 && (local || this.#suspects.size === 0)) return;
    if (local) this.#own = [...this.#own.filter(isFresh), ...this.#made(keys, origin instanceof Y.UndoManager)];
    const own = this.#own.filter(isFresh).map(({ key }) => key);
    for (const key of keys) if (own.includes(key)) this.#suspects.add(key);
    // Not within the transaction that is being told of.
    if (this.#suspects.size > 0) queueMicrotask(() => this.#look());
  }

  /** What stands twice as soon as somebody has written it is meant so; what undo brought back is not. */
  #made(keys: readonly string[], undone: boolean): readonly Own[] {
    const at = this.#options.awaited ? Number.POSITIVE_INFINITY : Date.now();
    const text = undone ? "" : this.#text.toString();
    const twice = (key: string) => {
      const same = objectsOf(text, key);
      return same.some((one, index) => same.slice(index + 1).some((other) => isBeside(one, other)));
    };
    return keys.filter((key) => !twice(key)).map((key) => ({ key, at }));
  }

  /** Whoever wrote the copy that goes mends; the others wait for them. */
  #look(): void {
    for (const key of this.#suspects) {
      const pair = this.#pairOf(key);
      if (pair?.goes.writer === this.#text.doc?.clientID) this.#mendAll(key);
      else if (pair) this.#wait(key, pair.goes.writer);
      else this.#suspects.delete(key);
    }
  }

  #wait(key: string, writer: number): void {
    if (this.#waits.has(key)) return;
    const stop = afterWaiting(this.#options, [writer], () => {
      this.#waits.delete(key);
      this.#mendAll(key);
    });
    this.#waits.set(key, stop);
  }

  /** A text that cannot be read is left as it is, and looked at again when others have changed it. */
  #mendAll(key: string): void {
    while (this.#mend(key));
    if (!this.#pairOf(key)) this.#suspects.delete(key);
  }

  /** Two copies of an item, if there are: the one that stays, and of the others the one whose turn it is to go. */
  #pairOf(key: string): Pair | undefined {
    const members = objectsOf(this.#text.toString(), key);
    const copies = members.map((member) => ({ member, ...copyAt(this.#text, member) }));
    const inTurn = copies.sort((one, other) => other.writer - one.writer);
    // Any may be the one that stays: the first may be another item of the same key, elsewhere in the text.
    for (const [index, stays] of inTurn.entries()) {
      const goes = inTurn
        .slice(index + 1)
        .find((copy) => copy.writer < stays.writer && isBeside(copy.member, stays.member) && isAlike(stays, copy));
      if (goes) return { stays, goes };
    }
    return undefined;
  }

  /** False when there is nothing to mend, and while the text cannot be read. */
  #mend(key: string): boolean {
    let done = false;
    this.#text.doc?.transact(() => {
      const before = this.#text.toString();
      if (valueAt(before, []) === undefined) putInto(this.#text, commaEdits(before));
      const pair = this.#pairOf(key);
      if (pair) done = this.#merge(pair);
    }, mendOrigin);
    return done;
  }

  #merge({ stays, goes }: Pair): boolean {
    const text = this.#text.toString();
    const removal = removeMemberAt(text, goes.member.start);
    if (removal.length === 0) return false;
    const place = this.#blockOf(text, stays.member);
    const before = deletedWords(this.#text, goes.writer);
    const { edits, lost } = mergeCopies(place, this.#blockOf(text, goes.member), (words) => before.includes(words));
    const carried = edits.map((edit) => ({ ...edit, offset: place.start + edit.offset }));
    const all = inOrder([...carried, ...removal]);
    const fits = !collide(all) && canBeRead(applyEdits(text, all));
    const written = fits ? all : removal;
    putInto(this.#text, written);
    const after = this.#text.toString();
    if (valueAt(after, []) === undefined) putInto(this.#text, commaEdits(after));
    const told = fits ? lost : goes.text === stays.text ? [] : [goes.text];
    if (told.length > 0) this.#options.lost(told.join(" … "));
    return true;
  }

  /** A member with its comments, without the white space before them. */
  #blockOf(text: string, { start, end }: Member) {
    const [lines] = [...removeMemberAt(text, start)].sort((one, other) => other.length - one.length);
    const from = lines?.offset ?? start;
    const first = from + (text.slice(from).search(/\S/) || 0);
    return { start: first, ...copyAt(this.#text, { start: first, end }) };
  }
}

/** The objects under a key that may stand twice. A key that stands once in the text is told without reading it all. */
function objectsOf(text: string, key: string): readonly Member[] {
  const first = text.indexOf(key);
  if (first < 0 || !text.includes(key, first + key.length)) return [];
  return membersOf(text).filter((member) => member.object && member.key === key);
}

function isFresh({ at }: Own): boolean {
  return Date.now() - at < freshMs;
}

/** Keys of the items in what somebody inserted; those of their parts are no items. */
function itemKeysIn(inserted: string): readonly string[] {
  const members = membersOf(inserted).filter(({ object }) => object);
  const outer = members.filter(({ home }) => home === "");
  return members.filter((member) => outer.includes(member) || member.home === '"properties"').map(({ key }) => key);
}

/** Whether two stand in objects of one kind, and not one in the other. */
function isBeside(one: Member, other: Member): boolean {
  return one.home === other.home && one.depth === other.depth && (one.end <= other.start || other.end <= one.start);
}

function isAlike({ text: one }: WrittenCopy, { text: other }: WrittenCopy): boolean {
  const shares = [keptShare(one, textEdits(one, other)), keptShare(other, textEdits(other, one))];
  return Math.max(...shares) >= leastKept.one && Math.min(...shares) >= leastKept.other;
}

function canBeRead(text: string): boolean {
  return valueAt(applyEdits(text, commaEdits(text)), []) !== undefined;
}
