import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { textName } from "../paths.ts";
import { until } from "./peer.ts";

/** A server process that can be killed and started again on what it left behind. */
export interface Killable {
  /** Starts a process; resolves when it listens. */
  start(): Promise<Running>;
}

export interface Running {
  readonly child: ChildProcess;
  /** WebSocket address. */
  readonly address: string;
  readonly socketClass: unknown;
  /** Name of the document to write in. */
  readonly doc: string;
}

export interface KillResult {
  readonly acknowledged: number;
  /** Acknowledged edits that are not there after the restart. */
  readonly lost: number;
  /** Edits that stand there more than once. */
  readonly twice: number;
}

/** Edits each writer has under way at a time. */
const underWay = 25;

/**
 * Kills a server (SIGKILL) at a random moment of each round while two people type, starts it again, and looks for every
 * edit it had acknowledged. `random` is seeded by the caller, who prints the seed.
 */
export async function killRounds(server: Killable, rounds: number, random: () => number): Promise<KillResult> {
  const total = { acknowledged: 0, lost: 0, twice: 0 };
  let running = await server.start();
  for (let round = 0; round < rounds; round++) {
    const tokens = await typeUntilKilled(running, round, 1 + Math.floor(random() * 300));
    running = await server.start();
    const text = await textOf(running);
    for (const token of tokens) {
      const count = text.split(token).length - 1;
      total.acknowledged++;
      if (count === 0) total.lost++;
      if (count > 1) total.twice++;
    }
  }
  await kill(running.child);
  return total;
}

/**
 * One person types on through kills and restarts of the server at the same address. Returns how many of all their
 * tokens stand in the text how often.
 */
export async function typeThroughKills(server: Killable, kills: number, random: () => number): Promise<KillResult> {
  let running = await server.start();
  const writer = connect(running);
  await synced(writer);
  const tokens: string[] = [];
  for (let round = 0; round < kills; round++) {
    const killed = new Promise<void>((resolve) => writer.on("disconnect", () => resolve()));
    const stop = type(writer, (number) => {
      const token = `<${round}.${number}>\n`;
      tokens.push(token);
      return token;
    });
    await acknowledges(writer, 1 + Math.floor(random() * 100));
    await kill(running.child);
    await killed;
    stop();
    running = await server.start();
  }
  await until(writer, "unsyncedChanges", () => writer.unsyncedChanges === 0 && writer.isSynced);
  destroy(writer);
  const text = await textOf(running);
  await kill(running.child);
  const counts = tokens.map((token) => text.split(token).length - 1);
  return {
    acknowledged: tokens.length,
    lost: counts.filter((count) => count === 0).length,
    twice: counts.filter((count) => count > 1).length,
  };
}

/** Starts a program that prints one line of JSON when it listens. */
export async function startProgram(program: string, argument: string): Promise<{ child: ChildProcess; line: unknown }> {
  const child = spawn(process.execPath, [program, argument], { stdio: ["ignore", "pipe", "ignore"] });
  const failed = once(child, "exit").then(() => {
    throw new Error(`${program} ended before it listened`);
  });
  const [line] = await Promise.race([once(createInterface({ input: child.stdout }), "line"), failed]);
  failed.catch(() => undefined);
  return { child, line: JSON.parse(String(line)) };
}

export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

/** Two people type; after so many acknowledgements the server dies. Returns the tokens it had acknowledged. */
async function typeUntilKilled(running: Running, round: number, after: number): Promise<readonly string[]> {
  const writers = [connect(running), connect(running)];
  await Promise.all(writers.map(synced));
  const typed: string[][] = [[], []];
  const stops = writers.map((writer, index) =>
    type(writer, (number) => {
      const token = `<${round}.${index}.${number}>\n`;
      typed[index]?.push(token);
      return token;
    }),
  );
  const ends = writers.map((writer) => new Promise<void>((resolve) => writer.on("disconnect", () => resolve())));
  await Promise.race([...writers.map((writer) => acknowledges(writer, after)), ...ends]);
  await kill(running.child);
  await Promise.all(ends);
  for (const stop of stops) stop();
  // Acknowledgements come in the order of the edits.
  const acknowledged = writers.flatMap((writer, index) => {
    const tokens = typed[index] ?? [];
    return tokens.slice(0, tokens.length - writer.unsyncedChanges);
  });
  for (const writer of writers) destroy(writer);
  return acknowledged;
}

export function connect({ address, socketClass, doc }: Running): HocuspocusProvider {
  const socket = new HocuspocusProviderWebsocket({
    url: address,
    WebSocketPolyfill: socketClass,
    delay: 50,
    minDelay: 50,
    maxDelay: 200,
    jitter: false,
  });
  const provider = new HocuspocusProvider({ websocketProvider: socket, name: doc });
  provider.attach();
  return provider;
}

export function destroy(provider: HocuspocusProvider): void {
  provider.destroy();
  provider.configuration.websocketProvider.destroy();
  provider.document.destroy();
}

export async function synced(provider: HocuspocusProvider): Promise<void> {
  await until(provider, "unsyncedChanges", () => provider.isSynced && provider.unsyncedChanges === 0);
}

/** Keeps some edits under way until told to stop. */
function type(provider: HocuspocusProvider, token: (number: number) => string): () => void {
  const text = provider.document.getText(textName);
  let number = 0;
  let typing = false;
  const fill = () => {
    // Typing changes the count itself.
    if (typing) return;
    typing = true;
    while (provider.unsyncedChanges < underWay) text.insert(0, token(number++));
    typing = false;
  };
  provider.on("unsyncedChanges", fill);
  fill();
  return () => provider.off("unsyncedChanges", fill);
}

/** Resolves at the so-manieth acknowledgement from now. */
function acknowledges(provider: HocuspocusProvider, count: number): Promise<void> {
  let before = provider.unsyncedChanges;
  let seen = 0;
  return new Promise((resolve) => {
    // The count that the event tells: by now the next edit may be under way.
    const look = ({ number }: { readonly number: number }) => {
      if (number < before) seen++;
      before = number;
      if (seen < count) return;
      provider.off("unsyncedChanges", look);
      resolve();
    };
    provider.on("unsyncedChanges", look);
  });
}

export async function textOf(running: Running): Promise<string> {
  const reader = connect(running);
  await synced(reader);
  const text = reader.document.getText(textName).toString();
  destroy(reader);
  return text;
}
