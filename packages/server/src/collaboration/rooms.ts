import {
  type beforeHandleAwarenessPayload,
  type beforeSyncPayload,
  type Document,
  Hocuspocus,
  type onAuthenticatePayload,
  type onLoadDocumentPayload,
} from "@hocuspocus/server";
import type { TextEdit } from "@rolewright/runtime";
import * as Y from "yjs";
import type { Caller } from "../accounts/sessions.ts";
import { textName } from "../paths.ts";
import type { RoomMessage } from "../protocol.ts";
import type { LoadedLog, UpdateLog } from "../storage/storage.ts";
import { type IncomingUpdate, readIncomingUpdate } from "./incoming-update.ts";
import { type CollaborationLimits, defaultLimits } from "./limits.ts";
import { keepOwnPresence } from "./presence.ts";
import { RefusedError, refusalOf } from "./refusal.ts";
import { textEdits } from "./text-diff.ts";

/** What travels with each connection; set at the upgrade. */
export interface RoomContext {
  readonly caller?: Caller;
  readonly workspaceId: string;
  /** Ends the socket and takes nothing more from it; the client keeps what was not acknowledged. */
  readonly drop?: (refusal: RefusedError) => void;
}

export interface RoomsOptions {
  readonly log: UpdateLog;
  readonly clock: () => Date;
  /** `write`, `read`, or undefined for somebody who must not see the document. */
  readonly access: (caller: Caller, doc: string) => Promise<"write" | "read" | undefined>;
  /** Told of trouble that is nobody's fault here: refused updates and failed appends. */
  readonly report: (event: string, details: Record<string, unknown>) => void;
  /** Told of every edit of a person that is on the disk. */
  readonly edited?: (workspaceId: string, doc: string) => void;
  /** Rows after which a log is folded into a snapshot. Default 300. */
  readonly compactAfter?: number;
  readonly limits?: CollaborationLimits;
}

/** Works edits out from the text as it is when their turn comes; what it throws stops the write. */
export type EditMaker = (text: Y.Text) => readonly TextEdit[];

/** Sync message types of y-protocols; a state vector (type 0) changes nothing. */
const syncStep2 = 1;
const syncUpdate = 2;

/**
 * The live documents, and the one road every edit takes into them: check, append to the log, wait for the disk, and
 * only then apply, acknowledge and pass on. What anybody was shown as saved is on stable storage.
 *
 * Hocuspocus calls `beforeSync` before it applies a sync message and waits for it, for each connection one message
 * at a time; there is no `onStoreDocument`, the log is the store.
 */
export class Rooms {
  readonly hocuspocus: Hocuspocus<RoomContext>;
  readonly #options: RoomsOptions;
  readonly #limits: CollaborationLimits;
  readonly #rows = new Map<string, number>();
  /** Bytes each workspace has in the log; measured once, then counted. */
  readonly #stored = new Map<string, number>();
  /** Whose each Yjs client of a document is: nobody writes under another's. */
  readonly #writers = new WeakMap<Y.Doc, Map<number, string | null>>();
  /** Appends under way, by document. */
  readonly #appending = new Map<string, number>();
  readonly #compacting = new Map<string, Promise<void>>();
  /** Documents that a client brought a carriage return into. */
  readonly #unclean = new WeakSet<Document>();
  /** The last server-side write of each document: the next is worked out on its result. */
  readonly #turns = new WeakMap<Y.Doc, Promise<void>>();

  constructor(options: RoomsOptions) {
    this.#options = options;
    this.#limits = options.limits ?? defaultLimits;
    this.hocuspocus = new Hocuspocus<RoomContext>({
      quiet: true,
      // There is nothing to store later: unload as soon as the last one leaves.
      debounce: 0,
      maxDebounce: 0,
      onAuthenticate: (payload) => this.#authenticate(payload),
      onLoadDocument: (payload) => this.#load(payload),
      beforeUnloadDocument: async ({ documentName }) => this.#holdOpen(documentName),
      beforeSync: (payload) => this.#keep(payload),
      afterHandleMessage: async ({ document, context }) => this.#normalise(document, context),
      beforeHandleAwareness: async (payload: beforeHandleAwarenessPayload<RoomContext>) => keepOwnPresence(payload),
    });
  }

  /**
   * The text at this moment, and the log position it has. Read from the log even while the document is open: what
   * stands in an open document was appended before, so the log is never behind it.
   */
  read(workspaceId: string, doc: string): Promise<{ readonly text: string; readonly seq: number }> {
    return this.look(workspaceId, doc, (text, seq) => ({ text: text.toString(), seq }));
  }

  /**
   * As `read`, for whoever needs to know where relative positions are, or who wrote what: `writers` are members by their
   * Yjs clients. The text is gone when `see` returns.
   */
  async look<Seen>(
    workspaceId: string,
    doc: string,
    see: (text: Y.Text, seq: number, writers: LoadedLog["writers"]) => Seen,
  ): Promise<Seen> {
    const { updates, seq, writers } = await this.#options.log.load(workspaceId, doc);
    const scratch = new Y.Doc();
    scratch.transact(() => {
      for (const update of updates) Y.applyUpdate(scratch, update);
    });
    try {
      return see(scratch.getText(textName), seq, writers);
    } finally {
      scratch.destroy();
    }
  }

  /**
   * Makes the text of a document read `text`, by the smallest edits, along the same road as a person's edits.
   * `by` is the member it is put down to; null for the server itself.
   */
  write(workspaceId: string, doc: string, text: string, by: string | null): Promise<void> {
    return this.edit(workspaceId, doc, (now) => textEdits(now.toString(), lineFeeds(text)), by);
  }

  /** As `write`, by edits of the caller's own making. */
  async edit(workspaceId: string, doc: string, edits: EditMaker, by: string | null): Promise<void> {
    const direct = await this.hocuspocus.openDirectConnection(doc, { workspaceId });
    try {
      if (direct.document !== null) await this.#edit(direct.document, workspaceId, by, edits);
    } finally {
      await direct.disconnect();
    }
  }

  /** Tells everybody who has the document open here; whoever comes later reads anew anyway. */
  tell(doc: string, message: RoomMessage): void {
    this.hocuspocus.documents.get(doc)?.broadcastStateless(JSON.stringify(message));
  }

  /** Waits for compactions under way; connections are closed by the owner of the sockets. */
  async close(): Promise<void> {
    await Promise.all(this.#compacting.values());
  }

  /** `token` names the member whose edits the client holds, where it says so: those are not taken as anybody else's. */
  async #authenticate({
    context,
    documentName,
    connectionConfig,
    token,
  }: onAuthenticatePayload<RoomContext>): Promise<void> {
    if (token !== "" && token !== context.caller?.member.id) refuseOpening("other-person");
    const access = context.caller && (await this.#reading(context, this.#options.access(context.caller, documentName)));
    if (access === undefined) refuseOpening("not-found");
    connectionConfig.readOnly = access === "read";
  }

  async #load({ document, documentName, context }: onLoadDocumentPayload<RoomContext>): Promise<void> {
    const loading = this.#reading(context, this.#options.log.load(context.workspaceId, documentName));
    const loaded = await loading.catch((problem) => {
      // Hocuspocus 4.7 forgets a document that could not be loaded, but leaves its timer running.
      document.destroy();
      throw problem;
    });
    this.#rows.set(documentName, loaded.rows);
    this.#writers.set(document, new Map(loaded.writers));
    // One transaction: 20,000 rows apply in some 90 ms.
    document.transact(() => {
      for (const update of loaded.updates) Y.applyUpdate(document, update);
    });
  }

  /** A database that cannot be read is no refusal of the person: the connection ends, and the client comes back. */
  async #reading<Value>(context: RoomContext, value: Promise<Value>): Promise<Value> {
    try {
      return await value;
    } catch (problem) {
      this.#options.report("document-unavailable", { problem: String(problem) });
      const refusal = new RefusedError("unavailable");
      context.drop?.(refusal);
      // Without a message Hocuspocus writes nothing to the console.
      refusal.message = "";
      throw refusal;
    }
  }

  /**
   * Keeps a document open while an edit of it waits for the disk, though its writer may be gone already: whoever opened
   * it in between would load a text without that edit. Hocuspocus asks again when the writer's messages are done.
   */
  #holdOpen(doc: string): void {
    // Without a message Hocuspocus takes it as a no and writes nothing to the console.
    if (this.#appending.has(doc)) throw new Error("");
  }

  async #keep({ type, payload, document, connection, context }: beforeSyncPayload<RoomContext>): Promise<void> {
    // Hocuspocus calls this for readers as well, and then refuses their update: it must not reach the log.
    if (connection.readOnly || (type !== syncStep2 && type !== syncUpdate)) return;
    try {
      await this.#check(document, context, payload, type === syncStep2);
    } catch (problem) {
      this.#options.report("update-refused", { doc: document.name, problem: String(problem) });
      // Thrown on, Hocuspocus would print it with its stack, and close only the document's channel, which the client
      // does not reopen by itself. An update of a reader is neither applied nor acknowledged, and it decodes this one.
      connection.readOnly = true;
      const refusal = refusalOf(problem);
      if (refusal.reason === "malformed") payload.fill(0);
      context.drop?.(refusal);
    }
  }

  async #check(document: Document, context: RoomContext, payload: Uint8Array, whole: boolean): Promise<void> {
    const incoming = readIncomingUpdate(document, payload, whole);
    if (incoming.known) return;
    const userId = context.caller?.member.id ?? null;
    const newClients = this.#claim(document, incoming, userId);
    this.#checkLength(document, incoming.inserted);
    if (incoming.carriageReturn) this.#unclean.add(document);
    await this.#append(document.name, context.workspaceId, userId, newClients, incoming.clients[0] ?? 0, payload);
  }

  /** Makes the clients nobody wrote under the user's; returns them. One that is somebody else's is refused. */
  #claim(document: Document, { clients }: Pick<IncomingUpdate, "clients">, userId: string | null): readonly number[] {
    const writers = this.#writers.get(document) ?? new Map<number, string | null>();
    this.#writers.set(document, writers);
    const foreign = clients.find((client) => writers.has(client) && writers.get(client) !== userId);
    if (foreign !== undefined) throw new RefusedError("foreign-edits", `client ${foreign}`);
    const fresh = clients.filter((client) => !writers.has(client));
    for (const client of fresh) writers.set(client, userId);
    return fresh;
  }

  #checkLength(document: Y.Doc, inserted: number): void {
    const length = document.getText(textName).length + inserted;
    if (inserted > 0 && length > this.#limits.textLength) throw new RefusedError("document-too-large", `${length}`);
  }

  /** Takes carriage returns out again that a client brought in: they would make two editors count differently. */
  async #normalise(document: Document, context: RoomContext): Promise<void> {
    if (!this.#unclean.delete(document)) return;
    try {
      await this.#edit(document, context.workspaceId, null, (text) => carriageReturnEdits(text.toString()));
    } catch (problem) {
      this.#unclean.add(document);
      this.#options.report("update-refused", { doc: document.name, problem: String(problem) });
    }
  }

  /** A server-side write; one after the other, or two equal ones at once would both insert their text. */
  #edit(document: Document, workspaceId: string, by: string | null, edits: EditMaker): Promise<void> {
    const before = this.#turns.get(document) ?? Promise.resolve();
    const turn = before.catch(() => undefined).then(() => this.#editNow(document, workspaceId, by, edits));
    this.#turns.set(document, turn);
    return turn;
  }

  /** Works the edit out on a scratch document, appends it, then applies it. */
  async #editNow(document: Document, workspaceId: string, by: string | null, edits: EditMaker): Promise<void> {
    const scratch = new Y.Doc();
    Y.applyUpdate(scratch, Y.encodeStateAsUpdate(document));
    const update = textUpdate(scratch, edits(scratch.getText(textName)));
    scratch.destroy();
    if (update === undefined) return;
    const { inserted, clients } = readIncomingUpdate(document, update, false);
    this.#checkLength(document, inserted);
    const newClients = this.#claim(document, { clients }, by);
    await this.#append(document.name, workspaceId, by, newClients, scratch.clientID, update);
    Y.applyUpdate(document, update, { source: "local", context: { workspaceId } });
  }

  async #append(
    doc: string,
    workspaceId: string,
    userId: string | null,
    newClients: readonly number[],
    client: number,
    bytes: Uint8Array,
  ): Promise<void> {
    const time = this.#options.clock().toISOString();
    this.#countAppends(doc, 1);
    try {
      // Only the first edit waits for the measure.
      if (!this.#stored.has(workspaceId)) await this.#measure(workspaceId);
      this.#countBytes(workspaceId, bytes.length);
      await this.#options.log.append({ workspaceId, doc, userId, client, newClients, time, bytes });
    } finally {
      this.#countAppends(doc, -1);
    }
    if (userId !== null) this.#options.edited?.(workspaceId, doc);
    const rows = (this.#rows.get(doc) ?? 0) + 1;
    this.#rows.set(doc, rows);
    if (rows >= (this.#options.compactAfter ?? 300)) this.#compact(workspaceId, doc);
  }

  async #measure(workspaceId: string): Promise<void> {
    const bytes = await this.#options.log.size(workspaceId);
    if (!this.#stored.has(workspaceId)) this.#stored.set(workspaceId, bytes);
  }

  #countBytes(workspaceId: string, added: number): void {
    const stored = (this.#stored.get(workspaceId) ?? 0) + added;
    if (stored <= this.#limits.workspaceBytes) {
      this.#stored.set(workspaceId, stored);
      return;
    }
    // Measured anew: what was deleted since gives room back.
    this.#stored.delete(workspaceId);
    throw new RefusedError("workspace-full", `${stored} bytes`);
  }

  #giveBack(workspaceId: string, bytes: number): void {
    const stored = this.#stored.get(workspaceId);
    if (stored !== undefined) this.#stored.set(workspaceId, stored - bytes);
  }

  #countAppends(doc: string, by: 1 | -1): void {
    const count = (this.#appending.get(doc) ?? 0) + by;
    if (count === 0) this.#appending.delete(doc);
    else this.#appending.set(doc, count);
  }

  /** Behind the writers' backs: nobody waits for it, and when it fails the rows simply stay. */
  #compact(workspaceId: string, doc: string): void {
    if (this.#compacting.has(doc)) return;
    this.#rows.set(doc, 0);
    const work = this.#options.log
      .compact(workspaceId, doc)
      .then((freed) => this.#giveBack(workspaceId, freed))
      .catch((problem) => this.#options.report("compaction-failed", { doc, problem: String(problem) }))
      .finally(() => this.#compacting.delete(doc));
    this.#compacting.set(doc, work);
  }
}

/** Without a message Hocuspocus writes nothing to the console. */
function refuseOpening(reason: "not-found" | "other-person"): never {
  throw Object.assign(new Error(), { reason });
}

/** Line feeds only: `\r\n` and lone `\r` become `\n`. */
export function lineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

function carriageReturnEdits(text: string): readonly TextEdit[] {
  return [...text.matchAll(/\r\n?/g)].map(({ index, 0: found }) => ({
    offset: index,
    length: 1,
    text: found.length === 2 ? "" : "\n",
  }));
}

function textUpdate(scratch: Y.Doc, edits: readonly TextEdit[]): Uint8Array | undefined {
  if (edits.length === 0) return undefined;
  const before = Y.encodeStateVector(scratch);
  const text = scratch.getText(textName);
  scratch.transact(() => {
    // From the end, so that the offsets of the others stay right.
    for (const { offset, length, text: inserted } of [...edits].reverse()) {
      text.delete(offset, length);
      text.insert(offset, inserted);
    }
  });
  return Y.encodeStateAsUpdate(scratch, before);
}
