import { once } from "node:events";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import { collaborationPath } from "../paths.ts";
import type { Client } from "./test-server.ts";

/** How the server ended a connection. */
export interface Closing {
  readonly code: number;
  readonly reason: string;
}

/** What a frame of the server is about: its type, and for a sync status whether it acknowledges. */
export interface Answer {
  readonly type: number;
  readonly acknowledged: boolean;
}

const syncStatusType = 8;

/** A client that speaks the protocol byte by byte, and so can say what no honest client would. */
export class RawClient {
  readonly closed: Promise<Closing>;
  readonly answers: Answer[] = [];
  readonly #socket: WebSocket;
  readonly #doc: string;

  private constructor(socket: WebSocket, doc: string) {
    this.#socket = socket;
    this.#doc = doc;
    this.closed = once(socket, "close").then(([code, reason]) => ({ code, reason: String(reason) }));
    socket.on("message", (data: Buffer) => this.answers.push(answerOf(new Uint8Array(data))));
    socket.on("error", () => undefined);
  }

  /** Connects, and says which document it wants unless told not to. */
  static async open({ url, headers }: Client, doc: string, hello = true): Promise<RawClient> {
    const socket = new WebSocket(url.replace("http", "ws") + collaborationPath, { headers });
    const client = new RawClient(socket, doc);
    await once(socket, "open");
    if (hello) client.hello(doc);
    return client;
  }

  hello(doc: string): void {
    this.send(
      frame(doc, 2, (encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarString(encoder, "");
      }),
    );
  }

  /** An update, as sync step 2 (`whole`) or as an edit. */
  update(update: Uint8Array, whole = false): void {
    this.send(
      frame(this.#doc, 0, (encoder) => {
        encoding.writeVarUint(encoder, whole ? 1 : 2);
        encoding.writeVarUint8Array(encoder, update);
      }),
    );
  }

  /** A frame of any type with any content. */
  say(type: number, write: (encoder: encoding.Encoder) => void = () => undefined): void {
    this.send(frame(this.#doc, type, write));
  }

  send(bytes: Uint8Array): void {
    this.#socket.send(bytes);
  }

  /** Resolves with the next frame for which it holds. */
  async answer(expected: (answer: Answer) => boolean): Promise<Answer> {
    for (;;) {
      const found = this.answers.find(expected);
      if (found !== undefined) return found;
      await once(this.#socket, "message");
    }
  }

  close(): void {
    this.#socket.terminate();
  }
}

function frame(doc: string, type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, doc);
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

function answerOf(bytes: Uint8Array): Answer {
  const decoder = decoding.createDecoder(bytes);
  decoding.readVarString(decoder);
  const type = decoding.readVarUint(decoder);
  return { type, acknowledged: type === syncStatusType && decoding.readVarUint(decoder) === 1 };
}
