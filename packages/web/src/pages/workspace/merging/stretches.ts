import { type TextEdit, valueAt } from "@rolewright/runtime";
import * as Y from "yjs";
import { type Item, isEnclosed, itemsOf } from "./items.ts";

/**
 * Words of one person around which another deleted a text: one item of it, or what stands between its items. Seen from
 * the writer, whose words are `mine`; or from the other.
 */
export interface Part {
  /** The item as both had it last, as far as Yjs still knows; empty between items. */
  readonly base: string;
  /** What became of that here. */
  readonly mine: readonly TextEdit[];
  readonly strays: readonly Run[];
  /** Whether the brackets around the words are gone too, so that they would come to stand in something else. */
  readonly enclosed: boolean;
}

/** A run of the present text, found again after further changes. */
export interface Run {
  readonly start: Y.RelativePosition;
  readonly text: string;
}

/** What a transaction of a peer did to the words of the person here, or these to the peer's. */
export interface Survey {
  readonly parts: readonly Part[];
  /** Words of others within what was deleted: theirs to look after. */
  readonly others: readonly Run[];
  /** What the peer inserted. */
  readonly inserted: readonly Run[];
  /** Whether the text could be read before. */
  readonly readable: boolean;
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

/** Looks through a text for what a transaction of somebody else, which has just been applied, did to words of mine. */
export function survey(text: Y.Text, transaction: Y.Transaction): Survey {
  return surveyOf(text, [...pieces(text, (item) => kindOf(item, transaction))], ["gone", "mine", "old"]);
}

/** As `survey`, for what a peer wrote, without knowing it, into something that the person here had deleted. */
export function surveyLate(text: Y.Text, transaction: Y.Transaction): Survey {
  return surveyOf(text, [...pieces(text, (item) => kindOfLate(item, transaction))], ["old"]);
}

/** What of the present text the person here wrote between two of their Yjs clocks, and where it stands. */
export function writtenBetween(text: Y.Text, { from, to }: { readonly from: number; readonly to: number }) {
  if (from === to) return [];
  const own = text.doc?.clientID;
  const isWanted = ({ id }: Y.Item) => id.client === own && id.clock >= from && id.clock < to;
  const all = [...pieces(text, (item) => (!item.deleted && isWanted(item) ? "mine" : "old"))];
  return all.filter(({ kind }) => kind === "mine");
}

/** `before`: what the text consisted of before the transaction. */
function surveyOf(text: Y.Text, all: readonly Piece[], before: readonly Piece["kind"][]): Survey {
  const stretches = stretchesOf(all);
  const parts = stretches.flatMap((stretch) => partsOf(text, stretch));
  const others = stretches.flatMap((stretch) => [...runsOf(text, stretch, "old"), ...runsOf(text, stretch, "new")]);
  return { parts, others, inserted: runsOf(text, all, "new"), readable: parts.length === 0 || reads(all, before) };
}

function reads(all: readonly Piece[], kinds: readonly Piece["kind"][]): boolean {
  const text = all.filter(({ kind }) => kinds.includes(kind)).map((piece) => piece.text);
  return valueAt(text.join(""), []) !== undefined;
}

function* pieces(text: Y.Text, kind: (item: Y.Item) => Piece["kind"]): Generator<Piece> {
  let index = 0;
  for (let item = text._start; item !== null; item = item.right) {
    // Of what was cut the words are known only as long as somebody here could undo it.
    const written = item.content instanceof Y.ContentString ? item.content.str : "";
    yield { kind: kind(item), text: written, index };
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

/** What the peer wrote counts as `mine`, and what was deleted before as `gone`. */
function kindOfLate({ id, deleted, content }: Y.Item, { beforeState }: Y.Transaction): Piece["kind"] {
  if (id.clock >= (beforeState.get(id.client) ?? 0)) return deleted ? "passed" : "mine";
  if (!deleted) return "old";
  return content instanceof Y.ContentString ? "gone" : "cut";
}

/** From the first to the last piece that is gone, with words of mine between them, as wholes. */
function stretchesOf(all: readonly Piece[]): Piece[][] {
  const found: Piece[][] = [];
  let open: Piece[] = [];
  const close = () => {
    const stretch = trimmed(open);
    if (stretch.some(({ kind }) => kind === "mine")) found.push(joined(stretch));
    open = [];
  };
  const runs = runsThatStay(all.filter(({ kind }) => kind !== "passed"));
  runs.forEach(({ staying, pieces: run }, index) => {
    if (!staying) open.push(...run);
    // Words of others within what is gone are left out; a text that stays parts two stretches.
    else if (isWithinGone(open, runs[index + 1]?.pieces ?? [])) open.push(...run);
    else close();
  });
  close();
  return found;
}

/** The pieces in runs of those that stay and those that do not, in turn. */
function runsThatStay(all: readonly Piece[]): readonly { readonly staying: boolean; readonly pieces: Piece[] }[] {
  const runs: { staying: boolean; pieces: Piece[] }[] = [];
  for (const piece of all) {
    const staying = piece.kind === "old" || piece.kind === "new";
    const last = runs.at(-1);
    if (last?.staying === staying) last.pieces.push(piece);
    else runs.push({ staying, pieces: [piece] });
  }
  return runs;
}

function trimmed(open: readonly Piece[]): readonly Piece[] {
  const from = open.findIndex(({ kind }) => kind === "gone");
  return from < 0 ? [] : open.slice(from, open.findLastIndex(({ kind }) => kind === "gone") + 1);
}

/** Whether what lies between two runs of pieces lies between brackets that are gone. */
function isWithinGone(before: readonly Piece[], after: readonly Piece[]): boolean {
  const [head, tail] = [trimmed(before), trimmed(after)].map((pieces) =>
    pieces.map((piece) => (isBase(piece) ? piece.text : "")).join(""),
  );
  return head !== "" && tail !== "" && isEnclosed(`${head}${tail}`, (head ?? "").length);
}

/** Words of mine that came in several goes are one piece, so that they stay together. */
function joined(stretch: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of stretch) {
    const last = found.at(-1);
    if (last?.kind === "mine" && piece.kind === "mine") {
      found.splice(-1, 1, { ...last, text: last.text + piece.text });
    } else found.push(piece);
  }
  return found;
}

/** What was cut counts as base: the peer may have had it yet. */
function isBase({ kind }: Piece): boolean {
  return kind === "gone" || kind === "cut";
}

function partsOf(text: Y.Text, stretch: readonly Piece[]): Part[] {
  const items = itemsOf(stretch.map((piece) => (isBase(piece) ? piece.text : "")).join(""));
  const ofItem = new Map<Item | undefined, Piece[]>();
  for (const { piece, item } of placed(stretch, items)) ofItem.set(item, [...(ofItem.get(item) ?? []), piece]);
  return [...ofItem]
    .filter(([, within]) => within.some(({ kind }) => kind === "mine"))
    .map(([item, within]) => partOf(text, item === undefined ? within.filter(({ kind }) => kind === "mine") : within));
}

/** The pieces with the items they belong to; what is base may belong to several and is taken apart. */
function* placed(stretch: readonly Piece[], items: readonly Item[]): Generator<{ piece: Piece; item?: Item }> {
  let at = 0;
  for (const piece of stretch) {
    if (piece.kind === "mine") {
      const item = items.find((each) => isWithin(piece.text, at, each));
      yield item ? { piece, item } : { piece };
    }
    if (!isBase(piece)) continue;
    for (const item of items) {
      const [from, to] = [Math.max(item.start - at, 0), Math.min(item.end - at, piece.text.length)];
      if (from < to) yield { piece: { ...piece, text: piece.text.slice(from, to) }, item };
    }
    at += piece.text.length;
  }
}

/** At the rim of an item a text with a comma is an item of its own, and others go on with this one. */
function isWithin(written: string, at: number, { start, end, inner }: Item): boolean {
  if (at > inner.start && at < inner.end) return true;
  return at >= start && at <= end && !written.includes(",");
}

function partOf(text: Y.Text, within: readonly Piece[]): Part {
  const mine: TextEdit[] = [];
  let base = "";
  for (const piece of within) {
    if (piece.kind === "cut" && piece.text !== "") {
      mine.push({ offset: base.length, length: piece.text.length, text: "" });
    }
    if (piece.kind === "mine") mine.push({ offset: base.length, length: 0, text: piece.text });
    if (isBase(piece)) base += piece.text;
  }
  const places = mine.filter((edit) => edit.text !== "").map(({ offset }) => offset);
  const enclosed = places.every((offset) => isEnclosed(base, offset));
  return { base, mine, strays: runsOf(text, within, "mine"), enclosed };
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
