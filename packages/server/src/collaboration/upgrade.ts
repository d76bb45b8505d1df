import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { Caller } from "../accounts/sessions.ts";
import { sameOrigin } from "../http/same-origin.ts";
import { collaborationPath } from "../paths.ts";
import type { LiveConnections } from "./live-connections.ts";

/** Largest frame taken: a 20 MB update would cost 1.35 GB while it is applied. */
const maxFrameBytes = 2 * 1024 * 1024;

export interface UpgradeOptions {
  readonly server: Server;
  readonly connections: LiveConnections;
  /** Who the request's cookie or token belongs to. */
  readonly authenticate: (headers: IncomingMessage["headers"]) => Promise<Caller | undefined>;
}

/** Takes WebSocket upgrades on the collaboration path; returns what ends all of them. */
export function acceptCollaboration({ server, connections, authenticate }: UpgradeOptions): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes });

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    void admit(request, authenticate).then((admitted) => {
      if (typeof admitted === "string") return refuse(socket, admitted);
      sockets.handleUpgrade(request, socket, head, (webSocket) => connections.open(webSocket, request, admitted));
    });
  });

  return async () => {
    connections.close();
    for (const socket of sockets.clients) socket.close(1001, "server-closing");
    // A peer that does not answer the close must not keep the server up.
    const impatience = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, 1_000);
    await Promise.all([...sockets.clients].map((socket) => new Promise((done) => socket.once("close", done))));
    clearTimeout(impatience);
    sockets.close();
  };
}

/** The caller, or the status line to refuse with. */
async function admit(request: IncomingMessage, authenticate: UpgradeOptions["authenticate"]): Promise<Caller | string> {
  if (new URL(request.url ?? "/", "http://localhost").pathname !== collaborationPath) return "404 Not Found";
  if (!sameOrigin(request.headers)) return "403 Forbidden";
  try {
    return (await authenticate(request.headers)) ?? "401 Unauthorized";
  } catch {
    return "500 Internal Server Error";
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
