import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { TemplateDetail, TemplateSummary } from "../protocol.ts";
import { openPeer, type Peer, until } from "../test-support/peer.ts";
import { signInBy, signInOwner, temporaryFolder, testServer } from "../test-support/test-server.ts";

test("kill -9 in the middle of typing loses no acknowledged edit", async (t) => {
  const dataFolder = temporaryFolder(t);
  const { child, url, link } = await spawnServer(dataFolder);
  const owner = await signInBy(url, link);
  const { id } = await owner.post<TemplateSummary>("/templates", { title: "压力" });
  const peers = [await openPeer(t, owner, id), await openPeer(t, owner, id)];
  const written = await Promise.all(peers.map((peer, index) => typeUntilKilled(peer, index, child)));
  const server = await testServer(t, { dataFolder });
  const { text } = await (await signInOwner(server)).get<TemplateDetail>(`/templates/${id}`);
  const acknowledged = written.flatMap(({ lines, count }) => lines.slice(0, count));
  assert.ok(acknowledged.length >= 150, `only ${acknowledged.length} edits were acknowledged`);
  for (const line of acknowledged) assert.equal(text.split(line).length, 2, `${line} stands there exactly once`);
});

/** Types line after line without waiting; kills the server when 150 are acknowledged, and tells how many were. */
async function typeUntilKilled(peer: Peer, index: number, child: ChildProcess) {
  const lines = Array.from({ length: 400 }, (_, line) => `// ${index}:${line};\n`);
  const closed = new Promise<void>((resolve) => peer.provider.on("disconnect", () => resolve()));
  for (const line of lines) peer.text.insert(0, line);
  const acknowledged = () => lines.length - peer.provider.unsyncedChanges;
  await Promise.race([until(peer.provider, "unsyncedChanges", () => acknowledged() >= 150), closed]);
  child.kill("SIGKILL");
  await closed;
  // Acknowledgements come in the order of the edits.
  const count = acknowledged();
  peer.provider.configuration.websocketProvider.destroy();
  return { lines, count };
}

async function spawnServer(dataFolder: string) {
  const program = fileURLToPath(new URL("../test-support/serve-child.ts", import.meta.url));
  const child = spawn(process.execPath, [program, dataFolder], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { child, ...(JSON.parse(line) as { readonly url: string; readonly link: string }) };
}
