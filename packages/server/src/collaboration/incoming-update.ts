import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { textName } from "../paths.ts";
import { RefusedError } from "./refusal.ts";

/** What the server needs to know of an update before it is kept. */
export interface IncomingUpdate {
  /** Yjs clients whose new edits it brings; empty when it only deletes. */
  readonly clients: readonly number[];
  /** Whether the document has all of it already (a reconnecting client sends its whole state). */
  readonly known: boolean;
  /** Whether a carriage return comes in with it: texts here have line feeds only. */
  readonly carriageReturn: boolean;
  /** UTF-16 units of text it brings, without those it deletes again: somebody may take back what was too much. */
  readonly inserted: number;
}

type Struct = ReturnType<typeof Y.decodeUpdate>["structs"][number];
type Deletions = ReturnType<typeof Y.decodeUpdate>["ds"];

/**
 * Positions one update may take up. Deleted text comes without its words, so its length could be a lie: a forged one of
 * 2^50 would break all arithmetic after it.
 */
const maxPositions = 10_000_000;
/** Yjs draws client ids from 32 bits. */
const maxClient = 2 ** 32 - 1;
/** Whose edits one update brings: its sender's, and those of earlier visits that were kept on the same computer. */
const maxClients = 100;

/**
 * Reads an update (version 1 encoding) against the document it is for; `whole` says that it is a client's whole state
 * (sync step 2), which often holds nothing new.
 *
 * Throws `RefusedError` for all that the document could not apply to the last struct: what cannot be decoded, what is
 * not plain text in the one text there is, and what builds on edits the document does not have (it would be
 * acknowledged, stay invisible and lie in memory for ever).
 */
export function readIncomingUpdate(document: Y.Doc, update: Uint8Array, whole: boolean): IncomingUpdate {
  const { structs, ds } = decode(update);
  const stateOf = (client: number) => Y.getState(document.store, client);
  const runs = runsOf(structs, stateOf);
  checkBlocks(update, runs.size);
  for (const struct of structs) checkContent(struct);
  const ends = checkDependencies(runs, stateOf);
  checkDeletions(ds, (client) => ends.get(client) ?? stateOf(client));
  const clients = [...ends].filter(([client, end]) => end > stateOf(client)).map(([client]) => client);
  const deletes = ds.clients.size > 0 && !(whole && Y.snapshotContainsUpdate(Y.snapshot(document), update));
  const fresh = structs.filter(({ id, length }) => id.clock + length > stateOf(id.client));
  return {
    clients,
    known: clients.length === 0 && !deletes,
    carriageReturn: fresh.some((struct) => textOf(struct).includes("\r")),
    inserted: fresh.reduce((sum, struct) => sum + Math.max(0, textOf(struct).length - deletedOf(struct, ds)), 0),
  };
}

/** The bytes of the update that was decoded last: what is left unread of them tells of a foreign encoding. */
let rest: decoding.Decoder | undefined;

class Decoder extends Y.UpdateDecoderV1 {
  constructor(decoder: decoding.Decoder) {
    super(decoder);
    rest = decoder;
  }
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    const decoded = Y.decodeUpdateV2(update, Decoder);
    // The second encoding often reads as an empty update with something behind it.
    if (rest !== undefined && !decoding.hasContent(rest)) return decoded;
  } catch (problem) {
    throw new RefusedError("malformed", String(problem));
  } finally {
    rest = undefined;
  }
  throw new RefusedError("malformed", "an update that goes on after its end");
}

/** The structs by client. Each client's must be one run that follows on what the document has, without a gap. */
function runsOf(structs: readonly Struct[], stateOf: (client: number) => number): ReadonlyMap<number, Struct[]> {
  const runs = new Map<number, Struct[]>();
  let positions = 0;
  for (const struct of structs) {
    const { id, length } = struct;
    const run = runs.get(id.client) ?? [];
    const last = run.at(-1);
    positions += length;
    if (length < 1 || id.client > maxClient || positions > maxPositions || runs.size > maxClients) {
      throw new RefusedError("malformed", `client ${id.client} with a struct of length ${length}`);
    }
    // Only the beginning of a run may repeat what the document has.
    const fits = last === undefined ? id.clock <= stateOf(id.client) : id.clock === last.id.clock + last.length;
    // A Skip stands for structs that the sender left out.
    if (!fits || struct instanceof Y.Skip) missing(id.client, id.clock);
    run.push(struct);
    runs.set(id.client, run);
  }
  return runs;
}

/** Of two blocks of one client Yjs reads only the second when it applies, though decoding shows both. */
function checkBlocks(update: Uint8Array, clients: number): void {
  const blocks = decoding.readVarUint(decoding.createDecoder(update));
  if (blocks !== clients) throw new RefusedError("malformed", `${blocks} blocks for ${clients} clients`);
}

/** Plain or deleted text, next to text that is there. */
function checkContent(struct: Struct): void {
  if (!(struct instanceof Y.Item)) return;
  const { content, origin, rightOrigin, parent, parentSub } = struct;
  const plain = content instanceof Y.ContentString || content instanceof Y.ContentDeleted;
  if (!plain || parentSub !== null) throw new RefusedError("not-text", content.constructor.name);
  // With a neighbour the place is the neighbour's; only the very first words name their text.
  const named: unknown = parent;
  if (origin === null && rightOrigin === null && named !== textName) throw new RefusedError("not-text", String(named));
}

/**
 * Goes through the structs in the order Yjs would take them in: each after what it stands next to. Returns where each
 * client's end; structs that wait for each other for ever are refused.
 */
function checkDependencies(
  runs: ReadonlyMap<number, readonly Struct[]>,
  stateOf: (client: number) => number,
): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const endOf = (client: number) => ends.get(client) ?? stateOf(client);
  const done = new Map<number, number>();
  let progress = true;
  while (progress) {
    progress = false;
    for (const [client, run] of runs) {
      const before = done.get(client) ?? 0;
      const after = advance(run, before, endOf, (end) => ends.set(client, end));
      done.set(client, after);
      progress ||= after > before;
    }
  }
  for (const [client, run] of runs) {
    const stuck = run[done.get(client) ?? 0];
    if (stuck !== undefined) missing(client, stuck.id.clock);
  }
  return ends;
}

/** How many structs of a run can be taken in by now; `reach` is told where the run then ends. */
function advance(
  run: readonly Struct[],
  from: number,
  endOf: (client: number) => number,
  reach: (end: number) => void,
): number {
  let next = from;
  for (let struct = run[next]; struct !== undefined && isReady(struct, endOf); struct = run[++next]) {
    reach(Math.max(endOf(struct.id.client), struct.id.clock + struct.length));
  }
  return next;
}

function isReady(struct: Struct, endOf: (client: number) => number): boolean {
  const { id } = struct;
  if (!(struct instanceof Y.Item)) return true;
  return [struct.origin, struct.rightOrigin].every(
    (neighbour) =>
      neighbour === null || neighbour.clock < (neighbour.client === id.client ? id.clock : endOf(neighbour.client)),
  );
}

function checkDeletions(ds: Deletions, endOf: (client: number) => number): void {
  for (const [client, deletions] of ds.clients) {
    for (const { clock, len } of deletions) {
      if (len < 1) throw new RefusedError("malformed", "a deletion of nothing");
      if (clock + len > endOf(client)) missing(client, clock + len);
    }
  }
}

function missing(client: number, clock: number): never {
  throw new RefusedError("missing-dependencies", `client ${client} has no position ${clock} here`);
}

function textOf(struct: Struct): string {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : "";
}

function deletedOf({ id, length }: Struct, ds: Deletions): number {
  const end = id.clock + length;
  return (ds.clients.get(id.client) ?? []).reduce(
    (sum, { clock, len }) => sum + Math.max(0, Math.min(end, clock + len) - Math.max(id.clock, clock)),
    0,
  );
}
