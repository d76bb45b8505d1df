import { setTimeout as wait } from "node:timers/promises";
import * as Y from "yjs";
import { RawClient } from "../../packages/server/src/test-support/raw-client.ts";
import { Client } from "../../packages/server/src/test-support/test-server.ts";

/** What an author floods, and as whom. */
export interface Flood {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly doc: string;
}

const edits = 20_000;

/**
 * An author who floods a document with 20,000 edits, and comes back at once whenever the server ends the connection, until
 * the process is killed: `node flooder.ts <flood as JSON>`. Prints a line when it was thrown out the first time.
 */
const { url, headers, doc } = JSON.parse(process.argv[2] ?? "{}") as Flood;
const updates = updatesOf(edits);
for (let times = 1; ; times++) {
  const flood = await RawClient.open(new Client(url, headers), doc).catch(() => undefined);
  if (flood === undefined) await wait(10);
  for (const update of updates) flood?.update(update);
  await flood?.closed;
  if (times === 1) process.stdout.write(`${JSON.stringify({ times })}\n`);
}

function updatesOf(count: number): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  const document = new Y.Doc();
  document.on("update", (update: Uint8Array) => found.push(update));
  for (let edit = 0; edit < count; edit++) document.getText("text").insert(0, "z");
  return found;
}
