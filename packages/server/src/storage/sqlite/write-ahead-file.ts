import { close, fdatasync, open } from "node:fs";
import { promisify } from "node:util";

const [openFile, flushFile, closeFile] = [promisify(open), promisify(fdatasync), promisify(close)];

/**
 * The write-ahead log of an open SQLite database, for flushing it without blocking the thread: a commit of a connection
 * with `synchronous=NORMAL` has written its pages there, and is on the disk once a flush that began later has ended.
 *
 * A flush by another descriptor of the same file is the same flush, and SQLite takes no locks on this file, so closing
 * it here lets go of none.
 */
export class WriteAheadFile {
  readonly #descriptor: number;

  private constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** `database` is the file of a database that stays open, in WAL mode and written to at least once, while this is. */
  static async open(database: string): Promise<WriteAheadFile> {
    return new WriteAheadFile(await openFile(`${database}-wal`, "r+"));
  }

  flush(): Promise<void> {
    return flushFile(this.#descriptor);
  }

  close(): Promise<void> {
    return closeFile(this.#descriptor);
  }
}
