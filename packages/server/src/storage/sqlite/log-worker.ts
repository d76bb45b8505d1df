import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { compactLog } from "./compact-log.ts";
import type { LogReply, LogRequest, LogWorkerData } from "./log-messages.ts";
import { LogWriter } from "./log-writer.ts";
import { openDatabase } from "./open-database.ts";

/**
 * The thread that writes the log of edits. While one commit waits for the disk further appends queue up, and all
 * that waits goes into the next transaction: one flush to the disk for many edits (group commit).
 */
const { file, epoch } = workerData as LogWorkerData;
const database = openDatabase(file);
const writer = new LogWriter(database, epoch);
const waiting: Extract<LogRequest, { kind: "append" }>[] = [];

parentPort?.on("message", (request: LogRequest) => {
  handle(request);
  // All messages that have arrived by now share the transaction.
  if (parentPort !== null) drain(parentPort);
  flush();
});

function drain(port: MessagePort): void {
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
    handle(next.message as LogRequest);
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
      return outcome?.error === undefined ? { id, seq: outcome?.seq ?? 0 } : { id, error: outcome.error };
    }),
  );
}

function answer(id: number, work: () => void): void {
  try {
    work();
    reply({ id });
  } catch (problem) {
    reply({ id, error: String(problem) });
  }
}

function close(id: number): void {
  flush();
  answer(id, () => database.close());
  parentPort?.close();
}

/** One message for all that shared a transaction. */
function reply(...replies: readonly LogReply[]): void {
  parentPort?.postMessage(replies);
}
