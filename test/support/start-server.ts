import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { startServer } from "@rolewright/server";

/** A real server on a real database, which ends with the test. */
export interface TestServer {
  readonly url: string;
  /** A fresh one-time link for the owner. */
  signInLink(): Promise<string>;
  /** Ends the server and starts it again on the same data and address. */
  restart(): Promise<void>;
}

/** Starts a server on a free port with a data folder of its own; both are gone after the test. */
export async function startTestServer(t: Pick<TestContext, "after">): Promise<TestServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), "rolewright-server-"));
  let running = await startServer({ dataFolder, host: "127.0.0.1", port: 0 });
  const { url } = running;
  t.after(async () => {
    await running.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  return {
    url,
    signInLink: () => running.signInLink(),
    async restart() {
      await running.close();
      running = await startServer({ dataFolder, host: "127.0.0.1", port: Number(new URL(url).port) });
    },
  };
}
