import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { TemplateSummary } from "../../packages/server/src/protocol.ts";
import { signInBy, temporaryFolder } from "../../packages/server/src/test-support/test-server.ts";

const program = fileURLToPath(new URL("../../packages/cli/bin/rolewright.mjs", import.meta.url));

/** Flushes fail as soon as a file is there: a disk that fails cannot be had otherwise. */
function failingOnce(file: string): string {
  const code = `import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const { fdatasync } = fs;
    fs.fdatasync = (descriptor, done) =>
      fs.existsSync(${JSON.stringify(file)}) ? done(new Error("EIO: input/output error")) : fdatasync(descriptor, done);
    syncBuiltinESMExports();`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

test("a server whose disk did not take an edit says so and dies, and the next start has what was acknowledged", async (t) => {
  const folder = temporaryFolder(t);
  const failing = join(folder, "failing");
  const start = async () => {
    const serve = ["serve", "--language", "en", "--port", "0", "--data", join(folder, "data")];
    const child = spawn(process.execPath, ["--import", failingOnce(failing), program, ...serve]);
    t.after(() => child.kill("SIGKILL"));
    const said: string[] = [];
    child.stderr.on("data", (words) => said.push(String(words)));
    for await (const line of createInterface({ input: child.stdout })) {
      const [link] = /http\S+/.exec(line) ?? [];
      if (link !== undefined) return { child, said, owner: await signInBy(new URL(link).origin, link) };
    }
    throw new Error(said.join(""));
  };
  const first = await start();
  const { id } = await first.owner.post<TemplateSummary>("/templates", { title: "落盘" });
  writeFileSync(failing, "");
  const ended = once(first.child, "exit");
  await assert.rejects(first.owner.post("/templates", { title: "未落盘" }));
  assert.deepEqual(await ended, [null, "SIGKILL"]);
  assert.match(first.said.join(""), /did not take what was written.*input\/output error/s);
  rmSync(failing);
  const second = await start();
  const { text } = await second.owner.get<{ text: string }>(`/templates/${id}`);
  assert.match(text, /落盘/);
});
