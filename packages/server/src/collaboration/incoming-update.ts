import * as Y from "yjs";

/** Why an update is refused: the reason travels to the client in the close frame. */
export class RefusedUpdateError extends Error {
  readonly code: number;
  readonly reason: string;

  constructor(reason: "malformed" | "missing-dependencies", detail: string) {
    super(`${reason}: ${detail}`);
    this.name = "RefusedUpdateError";
    this.reason = reason;
    this.code = reason === "malformed" ? 4400 : 4205;
  }
}

/** What the server needs to know of an update before it is kept. */
export interface IncomingUpdate {
  /** Yjs client that wrote its first struct; 0 when it only deletes. */
  readonly client: number;
  /** Whether the document has all of it already (a reconnecting client sends its whole state). */
  readonly known: boolean;
  /** Whether a carriage return comes in with it: texts here have line feeds only. */
  readonly carriageReturn: boolean;
}

type Struct = ReturnType<typeof Y.decodeUpdate>["structs"][number];

/** No honest struct spans more positions than this; a forged one of 2^50 would break all arithmetic after it. */
const maxStructLength = 10_000_000;

/**
 * Reads an update (version 1 encoding) against the document it is for; `whole` says that it is a client's whole state
 * (sync step 2), which often holds nothing new.
 *
 * Throws `RefusedUpdateError` when it cannot be decoded, and when it builds on edits the document does not have:
 * such an update would be acknowledged, stay invisible and lie in memory for ever.
 */
export function readIncomingUpdate(document: Y.Doc, update: Uint8Array, whole: boolean): IncomingUpdate {
  const { structs, ds } = decode(update);
  const ends = checkOrder(structs, document);
  const endOf = (client: number) => ends.get(client) ?? Y.getState(document.store, client);
  for (const struct of structs) checkOrigins(struct, endOf);
  checkDeletions(ds, endOf);
  const inserts = [...ends].some(([client, end]) => end > Y.getState(document.store, client));
  const deletes = ds.clients.size > 0 && !(whole && Y.snapshotContainsUpdate(Y.snapshot(document), update));
  return {
    client: structs[0]?.id.client ?? 0,
    known: !inserts && !deletes,
    carriageReturn: structs.some((struct) => struct instanceof Y.Item && hasCarriageReturn(struct.content)),
  };
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(update);
  } catch (problem) {
    throw new RefusedUpdateError("malformed", String(problem));
  }
}

/** Each client's structs must follow on what the document has, without a gap. Returns where they end. */
function checkOrder(structs: readonly Struct[], document: Y.Doc): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const struct of structs) {
    const { id, length } = struct;
    if (length > maxStructLength) throw new RefusedUpdateError("malformed", `a struct of length ${length}`);
    const end = ends.get(id.client) ?? Y.getState(document.store, id.client);
    // A Skip stands for structs that the sender left out.
    if (id.clock > end || struct instanceof Y.Skip) missing(id.client, end);
    ends.set(id.client, Math.max(end, id.clock + length));
  }
  return ends;
}

function checkOrigins(struct: Struct, endOf: (client: number) => number): void {
  if (!(struct instanceof Y.Item)) return;
  for (const origin of [struct.origin, struct.rightOrigin, struct.parent instanceof Y.ID ? struct.parent : null]) {
    if (origin !== null && origin.clock >= endOf(origin.client)) missing(origin.client, origin.clock);
  }
}

function checkDeletions(ds: ReturnType<typeof Y.decodeUpdate>["ds"], endOf: (client: number) => number): void {
  for (const [client, deletions] of ds.clients) {
    for (const { clock, len } of deletions) if (clock + len > endOf(client)) missing(client, clock + len);
  }
}

function missing(client: number, clock: number): never {
  throw new RefusedUpdateError("missing-dependencies", `client ${client} has no position ${clock} here`);
}

function hasCarriageReturn(content: unknown): boolean {
  return content instanceof Y.ContentString && content.str.includes("\r");
}
