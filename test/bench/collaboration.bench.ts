import {
  closeSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import * as Y from "yjs";
import { defaultLimits } from "../../packages/server/src/collaboration/limits.ts";
import { collaborationPath } from "../../packages/server/src/paths.ts";
import type { TemplateSummary } from "../../packages/server/src/protocol.ts";
import { openSqliteStorage } from "../../packages/server/src/storage/sqlite/sqlite-storage.ts";
import { kill, startProgram } from "../../packages/server/src/test-support/kill-rounds.ts";
import { signInBy } from "../../packages/server/src/test-support/test-server.ts";
import { gather, type Load, type Measured, type Target } from "./collaboration-load.ts";
import { compare, type Row } from "./measure.ts";

const one: Load = { documents: 1, writersPerDocument: 50, editsPerSecond: 5 };
const many: Load = { documents: 200, writersPerDocument: 2, editsPerSecond: 1 };
/** Turns of each server, of so many seconds. */
const rounds = 8;
const turnSeconds = 2;
const programs = new URL(".", import.meta.url);

/**
 * Ours, which has every edit on the disk before anybody sees it, against in-memory Hocuspocus and the y-websocket
 * server, which keep nothing; each in a process of its own, in turns of two seconds. Between the turns the disk alone is
 * asked for flushes, as often as there are edits (a disk that has just been at work answers sooner): no edit can be on
 * the disk faster than that, and the last rows set ours beside the peer plus one flush. Then what a long history costs
 * to open, and whether documents that were closed leave anything behind.
 */
export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "rolewright-load-"));
  try {
    const targets = [await ours(folder), await stock("stock-hocuspocus.ts"), await stock("stock-y-websocket.ts")];
    const rows = [
      ...(await measure("50 writers × 1 text × 5 edits/s", targets, one, folder)),
      ...(await measure("200 texts × 2 writers × 1 edit/s", targets, many, folder)),
    ];
    await Promise.all(targets.map((target) => target.end()));
    return [...rows, await coldLoad(folder), await openAndClose()];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Started extends Target {
  end(): Promise<void>;
}

async function ours(folder: string): Promise<Started> {
  const rate = { burst: 1e9, perSecond: 1e9 };
  const limits = { ...defaultLimits, connectionRate: rate, userRate: rate, connectionsPerUser: 10_000 };
  const program = fileURLToPath(new URL("../../packages/server/src/test-support/serve-child.ts", programs));
  const options = { dataFolder: join(folder, "data"), templatesFolder: folder, limits };
  const { child, line } = await startProgram(program, JSON.stringify(options));
  const { url, link } = line as { url: string; link: string };
  const owner = await signInBy(url, link);
  const docs: string[] = [];
  for (let doc = 0; doc < many.documents; doc++) {
    docs.push((await owner.post<TemplateSummary>("/templates", { title: `${doc}` })).id);
  }
  return {
    name: "ours",
    pid: child.pid ?? 0,
    address: url.replace("http", "ws") + collaborationPath,
    headers: owner.headers,
    protocol: "hocuspocus",
    docs,
    end: () => kill(child),
  };
}

async function stock(file: "stock-hocuspocus.ts" | "stock-y-websocket.ts"): Promise<Started> {
  const { child, line } = await startProgram(fileURLToPath(new URL(file, programs)), "{}");
  const isHocuspocus = file === "stock-hocuspocus.ts";
  return {
    name: isHocuspocus ? "Hocuspocus, in memory" : "y-websocket, in memory",
    pid: child.pid ?? 0,
    address: (line as { url: string }).url.replace("http", "ws"),
    headers: {},
    protocol: isHocuspocus ? "hocuspocus" : "y-websocket",
    docs: Array.from({ length: many.documents }, (_, doc) => `doc-${doc}`),
    end: () => kill(child),
  };
}

async function measure(what: string, targets: readonly Target[], load: Load, folder: string): Promise<Row[]> {
  const companies = [];
  for (const target of targets) companies.push(await gather(target, load));
  // The first turn warms up.
  for (const company of companies) await company.type(turnSeconds);
  const found = targets.map((): Measured[] => []);
  const flushes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [index, company] of companies.entries()) found[index]?.push(await company.type(turnSeconds));
    flushes.push(...(await flushesOf(folder, load)));
  }
  for (const company of companies) company.leave();
  const [mine, ...peers] = found.map(summed);
  const disk = { median: at(flushes, 0.5), p99: at(flushes, 0.99) };
  const rows = peers.flatMap((peer, index) =>
    (["median", "p99", "cpu", "rss"] as const).map((key): Row => {
      const peerName = targets[index + 1]?.name ?? "";
      return row(`${what}: ${key}`, mine?.[key], peer[key], peerName, key === "rss" ? "MB" : "ms");
    }),
  );
  const [memory] = peers;
  const beside = (["median", "p99"] as const).map((key) =>
    row(
      `${what}: ${key}, beside the peer plus one flush of this disk at that pace (${disk[key].toFixed(2)} ms)`,
      mine?.[key],
      (memory?.[key] ?? Number.NaN) + disk[key],
      `${targets[1]?.name ?? ""} + flush`,
      "ms",
    ),
  );
  return [...rows, ...beside];
}

function row(name: string, ours = Number.NaN, peer: number, peerName: string, unit: string): Row {
  return { name, ours, peer, peerName, unit, ratio: ours / peer };
}

/** What the disk alone takes to have two pages, as a small commit writes them, at the pace of a load's edits. */
async function flushesOf(folder: string, load: Load): Promise<number[]> {
  const file = openSync(join(folder, "flushes"), "w");
  const pages = Buffer.alloc(8192);
  const everyMs = 1000 / (load.documents * load.writersPerDocument * load.editsPerSecond);
  const times: number[] = [];
  while (times.length < 200) {
    await wait(everyMs);
    const start = performance.now();
    writeSync(file, pages);
    fdatasyncSync(file);
    times.push(performance.now() - start);
  }
  closeSync(file);
  return times;
}

function summed(runs: readonly Measured[]) {
  const latencies = runs.flatMap(({ latenciesMs }) => latenciesMs);
  const cpu = runs.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / runs.length;
  return {
    median: at(latencies, 0.5),
    p99: at(latencies, 0.99),
    cpu,
    rss: Math.max(...runs.map(({ rssMb }) => rssMb)),
  };
}

function at(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;
}

/** 20,000 edits that end in 200 KB, folded on the way as the server folds them. */
async function coldLoad(folder: string): Promise<Row> {
  const storage = await openSqliteStorage(join(folder, "history"), "main");
  const doc = await typeHistory(storage.log);
  const file = join(folder, "plain-state");
  writeFileSync(file, Y.encodeStateAsUpdate(doc));
  const open = (updates: readonly Uint8Array[]) => {
    const fresh = new Y.Doc();
    fresh.transact(() => {
      for (const update of updates) Y.applyUpdate(fresh, update);
    });
    return fresh.getText("text").length;
  };
  const load = async () => open((await storage.log.load("main", "doc")).updates);
  const row = await compare(
    "open 200 KB with 20,000 edits of history",
    "its plain state from a file",
    load,
    () => open([readFileSync(file)]),
    20,
  );
  await storage.close();
  return row;
}

async function typeHistory(log: Awaited<ReturnType<typeof openSqliteStorage>>["log"]): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const text = doc.getText("text");
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (let edit = 1; edit <= 20_000; edit++) {
    // All over the text, as people write, with a word taken out now and then.
    const at = (edit * 7919) % (text.length + 1);
    if (edit % 10 === 0) text.delete(at, Math.min(3, text.length - at));
    else text.insert(at, "0123456789a");
    if (edit % 300 > 0 && edit < 20_000) continue;
    const row = { workspaceId: "main", doc: "doc", userId: null, client: doc.clientID, newClients: [], time: "" };
    await Promise.all(updates.splice(0).map((bytes) => log.append({ ...row, bytes })));
    if (edit % 3_000 === 0) await log.compact("main", "doc");
  }
  return doc;
}

/** In a process of its own: this one's memory has seen everything above. */
async function openAndClose(): Promise<Row> {
  const { child, line } = await startProgram(fileURLToPath(new URL("open-and-close.ts", programs)), "10000");
  await kill(child);
  const { beforeMb, afterMb } = line as { beforeMb: number; afterMb: number };
  return {
    name: "memory after 10,000 texts opened and closed",
    ours: afterMb,
    peer: beforeMb,
    peerName: "after 1,000",
    unit: "MB",
    ratio: afterMb / beforeMb,
  };
}
