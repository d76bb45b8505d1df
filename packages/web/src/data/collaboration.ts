import { HocuspocusProvider, MessageType, type onMessageParameters } from "@hocuspocus/provider";
import { collaborationPath, textName } from "@rolewright/server/paths";
import type { Presence, RoomMessage } from "@rolewright/server/protocol";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { KeptCopy } from "./kept-copy.ts";

/**
 * How safe the text is. `saved`: the server has all of it on disk · `saving`: changes on their way · `offline`: changes
 * wait, `kept` if this browser's storage has them, so that the window may be closed · `refused`: the server does not take them, or does not let this person in; the message
 * `server.collaboration.<reason>` says why.
 */
export type SaveState =
  | { readonly kind: "opening" }
  | { readonly kind: "saved" }
  | { readonly kind: "saving"; readonly count: number }
  | { readonly kind: "offline"; readonly count: number; readonly kept: boolean }
  | { readonly kind: "refused"; readonly reason: string };

/** Reasons after which sending the same again cannot help: the page must be loaded anew. */
const lasting = new Set(["malformed", "foreign-edits", "not-text", "not-found", "other-person"]);
/** Reasons that a person has to do something about, or that time mends: tried again, but ever more slowly. */
const slowed = new Set([
  "document-too-large",
  "workspace-full",
  "too-many-edits",
  "too-many-connections",
  "too-many-documents",
  "signed-out",
  "not-saved",
  "unavailable",
]);
/** Reasons an opening is refused with; any other is the library's own word for "not found". */
const known = new Set(["unavailable", "other-person"]);
/** A frame above the server's limit is refused by its WebSocket itself, without a reason. */
const frameTooBig = 1009;
const firstRetryMs = 2_000;
const lastRetryMs = 30_000;
/** When this browser's storage is asked again for what it had no room for. */
const keptAgainMs = 2_000;

/** Whose text it is in this browser: on a computer that several use, each has copies of their own. */
export interface Person {
  readonly workspaceId: string;
  readonly memberId: string;
}

/** Somebody who has the template open, once however many windows they have. */
export interface Peer {
  readonly id: string;
  readonly name: string;
  readonly color: number;
}

/**
 * The live text of one template, shared through the server.
 *
 * Events: `state` when `state` changed · `peers` when `peers` changed · `opened` once, when the text is there · `told`
 * (`RoomMessage`) when the server says that something else about the template is to be read anew.
 * What is typed offline is kept in IndexedDB until the server has it, also over a reload. It is sent as the person who
 * typed it or not at all: where somebody else has signed in meanwhile, it waits for its author.
 */
export class Collaboration extends EventTarget {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText(textName);
  readonly awareness: Awareness;
  #state: SaveState = { kind: "opening" };
  #peers: readonly Peer[] = [];
  #opened = false;
  #readonly = true;
  #connected = false;
  #closed = false;
  #kept: KeptCopy | undefined;
  #retryMs = firstRetryMs;
  #retry: ReturnType<typeof setTimeout> | undefined;
  readonly #provider: HocuspocusProvider;

  constructor(
    private readonly templateId: string,
    private readonly person: Person,
  ) {
    super();
    const url = new URL(collaborationPath, location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    this.#provider = new HocuspocusProvider({
      url: url.href,
      name: templateId,
      document: this.doc,
      // Who is signed in the cookie says; this says whose edits these are.
      token: person.memberId,
      onStatus: ({ status }) => this.#setConnected(status === "connected"),
      onSynced: () => void this.#open(),
      onUnsyncedChanges: () => this.#tellState(),
      onAuthenticated: ({ scope }) => this.#setScope(scope === "readonly"),
      onAuthenticationFailed: ({ reason }) => this.#refused(known.has(reason) ? reason : "not-found"),
      onDisconnect: ({ event }) => this.#refused(event.code === frameTooBig ? "document-too-large" : event.reason),
      onAwarenessChange: () => this.#tellPeers(),
      onStateless: ({ payload }) => this.#passOn(payload),
    });
    this.#provider.on("message", ({ message }: onMessageParameters) => {
      if (this.#readonly && saysNotTaken(message)) this.#setState({ kind: "refused", reason: "read-only" });
    });
    const { awareness } = this.#provider;
    if (!awareness) throw new Error("The provider was made without awareness.");
    this.awareness = awareness;
    // A first state has clock 0, which no receiver takes for news: said again, people show up before they move.
    awareness.setLocalState({});
    window.addEventListener("beforeunload", this.#guard);
  }

  get state(): SaveState {
    return this.#state;
  }

  get peers(): readonly Peer[] {
    return this.#peers;
  }

  /** Whether the text is there; before that nothing may be written into it. */
  get opened(): boolean {
    return this.#opened;
  }

  /** Whether this person may only read; true until the server said otherwise. */
  get readonly(): boolean {
    return this.#readonly;
  }

  close(): void {
    this.#closed = true;
    window.removeEventListener("beforeunload", this.#guard);
    clearTimeout(this.#retry);
    this.#provider.destroy();
    this.#kept?.close();
    this.doc.destroy();
  }

  readonly #guard = (event: BeforeUnloadEvent): void => {
    // Away from the server with nothing to send, nothing is lost by leaving.
    if (this.#state.kind === "refused" || (this.#opened && this.#unsent > 0)) event.preventDefault();
  };

  /** The server's text is here; what this browser still has from an earlier time joins it. */
  async #open(): Promise<void> {
    if (this.#opened) return;
    this.#opened = true;
    this.dispatchEvent(new Event("opened"));
    this.#tellState();
    const kept = await KeptCopy.open(keyOf(this.person, this.templateId), this.doc);
    if (this.#closed) kept?.close();
    else this.#kept = kept;
    this.#tellState();
  }

  /** How many changes the server does not have yet. */
  get #unsent(): number {
    return this.#provider?.unsyncedChanges ?? 0;
  }

  #passOn(payload: string): void {
    const detail = JSON.parse(payload) as RoomMessage;
    this.dispatchEvent(new CustomEvent("told", { detail }));
  }

  #setConnected(connected: boolean): void {
    // What was said while the line was down, nobody heard.
    if (connected && !this.#connected && this.#opened) this.dispatchEvent(new CustomEvent("told", { detail: {} }));
    this.#connected = connected;
    this.#tellState();
  }

  /** The server said why; what was typed stays here, and in this browser's storage. */
  #refused(reason: string | undefined): void {
    if (reason === undefined || this.#closed) return;
    const socket = this.#provider.configuration.websocketProvider;
    if (lasting.has(reason)) socket.disconnect();
    else if (slowed.has(reason)) this.#comeBackSlowly();
    else return;
    this.#setState({ kind: "refused", reason });
  }

  #comeBackSlowly(): void {
    const socket = this.#provider.configuration.websocketProvider;
    socket.disconnect();
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void socket.connect(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, lastRetryMs);
  }

  #setScope(readonly: boolean): void {
    this.#readonly = readonly;
    if (this.#state.kind === "refused") this.#state = { kind: "opening" };
    this.#tellState();
    this.dispatchEvent(new Event("state"));
  }

  #tellState(): void {
    if (this.#state.kind === "refused") return;
    const count = this.#unsent;
    if (!this.#opened) this.#setState({ kind: "opening" });
    else if (!this.#connected) void this.#tellOffline(count);
    else this.#setState(count === 0 ? { kind: "saved" } : { kind: "saving", count });
    if (this.#state.kind === "saved") this.#retryMs = firstRetryMs;
  }

  /** Says that changes are kept only once they are. */
  async #tellOffline(count: number): Promise<void> {
    const kept = count === 0 || ((await this.#kept?.holdsAll()) ?? false);
    const isNews = !this.#connected && count === this.#unsent && this.#state.kind !== "refused";
    if (!isNews || this.#closed) return;
    this.#setState({ kind: "offline", count, kept });
    if (!kept) setTimeout(() => this.#tellState(), keptAgainMs);
  }

  #setState(state: SaveState): void {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    this.dispatchEvent(new Event("state"));
  }

  #tellPeers(): void {
    const people = new Map<string, Peer>();
    for (const { user } of this.awareness.getStates().values() as Iterable<Presence>)
      if (user) people.set(user.id, user);
    const peers = [...people.values()];
    if (JSON.stringify(peers) === JSON.stringify(this.#peers)) return;
    this.#peers = peers;
    this.dispatchEvent(new Event("peers"));
  }
}

/** Whether a message says that what was sent changes the text and is not taken, as from somebody who may only read. */
function saysNotTaken(message: onMessageParameters["message"]): boolean {
  message.readVarString();
  return message.readVarUint() === MessageType.SyncStatus && message.readVarUint() !== 1;
}

/** Name of a person's copy of a text in this browser. */
function keyOf({ workspaceId, memberId }: Person, templateId: string): string {
  return `rolewright.text.${workspaceId}.${memberId}.${templateId}`;
}
