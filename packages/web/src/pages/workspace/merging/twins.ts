import { applyEdits, removeMemberAt, valueAt } from "@rolewright/runtime";
import { textEdits } from "@rolewright/server/text-edits";
import * as Y from "yjs";
import { collide, inOrder, mendOrigin, putInto } from "../write-edits.ts";
import { type Awaiting, afterWaiting } from "./awaiting.ts";
import { commaEdits } from "./commas.ts";
import { mergeDoubled } from "./doubled-member.ts";
import { keptShare } from "./kept-share.ts";
import { type Member, membersOf } from "./members.ts";
import { type MergedCopies, mergeCopies, type Stood } from "./merge-copies.ts";
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

/** A member this person put into the text. */
interface Own {
  readonly key: string;
  readonly at: number;
  /** Whether it had stood in the text before. */
  readonly moved: boolean;
  /** What of each Yjs client was known then: beside that it was put knowingly. Of nothing, where undo brought it back. */
  readonly known: ReadonlyMap<number, number>;
}

interface Copy extends WrittenCopy {
  readonly member: Member;
}

interface Pair {
  readonly stays: Copy;
  readonly goes: Copy;
  /** Whether it is one member, moved by both; otherwise two, which two people added. */
  readonly moved: boolean;
}

/**
 * Makes one of two again where two people moved the same item at the same moment, or one moved what the other brought
 * back: in a shared text each of them takes the item out, once, and puts it in, twice. So it does where both added a
 * member of the same key to one object, such as the target that an item did not have. The copy whose writer has the
 * higher client id stays, so that all decide alike; what was changed or said in the other comes into it
 * (`mergeCopies`, `mergeDoubled`).
 *
 * Only whoever put one of the two there a moment ago, or has not sent it yet, takes them for one: two that somebody
 * made knowingly, by pasting, are theirs.
 */
export class Twins {
  readonly #text: Y.Text;
  readonly #options: TwinsOptions;
  #own: readonly Own[] = [];
  /** What came to stand twice, by key. */
  readonly #suspects = new Map<string, Own>();
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

  #onChange({ delta }: Y.YTextEvent, { local, origin, beforeState }: Y.Transaction): void {
    const inserted = delta.flatMap(({ insert }) => (typeof insert === "string" ? insert : []));
    const undone = origin instanceof Y.UndoManager;
    const moved = undone || delta.some((part) => part.delete !== undefined);
    const written = local && origin !== mendOrigin;
    if (written) this.#note(inserted.flatMap(keysIn), moved, undone ? new Map() : beforeState);
    // What one writes does not meet anything unknown; what comes, is brought back or carried elsewhere may.
    if (written && !undone) return;
    // What a peer brings back may come in pieces, around words that were written into it meanwhile.
    const comes = (key: string) => inserted.some((words) => words.includes(key));
    for (const own of this.#own) if (isFresh(own) && comes(own.key)) this.#suspects.set(own.key, own);
    // Not within the transaction that is being told of.
    if (this.#suspects.size > 0) queueMicrotask(() => this.#look());
  }

  #note(keys: readonly string[], moved: boolean, known: Own["known"]): void {
    const at = this.#options.awaited ? Number.POSITIVE_INFINITY : Date.now();
    this.#own = [...this.#own.filter(isFresh), ...keys.map((key) => ({ key, at, moved, known }))];
  }

  /** Whoever wrote the copy that goes mends; the others wait for them. */
  #look(): void {
    for (const [key, own] of this.#suspects) {
      const pair = this.#pairOf(own);
      if (pair?.goes.writer === this.#text.doc?.clientID) this.#mendAll(own);
      else if (pair) this.#wait(own, pair.goes.writer);
      else this.#suspects.delete(key);
    }
  }

  #wait(own: Own, writer: number): void {
    if (this.#waits.has(own.key)) return;
    const stop = afterWaiting(this.#options, [writer], () => {
      this.#waits.delete(own.key);
      this.#mendAll(own);
    });
    this.#waits.set(own.key, stop);
  }

  /** A text that cannot be read is left as it is, and looked at again when others have changed it. */
  #mendAll(own: Own): void {
    while (this.#mend(own));
    if (!this.#pairOf(own)) this.#suspects.delete(own.key);
  }

  /** Two copies of a member, if there are: the one that stays, and of the others the one whose turn it is to go. */
  #pairOf(own: Own): Pair | undefined {
    const copies = twiceIn(this.#text.toString(), own).map((member) => ({ member, ...copyAt(this.#text, member) }));
    const inTurn = copies.sort((one, other) => other.writer - one.writer);
    // Any may be the one that stays: the first may be another member of the same key, elsewhere in the text.
    for (const [index, stays] of inTurn.entries()) {
      for (const goes of inTurn.slice(index + 1)) {
        const moved = own.moved && isBeside(stays.member, goes.member) && isAlike(stays, goes);
        if (this.#isOurs(own, stays, goes) && (moved || areDoubled(stays.member, goes.member))) {
          return { stays, goes, moved };
        }
      }
    }
    return undefined;
  }

  /** Whether one of two is this person's and the other that of somebody they had not heard of. */
  #isOurs({ known }: Own, stays: Copy, goes: Copy): boolean {
    const own = this.#text.doc?.clientID;
    const other = stays.writer === own ? goes : stays;
    return stays.writer !== goes.writer && (stays.writer === own || goes.writer === own) && isNews(known, other);
  }

  /** False when there is nothing to mend, and while the text cannot be read. */
  #mend(own: Own): boolean {
    let done = false;
    this.#text.doc?.transact(() => {
      const before = this.#text.toString();
      if (valueAt(before, []) === undefined) putInto(this.#text, commaEdits(before));
      const pair = this.#pairOf(own);
      if (pair) done = this.#merge(pair);
    }, mendOrigin);
    return done;
  }

  #merge({ stays, goes, moved }: Pair): boolean {
    const text = this.#text.toString();
    const removal = removeMemberAt(text, goes.member.start);
    if (removal.length === 0) return false;
    const merged = moved ? this.#moved(text, stays, goes) : mergeDoubled(text, stays.member, goes.member);
    const all = inOrder(moved ? [...merged.edits, ...removal] : merged.edits);
    const fits = !collide(all) && canBeRead(applyEdits(text, all));
    putInto(this.#text, fits ? all : removal);
    const after = this.#text.toString();
    if (valueAt(after, []) === undefined) putInto(this.#text, commaEdits(after));
    const told = fits ? merged.lost : goes.text === stays.text ? [] : [goes.text];
    if (told.length > 0) this.#options.lost(told.join(" … "));
    return true;
  }

  /** Offsets are into the text. */
  #moved(text: string, stays: Copy, goes: Copy): MergedCopies {
    const place = this.#blockOf(text, stays.member);
    const before = deletedWords(this.#text, [stays.writer, goes.writer]);
    const all = deletedWords(this.#text, []);
    const stood: Stood = (words) => (before.includes(words) ? "old" : all.includes(words) ? "new" : undefined);
    const { edits, lost } = mergeCopies(place, this.#blockOf(text, goes.member), stood);
    return { edits: edits.map((edit) => ({ ...edit, offset: place.start + edit.offset })), lost };
  }

  /** A member with its comments, without the white space before them. */
  #blockOf(text: string, { start, end }: Member) {
    const [lines] = [...removeMemberAt(text, start)].sort((one, other) => other.length - one.length);
    const from = lines?.offset ?? start;
    const first = from + (text.slice(from).search(/\S/) || 0);
    return { start: first, ...copyAt(this.#text, { start: first, end }) };
  }
}

/** The members of a key that may be one. A key that stands once in the text is told without reading it all. */
function twiceIn(text: string, { key, moved }: Own): readonly Member[] {
  const first = text.indexOf(key);
  if (first < 0 || !text.includes(key, first + key.length)) return [];
  const members = membersOf(text).filter((member) => member.key === key);
  const isTwin = (one: Member, other: Member) => areDoubled(one, other) || (moved && isBeside(one, other));
  return members.filter((one) => members.some((other) => other !== one && isTwin(one, other)));
}

function isFresh({ at }: Own): boolean {
  return Date.now() - at < freshMs;
}

function isNews(known: ReadonlyMap<number, number>, { writer, clock }: WrittenCopy): boolean {
  return clock >= (known.get(writer) ?? 0);
}

/** Keys of the members somebody inserted, and of the items in a section; those of their parts are no news of their own. */
function keysIn(inserted: string): readonly string[] {
  return membersOf(inserted)
    .filter(({ home, object }) => home === "" || (object && home === '"properties"'))
    .map(({ key }) => key);
}

/** Whether both stand in one object, which can say a key only once. */
function areDoubled(one: Member, other: Member): boolean {
  return one.within === other.within;
}

/** Whether two are objects that stand in objects of one kind, and not one in the other. */
function isBeside(one: Member, other: Member): boolean {
  if (!one.object || !other.object) return false;
  return one.home === other.home && one.depth === other.depth && (one.end <= other.start || other.end <= one.start);
}

function isAlike({ text: one }: WrittenCopy, { text: other }: WrittenCopy): boolean {
  const shares = [keptShare(one, textEdits(one, other)), keptShare(other, textEdits(other, one))];
  return Math.max(...shares) >= leastKept.one && Math.min(...shares) >= leastKept.other;
}

function canBeRead(text: string): boolean {
  return valueAt(applyEdits(text, commaEdits(text)), []) !== undefined;
}
