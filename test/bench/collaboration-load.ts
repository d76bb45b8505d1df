import { readFileSync } from "node:fs";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

/** A server under test, and how its protocol is spoken. */
export interface Target {
  readonly name: string;
  readonly pid: number;
  /** WebSocket address, and the headers its upgrade needs. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Hocuspocus puts the document's name into every frame, y-websocket into the address. */
  readonly protocol: "hocuspocus" | "y-websocket";
  /** Names of documents to write in. */
  readonly docs: readonly string[];
}

export interface Load {
  readonly documents: number;
  readonly writersPerDocument: number;
  readonly editsPerSecond: number;
}

/** What one stretch of typing came to. Latencies from sending an edit to another person's socket having it. */
export interface Measured {
  readonly latenciesMs: readonly number[];
  readonly cpuMs: number;
  readonly rssMb: number;
}

/** People who have their documents open on a server. */
export interface Company {
  /** Lets them type evenly; one other person of each document watches every edit arrive. */
  type(seconds: number): Promise<Measured>;
  leave(): void;
}

const ticksPerSecond = 100;

/** Opens all documents of a load for everybody; they stay connected while other servers have their turn. */
export async function gather(target: Target, load: Load): Promise<Company> {
  const docs = target.docs.slice(0, load.documents);
  const sentAt = new Map<string, number>();
  const latenciesMs: number[] = [];
  const arrived = (token: string) => {
    const sent = sentAt.get(token);
    if (sent !== undefined) latenciesMs.push(performance.now() - sent);
    sentAt.delete(token);
  };
  const watchers = await inTurns(docs, (doc) => open(target, doc, arrived));
  const people = docs.flatMap((doc) => Array.from({ length: load.writersPerDocument }, () => doc));
  const writers = await inTurns(people, (doc) => open(target, doc));
  let typed = 0;
  return {
    async type(seconds) {
      const cpuBefore = cpuMsOf(target.pid);
      const from = typed;
      typed += load.editsPerSecond * seconds;
      await Promise.all(
        writers.map((writer, index) => type(writer, index, writers.length, load.editsPerSecond, from, typed, sentAt)),
      );
      await settled(sentAt);
      const cpuMs = cpuMsOf(target.pid) - cpuBefore;
      return { latenciesMs: latenciesMs.splice(0), cpuMs, rssMb: rssMbOf(target.pid) };
    },
    leave() {
      for (const { socket } of [...watchers, ...writers]) socket.close();
    },
  };
}

/** A few at a time: how fast hundreds can connect at once is not what is measured. */
async function inTurns<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += 10) {
    results.push(...(await Promise.all(items.slice(from, from + 10).map(work))));
  }
  return results;
}

interface Participant {
  readonly socket: WebSocket;
  /** Sends what the edit changed. */
  edit(token: string): void;
}

async function open(target: Target, doc: string, arrived?: (token: string) => void): Promise<Participant> {
  const inAddress = target.protocol === "y-websocket";
  // Node's WebSocket takes headers beside what browsers take.
  const options = { headers: target.headers } as unknown as string[];
  const socket = new WebSocket(inAddress ? `${target.address}/${doc}` : target.address, options);
  socket.binaryType = "arraybuffer";
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", reject);
  });
  const joined = new Promise<void>((resolve) => socket.addEventListener("message", () => resolve(), { once: true }));
  if (!inAddress) socket.send(frame(doc, 2, (encoder) => writeHello(encoder)));
  await joined;
  if (arrived) socket.addEventListener("message", ({ data }) => findTokens(data as ArrayBuffer, arrived));
  const ydoc = new Y.Doc();
  const text = ydoc.getText("text");
  ydoc.on("update", (update: Uint8Array) =>
    socket.send(
      frame(inAddress ? undefined : doc, 0, (encoder) => {
        encoding.writeVarUint(encoder, 2);
        encoding.writeVarUint8Array(encoder, update);
      }),
    ),
  );
  // Hocuspocus ends connections it has not heard of for a minute; these wait while others have their turn.
  const heartbeat = setInterval(() => inAddress || socket.send(frame(doc, 3, () => undefined)), 15_000);
  heartbeat.unref();
  socket.addEventListener("close", () => clearInterval(heartbeat));
  return { socket, edit: (token) => text.insert(text.length, token) };
}

function writeHello(encoder: encoding.Encoder): void {
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarString(encoder, "");
}

function frame(
  doc: string | undefined,
  type: number,
  write: (encoder: encoding.Encoder) => void,
): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  if (doc !== undefined) encoding.writeVarString(encoder, doc);
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return new Uint8Array(encoding.toUint8Array(encoder));
}

/** Tokens stand in an update as they were typed, also in one that several were merged into. */
function findTokens(data: ArrayBuffer, arrived: (token: string) => void): void {
  for (const [token] of Buffer.from(data)
    .toString("latin1")
    .matchAll(/<\d+\.\d+>/g))
    arrived(token);
}

/** Evenly, and each writer a little after the one before. */
async function type(
  writer: Participant,
  index: number,
  writers: number,
  editsPerSecond: number,
  from: number,
  to: number,
  sentAt: Map<string, number>,
): Promise<void> {
  const everyMs = 1000 / editsPerSecond;
  const start = performance.now() + (everyMs * index) / writers;
  for (let edit = from; edit < to; edit++) {
    await later(start + (edit - from) * everyMs - performance.now());
    const token = `<${index}.${edit}>`;
    sentAt.set(token, performance.now());
    writer.edit(token);
  }
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}

/** Waits until every edit has arrived, for a minute at most: the machine may be busy with other things. */
async function settled(sentAt: ReadonlyMap<string, number>): Promise<void> {
  for (let round = 0; round < 1200 && sentAt.size > 0; round++) await later(50);
  if (sentAt.size > 0) throw new Error(`${sentAt.size} edits never arrived`);
}

/** From Linux' process files; NaN elsewhere. */
function cpuMsOf(pid: number): number {
  const fields = processFile(pid, "stat").split(") ")[1]?.split(" ") ?? [];
  return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1000;
}

function rssMbOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(processFile(pid, "status"))?.[1]) / 1024;
}

function processFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}
