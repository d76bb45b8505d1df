import { parentPort, workerData } from "node:worker_threads";
import { compactLog } from "./compact-log.ts";
import type { KeeperOrder, KeeperReply } from "./keeper-messages.ts";
import { openDatabase } from "./open-database.ts";

/** Pages of the write-ahead log (10 MB) after which it begins anew, for which writers have to wait a moment. */
const restartPages = 2_500;

/**
 * The thread that keeps the log in shape: it folds rows into snapshots and brings the write-ahead log into the database.
 * Nobody waits for either, so its commits need no flush of their own: whole or not at all, they come before any later
 * edit, whose flush is theirs.
 */
const database = openDatabase(workerData as string, { flushing: false });

parentPort?.on("message", (order: KeeperOrder) => {
  try {
    const value = carryOut(order);
    reply(value === undefined ? { id: order.id } : { id: order.id, value });
  } catch (problem) {
    reply({ id: order.id, error: String(problem) });
  }
  if (order.kind === "close") parentPort?.close();
});
reply({ id: 0 });

function carryOut(order: KeeperOrder): number | undefined {
  if (order.kind === "fold") return compactLog(database, order.workspaceId, order.doc);
  if (order.kind === "close") database.close();
  else checkpoint();
  return undefined;
}

/** The bulk of it while others write; only then, where the file has grown long, the rest while they wait. */
function checkpoint(): void {
  const [found] = database.pragma("wal_checkpoint(PASSIVE)") as { log: number }[];
  if ((found?.log ?? 0) > restartPages) database.pragma("wal_checkpoint(RESTART)");
}

function reply(message: KeeperReply): void {
  parentPort?.postMessage(message);
}
