import { once } from "node:events";
import type { TestContext } from "node:test";
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { WebSocket } from "ws";
import type * as Y from "yjs";
import { collaborationPath, textName } from "../paths.ts";
import { atEnd, type Client } from "./test-server.ts";

/** Somebody who has a template's text open, as the page has it. */
export interface Peer {
  readonly provider: HocuspocusProvider;
  readonly text: Y.Text;
  /** Resolves when the server has acknowledged everything. */
  saved(): Promise<void>;
  /** Resolves when the text is so. */
  sees(expected: (text: string) => boolean): Promise<void>;
}

/** Opens a template's text with a client's cookie or token, and waits until it is there. */
export async function openPeer(t: Pick<TestContext, "after">, client: Client, templateId: string): Promise<Peer> {
  const socket = new HocuspocusProviderWebsocket({
    url: client.url.replace("http", "ws") + collaborationPath,
    WebSocketPolyfill: socketWith(client.headers),
    delay: 50,
    minDelay: 50,
    jitter: false,
  });
  const provider = new HocuspocusProvider({ websocketProvider: socket, name: templateId });
  provider.attach();
  atEnd(t, () => {
    provider.destroy();
    socket.destroy();
  });
  await new Promise<void>((resolve) => provider.on("synced", () => resolve()));
  const text = provider.document.getText(textName);
  return {
    provider,
    text,
    saved: () => until(provider, "unsyncedChanges", () => provider.unsyncedChanges === 0),
    sees: (expected) => until(provider.document, "update", () => expected(text.toString())),
  };
}

/** A WebSocket class whose upgrades carry the headers, as a browser sends its cookie. */
export function socketWith(headers: Readonly<Record<string, string>>): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { ...headers } });
      // The provider stops listening before it closes a socket that is still on its way.
      this.on("error", () => undefined);
    }
  } as typeof WebSocket;
}

interface Source {
  on(name: string, listener: () => void): unknown;
  off(name: string, listener: () => void): unknown;
}

/** Resolves at the first event after which the condition holds, or at once. */
export async function until(source: unknown, event: string, condition: () => boolean): Promise<void> {
  const emitter = source as Source;
  await new Promise<void>((resolve) => {
    const check = () => {
      if (!condition()) return;
      emitter.off(event, check);
      resolve();
    };
    emitter.on(event, check);
    check();
  });
}

/** The status a refused upgrade is answered with. */
export async function refusedStatus(client: Client, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const url = client.url.replace("http", "ws") + collaborationPath;
  const socket = new WebSocket(url, { headers: { ...client.headers, ...headers } });
  socket.on("error", () => undefined);
  const [, response] = (await once(socket, "unexpected-response")) as [unknown, { statusCode: number }];
  socket.terminate();
  return response.statusCode;
}
