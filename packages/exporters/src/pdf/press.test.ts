import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { sampleDocument } from "../document/sample-document.ts";
import { ExportError } from "../export-error.ts";
import { pageLayout } from "./page-layout.ts";
import { Press, type PressOptions } from "./press.ts";
import type { TypesetJob } from "./typesetter.ts";

test("a worker is replaced after its share of documents, and nothing is lost on the way", async (context) => {
  const press = openPress(context, { documentsPerWorker: 10 });
  const files = await Promise.all(Array.from({ length: 30 }, () => press.set(job())));
  assert.equal(files.length, 30);
  assert.equal(new Set(files.map((file) => Buffer.from(file).toString("base64"))).size, 1);
  assert.equal(press.workersStarted, 3);
});

test("thirty documents in one worker leave no more than a few megabytes behind", async (context) => {
  const press = openPress(context, { documentsPerWorker: 1000 });
  for (let index = 0; index < 10; index++) await press.set(job());
  const before = process.memoryUsage.rss();
  for (let index = 0; index < 30; index++) await press.set(job());
  const grown = (process.memoryUsage.rss() - before) / 2 ** 20;
  context.diagnostic(`grown by ${grown.toFixed(1)} MB`);
  // Without forgetting, thirty documents keep 30–90 MB.
  assert.ok(grown < 25, `grown by ${grown.toFixed(1)} MB`);
  assert.equal(press.workersStarted, 1);
});

test("one refused document does not harm the next", async (context) => {
  const press = openPress(context);
  const [refused, fine] = await Promise.allSettled([press.set(job("😀")), press.set(job())]);
  assert.equal(refused.status, "rejected");
  assert.equal(fine.status, "fulfilled");
  assert.equal(press.workersStarted, 1);
});

test("a document that never ends is given up and the next gets a fresh worker", async (context) => {
  const press = openPress(context, {
    timeoutMs: 2500,
    entry: workerOf(
      `on("message", ({ standard }) => { if (standard === "stuck") for (;;); postMessage({ pdf: new Uint8Array([1]) }); })`,
    ),
  });
  const stuck = press.set({ ...job(), standard: "stuck" });
  const next = press.set(job());
  await assert.rejects(stuck, (thrown) => thrown instanceof ExportError && thrown.code === "export/timeout");
  assert.deepEqual(await next, new Uint8Array([1]));
  assert.equal(press.workersStarted, 2);
});

test("a worker that dies fails its document only", async (context) => {
  const press = openPress(context, {
    entry: workerOf(
      `on("message", ({ standard }) => { if (standard === "die") process.exit(3); postMessage({ pdf: new Uint8Array([2]) }); })`,
    ),
  });
  const dying = press.set({ ...job(), standard: "die" });
  const next = press.set(job());
  await assert.rejects(dying, /ended in the middle/);
  assert.deepEqual(await next, new Uint8Array([2]));
});

test("closing refuses what waits, and the press can be used again", async (context) => {
  const press = openPress(context);
  const waiting = [press.set(job()), press.set(job())];
  const settled = Promise.allSettled(waiting);
  await press.close();
  for (const outcome of await settled) assert.equal(outcome.status, "rejected");
  assert.ok((await press.set(job())).length > 1000);
});

function openPress(context: TestContext, options: PressOptions = {}): Press {
  const press = new Press(options);
  context.after(() => press.close());
  return press;
}

function job(lead = "统筹客户服务。"): TypesetJob {
  return { page: pageLayout(sampleDocument(4, { lead })), standard: "ua-1", createdAt: 0 };
}

function workerOf(body: string): URL {
  const source = `import { parentPort } from "node:worker_threads";
    const on = parentPort.on.bind(parentPort), postMessage = parentPort.postMessage.bind(parentPort);
    ${body};
    postMessage("ready");`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}
