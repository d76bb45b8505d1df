import { once } from "node:events";
import { createServer, connect as dial, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import Database from "better-sqlite3";
import { textName } from "../paths.ts";
import { connect, destroy, type Killable, kill, type Running, synced, textOf } from "./kill-rounds.ts";
import { until } from "./peer.ts";

/** A database that fails for a while. */
export interface Outage {
  begin(): void;
  end(): void;
}

export interface OutageResult {
  /** Edits of the one who stays. */
  readonly typed: number;
  /** Those that are not there in the end, or stand there more than once. */
  readonly wrong: number;
  /** Edits of the one who leaves that were shown as saved. */
  readonly acknowledged: number;
  /** Those that are not there in the end. */
  readonly lost: number;
  /** What the connection of the one who stays was closed with. */
  readonly reasons: readonly string[];
}

/**
 * Two people type while the database is away for so many milliseconds. Then one closes the page, the server is killed,
 * the database comes back and the server is started again; the other types on through all of it.
 */
export async function typeThroughOutage(server: Killable, outage: Outage, ms: number): Promise<OutageResult> {
  const started: Running[] = [];
  const start = async () => {
    const running = await server.start();
    started.push(running);
    return running;
  };
  const stop = () => Promise.all(started.map(({ child }) => kill(child)));
  try {
    const before = await start();
    const [stays, leaves] = [typist(connect(before), "s"), typist(connect(before), "l")];
    await Promise.all([stays.begin(), leaves.begin()]);
    outage.begin();
    await wait(ms);
    const acknowledged = leaves.end();
    await stop();
    outage.end();
    const after = await start();
    const typed = await stays.finish();
    return { ...countedIn(await textOf(after), typed, acknowledged), reasons: stays.reasons };
  } finally {
    await stop();
  }
}

function countedIn(text: string, typed: readonly string[], acknowledged: readonly string[]) {
  const times = (token: string) => text.split(token).length - 1;
  return {
    typed: typed.length,
    wrong: typed.filter((token) => times(token) !== 1).length,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((token) => times(token) === 0).length,
  };
}

/** Types a token every so often, whatever the connection does. */
function typist(provider: ReturnType<typeof connect>, name: string) {
  const tokens: string[] = [];
  const reasons: string[] = [];
  let acknowledged = 0;
  let timer: NodeJS.Timeout | undefined;
  const saved = () => provider.isSynced && provider.unsyncedChanges === 0;
  provider.on("unsyncedChanges", ({ number }: { readonly number: number }) => {
    if (number === 0) acknowledged = tokens.length;
  });
  provider.on("disconnect", ({ event }: { readonly event: { readonly reason: string } }) => reasons.push(event.reason));
  const stop = () => {
    clearInterval(timer);
    destroy(provider);
  };
  return {
    reasons,
    async begin() {
      await synced(provider);
      timer = setInterval(() => {
        const token = `<${name}.${tokens.length}>\n`;
        tokens.push(token);
        provider.document.getText(textName).insert(0, token);
      }, 50);
      await until(provider, "unsyncedChanges", () => acknowledged > 0);
    },
    /** Closes the page; what was shown as saved by then. */
    end() {
      stop();
      return tokens.slice(0, acknowledged);
    },
    /** Types no more and waits until everything is saved; all that was typed. */
    async finish() {
      clearInterval(timer);
      await until(provider, "unsyncedChanges", saved);
      stop();
      return tokens;
    },
  };
}

/** Another program that holds the database file and does not let go. */
export function heldFile(file: string): Outage {
  let holder: Database.Database | undefined;
  return {
    begin() {
      holder = new Database(file);
      holder.exec("begin immediate");
    },
    end: () => holder?.close(),
  };
}

/** A line to a database that can be cut, and one that can go dead: nothing comes through, and nothing says so. */
export interface Line {
  /** The database's address, by this line. */
  readonly url: string;
  readonly cut: Outage;
  readonly dead: Outage;
  close(): void;
}

export async function lineTo(databaseUrl: string): Promise<Line> {
  const { port } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let state: "up" | "cut" | "dead" = "up";
  const server = createServer((near) => {
    if (state === "cut") return near.destroy();
    const far = dial(Number(port), "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on("error", () => undefined);
      one.on("close", () => {
        sockets.delete(one);
        if (state !== "dead") other.destroy();
      });
      one.on("data", (bytes) => state === "up" && other.write(bytes));
    }
    return undefined;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(databaseUrl);
  url.port = String((server.address() as { port: number }).port);
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  const outage = (kind: "cut" | "dead"): Outage => ({
    begin() {
      state = kind;
      if (kind === "cut") drop();
    },
    end() {
      state = "up";
      drop();
    },
  });
  return {
    url: url.href,
    cut: outage("cut"),
    dead: outage("dead"),
    close() {
      drop();
      server.close();
    },
  };
}
