import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { compactLog } from "./compact-log.ts";
import type { LogReply, LogRequest, LogWorkerData } from "./log-messages.ts";
import { LogWriter } from "./log-writer.ts";
import { openDatabase } from "./open-database.ts";

/** Without an edit for so long, the write-ahead log is brought into the database. */
const idleMs = 250;

/**
 * The thread that writes the log of edits. While one commit waits for the disk further appends queue up, and all
 * that waits goes into the next transaction: one flush to the disk for many edits (group commit).
 */
const { file, epoch } = workerData as LogWorkerData;
const database = openDatabase(file);
const writer = new LogWriter(database, epoch);
const waiting: Extract<LogRequest, { kind: "append" }>[] = [];
let idle: NodeJS.Timeout | undefined;

parentPort?.on("message", (requests: readonly LogRequest[]) => {
  requests.forEach(handle);
  // All messages that have arrived by now share the transaction.
  if (parentPort !== null) drain(parentPort);
  flush();
});

function drain(port: MessagePort): void {
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
    (next.message as readonly LogRequest[]).forEach(handle);
  }
}

function handle(request: LogRequest): void {
  if (request.kind === "append") waiting.push(request);
  else if (request.kind === "open") reply({ id: request.id });
  else if (request.kind === "compact") answer(request.id, () => compactLog(database, request.workspaceId, request.doc));
  else close(request.id);
}

function flush(): void {
  const batch = waiting.splice(0);
  if (batch.length === 0) return;
  const outcomes = writer.append(batch.map(({ row }) => row));
  reply(
    ...batch.map(({ id }, index) => {
      const outcome = outcomes[index];
      return outcome?.error === undefined ? { id, value: outcome?.seq ?? 0 } : { id, error: outcome.error };
    }),
  );
  restIdle();
}

/** A checkpoint costs several flushes of the disk: in the midst of typing people would wait for them. */
function restIdle(): void {
  if (idle !== undefined) idle.refresh();
  else idle = setTimeout(checkpoint, idleMs).unref();
}

/** Where it fails, the edits stay in the write-ahead log, and the next one tries again. */
function checkpoint(): void {
  try {
    database.pragma("wal_checkpoint(PASSIVE)");
  } catch {}
}

function answer(id: number, work: () => number): void {
  try {
    reply({ id, value: work() });
  } catch (problem) {
    reply({ id, error: String(problem) });
  }
}

function close(id: number): void {
  flush();
  clearTimeout(idle);
  answer(id, () => {
    database.close();
    return 0;
  });
  parentPort?.close();
}

/** One message for all that shared a transaction. */
function reply(...replies: readonly LogReply[]): void {
  parentPort?.postMessage(replies);
}
