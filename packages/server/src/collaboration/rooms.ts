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
import type { UpdateLog } from "../storage/storage.ts";
import { readIncomingUpdate } from "./incoming-update.ts";
import { keepOwnPresence } from "./presence.ts";
import { textEdits } from "./text-diff.ts";

/** What travels with each connection; set at the upgrade. */
export interface RoomContext {
  readonly caller?: Caller;
  readonly workspaceId: string;
  /** Ends the socket, so that the client reconnects and sends again what was not acknowledged. */
  readonly drop?: (code: number, reason: string) => void;
}

export interface RoomsOptions {
  readonly log: UpdateLog;
  readonly clock: () => Date;
  /** `write`, `read`, or undefined for somebody who must not see the document. */
  readonly access: (caller: Caller, doc: string) => Promise<"write" | "read" | undefined>;
  /** Told of trouble that is nobody's fault here: refused updates and failed appends. */
  readonly report: (event: string, details: Record<string, unknown>) => void;
  /** Rows after which a log is folded into a snapshot. Default 300. */
  readonly compactAfter?: number;
}

type EditMaker = (text: string) => readonly TextEdit[];

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
  readonly #rows = new Map<string, number>();
  /** Appends under way, by document. */
  readonly #appending = new Map<string, number>();
  readonly #compacting = new Map<string, Promise<void>>();
  /** Documents that a client brought a carriage return into. */
  readonly #unclean = new WeakSet<Document>();
  /** The last server-side write of each document: the next is worked out on its result. */
  readonly #turns = new WeakMap<Y.Doc, Promise<void>>();

  constructor(options: RoomsOptions) {
    this.#options = options;
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
  async read(workspaceId: string, doc: string): Promise<{ readonly text: string; readonly seq: number }> {
    const { updates, seq } = await this.#options.log.load(workspaceId, doc);
    const scratch = new Y.Doc();
    scratch.transact(() => {
      for (const update of updates) Y.applyUpdate(scratch, update);
    });
    const text = scratch.getText(textName).toString();
    scratch.destroy();
    return { text, seq };
  }

  /**
   * Makes the text of a document read `text`, by the smallest edits, along the same road as a person's edits.
   * `by` is the member it is put down to; null for the server itself.
   */
  async write(workspaceId: string, doc: string, text: string, by: string | null): Promise<void> {
    const direct = await this.hocuspocus.openDirectConnection(doc, { workspaceId });
    try {
      const document = direct.document;
      if (document !== null) await this.#edit(document, workspaceId, by, (now) => textEdits(now, lineFeeds(text)));
    } finally {
      await direct.disconnect();
    }
  }

  /** Waits for compactions under way; connections are closed by the owner of the sockets. */
  async close(): Promise<void> {
    await Promise.all(this.#compacting.values());
  }

  async #authenticate({ context, documentName, connectionConfig }: onAuthenticatePayload<RoomContext>): Promise<void> {
    const access = context.caller && (await this.#options.access(context.caller, documentName));
    if (access === undefined) throw Object.assign(new Error(), { reason: "not-found" });
    connectionConfig.readOnly = access === "read";
  }

  async #load({ document, documentName, context }: onLoadDocumentPayload<RoomContext>): Promise<void> {
    const { updates, rows } = await this.#options.log.load(context.workspaceId, documentName);
    this.#rows.set(documentName, rows);
    // One transaction: 20,000 rows apply in some 90 ms.
    document.transact(() => {
      for (const update of updates) Y.applyUpdate(document, update);
    });
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
      const incoming = readIncomingUpdate(document, payload, type === syncStep2);
      if (incoming.known) return;
      if (incoming.carriageReturn) this.#unclean.add(document);
      await this.#append(
        document.name,
        context.workspaceId,
        context.caller?.member.id ?? null,
        incoming.client,
        payload,
      );
    } catch (problem) {
      this.#options.report("update-refused", { doc: document.name, problem: String(problem) });
      // Hocuspocus closes only the document's channel, which the client does not reopen by itself.
      context.drop?.(...closeFrame(problem));
      throw problem;
    }
  }

  /** Takes carriage returns out again that a client brought in: they would make two editors count differently. */
  async #normalise(document: Document, context: RoomContext): Promise<void> {
    if (!this.#unclean.delete(document)) return;
    await this.#edit(document, context.workspaceId, null, (text) => carriageReturnEdits(text));
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
    const update = textUpdate(scratch, edits(scratch.getText(textName).toString()));
    scratch.destroy();
    if (update === undefined) return;
    await this.#append(document.name, workspaceId, by, scratch.clientID, update);
    Y.applyUpdate(document, update, { source: "local", context: { workspaceId } });
  }

  async #append(
    doc: string,
    workspaceId: string,
    userId: string | null,
    client: number,
    bytes: Uint8Array,
  ): Promise<void> {
    const time = this.#options.clock().toISOString();
    this.#countAppends(doc, 1);
    try {
      await this.#options.log.append({ workspaceId, doc, userId, client, time, bytes });
    } finally {
      this.#countAppends(doc, -1);
    }
    const rows = (this.#rows.get(doc) ?? 0) + 1;
    this.#rows.set(doc, rows);
    if (rows >= (this.#options.compactAfter ?? 300)) this.#compact(workspaceId, doc);
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
      .catch((problem) => this.#options.report("compaction-failed", { doc, problem: String(problem) }))
      .finally(() => this.#compacting.delete(doc));
    this.#compacting.set(doc, work);
  }
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

/** 4400 for what no resend can mend; else 1011 or 4205, after which the client comes back and sends again. */
function closeFrame(problem: unknown): [number, string] {
  const { code, reason } = problem as { code?: unknown; reason?: unknown };
  return typeof code === "number" && typeof reason === "string" ? [code, reason] : [1011, "not-saved"];
}
