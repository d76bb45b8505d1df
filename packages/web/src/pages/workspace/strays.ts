import { applyEdits, type TextEdit, valueAt } from "@rolewright/runtime";
import { textEdits } from "@rolewright/server/text-edits";
import * as Y from "yjs";
import { rebase } from "../../editor/frozen-text.ts";
import { designerOrigin } from "../../editor/yjs-binding.ts";
import { commaEdits } from "./commas.ts";

/** Origin of the mending: nobody's own step, so that undo does not bring the damage back. */
const mendOrigin = Object.freeze({ name: "strays" });

/** So much of a stretch must stand in what a peer inserted for that to be the stretch, moved. */
const leastKept = 0.6;

/** A stretch that a peer deleted around words of mine. */
interface Stretch {
  /** Its text as both had it last, as far as Yjs still knows. */
  readonly base: string;
  /** What became of that here. */
  readonly mine: readonly TextEdit[];
  readonly strays: readonly Run[];
}

/** A stretch of the present text, found again after further changes. */
interface Run {
  readonly start: Y.RelativePosition;
  readonly text: string;
}

/**
 * Looks after what this person wrote into something that a peer moved or deleted at the same moment. In a shared text a
 * move is a deletion and an insertion: words typed into the old place would stay there alone, and the role could not be
 * read any more. Here their writer carries them to the new place; where there is none, because the peer deleted it all,
 * they are taken out where they break the text, and `orphaned` is told of them so that the page can show them. Where two
 * forms changed neighbours at once, the commas between them are set right.
 */
export class Strays {
  readonly #text: Y.Text;
  readonly #orphaned: (words: string) => void;
  /** Whether a form wrote here last: whoever types a line is not helped with its commas half-way. */
  #formed = false;
  readonly #look = (_: Y.YTextEvent, transaction: Y.Transaction): void => this.#onChange(transaction);

  constructor(text: Y.Text, orphaned: (words: string) => void) {
    this.#text = text;
    this.#orphaned = orphaned;
    text.observe(this.#look);
  }

  close(): void {
    this.#text.unobserve(this.#look);
  }

  #onChange(transaction: Y.Transaction): void {
    if (transaction.local) {
      this.#formed = transaction.origin === designerOrigin || transaction.origin === mendOrigin;
      return;
    }
    const { stretches, inserted } = survey(this.#text, transaction);
    const commas = this.#formed && isMender(transaction);
    if (stretches.length === 0 && !commas) return;
    // Not within the transaction that is being told of.
    queueMicrotask(() => {
      for (const stretch of stretches) this.#mend(stretch, inserted);
      if (commas || stretches.length > 0) this.#setCommas();
    });
  }

  #setCommas(): void {
    const text = this.#text.toString();
    if (valueAt(text, []) !== undefined) return;
    const edits = commaEdits(text);
    if (edits.length === 0 || valueAt(applyEdits(text, edits), []) === undefined) return;
    this.#text.doc?.transact(() => {
      for (const edit of [...edits].reverse()) this.#replace(edit);
    }, mendOrigin);
  }

  #mend(stretch: Stretch, inserted: readonly Run[]): void {
    const moved = inserted
      .map((run) => ({ run, theirs: textEdits(stretch.base, run.text) }))
      .find(({ theirs }) => keptShare(stretch.base, theirs) >= leastKept);
    if (moved) this.#carry(stretch, moved.run, moved.theirs);
    else if (this.#breaks(stretch)) this.#takeOut(stretch);
  }

  /** Makes my changes in the moved stretch, beside what the peer changed in it, and clears the old place. */
  #carry({ mine, strays }: Stretch, run: Run, theirs: readonly TextEdit[]): void {
    const edits = rebase(mine, theirs, "second");
    const offset = this.#index(run.start);
    if (offset === undefined || this.#at(offset, run) !== run.text) return;
    this.#text.doc?.transact(() => {
      for (const edit of [...edits].reverse()) this.#replace({ ...edit, offset: offset + edit.offset });
      for (const stray of strays) this.#remove(stray);
    }, mendOrigin);
  }

  #takeOut({ strays }: Stretch): void {
    this.#text.doc?.transact(() => {
      for (const stray of strays) this.#remove(stray);
    }, mendOrigin);
    this.#orphaned(strays.map(({ text }) => text).join(" … "));
  }

  /** Whether the text can be read without the strays and cannot with them. */
  #breaks({ strays }: Stretch): boolean {
    const now = this.#text.toString();
    if (valueAt(now, []) !== undefined) return false;
    const places = strays.map((run) => ({ offset: this.#index(run.start) ?? now.length, length: run.text.length }));
    const without = places.reduceRight(
      (text, { offset, length }) => text.slice(0, offset) + text.slice(offset + length),
      now,
    );
    return valueAt(without, []) !== undefined;
  }

  #remove(stray: Run): void {
    const offset = this.#index(stray.start);
    if (offset !== undefined && this.#at(offset, stray) === stray.text) this.#text.delete(offset, stray.text.length);
  }

  #replace({ offset, length, text }: TextEdit): void {
    if (length > 0) this.#text.delete(offset, length);
    if (text !== "") this.#text.insert(offset, text);
  }

  #at(offset: number, { text }: Run): string {
    return this.#text.toString().slice(offset, offset + text.length);
  }

  #index(position: Y.RelativePosition): number | undefined {
    const { doc } = this.#text;
    return (doc && Y.createAbsolutePositionFromRelativePosition(position, doc)?.index) ?? undefined;
  }
}

/** Of two whose changes met one mends, the one with the higher client id: two would bring two commas. */
function isMender({ doc, beforeState, afterState }: Y.Transaction): boolean {
  const writers = [...afterState].filter(([client, clock]) => clock > (beforeState.get(client) ?? 0));
  return writers.every(([client]) => client < doc.clientID);
}

/** What share of a text stays when the edits are made. */
function keptShare(text: string, edits: readonly TextEdit[]): number {
  const removed = edits.reduce((sum, { length }) => sum + length, 0);
  return text === "" ? 0 : (text.length - removed) / text.length;
}

/** A piece of the text's history in its order, and what the transaction did with it. */
interface Piece {
  /**
   * `gone`: deleted by the peer now · `cut`: deleted before · `mine`: written by me · `new`: written by the peer now ·
   * `passed`: written and deleted by the peer, of which nobody here saw anything · `old`: the rest.
   */
  readonly kind: "gone" | "cut" | "mine" | "new" | "passed" | "old";
  readonly text: string;
  /** Where it stands in the present text, or would. */
  readonly index: number;
}

function survey(text: Y.Text, transaction: Y.Transaction) {
  const all = [...pieces(text, transaction)];
  const inserted = runsOf(text, all, "new");
  const stretches = stretchesOf(all).map((stretch) => ({
    ...changeOf(stretch),
    strays: runsOf(text, stretch, "mine"),
  }));
  return { stretches, inserted };
}

/** What was cut counts as base: the peer may have had it yet. */
function changeOf(stretch: readonly Piece[]): Pick<Stretch, "base" | "mine"> {
  const mine: TextEdit[] = [];
  let base = "";
  for (const { kind, text } of stretch) {
    if (kind === "cut" && text !== "") mine.push({ offset: base.length, length: text.length, text: "" });
    if (kind === "mine") mine.push({ offset: base.length, length: 0, text });
    if (kind === "gone" || kind === "cut") base += text;
  }
  return { base, mine };
}

function* pieces(text: Y.Text, transaction: Y.Transaction): Generator<Piece> {
  let index = 0;
  for (let item = text._start; item !== null; item = item.right) {
    // Of what was cut the words are known only as long as somebody here could undo it.
    const written = item.content instanceof Y.ContentString ? item.content.str : "";
    yield { kind: kindOf(item, transaction), text: written, index };
    if (!item.deleted) index += item.length;
  }
}

function kindOf(item: Y.Item, { deleteSet, beforeState, doc }: Y.Transaction): Piece["kind"] {
  const { client, clock } = item.id;
  const isNew = clock >= (beforeState.get(client) ?? 0);
  if (isNew) return item.deleted ? "passed" : "new";
  if (item.deleted) return Y.isDeleted(deleteSet, item.id) ? "gone" : "cut";
  return client === doc.clientID ? "mine" : "old";
}

/** From the first to the last piece that is gone, with words of mine between them and nobody else's. */
function stretchesOf(all: readonly Piece[]): Piece[][] {
  const found: Piece[][] = [];
  let open: Piece[] = [];
  const close = () => {
    const from = open.findIndex(({ kind }) => kind === "gone");
    const to = open.findLastIndex(({ kind }) => kind === "gone");
    const stretch = open.slice(from, to + 1);
    if (from >= 0 && stretch.some(({ kind }) => kind === "mine")) found.push(stretch);
    open = [];
  };
  for (const piece of all) {
    if (piece.kind === "old" || piece.kind === "new") close();
    else open.push(piece);
  }
  close();
  return found;
}

/** Pieces of a kind that stand next to each other, as one run. */
function runsOf(text: Y.Text, all: readonly Piece[], wanted: Piece["kind"]): Run[] {
  const runs: { index: number; text: string }[] = [];
  for (const { kind, text: written, index } of all) {
    if (kind !== wanted) continue;
    const last = runs.at(-1);
    if (last && last.index + last.text.length === index) last.text += written;
    else runs.push({ index, text: written });
  }
  return runs.map((run) => ({ start: Y.createRelativePositionFromTypeIndex(text, run.index), text: run.text }));
}
