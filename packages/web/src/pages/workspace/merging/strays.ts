import { applyEdits, type TextEdit, valueAt } from "@rolewright/runtime";
import { textEdits } from "@rolewright/server/text-edits";
import * as Y from "yjs";
import { rebase } from "../../../editor/frozen-text.ts";
import { isFormed } from "../../../editor/yjs-binding.ts";
import { collide, inOrder, mendOrigin, putInto } from "../write-edits.ts";
import { type Awaiting, afterWaiting } from "./awaiting.ts";
import { commaEdits } from "./commas.ts";
import { itemsOf } from "./items.ts";
import { keptShare } from "./kept-share.ts";
import { membersOf } from "./members.ts";
import { type Part, type Run, type Survey, survey, surveyLate, writtenBetween } from "./stretches.ts";

/** So much of the words of an item must stand in what a peer inserted for that to be the item, moved. */
const leastKept = { named: 0.6, nameless: 0.8 };

/** So many of the last changes made here may have come to stand in what a peer brings back. */
const putsKept = 8;

interface Clocks {
  readonly from: number;
  readonly to: number;
}

/** Words that stand nowhere any more, because somebody deleted what they were written into. */
export interface Orphan {
  /** `theirs`: a peer's, who was not there to be told, in what the person here deleted. */
  readonly whose: "mine" | "theirs";
  readonly words: string;
  /** The whole item with them, as a member of JSONC with its comments, and where it stood; absent for a part of one. */
  readonly item?: { readonly text: string; readonly place: Y.RelativePosition };
}

/** Where an item stands now, and what its peer changed in it. */
interface Place {
  readonly run: Run;
  /** Into the run. */
  readonly offset: number;
  readonly theirs: readonly TextEdit[];
  readonly kept: number;
}

/**
 * Looks after what this person wrote into something that a peer moved or deleted at the same moment. In a shared text a
 * move is a deletion and an insertion: words typed into the old place would stay there alone, and the role could not be
 * read any more. Here their writer carries them, item by item, to the new place; where there is none, because the peer
 * deleted it all, they are taken out where they would break the text or come to stand in something else, and `orphaned`
 * is told of them so that the page can show them. Whoever deleted it does the same for a writer who is away. Where two
 * forms changed neighbours at once, the commas between them are set right.
 */
export class Strays {
  readonly #text: Y.Text;
  readonly #orphaned: (orphan: Orphan) => void;
  readonly #awaiting: Awaiting;
  readonly #waits = new Set<() => void>();
  /** Whether a form wrote here last: whoever types a line is not helped with its commas half-way. */
  #formed = false;
  /** Clocks of what undo or redo inserted last; `to` excluded. */
  #broughtBack: Clocks = { from: 0, to: 0 };
  /** The same of the last changes made here. */
  #put: readonly Clocks[] = [];
  readonly #look = (event: Y.YTextEvent, transaction: Y.Transaction): void => this.#onChange(event, transaction);

  constructor(text: Y.Text, orphaned: (orphan: Orphan) => void, awaiting: Awaiting = {}) {
    this.#text = text;
    this.#orphaned = orphaned;
    this.#awaiting = awaiting;
    text.observe(this.#look);
  }

  close(): void {
    for (const stop of this.#waits) stop();
    this.#text.unobserve(this.#look);
  }

  #onChange({ delta }: Y.YTextEvent, transaction: Y.Transaction): void {
    if (transaction.local) {
      this.#formed = isFormed(transaction.origin) || transaction.origin === mendOrigin;
      if (this.#formed) this.#put = [...this.#put.slice(1 - putsKept), clocksOf(transaction)];
      if (this.#formed && transaction.origin instanceof Y.UndoManager) this.#afterUndo(transaction);
      return;
    }
    if (delta.some(({ insert }) => insert !== undefined)) this.#awaitWriters(transaction);
    const found = survey(this.#text, transaction);
    const commas = this.#formed && isMender(transaction);
    const undone = isMender(transaction) && this.#isBroughtBack(found.inserted);
    const amidst = this.#formed && found.inserted.length > 1;
    if (found.parts.length === 0 && !commas && !undone && !amidst) return;
    // Not within the transaction that is being told of.
    queueMicrotask(() => {
      if (found.parts.length > 0) this.#mend(found, "mine");
      this.#setCommas();
      if (undone) this.#takeOut();
      if (amidst) this.#moveOut();
    });
  }

  /** What comes back may have been mended since, or stood in what a peer has moved or deleted since. */
  #afterUndo(transaction: Y.Transaction): void {
    const { parts, ...rest } = surveyLate(this.#text, transaction);
    this.#broughtBack = clocksOf(transaction);
    queueMicrotask(() => {
      const lost = parts.filter((part) => part.enclosed);
      const takenOut = this.#removals(lost.flatMap(({ strays }) => strays));
      // Otherwise it is words of others that are in the way, which are theirs to carry.
      if (takenOut.length > 0 && !this.#reads([]) && this.#reads(takenOut))
        this.#mend({ ...rest, parts: lost, inserted: [] }, "mine");
      this.#setCommas();
      this.#takeOut();
    });
  }

  /** Whether a peer inserted what undo brought back here. */
  #isBroughtBack(inserted: readonly Run[]): boolean {
    const [own, theirs] = [writtenBetween(this.#text, this.#broughtBack), inserted].map((runs) =>
      runs.map(({ text }) => text).join(""),
    );
    if (!own || !theirs) return false;
    return keptShare(own, textEdits(own, theirs)) >= leastKept.named;
  }

  /** Where what undo brought back cannot be read, as beside the same item that a peer brought back, it is taken out. */
  #takeOut(): void {
    const runs = writtenBetween(this.#text, this.#broughtBack);
    const takenOut = runs.map(({ text, index }) => ({ offset: index, length: text.length, text: "" }));
    if (takenOut.length === 0 || this.#reads([]) || !this.#reads(takenOut)) return;
    this.#orphaned({ whose: "mine", words: runs.map(({ text }) => text).join("") });
    this.#write(takenOut);
    this.#setCommas();
  }

  /**
   * Undo of a peer brings an item back in pieces, and between two of them what was put before it here meanwhile: that
   * goes to the beginning of the line it has come to stand in.
   */
  #moveOut(): void {
    if (this.#reads([])) return;
    const text = this.#text.toString();
    const moves = this.#put.flatMap((clocks) => {
      const [run, ...others] = writtenBetween(this.#text, clocks);
      if (!run || others.length > 0) return [];
      const line = text.lastIndexOf("\n", run.index - 1) + 1;
      const removal = { offset: run.index, length: run.text.length, text: "" };
      return line < run.index ? [[{ offset: line, length: 0, text: run.text }, removal]] : [];
    });
    const move = moves.find((edits) => this.#reads(edits));
    if (move) this.#write(move);
  }

  /** A writer who has left, or does not hear of it, cannot carry their words out of what was deleted here. */
  #awaitWriters(transaction: Y.Transaction): void {
    const { parts, ...rest } = surveyLate(this.#text, transaction);
    const enclosed = parts.filter((part) => part.enclosed);
    if (enclosed.length === 0) return;
    const writers = enclosed.flatMap(({ strays }) => strays.flatMap(({ start }) => start.item?.client ?? []));
    const stop = afterWaiting(this.#awaiting, writers, () => {
      const left = enclosed.filter(({ strays }) => strays.every((run) => this.#index(run) !== undefined));
      if (left.length > 0) this.#mend({ ...rest, parts: left, inserted: [] }, "theirs");
      this.#setCommas();
    });
    this.#waits.add(stop);
  }

  #setCommas(): void {
    const text = this.#text.toString();
    if (valueAt(text, []) !== undefined) return;
    const edits = commaEdits(text);
    if (edits.length > 0 && this.#reads([])) this.#write(edits);
  }

  /** Decides on one item after the other, each beside what was decided and without the words still to be decided on. */
  #mend({ parts, others, inserted, readable }: Survey, whose: Orphan["whose"]): void {
    let decided: readonly TextEdit[] = [];
    // What could be read before the change, or can be as it stands, must be readable afterwards.
    const mustRead = readable || this.#reads([]);
    parts.forEach((part, index) => {
      const later = this.#removals(parts.slice(index + 1).flatMap(({ strays }) => strays));
      // What I had half typed cannot be read in its new place either.
      const reads = (edits: readonly TextEdit[]) => {
        const all = inOrder(edits);
        return !collide(all) && (!mustRead || this.#reads(all));
      };
      // Others may take their words out of what was deleted; what undo brought back among them stays.
      const fits = (edits: readonly TextEdit[]) =>
        reads([...decided, ...edits, ...later, ...this.#removals(others)]) || reads([...decided, ...edits, ...later]);
      decided = [...decided, ...this.#edits(part, inserted, fits, whose)];
    });
    this.#write(decided);
  }

  #edits(
    part: Part,
    inserted: readonly Run[],
    fits: (edits: readonly TextEdit[]) => boolean,
    whose: Orphan["whose"],
  ): readonly TextEdit[] {
    const takenOut = this.#removals(part.strays);
    const places = placesOf(part, [...inserted, ...this.#standing(part)]);
    const carried = places.map((place) => [...this.#carrying(part, place), ...takenOut]);
    const best = carried.find((edits) => edits.length > takenOut.length && fits(edits));
    if (best) return best;
    if (!part.enclosed && (fits([]) || !fits(takenOut))) return [];
    this.#orphaned({ ...orphanOf(part), whose });
    return takenOut;
  }

  /** The same item where it stands already, as after two people moved it and one of the two was taken out again. */
  #standing({ base, strays }: Part): readonly Run[] {
    const name = nameIn(base);
    const at = strays[0] && this.#index(strays[0]);
    if (!name || at === undefined) return [];
    const text = this.#text.toString();
    const members = membersOf(text);
    const around = members.findLast(({ object, start, end }) => object && start < at && at < end);
    const key = base.slice(name.offset, name.offset + name.length);
    return members
      .filter(
        (member) => member !== around && member.object && member.key === key && member.home === (around?.key ?? ""),
      )
      .map(({ start, end }) => ({
        start: Y.createRelativePositionFromTypeIndex(this.#text, start),
        text: text.slice(start, end),
      }));
  }

  /** Makes my changes in the moved item, beside what the peer changed in it. */
  #carrying({ mine }: Part, { run, offset, theirs }: Place): readonly TextEdit[] {
    const start = this.#index(run);
    if (start === undefined) return [];
    return rebase(mine, theirs, "second").map((edit) => ({ ...edit, offset: start + offset + edit.offset }));
  }

  #removals(runs: readonly Run[]): readonly TextEdit[] {
    return runs.flatMap((run) => {
      const offset = this.#index(run);
      return offset === undefined ? [] : [{ offset, length: run.text.length, text: "" }];
    });
  }

  /** Whether the text can be read when the edits are made and its commas set right. */
  #reads(edits: readonly TextEdit[]): boolean {
    const text = applyEdits(this.#text.toString(), edits);
    return valueAt(applyEdits(text, commaEdits(text)), []) !== undefined;
  }

  #write(edits: readonly TextEdit[]): void {
    this.#text.doc?.transact(() => putInto(this.#text, edits), mendOrigin);
  }

  /** Where a run stands now; undefined when it is no longer what it was. */
  #index({ start, text }: Run): number | undefined {
    const { doc } = this.#text;
    const index = doc ? Y.createAbsolutePositionFromRelativePosition(start, doc)?.index : undefined;
    return index !== undefined && index !== null && this.#text.toString().startsWith(text, index) ? index : undefined;
  }
}

/** Of what the person here wrote in a transaction; `to` excluded. */
function clocksOf({ beforeState, afterState, doc }: Y.Transaction): Clocks {
  const clock = (state: ReadonlyMap<number, number>) => state.get(doc.clientID) ?? 0;
  return { from: clock(beforeState), to: clock(afterState) };
}

function orphanOf({ base, mine, strays }: Part): Omit<Orphan, "whose"> {
  const words = strays.map(({ text }) => text).join(" … ");
  const text = applyEdits(base, mine);
  const place = strays[0]?.start;
  const [member] = membersOf(text);
  return place && member?.object ? { words, item: { text, place } } : { words };
}

/** Of two whose changes met one mends, the one with the higher client id: two would bring two commas. */
function isMender({ doc, beforeState, afterState }: Y.Transaction): boolean {
  const writers = [...afterState].filter(([client, clock]) => clock > (beforeState.get(client) ?? 0));
  return writers.every(([client]) => client < doc.clientID);
}

/** Where an item may have been moved to, the likeliest first. */
function placesOf({ base, mine }: Part, inserted: readonly Run[]): readonly Place[] {
  const name = nameIn(base);
  return inserted
    .flatMap((run) => candidatesIn(run).map(({ offset, text }) => ({ run, offset, theirs: textEdits(base, text) })))
    .filter(({ theirs }) => !theirs.some((edit) => overlaps(edit, name) || mine.some((own) => swallows(edit, own))))
    .map((place) => ({ ...place, kept: keptShare(base, place.theirs) }))
    .filter(({ kept }) => kept >= (name ? leastKept.named : leastKept.nameless))
    .sort((a, b) => b.kept - a.kept);
}

/** Each of the items that were inserted together, then all of it: what was moved may have been put into something new. */
function candidatesIn({ text }: Run): readonly { readonly offset: number; readonly text: string }[] {
  const items = itemsOf(text).map(({ start, end }) => ({ offset: start, text: text.slice(start, end) }));
  return items.length > 1 ? [...items, { offset: 0, text }] : items;
}

interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/** The key of a member, which makes it the same one wherever it stands. */
function nameIn(item: string): Stretch | undefined {
  const start = itemsOf(item)[0]?.inner.start ?? 0;
  const key = /^"(?:[^"\\\n]|\\.)*"(?=\s*:)/.exec(item.slice(start));
  return key ? { offset: start, length: key[0].length } : undefined;
}

function overlaps(edit: Stretch, name: Stretch | undefined): boolean {
  return name !== undefined && edit.offset < name.offset + name.length && edit.offset + edit.length > name.offset;
}

/** Whether what surrounds words of mine is not there. */
function swallows(edit: Stretch, own: TextEdit): boolean {
  return own.text !== "" && edit.offset < own.offset && edit.offset + edit.length > own.offset;
}
