import type { IncomingMessage } from "node:http";
import type { WebSocket } from "ws";
import type { Caller } from "../accounts/sessions.ts";
import { FrameGate } from "./frame-gate.ts";
import { type CollaborationLimits, defaultLimits } from "./limits.ts";
import { RefusedError } from "./refusal.ts";
import type { RoomContext, Rooms } from "./rooms.ts";
import { TokenBucket } from "./token-bucket.ts";

export interface LiveConnectionsOptions {
  readonly rooms: Rooms;
  readonly limits?: CollaborationLimits;
  /** Who the request's cookie or token belongs to by now. */
  readonly authenticate: (headers: IncomingMessage["headers"]) => Promise<Caller | undefined>;
  /** Told of connections that are ended for what they sent. */
  readonly report: (event: string, details: Record<string, unknown>) => void;
}

/** Whose connections to look at again. */
export interface Person {
  readonly workspaceId: string;
  readonly memberId: string;
}

interface Live {
  readonly webSocket: WebSocket;
  readonly headers: IncomingMessage["headers"];
  readonly caller: Caller;
  readonly drop: (refusal: RefusedError) => void;
}

/** How often sessions that ended by themselves are looked for. */
const recheckMs = 60_000;
/** A peer that does not answer the close frame is cut off. */
const closeMs = 1_000;

/**
 * The open sockets and who they belong to: how much each may send, and whether its person may still be here. A role
 * that changed, a session or token that ended is felt at once, not at the next visit.
 */
export class LiveConnections {
  readonly #options: LiveConnectionsOptions;
  readonly #limits: CollaborationLimits;
  readonly #live = new Set<Live>();
  readonly #buckets = new Map<string, TokenBucket>();
  readonly #timer: NodeJS.Timeout;

  constructor(options: LiveConnectionsOptions) {
    this.#options = options;
    this.#limits = options.limits ?? defaultLimits;
    this.#timer = setInterval(() => void this.recheck(), recheckMs);
    this.#timer.unref();
  }

  /** Takes a socket in, or ends it where its person or workspace has too many. */
  open(webSocket: WebSocket, request: IncomingMessage, caller: Caller): void {
    // A frame too big or not well formed: ws closes the socket itself.
    webSocket.on("error", () => undefined);
    const inWorkspace = [...this.#live].filter((live) => live.caller.workspaceId === caller.workspaceId);
    const ofPerson = inWorkspace.filter((live) => live.caller.member.id === caller.member.id);
    const { connectionsPerUser, connectionsPerWorkspace } = this.#limits;
    if (ofPerson.length >= connectionsPerUser || inWorkspace.length >= connectionsPerWorkspace) {
      end(webSocket, new RefusedError("too-many-connections"));
    } else {
      this.#connect(webSocket, request, caller);
    }
  }

  /**
   * Authenticates open connections anew, all or one person's: who is signed out goes, and whose role changed comes back
   * with the new one. Nothing that is sent after the returned promise resolved is taken under the old role.
   */
  async recheck(person?: Person): Promise<void> {
    const concerned = [...this.#live].filter(
      ({ caller }) =>
        person === undefined || (caller.workspaceId === person.workspaceId && caller.member.id === person.memberId),
    );
    await Promise.all(concerned.map((live) => this.#recheckOne(live)));
    this.#forgetBuckets();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #connect(webSocket: WebSocket, request: IncomingMessage, caller: Caller): void {
    const { rooms, report } = this.#options;
    const drop = (refusal: RefusedError) => {
      gate.close();
      for (const connection of this.#roomsOf(webSocket)) connection.readOnly = true;
      end(webSocket, refusal);
    };
    const live: Live = { webSocket, headers: request.headers, caller, drop };
    const context: RoomContext = { caller, workspaceId: caller.workspaceId, drop };
    const connection = rooms.hocuspocus.handleConnection(webSocket, webRequest(request), context);
    const gate = new FrameGate({
      limits: this.#limits,
      buckets: [new TokenBucket(this.#limits.connectionRate, performance.now()), this.#bucketOf(caller)],
      deliver: (bytes) => connection.handleMessage(bytes),
      refuse: (refusal) => {
        report("connection-refused", { member: caller.member.id, problem: String(refusal) });
        drop(refusal);
      },
    });
    this.#live.add(live);
    webSocket.binaryType = "nodebuffer";
    webSocket.on("message", (data: Buffer, binary: boolean) => {
      if (binary) gate.offer(new Uint8Array(data));
      else webSocket.close(1003, "binary-only");
    });
    webSocket.on("close", (code, reason) => {
      gate.close();
      this.#live.delete(live);
      connection.handleClose({ code, reason: reason.toString() });
    });
  }

  async #recheckOne({ headers, caller, drop }: Live): Promise<void> {
    try {
      const now = await this.#options.authenticate(headers);
      if (now?.member.id !== caller.member.id) drop(new RefusedError("signed-out"));
      else if (now.member.role !== caller.member.role) drop(new RefusedError("access-changed"));
    } catch (problem) {
      // A database that is away for a moment signs nobody out.
      this.#options.report("recheck-failed", { problem: String(problem) });
    }
  }

  #roomsOf(webSocket: WebSocket) {
    const documents = [...this.#options.rooms.hocuspocus.documents.values()];
    return documents.flatMap((document) => document.getConnections()).filter((each) => each.webSocket === webSocket);
  }

  #bucketOf({ workspaceId, member }: Caller): TokenBucket {
    const key = `${workspaceId}\0${member.id}`;
    const bucket = this.#buckets.get(key) ?? new TokenBucket(this.#limits.userRate, performance.now());
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #forgetBuckets(): void {
    const now = performance.now();
    const present = new Set([...this.#live].map(({ caller }) => `${caller.workspaceId}\0${caller.member.id}`));
    for (const [key, bucket] of this.#buckets) if (!present.has(key) && bucket.full(now)) this.#buckets.delete(key);
  }
}

function end(webSocket: WebSocket, { code, reason }: RefusedError): void {
  webSocket.close(code, reason);
  const impatience = setTimeout(() => webSocket.terminate(), closeMs);
  webSocket.once("close", () => clearTimeout(impatience));
}

/** Hocuspocus wants a fetch `Request`; it reads address and headers only. */
function webRequest(request: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return new Request(new URL(request.url ?? "/", "http://localhost"), { headers });
}
