import { closeSync, fsyncSync, mkdirSync, openSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { StorageBusyError } from "../storage.ts";

/** Pages of the write-ahead log (40 MB) at which whoever commits brings them into the database. */
const checkpointPages = 10_000;

export interface DatabaseOptions {
  /**
   * Whether a commit returns only when it is on the disk: it then survives loss of power, not only a crash. Default
   * true; without it whoever commits has to flush the write-ahead log before saying so (`WriteAheadFile`).
   */
  readonly flushing?: boolean;
  /** How long a write blocks this thread while another connection writes, in milliseconds. Default 10 seconds. */
  readonly patienceMs?: number;
}

/** A connection as this server needs it: WAL, and foreign keys checked. */
export function openDatabase(file: string, options: DatabaseOptions = {}): Database.Database {
  const { flushing = true, patienceMs = 10_000 } = options;
  const database = new Database(file, { timeout: patienceMs });
  database.pragma("journal_mode = WAL");
  database.pragma(`synchronous = ${flushing ? "FULL" : "NORMAL"}`);
  // Before it comes to that, the log's keeper does it behind everybody's back.
  database.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  database.pragma("foreign_keys = ON");
  return database;
}

export function databaseFile(dataFolder: string): string {
  return join(dataFolder, "rolewright.sqlite");
}

/**
 * Makes the folder where it is missing, readable by its owner only. When this returns the folder is on the disk: what is
 * flushed inside is lost with its folder as long as the folder's own name is not flushed in the one above.
 */
export function prepareFolder(dataFolder: string): void {
  const folder = resolve(dataFolder);
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) flushFolder(dirname(made));
}

/** Brings the names of files and folders made in a folder onto the disk. Windows does so itself, and cannot be asked. */
export function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Claims the data folder for this process; closing the returned connection lets go.
 *
 * The claim is an exclusive transaction on a file of its own: the operating system drops it when the process dies,
 * so no stale lock file is ever left behind.
 */
export function claimFolder(dataFolder: string): Database.Database {
  const lock = new Database(join(dataFolder, "in-use.sqlite"), { timeout: 0 });
  try {
    lock.exec("begin exclusive");
  } catch (problem) {
    lock.close();
    throw isBusy(problem) ? new StorageBusyError(`The data folder ${dataFolder}`) : problem;
  }
  return lock;
}

/** Whether another connection was writing for longer than this one had patience. */
export function isBusy(problem: unknown): boolean {
  return problem instanceof Database.SqliteError && problem.code.startsWith("SQLITE_BUSY");
}
