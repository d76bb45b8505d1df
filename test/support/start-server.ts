import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { type ServerOptions, serve } from "../../packages/server/src/server.ts";
import { openSqliteStorage } from "../../packages/server/src/storage/sqlite/sqlite-storage.ts";
import type { Storage } from "../../packages/server/src/storage/storage.ts";

/** A real server on a real database, which ends with the test. */
export interface TestServer {
  readonly url: string;
  /** Whether the test is over, and the server with it: pages that are still loading something cannot have it. */
  readonly ended: boolean;
  /** A fresh one-time link for the owner. */
  signInLink(): Promise<string>;
  /** Ends the server and starts it again on the same data and address. */
  restart(): Promise<void>;
  /** Ends it for the time that `work` takes. */
  without(work: () => Promise<void>): Promise<void>;
}

export interface TestServerOptions extends Pick<ServerOptions, "limits"> {
  /** Puts something between the server and its storage, such as a disk that fails. */
  readonly storage?: (real: Storage) => Storage;
}

/** Starts a server on a free port with a data folder of its own; both are gone after the test. */
export async function startTestServer(
  t: Pick<TestContext, "after">,
  { storage = (real) => real, ...options }: TestServerOptions = {},
): Promise<TestServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), "rolewright-server-"));
  const start = async (port: number) =>
    serve(storage(await openSqliteStorage(dataFolder, "main")), { dataFolder, host: "127.0.0.1", port, ...options });
  let running = await start(0);
  const { url } = running;
  let ended = false;
  t.after(async () => {
    ended = true;
    await running.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const without = async (work: () => Promise<void>) => {
    await running.close();
    await work();
    running = await start(Number(new URL(url).port));
  };
  return {
    url,
    get ended() {
      return ended;
    },
    signInLink: () => running.signInLink(),
    restart: () => without(async () => undefined),
    without,
  };
}
