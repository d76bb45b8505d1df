import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TemplateSummary } from "../../packages/server/src/protocol.ts";
import { startServer } from "../../packages/server/src/server.ts";
import { kill, startProgram } from "../../packages/server/src/test-support/kill-rounds.ts";
import { openPeer } from "../../packages/server/src/test-support/peer.ts";
import { type Client, signInAs, signInBy } from "../../packages/server/src/test-support/test-server.ts";
import type { Flood } from "./flooder.ts";
import type { Row } from "./measure.ts";

/** The server lets one address sign in some thirty times a minute. */
const rounds = 6;
const peerName = "without a flood";

/**
 * What others feel while a signed-in author floods the server with 20,000 edits over and over, from a process of its own:
 * signing in, and having an edit saved, in turns with and without the flood.
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
  const flooder = fileURLToPath(new URL("./flooder.ts", import.meta.url));
  const flood: Flood = { url: server.url, headers: author.headers, doc: id };
  for (let round = 0; round < rounds; round++) {
    await time(owner, witness, found.quiet);
    const { child } = await startProgram(flooder, JSON.stringify(flood));
    await time(owner, witness, found.flooded);
    await kill(child);
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
