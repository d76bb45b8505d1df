import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as Y from "yjs";
import type { TemplateSummary } from "../../packages/server/src/protocol.ts";
import { startServer } from "../../packages/server/src/server.ts";
import { openPeer } from "../../packages/server/src/test-support/peer.ts";
import { RawClient } from "../../packages/server/src/test-support/raw-client.ts";
import { type Client, signInAs, signInBy } from "../../packages/server/src/test-support/test-server.ts";
import type { Row } from "./measure.ts";

/** The server lets one address sign in some thirty times a minute. */
const rounds = 6;
const floodEdits = 20_000;
const peerName = "without a flood";

/**
 * What others feel while a signed-in author floods the server with 20,000 edits over and over: signing in, and having an
 * edit saved, in turns with and without the flood. The flooder sends from the server's own process, so its work counts too.
 */
export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "rolewright-flood-"));
  const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const during = { after: (end?: unknown) => ends.push(end as () => unknown) };
  const server = await startServer({ dataFolder: join(folder, "data"), templatesFolder: folder });
  ends.push(() => server.close());
  const owner = await signInBy(server.url, await server.signInLink());
  const { id } = await owner.post<TemplateSummary>("/templates", { title: "压力" });
  const author = await signInAs(owner, "author");
  const witness = await openPeer(during as Parameters<typeof openPeer>[0], owner, id);
  const found = { quiet: { signIn: [], edit: [] } as Times, flooded: { signIn: [], edit: [] } as Times };
  const updates = edits();
  for (let round = 0; round < rounds; round++) {
    await time(owner, witness, found.quiet);
    const flood = await RawClient.open(author, id);
    for (const update of updates) flood.update(update);
    await time(owner, witness, found.flooded);
    flood.close();
    await flood.closed;
  }
  for (const end of ends.reverse()) await end();
  return (["signIn", "edit"] as const).map((key) => {
    const [ours, peer] = [median(found.flooded[key]), median(found.quiet[key])];
    const what = key === "signIn" ? "signing somebody in" : "having an edit saved";
    return { name: `${what} while an author floods`, ours, peer, peerName, unit: "ms", ratio: ours / peer };
  });
}

interface Times {
  readonly signIn: number[];
  readonly edit: number[];
}

function edits(): readonly Uint8Array[] {
  const updates: Uint8Array[] = [];
  const doc = new Y.Doc();
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (let edit = 0; edit < floodEdits; edit++) doc.getText("text").insert(0, "z");
  return updates;
}

async function time(owner: Client, witness: Awaited<ReturnType<typeof openPeer>>, times: Times): Promise<void> {
  const start = performance.now();
  await signInAs(owner, "viewer");
  const signedIn = performance.now();
  witness.text.insert(0, "w");
  await witness.saved();
  times.signIn.push(signedIn - start);
  times.edit.push(performance.now() - signedIn);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
