import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const start = fileURLToPath(new URL("../../packages/workbench/start.mjs", import.meta.url));

/** `npm start` as a process, on a free port and with a data folder of its own. */
interface Started {
  readonly process: ChildProcess;
  /** Everything it has said so far. */
  said(): string;
  /** The sign-in link it prints. */
  link(): Promise<string>;
}

function run(t: TestContext, data: string, command: readonly string[] = [process.execPath, start]): Started {
  const [program = "", ...args] = command;
  const env = { ...process.env, ROLEWRIGHT_DATA: data, PORT: "0", HOST: "127.0.0.1", LANG: "zh_CN.UTF-8" };
  const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  t.after(() => ended(child));
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part) => (text += part));
  return { process: child, said: () => text, link: () => linkIn(child, () => text) };
}

/** Ends it as a user would: the signal is passed on to the server, which SIGKILL would leave behind. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  await exit;
}

async function linkIn(child: ChildProcess, said: () => string): Promise<string> {
  for (;;) {
    const [, link] = /(http:\/\/\S+#token=\S+)\s/.exec(said()) ?? [];
    if (link) return link;
    assert.equal(child.exitCode, null, `ended before printing a link:\n${said()}`);
    await Promise.race([once(child.stdout ?? child, "data"), once(child, "exit")]);
  }
}

function dataFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "rolewright-start-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("starting prints one address with a one-time link, which serves the page", async (t) => {
  const started = run(t, dataFolder(t));
  const link = new URL(await started.link());
  assert.equal(started.said().match(/http:\/\//g)?.length, 1);
  assert.equal(link.hostname, "127.0.0.1");
  const page = await fetch(link);
  assert.equal(page.status, 200);
  assert.match(page.headers.get("content-type") ?? "", /text\/html/);
});

test("SIGTERM closes the server cleanly and the same folder starts again", async (t) => {
  const data = dataFolder(t);
  const first = run(t, data);
  await first.link();
  first.process.kill("SIGTERM");
  assert.deepEqual(await once(first.process, "exit"), [0, null]);
  await run(t, data).link();
});

test("ending npm ends the server, though the shell between them dies without a word", async (t) => {
  const npm = process.env.npm_execpath;
  const started = run(t, dataFolder(t), npm ? [process.execPath, npm, "start"] : ["npm", "start"]);
  const link = await started.link();
  started.process.kill("SIGTERM");
  await once(started.process, "close"); // Not "exit": its output stays open as long as the server runs.
  await assert.rejects(fetch(link));
});

test("a second server on the same data folder says so and leaves the first alone", async (t) => {
  const data = dataFolder(t);
  const first = run(t, data);
  const link = await first.link();
  const second = run(t, data);
  assert.deepEqual(await once(second.process, "exit"), [2, null]);
  assert.match(second.said(), /正由另一个 Rolewright 使用/);
  assert.ok(!second.said().includes("    at "), "no stack trace");
  assert.equal((await fetch(link)).status, 200);
});
